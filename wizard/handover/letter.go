package handover

import (
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// letter is a text to hand on. Anyone needs no channel to be written.
type letter struct {
	ID     string    `json:"id"`
	To     text.Pair `json:"to"`
	Anyone bool      `json:"anyone"`
	Titles []said    `json:"titles"` // the first that applies
	Lines  []entry   `json:"lines"`
}

// entry is a line, or a part that is worked out. Lead is what stands in front;
// a # in it counts.
type entry struct {
	said
	Lead string `json:"lead"`
	Part string `json:"part"` // steps, proofs, tests, notes, command, secrets, gap
}

// Entry names a letter and tells whom it is for.
type Entry struct {
	ID string `json:"name"`
	To string `json:"to"`
}

// Names are the names of all letters.
func Names() []string {
	var all []string
	for _, row := range rows().Letters {
		all = append(all, row.ID)
	}
	return all
}

// Letters are those that can be written for the answers.
func Letters(a wizard.Answers, l text.Lang) []Entry {
	p := of(a, l)
	var all []Entry
	for _, row := range rows().Letters {
		if p.writes(row) {
			all = append(all, Entry{row.ID, row.To.In(l)})
		}
	}
	return all
}

// Letter is the letter of that name, or false where there is none for the
// answers: most need a channel that opens a window, the one to the console's
// owner a channel that can be added.
func Letter(id string, a wizard.Answers, l text.Lang) (string, bool) {
	all := rows().Letters
	i := slices.IndexFunc(all, func(row letter) bool { return row.ID == id })
	p := of(a, l)
	if i < 0 || !p.writes(all[i]) {
		return "", false
	}
	return p.write(all[i]), true
}

// ToConsole is the letter to the console's owner with the name that somebody
// chose for the channel.
func ToConsole(a wizard.Answers, channelName string, l text.Lang) string {
	p := of(a, l)
	if channelName != "" {
		p.channel.Name = shown(channelName)
	}
	i := slices.Index(Names(), "console")
	if !p.writes(rows().Letters[i]) {
		return ""
	}
	return p.write(rows().Letters[i])
}

func (p *payment) writes(row letter) bool {
	switch {
	case row.Anyone:
		return true
	case row.ID == "console":
		return p.known && len(p.channel.Steps()) > 0
	}
	return p.opens()
}

func (p *payment) write(row letter) string {
	var lines []string
	for _, t := range row.Titles {
		if s := p.sentence(t); s != "" {
			lines = append(lines, "["+s+"]")
			break
		}
	}
	count := 0
	for _, e := range row.Lines {
		if e.Part != "" {
			if p.is(e.when) {
				lines = append(lines, p.part(e.Part)...)
			}
			continue
		}
		s := p.sentence(e.said)
		if s == "" {
			continue
		}
		lead := e.Lead
		if strings.Contains(lead, "#") {
			count++
			lead = strings.Replace(lead, "#", strconv.Itoa(count), 1)
		}
		lines = append(lines, lead+s)
	}
	return strings.Join(lines, "\n")
}

func (p *payment) part(name string) []string {
	switch name {
	case "steps":
		return p.stepLines()
	case "proofs":
		return p.proofLines()
	case "command":
		return strings.Split(Command(p.Answers, ""), "\n")
	case "tests":
		return strings.Split(strings.TrimSuffix(Markdown(TestTable(QA(p.Answers, p.l), p.l)), "\n"), "\n")
	case "secrets":
		return []string{text.Of(p.l, "handover.secrets")}
	case "gap":
		return []string{""}
	case "notes":
		notes := Notes(p.Answers, p.l)
		for i := range notes {
			notes[i] = "- " + notes[i]
		}
		return notes
	}
	panic("handover: no part " + name)
}

// stepLines are the console's steps; the name goes in as it is, because the
// reader has nothing to choose.
func (p *payment) stepLines() []string {
	var lines []string
	for _, s := range p.channel.Steps() {
		line := s.Text.In(p.l)
		switch {
		case s.ID == "name":
			line = s.Field.Label + ": " + s.Field.Value
		case s.ID == "vbank_notice" && p.method == "vbank":
			line += ". " + s.Field.Rule.In(p.l)
		}
		lines = append(lines, "- "+line)
	}
	return lines
}
