package tui

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
)

// shown are the answers as texts on the screen may tell them.
func (m *Model) shown() wizard.Answers {
	if m.mask {
		return answers.Masked(m.draft.Answers())
	}
	return m.draft.Answers()
}

// shownCode is a line with the share code of these answers in it, which anybody
// can read, as the screen may show it.
func (m *Model) shownCode(line string) string {
	if !m.mask {
		return line
	}
	words := strings.Split(line, " ")
	for i, w := range words {
		if share.Looks(w) {
			words[i] = share.Prefix + safe.Mask
		}
	}
	return strings.Join(words, " ")
}
