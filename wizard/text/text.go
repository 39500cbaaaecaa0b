// Package text gives every sentence of the product by its id, in Korean or
// English. The sentences stand in assets/texts, one file per room and
// language; a test holds that both languages have every id with the same
// placeholders. It does not lay out, colour or make anything safe to print.
package text

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"smartro-wizard/assets"
)

// Lang is a language that people read.
type Lang string

// The languages. Korean comes first everywhere.
const (
	Ko Lang = "ko"
	En Lang = "en"
)

// Langs are all languages, in the order in which they are offered.
var Langs = []Lang{Ko, En}

// Pair is one sentence in both languages, for rows that carry their own words.
type Pair struct {
	Ko string `json:"ko"`
	En string `json:"en"`
}

// In is the sentence in the given language.
func (p Pair) In(l Lang) string {
	if l == En {
		return p.En
	}
	return p.Ko
}

// Of is the sentence with the id ROOM.NAME, with every {placeholder} replaced:
// args are pairs of placeholder and text. An id that does not exist comes back
// as itself, so that a missing sentence is seen and not a blank; see Has.
func Of(l Lang, id string, args ...string) string {
	room, name, _ := strings.Cut(id, ".")
	s, ok := table(room, l)[name]
	if !ok {
		return id
	}
	return Fill(s, args...)
}

// Has reports whether the sentence exists.
func Has(l Lang, id string) bool {
	room, name, _ := strings.Cut(id, ".")
	_, ok := table(room, l)[name]
	return ok
}

// Fill replaces every {placeholder}; args are pairs of placeholder and text.
// What was put in is not looked at again.
func Fill(s string, args ...string) string {
	if len(args) == 0 || !strings.Contains(s, "{") {
		return s
	}
	pairs := make([]string, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs[i], pairs[i+1] = "{"+args[i]+"}", args[i+1]
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

type key struct {
	room string
	lang Lang
}

// loaded holds each file once it was asked for: nothing is decoded at start-up.
var loaded sync.Map // key → map[string]string

func table(room string, l Lang) map[string]string {
	k := key{room, l}
	if t, ok := loaded.Load(k); ok {
		return t.(map[string]string)
	}
	raw, err := assets.Files.ReadFile("texts/" + room + "." + string(l) + ".json")
	t := map[string]string{}
	if err == nil {
		if t, err = sentences(string(raw)); err != nil {
			panic("text: texts/" + room + "." + string(l) + ".json: " + err.Error())
		}
	}
	loaded.Store(k, t)
	return t
}

// sentences reads a flat object with a line for each member, as our files are
// and a test holds. A JSON library takes three times as long before its first
// value, which every command would wait for.
func sentences(raw string) (map[string]string, error) {
	t := make(map[string]string, strings.Count(raw, "\n"))
	for line := range strings.Lines(raw) {
		name, sentence, ok := strings.Cut(strings.TrimRight(line, ",\n"), "\": ")
		if !ok {
			continue // a brace
		}
		s, err := unquote(sentence)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
		t[strings.TrimLeft(name, " \"")] = s
	}
	return t, nil
}

// unquote spares most sentences the search for what they do not have.
func unquote(s string) (string, error) {
	if strings.HasPrefix(s, `"`) && strings.HasSuffix(s, `"`) && strings.Count(s, `"`) == 2 && !strings.Contains(s, `\`) {
		return s[1 : len(s)-1], nil
	}
	return strconv.Unquote(s)
}
