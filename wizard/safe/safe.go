// Package safe makes text that the tool did not write fit to be shown on a
// terminal: what somebody typed or pasted, file names, errors, what a browser
// sent. Code points that steer a terminal or hide are shown by name and
// nothing is dropped. It is for showing only: values, files and generated code
// never pass through it.
package safe

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Mask stands for a secret. Its length says nothing about the secret's.
const Mask = "***"

// tabStop is what a tab becomes in a block, where it is layout.
const tabStop = "    "

const cut = "..."

// Line gives s as one line of at most max code points, the last three "..."
// where something was left off. Controls become ^[ and the like, other code
// points that do not show \u202e, bytes that are not UTF-8 \xff. A max under 1
// gives nothing.
func Line(s string, max int) string {
	if max < 1 {
		return ""
	}
	var b strings.Builder
	runes, keep := 0, 0 // code points written; bytes that leave room for the dots
	prev := rune(-1)
	for len(s) > 0 {
		shown, size, last := piece(s, prev)
		runes += utf8.RuneCountInString(shown)
		if runes > max {
			return b.String()[:keep] + cut[:min(len(cut), max)]
		}
		b.WriteString(shown)
		if runes <= max-len(cut) {
			keep = b.Len()
		}
		s, prev = s[size:], last
	}
	return b.String()
}

// Block gives s as at most maxLines lines of at most maxRunes code points
// each. Line ends may be LF or CRLF; a tab becomes four blanks. The last line
// is "..." where lines were left off.
func Block(s string, maxLines, maxRunes int) string {
	var lines []string
	for more := maxLines > 0; more; {
		var line string
		line, s, more = strings.Cut(s, "\n")
		if more && len(lines) == maxLines-1 {
			lines = append(lines, cut)
			break
		}
		if more {
			line = strings.TrimSuffix(line, "\r")
		}
		lines = append(lines, Line(strings.ReplaceAll(head(line, maxRunes), "\t", tabStop), maxRunes))
	}
	return strings.Join(lines, "\n")
}

// head keeps work on a huge line bounded: no code point is longer than four
// bytes, and the byte past them lets Line see that something was left off.
func head(line string, maxRunes int) string {
	if n := utf8.UTFMax*(max(maxRunes, 0)+1) + 1; len(line) > n {
		return line[:n]
	}
	return line
}

// piece shows the first code point of s; prev is the one before it. A joiner
// between two emoji comes with the emoji behind it, so that no cut parts them.
func piece(s string, prev rune) (shown string, size int, last rune) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf(`\x%02x`, s[0]), 1, -1
	case r < 0x20 || r == 0x7f:
		return "^" + string(r^0x40), size, -1
	case r == joiner && (emoji(prev) || prev == emojiLook):
		if next, n := utf8.DecodeRuneInString(s[size:]); emoji(next) {
			return s[:size+n], size + n, next
		}
	case picks(r, prev):
		return s[:size], size, r // another selector behind it is hidden text
	}
	if Hidden(r) {
		return escape(r), size, -1
	}
	return s[:size], size, r
}

func escape(r rune) string {
	if r > 0xffff {
		return fmt.Sprintf(`\u{%x}`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
