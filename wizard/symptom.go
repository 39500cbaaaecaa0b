package wizard

import (
	"slices"
	"strings"
)

// SymptomFor finds the failure behind a message. Sure is true when the message
// holds a text that a source ties to the failure. Otherwise the symptom only
// resembles: it is the one that most of the words point to, and what a person
// reads must say so.
func SymptomFor(message string) (s Symptom, sure, ok bool) {
	low := strings.ToLower(message)
	best, length := -1, 0
	for i, s := range symptoms() {
		if n := longest(low, s.Patterns); n > length {
			best, length = i, n
		}
	}
	if best >= 0 {
		return symptoms()[best], true, true
	}
	most := 0
	for i, s := range symptoms() {
		if n := hits(low, s.Likely); n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return Symptom{}, false, false
	}
	return symptoms()[best], false, true
}

// SymptomOf finds a symptom by its id.
func SymptomOf(id string) (Symptom, bool) {
	i := slices.IndexFunc(symptoms(), func(s Symptom) bool { return s.ID == id })
	if i < 0 {
		return Symptom{}, false
	}
	return symptoms()[i], true
}

// longest is the length of the longest fragment in low: a long fragment tells
// more than a short one that another failure shares.
func longest(low string, fragments []string) int {
	n := 0
	for _, f := range fragments {
		if strings.Contains(low, strings.ToLower(f)) {
			n = max(n, len(f))
		}
	}
	return n
}

func hits(low string, words []string) int {
	n := 0
	for _, w := range words {
		if strings.Contains(low, strings.ToLower(w)) {
			n++
		}
	}
	return n
}
