package handover

import (
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// letter is a text to hand on. Anyone needs no channel to be written.
type letter struct {
	ID     string   `json:"id"`
	To     sentence `json:"to"`
	Anyone bool     `json:"anyone"`
	Titles []said   `json:"titles"` // the first that applies
	Lines  []entry  `json:"lines"`
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

// All are all letters, also those that the answers are not enough for.
func All(l text.Lang) []Entry {
	var all []Entry
	for _, row := range rows().Letters {
		all = append(all, Entry{row.ID, row.To.In(l)})
	}
	return all
}

// Letters are those that can be written for the answers.
func Letters(a wizard.Answers, l text.Lang) []Entry {
	p := of(a, l)
	var all []Entry
	for _, row := range rows().Letters {
		if p.writes(row) {
			all = append(all, Entry{row.ID, row.To.in(p.SDK).In(l)})
		}
	}
	return all
}

// Piece is a part of a letter: text, or a table, whose first row is its head.
type Piece struct {
	Text  string
	Table [][]string
}

// Letter is the letter of that name with its tables as Markdown, or false
// where there is none for the answers: most need a channel and a pay method
// that open a window, the one to the console's owner a channel that can be added.
func Letter(id string, a wizard.Answers, l text.Lang) (string, bool) {
	pieces, ok := Pieces(id, a, l)
	return written(pieces), ok
}

// Pieces are the same letter for whoever sets its tables otherwise.
func Pieces(id string, a wizard.Answers, l text.Lang) ([]Piece, bool) {
	row, p := letterOf(id), of(a, l)
	if !p.writes(row) {
		return nil, false
	}
	return p.write(row), true
}

// ToConsole is the letter to the console's owner with the name that somebody
// chose for the channel.
func ToConsole(a wizard.Answers, channelName string, l text.Lang) string {
	row, p := letterOf("console"), of(a, l)
	if channelName != "" {
		p.channel.Name = shown(channelName)
	}
	if !p.writes(row) {
		return ""
	}
	return written(p.write(row))
}

func letterOf(id string) letter {
	for _, row := range rows().Letters {
		if row.ID == id {
			return row
		}
	}
	return letter{}
}

func (p *payment) writes(row letter) bool {
	switch {
	case row.ID == "":
		return false
	case row.Anyone:
		return true
	case row.ID == "console":
		return p.known && len(p.channel.Steps()) > 0
	}
	return p.opens()
}

func written(pieces []Piece) string {
	var all []string
	for _, piece := range pieces {
		if piece.Table != nil {
			piece.Text = strings.TrimSuffix(Markdown(piece.Table), "\n")
		}
		all = append(all, piece.Text)
	}
	return strings.Join(all, "\n")
}

func (p *payment) write(row letter) []Piece {
	var all []Piece
	say := func(lines ...string) { all = append(all, Piece{Text: strings.Join(lines, "\n")}) }
	if title := p.title(row); title != "" {
		say("[" + title + "]")
	}
	count := 0
	for _, e := range row.Lines {
		if e.Part == "tests" {
			all = append(all, Piece{Table: TestTable(QA(p.Answers, p.l), p.l)})
			continue
		}
		if e.Part != "" {
			say(p.part(e.Part)...)
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
		say(lead + s)
	}
	return all
}

func (p *payment) title(row letter) string {
	for _, t := range row.Titles {
		if s := p.sentence(t); s != "" {
			return s
		}
	}
	return ""
}

func (p *payment) part(name string) []string {
	switch name {
	case "steps":
		return p.stepLines()
	case "proofs":
		return p.proofLines()
	case "command":
		return []string{Command(p.Answers, "")}
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
