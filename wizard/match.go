package wizard

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"smartro-wizard/wizard/text"
)

// How tells how words point to a symptom.
type How string

// The ways, best first.
const (
	ByText    How = "text"    // a text that a source ties to the failure stands in the words
	BySimilar How = "similar" // such a text nearly stands there: slips, other values, another order
	ByHint    How = "hint"    // words of customers point there; nothing is proven
)

// Match is a symptom that words may be about. Score orders matches of one search.
type Match struct {
	Symptom Symptom
	How     How
	Score   int
}

const (
	nearly      = 0.72 // of a known text's pieces that have to be in the words
	wellHinted  = 0.80 // of a hint's
	leastScore  = 18   // below it a match is only noise
	longestWord = 4000 // code points of the words that are looked at
)

// Matches finds the symptoms that words may be about, best first: error texts
// with slips and with the customer's own values in them, in any order and in
// either language, and what customers say instead of an error text.
func Matches(words string) []Match {
	q := newQuery(words)
	var all []Match
	for i, s := range symptoms() {
		if m := q.match(s, symptomTerms()[i]); m.Score >= leastScore {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b Match) int {
		return cmp.Or(cmp.Compare(order(a.How), order(b.How)), cmp.Compare(b.Score, a.Score))
	})
	return all
}

// order puts a known text before everything else; the rest goes by its score.
func order(h How) int {
	if h == ByText {
		return 0
	}
	return 1
}

// terms are a symptom's texts, made ready for comparing.
type terms struct {
	patterns, likely []term
	title            []term // words of the title
}

type term struct {
	low    string
	pieces []string
}

var symptomTerms = sync.OnceValue(func() []terms {
	all := make([]terms, len(symptoms()))
	for i, s := range symptoms() {
		for _, p := range s.Patterns {
			all[i].patterns = append(all[i].patterns, termOf(p))
		}
		for _, p := range s.Likely {
			all[i].likely = append(all[i].likely, termOf(p))
		}
		for _, l := range text.Langs {
			for w := range strings.FieldsSeq(s.Title.In(l)) {
				if t := termOf(strings.Trim(w, ".,()")); len(t.pieces) >= 3 {
					all[i].title = append(all[i].title, t)
				}
			}
		}
	}
	return all
})

func termOf(s string) term { return term{strings.ToLower(s), piecesOf(s)} }

// query is what somebody typed or pasted.
type query struct {
	low    string
	pieces map[string]bool
}

func newQuery(words string) query {
	if r := []rune(words); len(r) > longestWord {
		words = string(r[:longestWord])
	}
	q := query{low: strings.Join(strings.Fields(strings.ToLower(words)), " "), pieces: map[string]bool{}}
	for _, p := range piecesOf(words) {
		q.pieces[p] = true
	}
	return q
}

// match scores a symptom: a known text counts most, a nearly known one by how
// much of it is there, hints and title words a little each.
func (q query) match(s Symptom, t terms) Match {
	m := Match{Symptom: s, How: ByHint}
	for _, p := range t.patterns {
		switch has := q.has(p); {
		case strings.Contains(q.low, p.low):
			m.How, m.Score = ByText, m.Score+100+len(p.pieces)
		case has >= nearly && len(p.pieces) >= 6:
			if m.How != ByText {
				m.How = BySimilar
			}
			m.Score += int(60 * has)
		}
	}
	for _, l := range t.likely {
		switch {
		case strings.Contains(q.low, l.low):
			m.Score += 20 + len(l.pieces)/2
			if len(l.pieces) >= 8 {
				m.Score += 40 // as it stands, and too long for chance
			}
		case len(l.pieces) >= 5 && q.has(l) >= wellHinted:
			m.Score += 15
		}
	}
	for _, w := range t.title {
		if q.has(w) >= wellHinted {
			m.Score += 4
		}
	}
	return m
}

// has is the part of a term's pieces that the words have.
func (q query) has(t term) float64 {
	if len(t.pieces) == 0 {
		return 0
	}
	n := 0
	for _, p := range t.pieces {
		if q.pieces[p] {
			n++
		}
	}
	return float64(n) / float64(len(t.pieces))
}

// piecesOf cuts a text into runs of three letters, Hangul by its jamo, so that
// a slip in one syllable leaves most pieces whole. Signs and blanks part
// nothing: customers leave them out.
func piecesOf(s string) []string {
	var letters []rune
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 0xac00 && r <= 0xd7a3:
			letters = append(letters, jamo(r)...)
		case unicode.IsLetter(r), unicode.IsDigit(r):
			letters = append(letters, r)
		}
	}
	var all []string
	for i := 0; i+3 <= len(letters); i++ {
		all = append(all, string(letters[i:i+3]))
	}
	return all
}

// jamo takes a syllable apart into its two or three letters.
func jamo(r rune) []rune {
	const first, vowel, last, vowels, lasts = 0x1100, 0x1161, 0x11a7, 21, 28
	n := r - 0xac00
	parts := []rune{first + n/(vowels*lasts), vowel + n/lasts%vowels}
	if n%lasts > 0 {
		parts = append(parts, last+n%lasts)
	}
	return parts
}
