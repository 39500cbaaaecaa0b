package report

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
)

const (
	tab      = "    "
	leftOff  = "..."
	leastRun = 8 // cells in front of the marked place that stay where a line is cut
	longLine = 4000
)

// Code shows one line of source with the place of a finding marked below it, in
// lines of at most width cells: a number, the text, and carets that stand under
// the cells of the place, also under Hangul.
func Code(line string, f wizard.Finding, width int) []string {
	gutter := strconv.Itoa(f.Line)
	blank := strings.Repeat(" ", len(gutter))
	before, there, after := parts(line, f)
	room := max(width-len(gutter)-3, leastRun*2)
	before, there, after = fitted(before, there, after, room)
	carets := strings.Repeat("^", max(ansi.StringWidth(there), 1))
	return []string{
		strings.TrimRight(gutter+" | "+before+there+after, " "),
		blank + " | " + strings.Repeat(" ", ansi.StringWidth(before)) + carets,
	}
}

// parts takes a line apart at the place of a finding, each part safe to show.
func parts(line string, f wizard.Finding) (before, there, after string) {
	line = strings.TrimRight(line, "\r\n")
	runes := []rune(line)
	start := min(max(f.Column-1, 0), len(runes))
	end := len(runes)
	if f.EndLine == f.Line {
		end = min(max(f.EndColumn-1, start), len(runes))
	}
	before = strings.TrimLeft(string(runes[:start]), " \t")
	there, after = string(runes[start:end]), string(runes[end:])
	if strings.TrimSpace(before) == "" {
		before = ""
	}
	return plain(before, true), plain(there, false), plain(after, false)
}

// plain makes a piece of a line safe to show and hides what may be a secret. Of
// a long one only the end that is near the place is worked on.
func plain(s string, tail bool) string {
	if len(s) > longLine && tail {
		s = strings.ToValidUTF8(s[len(s)-longLine:], "")
	} else if len(s) > longLine {
		s = strings.ToValidUTF8(s[:longLine], "")
	}
	s = keys().ReplaceAllString(s, safe.Mask)
	return safe.Line(strings.ReplaceAll(s, "\t", tab), longLine*2)
}

// keys are runs that may be a key of the API: long ones, and the sixteen digits
// of imp_key.
var keys = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[A-Za-z0-9+/]{40,}|\b[0-9]{16}\b`)
})

// Keys are the parts of a text that may be a key of the API, as byte offsets.
func Keys(s string) (spans [][2]int) {
	for _, at := range keys().FindAllStringIndex(s, -1) {
		spans = append(spans, [2]int{at[0], at[1]})
	}
	return spans
}

// fitted cuts the three parts so that the place is in sight.
func fitted(before, there, after string, room int) (string, string, string) {
	if over := ansi.StringWidth(before) + min(ansi.StringWidth(there), room/2) - room; over > 0 {
		keep := max(ansi.StringWidth(before)-over-len(leftOff), leastRun)
		cut := max(ansi.StringWidth(before)-keep, 0)
		rest := ansi.TruncateLeft(before, cut, "")
		if ansi.StringWidth(rest) > keep { // half of a wide character was left
			rest = ansi.TruncateLeft(before, cut+1, "")
		}
		before = leftOff + rest
	}
	there = ansi.Truncate(there, max(room-ansi.StringWidth(before), 1), "")
	after = ansi.Truncate(after, max(room-ansi.StringWidth(before)-ansi.StringWidth(there), 0), "")
	return before, there, after
}
