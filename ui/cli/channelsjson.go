package cli

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

// channelRow is a channel as machines read it. What people read in it is in
// both languages, but for the checklist, whose sentences are the rulebook's.
type channelRow struct {
	Mode       wizard.Mode        `json:"mode"`
	Module     wizard.Module      `json:"module"`
	Type       wizard.Type        `json:"type"`
	MID        string             `json:"mid"` // "" where Smartro issues it
	PayMethods []wizard.PayMethod `json:"pay_methods"`
	SDK        []wizard.SDK       `json:"sdk"`
	Console    []consoleRow       `json:"console"`
	Label      text.Pair          `json:"label"`
	Entry      string             `json:"entry"` // the V1 call, "" where V1 has none
	Note       *text.Pair         `json:"note,omitempty"`
	V2         wayRow             `json:"v2"`
	Conditions []conditionRow     `json:"conditions"`
	Checklist  []rulebook.Line    `json:"checklist"`
	Links      []linkRow          `json:"links"`
	Confidence string             `json:"confidence"`
	Sources    []string           `json:"sources"`
	Checked    string             `json:"checked"`
}

// wayRow is the channel as V2 has it.
type wayRow struct {
	Entry      string             `json:"entry"` // "" where V2 has none
	PayMethods []wizard.PayMethod `json:"pay_methods"`
	Note       *text.Pair         `json:"note,omitempty"`
	Checklist  []rulebook.Line    `json:"checklist"`
	Sources    []string           `json:"sources"`
}

// consoleRow is one step in the console. Label and Value are the console's
// words where the step fills a box; a value that the merchant has is empty.
type consoleRow struct {
	ID         string     `json:"id"`
	Label      string     `json:"label,omitempty"`
	Value      string     `json:"value,omitempty"`
	Ko         string     `json:"ko"`
	En         string     `json:"en"`
	Rule       *text.Pair `json:"rule,omitempty"`
	Pattern    string     `json:"pattern,omitempty"`
	Optional   bool       `json:"optional,omitempty"`
	Secret     bool       `json:"secret,omitempty"`
	Confidence string     `json:"confidence,omitempty"`
	Sources    []string   `json:"sources,omitempty"`
}

type conditionRow struct {
	ID      string   `json:"id"`
	Ko      string   `json:"ko"`
	En      string   `json:"en"`
	Sources []string `json:"sources"`
}

type linkRow struct {
	Ko         string `json:"ko"`
	En         string `json:"en"`
	URL        string `json:"url"`
	Confidence string `json:"confidence"`
}

type channelList struct {
	Channels []channelRow `json:"channels"`
}

func channelsJSON(all []wizard.Channel, l text.Lang) channelList {
	list := channelList{Channels: []channelRow{}}
	for _, c := range all {
		list.Channels = append(list.Channels, channelRowOf(c, l))
	}
	return list
}

func channelRowOf(c wizard.Channel, l text.Lang) channelRow {
	row := channelRow{
		Mode: c.Mode, Module: c.Module, Type: c.Type, MID: c.MID, PayMethods: c.PayMethods, SDK: c.SDK,
		Label: c.Label, Entry: c.Entry, Note: filled(c.Note), Confidence: c.Confidence.String(), Sources: c.Sources, Checked: wizard.Checked,
		Console: []consoleRow{}, Conditions: []conditionRow{}, Checklist: []rulebook.Line{}, Links: []linkRow{},
	}
	for _, s := range c.Steps() {
		row.Console = append(row.Console, consoleRowOf(s))
	}
	for _, r := range c.Conditions() {
		row.Conditions = append(row.Conditions, conditionRow{r.ID, r.Text.Ko, r.Text.En, r.Sources})
	}
	if c.Opens() {
		row.Checklist = append(row.Checklist, checklist(c, []wizard.SDK{wizard.V1}, l)...)
	}
	row.V2 = wayRow{Entry: c.V2.Entry, PayMethods: append([]wizard.PayMethod{}, c.V2.PayMethods...), Note: filled(c.V2.Note), Sources: c.V2.Sources,
		Checklist: append([]rulebook.Line{}, checklist(c, []wizard.SDK{wizard.V2}, l)...)}
	for _, r := range c.Links() {
		row.Links = append(row.Links, linkRow{r.Label.Ko, r.Label.En, r.URL, r.Confidence.String()})
	}
	return row
}

func consoleRowOf(s wizard.Step) consoleRow {
	row := consoleRow{ID: s.ID, Ko: s.Text.Ko, En: s.Text.En}
	if f := s.Field; f.ID != "" {
		row.Label, row.Value, row.Rule, row.Pattern = f.Label, f.Value, filled(f.Rule), f.Pattern
		row.Optional, row.Secret, row.Confidence, row.Sources = f.Optional, f.Secret, f.Confidence.String(), f.Sources
	}
	return row
}

// filled is nothing for a pair without words.
func filled(p text.Pair) *text.Pair {
	if p == (text.Pair{}) {
		return nil
	}
	return &p
}
