//go:build e2e

package literals_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// What is nested comes back through the language's own JSON, number by number
// and key by key.
func TestNestedValuesComeBack(t *testing.T) {
	for _, l := range languages {
		if l.value == nil {
			continue
		}
		t.Run(l.name, func(t *testing.T) {
			given, refused := nested(t), 0
			var kept value.Value
			for _, v := range given.Items() {
				if _, err := l.value(v); err == nil {
					kept = value.ListOf(append(kept.Items(), v)...)
				} else if e := new(refusal.Error); errors.As(err, &e) && e.Reason == refusal.InexactNumber {
					refused++
				} else {
					t.Fatal(err)
				}
			}
			l.encode = func(string) (string, error) { return l.value(kept) }
			out, err := l.run(t, place{statement: l.json}, []string{""})
			if err != nil {
				t.Fatal(err)
			}
			want, err := kept.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			if differ := compare(decoded(t, out), decoded(t, string(want))); differ != "" {
				t.Error(differ)
			}
			if t.Logf("%s: %d nested values exact, %d refused for a number", l.name, kept.Len(), refused); kept.Len() < 200 || refused == 0 {
				t.Error("too few of either")
			}
		})
	}
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %.400s", err, text)
	}
	return v
}

func compare(got, want any) string {
	switch w := want.(type) {
	case map[string]any:
		g, is := got.(map[string]any)
		if !is || len(g) != len(w) {
			return fmt.Sprintf("%.200v is no %.200v", got, want)
		}
		for key := range w {
			if differ := compare(g[key], w[key]); differ != "" {
				return fmt.Sprintf("%q: %s", key, differ)
			}
		}
		return ""
	case []any:
		g, is := got.([]any)
		if !is || len(g) != len(w) {
			return fmt.Sprintf("%.200v is no %.200v", got, want)
		}
		for i := range w {
			if differ := compare(g[i], w[i]); differ != "" {
				return fmt.Sprintf("%d: %s", i, differ)
			}
		}
		return ""
	case json.Number:
		g, _ := got.(json.Number)
		a, is := new(big.Rat).SetString(g.String())
		b, _ := new(big.Rat).SetString(w.String())
		if is && a.Cmp(b) == 0 {
			return ""
		}
	}
	if got != want {
		return fmt.Sprintf("%.200v is not %.200v", got, want)
	}
	return ""
}

// nested are trees of the hostile texts, with keys that languages take for
// numbers, and one as deep as encoders go.
func nested(t *testing.T) value.Value {
	t.Helper()
	var words []string
	for _, s := range texts(t) {
		if utf8.ValidString(s) && len(s) < 1000 {
			words = append(words, s)
		}
	}
	random := rand.New(rand.NewPCG(9, 2))
	var all []value.Value
	for range 300 {
		all = append(all, tree(random, words, 4))
	}
	deep := value.Text("끝")
	for i := range 96 {
		if deep = value.ListOf(deep); i%2 == 0 {
			deep = value.ObjectOf(value.Field{Key: "0", Value: deep.Items()[0]})
		}
	}
	return value.ListOf(append(all, deep)...)
}

var numbers = []string{"0", "-0", "-0.0", "1004", "1004.50", "1e3", "5e-324", "9007199254740993", "-9223372036854775808", "9223372036854775807", "1e400", "0.1"}

func tree(random *rand.Rand, words []string, depth int) value.Value {
	word := func() string { return words[random.IntN(len(words))] }
	switch kind := random.IntN(4 + min(depth, 3)); kind {
	case 0:
		return []value.Value{value.Nothing(), value.Truth(true), value.Truth(false)}[random.IntN(3)]
	case 1:
		return value.Digits(numbers[random.IntN(len(numbers))])
	case 2, 3:
		return value.Text(word())
	case 4:
		var items []value.Value
		for range random.IntN(4) {
			items = append(items, tree(random, words, depth-1))
		}
		return value.ListOf(items...)
	case 5:
		var fields []value.Field
		for i := range random.IntN(4) {
			fields = append(fields, value.Field{Key: fmt.Sprint(i), Value: tree(random, words, depth-1)})
		}
		return value.ObjectOf(fields...)
	}
	fields := map[string]value.Field{}
	for range random.IntN(4) {
		key := word()
		fields[key] = value.Field{Key: key, Value: tree(random, words, depth-1)}
	}
	var list []value.Field
	for _, key := range words {
		if f, has := fields[key]; has {
			list = append(list, f)
			delete(fields, key)
		}
	}
	return value.ObjectOf(list...)
}
