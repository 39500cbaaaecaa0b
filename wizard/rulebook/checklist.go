package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Line is one thing that only a person can check.
type Line struct {
	Rule     string          `json:"rule"`
	Severity wizard.Severity `json:"severity"`
	Moment   wizard.Moment   `json:"moment"`
	Text     string          `json:"text"` // what to check
	Why      string          `json:"why"`
	Who      string          `json:"who"` // who can tell
	How      string          `json:"how"`
	Source   string          `json:"source"`
}

// Checklist gives the lines for a person that apply to the case, in the order
// of the rows.
func Checklist(c wizard.Case, l text.Lang) []Line {
	var lines []Line
	look := Look{Case: &c}
	for _, rows := range rowsFor(c.Setup.SDK) {
		for i := range rows {
			if r := &rows[i]; r.Check == nil && r.asks(&look) {
				lines = append(lines, r.line(c.Setup.SDK, l))
			}
		}
	}
	return lines
}

// asks reports whether the row's line belongs to the case.
func (r *Rule) asks(l *Look) bool {
	for i := range r.rounds(l.Case) {
		if !r.turn(l, i) {
			continue
		}
		if applies, sure := r.When.applies(l); applies && sure && (r.Person.If == nil || r.Person.If(l)) {
			return true
		}
	}
	return false
}

func (r *Rule) line(sdk wizard.SDK, l text.Lang) Line {
	return Line{
		Rule: r.ID, Severity: r.Severity, Moment: r.Moment,
		Text:   r.say(sdk, l, "message"),
		Why:    r.say(sdk, l, "why"),
		Who:    text.Of(l, "rules.who."+string(r.Person.Who)),
		How:    r.say(sdk, l, "fix"),
		Source: r.link(),
	}
}
