// Package report writes findings for people: grouped by the moment at which
// they bite, each with its place, its value, what to do and where that is
// written, in lines that fit the screen. It judges nothing; machines get the
// JSON of wizard.Report instead.
package report

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// Options say for whom to write. Width is that of the screen in cells; 0 is 80.
// Mask hides the values, for a screen that others see.
type Options struct {
	Lang  text.Lang
	Width int
	Color bool
	Mask  bool
	Line  func(n int) string // the source that findings stand in, by lines from 1; nil where it is not shown
}

const (
	narrowest = 40
	longest   = 2000 // code points of a sentence; more is somebody's text gone astray
)

var moments = []wizard.Moment{wizard.MomentOpens, wizard.MomentRefused, wizard.MomentResult, wizard.MomentMoney, wizard.MomentOps}

// Write writes the findings and the line that counts them.
func Write(w io.Writer, findings []wizard.Finding, o Options) error {
	p := page{Options: o}
	if p.Width == 0 {
		p.Width = 80
	}
	p.Width = max(p.Width, narrowest)
	for _, m := range moments {
		p.group(m, findings)
	}
	for _, l := range Wrap(Summary(wizard.ReportOf(findings).Summary, o.Lang), p.Width) {
		p.line(0, l)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// Summary is the line that counts findings.
func Summary(s wizard.Summary, l text.Lang) string {
	return text.Of(l, "report.summary", "errors", strconv.Itoa(s.Errors), "warnings", strconv.Itoa(s.Warnings),
		"infos", strconv.Itoa(s.Infos), "unknown", strconv.Itoa(s.Unknown), "later", strconv.Itoa(s.Later))
}

type page struct {
	Options
	strings.Builder
}

func (p *page) group(m wizard.Moment, all []wizard.Finding) {
	var these []wizard.Finding
	for _, f := range all {
		if f.Moment == m || m == wizard.MomentOps && !slices.Contains(moments, f.Moment) {
			these = append(these, f)
		}
	}
	if len(these) == 0 {
		return
	}
	slices.SortStableFunc(these, func(a, b wizard.Finding) int { return cmp.Compare(Weight(a), Weight(b)) })
	p.WriteString(p.paint("1", text.Of(p.Lang, momentID(m))) + "\n")
	for _, f := range these {
		p.finding(f)
	}
	p.WriteByte('\n')
}

// Weight sorts by how much a finding matters; what cannot be known comes after what was seen.
func Weight(f wizard.Finding) int {
	switch {
	case f.State == wizard.StateUnknown:
		return 3
	case f.State == wizard.StateLater:
		return 4
	case f.Severity == wizard.SeverityError:
		return 0
	case f.Severity == wizard.SeverityWarning:
		return 1
	}
	return 2
}

func momentID(m wizard.Moment) string {
	switch m {
	case wizard.MomentOpens:
		return "report.opens"
	case wizard.MomentRefused:
		return "report.refused"
	case wizard.MomentResult:
		return "report.result"
	case wizard.MomentMoney:
		return "report.money"
	}
	return "report.ops"
}

// badge gives the word in front of a finding and its colour.
func badge(f wizard.Finding) (id, colour string) {
	switch Weight(f) {
	case 0:
		return "report.error", "31"
	case 1:
		return "report.warning", "33"
	case 2:
		return "report.info", "36"
	case 3:
		return "report.unknown", "35"
	}
	return "report.later", "34"
}

func (p *page) finding(f wizard.Finding) {
	id, colour := badge(f)
	word := text.Of(p.Lang, id)
	indent := 3 + ansi.StringWidth(word)
	p.WriteByte('\n')
	head := Wrap(Message(f, p.Mask), p.Width-indent)
	p.WriteString(" " + p.paint(colour, word) + "  " + head[0] + "\n")
	for _, l := range head[1:] {
		p.line(indent, l)
	}
	if p.Line != nil && f.Line > 0 && !p.Mask {
		code := Code(p.Line(f.Line), f, p.Width-4)
		p.line(4, code[0])
		p.line(4, p.paint(colour, code[1]))
	}
	p.rows(f)
}

// Message is what a finding says, without the value that it found where others
// see the screen.
func Message(f wizard.Finding, mask bool) string {
	said := safe.Line(f.Message, longest)
	for _, v := range []string{f.Value, strings.Trim(f.Value, "\"'`")} {
		if mask && v != "" {
			said = strings.ReplaceAll(said, v, safe.Mask)
		}
	}
	return said
}

// rows are the labelled lines below the message, their texts in one column.
func (p *page) rows(f wizard.Finding) {
	value := safe.Shown(f.Value, 80)
	if p.Mask && value != "" {
		value = safe.Mask
	}
	rows := [][2]string{
		{"report.place", p.place(f)},
		{"report.value", value},
		{"report.why", safe.Line(f.Why, longest)},
		{"report.fix", safe.Line(f.Fix, longest)},
		{"report.source", safe.Line(f.Source, longest)},
		{"report.rule", safe.Line(f.Rule, 80)},
	}
	if p.Line != nil && f.Line > 0 && !p.Mask {
		rows[0][1], rows[1][1] = path(f), "" // the code shows where and what
	}
	rows = slices.DeleteFunc(rows, func(r [2]string) bool { return r[1] == "" })
	column := 0
	for _, r := range rows {
		column = max(column, ansi.StringWidth(text.Of(p.Lang, r[0])))
	}
	const indent = 4
	for _, r := range rows {
		label := text.Of(p.Lang, r[0])
		pad := strings.Repeat(" ", column-ansi.StringWidth(label)+2)
		lines := Wrap(r[1], p.Width-indent-column-2)
		p.line(indent, p.paint("2", label)+pad+lines[0])
		for _, l := range lines[1:] {
			p.line(indent+column+2, l)
		}
	}
}

// place says where to look: the path of the value, and the file with line and column.
func (p *page) place(f wizard.Finding) string {
	at := path(f)
	file := safe.Line(f.File, 200)
	if f.Line > 0 {
		file = text.Of(p.Lang, "report.line", "file", file, "line", strconv.Itoa(f.Line), "column", strconv.Itoa(f.Column))
	}
	return strings.Join(slices.DeleteFunc([]string{at, strings.TrimSpace(file)}, func(s string) bool { return s == "" }), ", ")
}

// path is the path of a value. Facts have names that only rules know.
func path(f wizard.Finding) string {
	if strings.HasPrefix(f.Path, "facts.") {
		return ""
	}
	return safe.Line(f.Path, 120)
}

// Place is the path of the value that a finding is about, as it stands in the
// code. Facts have none.
func Place(f wizard.Finding) string { return strings.TrimPrefix(path(f), "params.") }

func (p *page) line(indent int, s string) {
	p.WriteString(strings.Repeat(" ", indent) + s + "\n")
}

func (p *page) paint(code, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// Wrap breaks at blanks and leaves a word whole that is longer than a line, so
// that an address can still be opened and copied.
func Wrap(s string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		switch {
		case line == "":
			line = word
		case ansi.StringWidth(line)+1+ansi.StringWidth(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}
