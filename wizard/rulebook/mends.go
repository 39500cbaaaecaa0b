package rulebook

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

func sure(edits ...value.Edit) []wizard.Mend   { return []wizard.Mend{{Sure: true, Edits: edits}} }
func unsure(edits ...value.Edit) []wizard.Mend { return []wizard.Mend{{Edits: edits}} }

// drop takes a key away that does nothing, so that nothing is lost by it.
func drop(_ *Look, v Verdict) []wizard.Mend { return sure(value.Take(v.Path)) }

// dropUnsure takes a key away that does something, which may have been meant.
func dropUnsure(_ *Look, v Verdict) []wizard.Mend { return unsure(value.Take(v.Path)) }

// trimmed takes blanks around a text away where the shape is content with the rest.
func trimmed(pattern string) Mend {
	shape := lazy(pattern)
	return func(l *Look, v Verdict) []wizard.Mend {
		was := l.At(v.Path)
		now := strings.TrimSpace(was.Text())
		if was.Kind() != value.String || now == was.Text() || !shape().MatchString(now) {
			return nil
		}
		return sure(value.Put(v.Path, value.Text(now)))
	}
}

// spelled puts one of the known words where the text is that word but for
// case, blanks and the marks between, and offers the nearest one where it is a
// slip of the keyboard away.
func spelled(words ...string) Mend { return spelledAs(func() []string { return words }) }

// spelledAs is spelled for words that the catalogue has.
func spelledAs(words func() []string) Mend {
	return func(l *Look, v Verdict) []wizard.Mend {
		was, ok := word(l.At(v.Path))
		if !ok {
			return nil
		}
		to, same := nearest(was, words())
		if to == "" {
			return nil
		}
		return []wizard.Mend{{Sure: same, Edits: []value.Edit{value.Put(v.Path, value.Text(to))}}}
	}
}

// put sets the one value that can be meant.
func put(to value.Value) Mend {
	return func(_ *Look, v Verdict) []wizard.Mend { return sure(value.Put(v.Path, to)) }
}

func putText(path, s string) value.Edit { return value.Put(path, value.Text(s)) }

// truth reads a quoted true or false as the boolean that was meant.
func truth(l *Look, v Verdict) []wizard.Mend {
	switch strings.ToLower(strings.TrimSpace(l.At(v.Path).Text())) {
	case "true":
		return sure(value.Put(v.Path, value.Truth(true)))
	case "false":
		return sure(value.Put(v.Path, value.Truth(false)))
	}
	return nil
}

// plainWord is a word without case and without the marks that spellings differ in.
func plainWord(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("_- .", r) {
			return -1
		}
		return r
	}, s))
}

// nearest is the known word that s is but for case and marks (same), or the
// only one within two slips of it; "" where there is none.
func nearest(s string, words []string) (to string, same bool) {
	plain := plainWord(s)
	if i := slices.IndexFunc(words, func(w string) bool { return plainWord(w) == plain }); i >= 0 {
		return words[i], true
	}
	if len(s) > 64 {
		return "", false
	}
	best, ties := 3, 0
	for _, w := range words {
		d := slips(plain, plainWord(w))
		if limit := max(1, len(w)/4); d > limit || d > best {
			continue
		}
		if d == best {
			ties++
			continue
		}
		best, ties, to = d, 0, w
	}
	if ties > 0 {
		return "", false
	}
	return to, false
}

// slips counts the letters to insert, drop, change or swap with the next one
// to make a into b.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before, last []int
	for j := range len(y) + 1 {
		last = append(last, j)
	}
	for i := 1; i <= len(x); i++ {
		line := make([]int, len(y)+1)
		line[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			line[j] = min(last[j]+1, line[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				line[j] = min(line[j], before[j-2]+1)
			}
		}
		before, last = last, line
	}
	return last[len(y)]
}
