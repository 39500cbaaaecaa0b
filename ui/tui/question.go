package tui

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// problemRows is the fixed place of problems below the form.
const problemRows = 2

// words fills the placeholders of a sentence of this question.
func (a *ask) words(s string) string { return text.Fill(s, a.fill...) }

// wrap is wrap that remembers: a question's words stay the same while keys
// are pressed.
func (a *ask) wrap(s string, w int) []string {
	lines, known := a.wrapped[wrapping{s, w}]
	if !known {
		lines = wrap(s, w)
		if a.wrapped == nil {
			a.wrapped = map[wrapping][]string{}
		}
		a.wrapped[wrapping{s, w}] = lines
	}
	return lines
}

// wrapping is a text and the width that it is broken to.
type wrapping struct {
	s string
	w int
}

// page is a question's rows in a box: title, form, the fixed place of
// problems, help and where to find the answer. above stands before the title.
type page struct {
	above    []string
	title    []string
	form     int // rows
	problems int
	help     []string
	gaps     int // blank rows after the title and before the help
}

// arrange divides the rows of a box. What explains goes first, then the blank
// rows; the form and the problems stay.
func (a *ask) arrange(b box, above []string) page {
	p := page{title: a.wrap(a.words(a.q.Title.In(a.lang)), b.w), problems: problemRows, gaps: 2}
	if !a.typing() {
		p.problems = 1
	}
	fixed := len(p.title) + p.problems
	a.rows = b.h - fixed
	p.form = min(a.height(), max(a.rows, 1))
	p.help = a.help(b.w)
	rest := b.h - fixed - p.form
	if rest < p.gaps+min(len(p.help), 2) {
		p.gaps = btoi(rest > min(len(p.help), 2))
	}
	rest -= p.gaps
	p.help = p.help[:min(max(rest, 0), len(p.help))]
	p.above = above[:min(max(rest-len(p.help), 0), len(above))]
	return p
}

// help is the hint of the option under the cursor where it stands apart, the
// help line and the where line.
func (a *ask) help(w int) []string {
	var out []string
	if how, _ := a.hints(a.w - a.indent()); how == hintsApart {
		if o, ok := a.hovered(); ok {
			out = a.wrap(a.hint(o), w)
		}
	}
	out = append(out, a.wrap(a.words(a.q.Help.In(a.lang)), w)...)
	out = append(out, labelled(a.look, text.Of(a.lang, "ui.where"), a.words(a.q.Where.In(a.lang)), w)...)
	if a.typing() && len(a.options) > 0 {
		out = append(append(out, ""), a.ways(w)...)
	}
	return out
}

// ways are the other ways on from a text question; Tab offers them.
func (a *ask) ways(w int) []string {
	labels := 0
	for _, o := range a.options {
		labels = max(labels, width(a.label(o)))
	}
	var out []string
	for _, o := range a.options {
		for _, line := range beside(a.label(o), a.wrap(a.hint(o), w-labels-hintGap), labels+hintGap) {
			out = append(out, line.label+a.look.dim.Render(line.hint))
		}
	}
	return out
}

// labelled sets a word before a text whose further lines stand below it.
func labelled(look styles, label, s string, w int) []string {
	return columns(look, w, label, s)
}

// columns sets words before texts, all texts at the same column. Pairs
// without a text are left out.
func columns(look styles, w int, pairs ...string) []string {
	head := 0
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			head = max(head, width(pairs[i])+2)
		}
	}
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		lead := look.accent.Render(pairs[i]) + strings.Repeat(" ", max(head-width(pairs[i]), 0))
		for _, line := range wrap(pairs[i+1], max(w-head, 8)) {
			out = append(out, lead+line)
			lead = strings.Repeat(" ", head)
		}
	}
	return out
}

// view draws the question into the rows of its box.
func (a *ask) view(problems []flow.Problem) []string {
	b, p := a.box, a.page
	out := append([]string{}, p.above...)
	for i, line := range p.title {
		line = a.look.title.Render(line)
		if i == 0 {
			line = between(line, a.look.dim.Render(strings.Join(a.q.Params, ", ")), b.w)
		}
		out = append(out, line)
	}
	if p.gaps > 0 {
		out = append(out, "")
	}
	form := strings.Split(a.formView(), "\n")
	out = append(out, form[:min(len(form), p.form)]...)
	out = append(out, a.problemLines(problems, p.problems, b.w)...)
	if p.gaps > 1 {
		out = append(out, "")
	}
	return append(out, p.help...)
}

// problemLines are the worst problem in the given number of rows, always as many.
func (a *ask) problemLines(problems []flow.Problem, n, w int) []string {
	out := make([]string, n)
	if len(problems) == 0 || !a.touched {
		return out
	}
	worst := problems[0]
	mend := ""
	switch {
	case worst.MoveTo != "":
		mend = text.Of(a.lang, "ui.tab_move")
	case worst.Mendable:
		mend = text.Of(a.lang, "ui.tab_mend")
	}
	if more := len(problems) - 1; more > 0 {
		mend = strings.TrimSpace(text.Of(a.lang, "ui.more_problems", "n", itoa(more)) + "  " + mend)
	}
	style := a.look.dim
	switch {
	case worst.Blocks || worst.Finding.Severity == wizard.SeverityError:
		style = a.look.alarm
	case worst.Finding.Severity == wizard.SeverityWarning:
		style = a.look.warn
	}
	lines := wrap(safe.Line(worst.Finding.Message, 400), w-2)
	for i := range out {
		if i < len(lines) {
			lead := "  "
			if i == 0 {
				lead = a.sign.alert + " "
			}
			out[i] = style.Render(lead + lines[i])
		}
	}
	at := n - 1
	if len(lines) == 1 && width(lines[0])+width(mend)+4 <= w {
		at = 0
	}
	out[at] = a.withMend(out[at], mend, w)
	return out
}

// withMend puts the offer at the right end of a row, over the text if need be.
func (a *ask) withMend(line, mend string, w int) string {
	if mend == "" {
		return line
	}
	mend = a.look.accent.Render(mend)
	return between(fit(line, w-width(mend)-2), mend, w)
}
