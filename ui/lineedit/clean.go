package lineedit

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"smartro-wizard/wizard/safe"
)

// Limit is the most code points that a line takes. No value of a payment
// request comes near it; a file that was pasted by mistake does.
const Limit = 4000

// Cleaned says what was changed on the way in, so that the person can be told.
type Cleaned struct {
	Lines  bool // line ends and tabs became blanks
	Edges  bool // blanks at either end were left off
	Hidden bool // controls and invisible characters were left off
	Bytes  bool // bytes that are not UTF-8 were left off
	Joined bool // decomposed letters were composed (NFC)
	Cut    bool // everything past Limit was left off
}

// Any reports whether anything was changed.
func (c Cleaned) Any() bool { return c != Cleaned{} }

// Clean makes pasted text fit for a line and says what that took.
func Clean(s string) (string, Cleaned) {
	var c Cleaned
	s, c.Cut = cutAt(s, Limit*4) // before anything costs time: a paste may be 10 MB
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			c.Bytes = true
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			c.Lines = true
			b.WriteByte(' ')
		case safe.Hidden(r):
			c.Hidden = true
		default:
			b.WriteRune(r)
		}
	}
	s = b.String()
	if trimmed := strings.TrimSpace(s); trimmed != s {
		c.Edges, s = true, trimmed
	}
	if composed := norm.NFC.String(s); composed != s {
		c.Joined, s = true, composed
	}
	s, long := cutAt(s, Limit)
	c.Cut = c.Cut || long
	return s, c
}

// cutAt keeps the first n code points.
func cutAt(s string, n int) (string, bool) {
	if len(s) <= n {
		return s, false
	}
	for i := range s {
		if n == 0 {
			return s[:i], true
		}
		n--
	}
	return s, false
}
