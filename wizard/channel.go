package wizard

import (
	"slices"

	"smartro-wizard/wizard/text"
)

// Channel is one row module × mode × type of the console. MID is empty where
// Smartro issues it to the merchant. Entry, PayMethods and Note are those of
// V1; see In.
type Channel struct {
	Mode       Mode        `json:"mode"`
	Module     Module      `json:"module"`
	Type       Type        `json:"type"`
	MID        string      `json:"mid"`
	PayMethods []PayMethod `json:"pay_methods"`
	SDK        []SDK       `json:"sdk"` // the PortOne versions that this channel serves
	Label      text.Pair   `json:"label"`
	Name       string      `json:"name"` // proposed for 채널 이름
	Entry      string      `json:"entry"`
	Note       text.Pair   `json:"note"`
	V2         Way         `json:"v2"`
	Confidence Confidence  `json:"confidence"`
	Sources    []string    `json:"sources"`
}

// Way is how a PortOne version takes the payments of a channel. Entry is the
// call that does, and empty where the version has none; Note then says what
// there is instead.
type Way struct {
	Entry      string      `json:"entry"`
	PayMethods []PayMethod `json:"pay_methods"` // in the words of the version
	Note       text.Pair   `json:"note"`
	Sources    []string    `json:"sources"` // besides the channel's
}

// SDKs are the PortOne versions.
var SDKs = []SDK{V1, V2}

// Channels are all channels of Smartro. Do not change the rows.
func Channels() []Channel { return channelRows }

// ChannelOf finds the channel of a mode, module and type.
func ChannelOf(mode Mode, module Module, typ Type) (Channel, bool) {
	for _, c := range channelRows {
		if c.Mode == mode && c.Module == module && c.Type == typ {
			return c, true
		}
	}
	return Channel{}, false
}

// ChannelOfMID finds the test channel that a shared MID belongs to.
func ChannelOfMID(mid string) (Channel, bool) {
	i := slices.IndexFunc(channelRows, func(c Channel) bool { return c.MID != "" && c.MID == mid })
	if i < 0 {
		return Channel{}, false
	}
	return channelRows[i], true
}

// In is how a version takes the channel's payments.
func (c Channel) In(sdk SDK) Way {
	if sdk == V2 {
		return c.V2
	}
	return Way{Entry: c.Entry, PayMethods: c.PayMethods, Note: c.Note}
}

// Opens reports whether V1 takes the payment in a window.
func (c Channel) Opens() bool { return c.In(V1).Opens() }

// Opens reports whether the version takes the payment in a window.
func (w Way) Opens() bool {
	return slices.ContainsFunc(calls, func(c Call) bool { return c.Function == w.Entry })
}

// MethodsOf are the pay methods of V1 for a module and type; none where there
// is no such channel.
func MethodsOf(module Module, typ Type) []PayMethod { return MethodsIn(V1, module, typ) }

// MethodsIn is MethodsOf any version, in its words.
func MethodsIn(sdk SDK, module Module, typ Type) []PayMethod {
	c, _ := ChannelOf(ModeTest, module, typ)
	return c.In(sdk).PayMethods
}
