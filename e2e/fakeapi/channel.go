package fakeapi

import (
	"fmt"
	"slices"

	"smartro-wizard/wizard"
)

// LiveMID is the MID that the merchant got from Smartro for every live channel.
const LiveMID = "shop00001m"

// Channel is a row of the merchant's console.
type Channel struct {
	Key      string
	Provider wizard.Module
	MID      string
	Type     wizard.Type
	Sandbox  bool
	Name     string
}

// catalogue gives the merchant every channel that Smartro has.
func catalogue() []Channel {
	var all []Channel
	for i, row := range wizard.Channels() {
		c := Channel{Key: fmt.Sprintf("channel-key-00000000-0000-4000-8000-%012d", i+1), Provider: row.Module,
			MID: row.MID, Type: row.Type, Sandbox: row.Mode == wizard.ModeTest, Name: row.Label.Ko}
		if !c.Sandbox {
			c.MID = LiveMID
		}
		all = append(all, c)
	}
	return all
}

// Channel gives the merchant's channel of a mode, module and type.
func (api *API) Channel(mode wizard.Mode, module wizard.Module, typ wizard.Type) Channel {
	i := slices.IndexFunc(api.channels, func(c Channel) bool {
		return c.Sandbox == (mode == wizard.ModeTest) && c.Provider == module && c.Type == typ
	})
	if i < 0 {
		panic(fmt.Sprintf("fakeapi: no channel %s %s %s", mode, module, typ))
	}
	return api.channels[i]
}

func (api *API) channel(key string) (Channel, bool) {
	i := slices.IndexFunc(api.channels, func(c Channel) bool { return c.Key == key })
	if i < 0 {
		return Channel{}, false
	}
	return api.channels[i], true
}

func (api *API) usersPG(*call) answer {
	var all []any
	for _, c := range api.channels {
		all = append(all, map[string]any{"pg_provider": c.Provider, "pg_id": c.MID, "sandbox": c.Sandbox,
			"type": "PAYMENT", "channel_name": c.Name, "channel_key": c.Key})
	}
	return ok(all)
}

func (api *API) cards(*call) answer { return ok(codes(wizard.CodesCards)) }

func (api *API) banks(*call) answer { return ok(codes(wizard.CodesBanks)) }

func codes(table string) []any {
	var all []any
	for _, c := range wizard.Codes(table) {
		all = append(all, map[string]any{"code": c.Code, "name": c.Name.Ko})
	}
	return all
}
