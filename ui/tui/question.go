package tui

import (
	"slices"
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
	above         []string
	before, after int // fields of the form that are seen
	title         []string
	form          int // rows
	problems      int
	help          []string
	all           []string // the help, also what is not seen
	gaps          int      // blank rows after the title, before the help, before the title
}

// arrange divides the rows of a box. What explains goes first but for two
// rows, then the blank rows, then the other fields of the form, the farthest
// first; the form and the problems stay.
func (a *ask) arrange(b box, above []string) page {
	p := page{title: a.wrap(a.words(a.q.Title.In(a.lang)), b.w), problems: problemRows}
	switch {
	case a.q.Kind == "note":
		p.problems = 0
	case !a.typing():
		p.problems = 1
	}
	fixed, others := len(p.title)+p.problems, len(a.before)+len(a.after)
	if a.rows = b.h - fixed - others; a.height() > a.rows {
		a.rows = b.h - fixed
	}
	p.form = min(a.height(), max(a.rows, 1))
	p.all = a.help(b.w)
	p.help = p.all
	least := min(len(p.help), 2)
	rest := max(b.h-fixed-p.form, 0)
	p.seeOthers(len(a.before), len(a.after), min(others, max(rest-least, 0)))
	rest -= p.before + p.after
	p.gaps = min(max(rest-len(p.help), min(1, rest-least), 0), 2+btoi(p.before > 0))
	rest -= p.gaps
	p.help = p.help[:min(max(rest, 0), len(p.help))]
	p.above = above[:min(max(rest-len(p.help), 0), len(above))]
	return p
}

// seeOthers chooses the fields nearest to the current one.
func (p *page) seeOthers(before, after, n int) {
	p.after = min(after, max(n/2, n-before))
	p.before = min(before, n-p.after)
}

// help is the hint of the option under the cursor where it stands apart, the
// MID of the channel, the help line, the where line, and what comes of the answer.
func (a *ask) help(w int) []string {
	var out []string
	if how, _ := a.hints(a.w - a.indent()); how == hintsApart {
		if o, ok := a.hovered(); ok {
			out = a.wrap(a.hint(o), w)
		}
	}
	out = append(out, columns(a.look, w, "MID", a.mid.In(a.lang))...)
	out = append(out, a.wrap(a.words(a.q.Help.In(a.lang)), w)...)
	out = append(out, labelled(a.look, text.Of(a.lang, "ui.where"), a.words(a.q.Where.In(a.lang)), w)...)
	switch {
	case a.letter != "":
		out = append(append(out, ""), styled(a.look.accent, wrap(text.Of(a.lang, "ui.letter_ready"), w))...)
		out = append(append(out, ""), plainLines(a.letter, w)...)
	case a.typing() && len(a.options) > 0:
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
	out := a.aboveLines(p.above)
	out = append(out, a.otherLines(a.before[len(a.before)-p.before:], b.w)...)
	if p.gaps > 2 {
		out = append(out, "")
	}
	for i, line := range p.title {
		line = a.look.title.Render(line)
		if i == 0 {
			line = between(line, a.look.dim.Render(a.aside()), b.w)
		}
		out = append(out, line)
	}
	if p.gaps > 0 {
		out = append(out, "")
	}
	form := strings.Split(a.formView(), "\n")
	out = append(out, form[:min(len(form), p.form)]...)
	help, rows := a.lend(problems)
	out = append(out, a.problemLines(problems, rows, b.w)...)
	out = append(out, a.otherLines(a.after[:p.after], b.w)...)
	if p.gaps > 1 {
		out = append(out, "")
	}
	if len(help) < len(p.all) {
		help = goesOn(a.look, help, b.w, a.sign.below)
	}
	return append(out, help...)
}

// lend divides the rows below the form between what is wrong and the help.
func (a *ask) lend(problems []flow.Problem) (help []string, rows int) {
	p := a.page
	help, rows = p.help, p.problems
	switch {
	case a.wrong(problems): // what is wrong is said whole before the help is
		more := min(max(a.problemHeight(problems[0], a.box.w)-rows, 0), len(help))
		help, rows = help[:len(help)-more], rows+more
	case rows > 0 && len(help) < len(p.all): // nothing is wrong: the help has the rows that it lacks
		help, rows = p.all[:min(len(help)+rows-1, len(p.all))], 1
	}
	return help, rows
}

// formRow is the screen's row in which the form begins.
func (a *ask) formRow() int {
	p := a.page
	return a.box.y + len(p.above) + p.before + btoi(p.gaps > 2) + len(p.title) + btoi(p.gaps > 0)
}

// fieldAt is how many fields of the form a row of the screen is away from the
// current one: less than none above it, none where there is no other field.
func (a *ask) fieldAt(y int, problems []flow.Problem) int {
	p := a.page
	if at := y - a.box.y - len(p.above); at >= 0 && at < p.before {
		return at - p.before
	}
	_, rows := a.lend(problems)
	if at := y - a.formRow() - p.form - rows; at >= 0 && at < p.after {
		return at + 1
	}
	return 0
}

// aboveLines are what stands above, and how much more of it Tab shows.
func (a *ask) aboveLines(seen []string) []string {
	out := make([]string, len(seen))
	for i, line := range seen {
		out[i] = cut(line, a.box.w, a.sign.cut)
	}
	if hidden := len(a.above) - len(seen); hidden > 0 && len(out) > 1 {
		out[len(out)-2] = a.look.accent.Render(text.Of(a.lang, "ui.more_above", "n", itoa(hidden+1)))
		out[len(out)-1] = ""
	}
	return out
}

// aside stands beside the title: the parameters, and that none has to be given.
func (a *ask) aside() string {
	all := a.q.Params
	if a.q.Optional {
		all = append(slices.Clip(all), text.Of(a.lang, "ui.optional"))
	}
	return strings.Join(all, ", ")
}

// wrong reports whether there is a problem that may be spoken of.
func (a *ask) wrong(problems []flow.Problem) bool { return len(problems) > 0 && a.touched }

// cut reports whether a word about the question is not seen.
func (a *ask) cut() bool {
	return len(a.page.help) < len(a.page.all) || a.page.before < len(a.before) || a.page.after < len(a.after) || a.page.form < a.height()
}

// problemHeight is the number of rows that a problem wants.
func (a *ask) problemHeight(p flow.Problem, w int) int {
	return len(wrap(safe.Line(p.Finding.Message, 400), w-2))
}

// problemLines are the worst problem in the given number of rows, always as many.
func (a *ask) problemLines(problems []flow.Problem, n, w int) []string {
	out := make([]string, n)
	if !a.wrong(problems) {
		return out
	}
	worst := problems[0]
	mend := ""
	switch {
	case worst.Switches() != "":
		mend = text.Of(a.lang, "ui.tab_switch", "sdk", version(worst))
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

// version is the one that a mend switches to.
func version(p flow.Problem) string { return strings.ToUpper(string(p.Switches())) }

// withMend puts the offer at the right end of a row, over the text if need be.
func (a *ask) withMend(line, mend string, w int) string {
	if mend == "" {
		return line
	}
	mend = a.look.accent.Render(mend)
	return between(fit(line, w-width(mend)-2), mend, w)
}
