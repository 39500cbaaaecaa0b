package handover

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

// line is a row of the checklist.
type line struct {
	said
	ID    string `json:"id"`
	Group string `json:"group"`
	Who   string `json:"who"` // of the rulebook's people, or owner or network
}

// The groups of the checklist, in their order.
const (
	GroupConsole  = "console"  // adding the channel; the ids are those of the question console_steps
	GroupRules    = "rules"    // what no program can see of this payment; the ids are those of rules
	GroupContract = "contract" // done with Smartro before live payments
	GroupSite     = "site"     // on the site before the card companies look
	GroupNetwork  = "network"  // addresses and the firewall
	GroupOpening  = "opening"  // on the day of opening
)

// Groups are all groups in their order.
var Groups = [...]string{GroupConsole, GroupRules, GroupContract, GroupSite, GroupNetwork, GroupOpening}

// GroupTitle is the heading of a group.
func GroupTitle(group string, l text.Lang) string { return text.Of(l, "handover.group_"+group) }

// Who ticks.
const (
	ByProgram = "program" // it saw it
	ByPerson  = "person"
)

// Line is one thing to tick. All lines of the checklist are for a person; what
// the program can see is on the ladder.
type Line struct {
	ID     string `json:"id"`
	Group  string `json:"group"`
	Text   string `json:"text"`
	How    string `json:"how,omitempty"`
	By     string `json:"by"`
	Who    string `json:"who"` // who can tell
	Source string `json:"source,omitempty"`
}

// Checklist is everything that a person should tick before the payment opens
// for customers.
func Checklist(a wizard.Answers, today string, l text.Lang) []Line {
	p := of(a, l)
	if !p.opens() {
		return nil
	}
	var all []Line
	for _, s := range p.channel.Steps() {
		all = append(all, Line{ID: s.ID, Group: GroupConsole, Text: s.Text.In(l), By: ByPerson, Who: who(string(rulebook.Console), l)})
	}
	for _, r := range rulebook.Checklist(a.Case(today), l) {
		all = append(all, Line{ID: r.Rule, Group: GroupRules, Text: r.Text, How: r.How, By: ByPerson, Who: r.Who, Source: r.Source})
	}
	for _, row := range rows().Checklist {
		if s := p.sentence(row.said); s != "" {
			all = append(all, Line{ID: row.ID, Group: row.Group, Text: s, By: ByPerson, Who: who(row.Who, l)})
		}
	}
	return all
}

func who(name string, l text.Lang) string {
	if name == "owner" || name == "network" {
		return text.Of(l, "handover.who_"+name)
	}
	return text.Of(l, "rules.who."+name)
}

type rung struct {
	when
	ID    string    `json:"id"`
	Name  text.Pair `json:"name"`
	Proof sentence  `json:"proof"`
	By    string    `json:"by"`
}

// Rung is a step of the ladder of evidence, and what proves it.
type Rung struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Proof string `json:"proof"`
	By    string `json:"by"` // who can tick it first; a person may tick any but the first
}

// Ladder are the steps from code that breaks no rule to a payment that was
// cancelled, each proving more than the one before.
func Ladder(a wizard.Answers, l text.Lang) []Rung {
	p := of(a, l)
	if !p.opens() {
		return nil
	}
	var all []Rung
	for _, row := range rows().Ladder {
		if p.is(row.when) {
			all = append(all, Rung{row.ID, row.Name.In(l), p.fill(row.Proof), row.By})
		}
	}
	return all
}

// Notes are what one should know of the chosen method beforehand: money, time
// and limits.
func Notes(a wizard.Answers, l text.Lang) []string {
	p := of(a, l)
	if !p.opens() {
		return nil
	}
	var all []string
	for _, row := range rows().Notes {
		if s := p.sentence(row); s != "" {
			all = append(all, soft(row.Confidence, s, l))
		}
	}
	return all
}
