package tui

import (
	"errors"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/lineedit"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// notice is a passing sentence above the row of keys; the next key takes it away.
type notice struct {
	text  string
	alarm bool
}

// maxNotice is the most code points of a passing sentence.
const maxNotice = 300

func (m *Model) say(s string, alarm bool) { m.notice = notice{safe.Line(s, maxNotice), alarm} }

// noticeRows are the passing sentence, or the hint of the chosen action: one
// row, two where it is long.
func (m *Model) noticeRows(w int) []string {
	style, words := m.look.accent, m.notice.text
	switch {
	case m.actions != nil:
		style, words = m.look.dim, m.actions.all[m.actions.at].hint
	case m.notice.alarm:
		style, words = m.look.alarm, m.sign.alert+" "+words
	}
	rows := wrap(words, w)
	return styled(style, rows[:min(len(rows), 2)])
}

// why is an error in a few words fit for the screen.
func (m *Model) why(err error) string {
	var refused *snippets.Error
	if errors.As(err, &refused) {
		return safe.Line(refused.Say(m.lang), maxNotice)
	}
	return safe.Line(err.Error(), maxNotice)
}

// sayCleaned tells what a paste lost on the way in.
func (m *Model) sayCleaned(c lineedit.Cleaned) {
	var what []string
	for _, part := range []struct {
		is bool
		id string
	}{
		{c.Lines, "ui.cleaned_lines"}, {c.Edges, "ui.cleaned_edges"}, {c.Hidden, "ui.cleaned_hidden"},
		{c.Bytes, "ui.cleaned_bytes"}, {c.Joined, "ui.cleaned_joined"}, {c.Cut, "ui.cleaned_cut"},
	} {
		if part.is {
			what = append(what, text.Of(m.lang, part.id))
		}
	}
	if len(what) > 0 {
		m.say(text.Of(m.lang, "ui.cleaned", "what", strings.Join(what, ", ")), false)
	}
}
