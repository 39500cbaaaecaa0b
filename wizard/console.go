package wizard

import (
	"slices"

	"smartro-wizard/wizard/text"
)

// ConsoleField is a box of the console's form, by the id of the line in the
// checklist that fills it. Value is what goes in, with placeholders, and empty
// where it comes from elsewhere. A Secret is told and never taken.
type ConsoleField struct {
	ID         string     `json:"id"`
	Label      string     `json:"label"` // the console's word, Korean for everybody
	Value      string     `json:"value"`
	Rule       text.Pair  `json:"rule"`
	Pattern    string     `json:"pattern"`
	Secret     bool       `json:"secret"`
	Optional   bool       `json:"optional"`
	Confidence Confidence `json:"confidence"`
	Sources    []string   `json:"sources"`
	Part
}

// Condition is what has to be so before a channel takes payments, or what
// everybody should know before trying.
type Condition struct {
	ID      string    `json:"id"`
	Text    text.Pair `json:"text"`
	Window  bool      `json:"window"` // only where V1 opens a window
	Sources []string  `json:"sources"`
	Part
}

// Link is an address to read on.
type Link struct {
	Label      text.Pair  `json:"label"`
	URL        string     `json:"url"`
	Confidence Confidence `json:"confidence"`
	Part
}

type consoleFile struct {
	Modes      map[string]text.Pair `json:"modes"`
	Modules    map[string]string    `json:"modules"`
	Fields     []ConsoleField       `json:"fields"`
	Conditions []Condition          `json:"conditions"`
	Links      []Link               `json:"links"`
}

var console = rows[consoleFile]("console")

// Links are all addresses to read on.
func Links() []Link { return console().Links }

// ConsoleWords are what the console's form says for a mode and module, as
// pairs for text.Fill.
func ConsoleWords(mode Mode, module Module, l text.Lang) []string {
	return []string{
		"mode_label", console().Modes[string(mode)].In(l), "module_label", console().Modules[string(module)], "module", string(module),
	}
}

// of reports whether a part of the catalogue has the channel in it.
func (p Part) of(c Channel) bool {
	methods := len(p.PayMethods) == 0 || slices.ContainsFunc(c.PayMethods, func(m PayMethod) bool { return slices.Contains(p.PayMethods, m) })
	return methods && within(p.Modes, c.Mode) && within(p.Modules, c.Module) && within(p.Types, c.Type)
}

// Conditions are those of the channel.
func (c Channel) Conditions() []Condition {
	var all []Condition
	for _, row := range console().Conditions {
		if row.of(c) && (!row.Window || c.Opens()) {
			all = append(all, row)
		}
	}
	return all
}

// Links are the addresses for whoever sets the channel up.
func (c Channel) Links() []Link {
	return slices.DeleteFunc(slices.Clone(console().Links), func(l Link) bool { return !l.of(c) })
}

// Step is one line of adding a channel in the console, with the box that it
// fills, if it fills one.
type Step struct {
	ID    string
	Text  text.Pair
	Field ConsoleField // ID is empty where the step fills no box
}

// Steps are the lines of adding the channel in the console, in the order of
// its form, with the proposed name. They are those of the checklist that the
// wizard asks. A test channel without a MID that anybody documents has none.
func (c Channel) Steps() []Step {
	if c.Mode == ModeTest && c.MID == "" {
		return nil
	}
	q, _ := QuestionOf("console_steps")
	var steps []Step
	for _, item := range q.Items {
		s := Step{ID: item.ID, Text: c.fill(item.Text)}
		if i := slices.IndexFunc(console().Fields, func(f ConsoleField) bool { return f.ID == item.ID }); i >= 0 {
			s.Field = console().Fields[i]
		}
		if !c.matches(item.AskedWhen) || !s.Field.of(c) {
			continue
		}
		s.Field.Rule = c.fill(s.Field.Rule)
		s.Field.Value = c.fill(text.Pair{Ko: s.Field.Value}).Ko
		steps = append(steps, s)
	}
	return steps
}

func (c Channel) fill(p text.Pair) text.Pair {
	words := func(l text.Lang) []string {
		return append(ConsoleWords(c.Mode, c.Module, l), "channel_name", c.Name, "test_mid", c.MID)
	}
	return text.Pair{Ko: text.Fill(p.Ko, words(text.Ko)...), En: text.Fill(p.En, words(text.En)...)}
}

func (c Channel) matches(when map[string][]string) bool {
	is := map[string]string{"mode": string(c.Mode), "module": string(c.Module), "type": string(c.Type)}
	for key, want := range when {
		if !slices.Contains(want, is[key]) {
			return false
		}
	}
	return true
}
