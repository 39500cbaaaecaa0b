package answers

import (
	"strings"

	"smartro-wizard/wizard/text"
)

// nearest gives the candidate that was probably meant, or "". sure: they
// differ only in case, hyphens and underscores.
func nearest(s string, among []string) (near string, sure bool) {
	if s == "" || len(s) > 60 {
		return "", false // measuring a long text is slow, and it is no slip of a finger
	}
	for _, c := range among {
		if folded(c) == folded(s) {
			return c, true
		}
	}
	best := max(1, len(s)/3) + 1
	for _, c := range among {
		if d := distance(folded(s), folded(c)); d < best && d < len(c) {
			near, best = c, d
		}
	}
	return near, false
}

func folded(s string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(s))
}

// distance counts the insertions, removals, replacements and swaps of two
// neighbours that lead from a to b.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last := make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row := make([]int, len(t)+1)
		row[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(t)]
}

// soundsSecret reports whether a key asks for what answers must not hold.
func soundsSecret(name string) bool {
	name = folded(name)
	for _, word := range []string{"secret", "password", "passwd", "impkey", "apikey", "merchantkey", "token"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

func (r *reader) say(name string) string { return text.Of(r.lang, "answers."+name) }
