package answers_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
)

func FuzzDecode(f *testing.F) {
	f.Add(usual)
	f.Add(string(answers.JSON(decoded(f, usual))))
	f.Add("params: {a: [1, {b: 'x''y'}], # note\n \"c\": |\n  x\n")
	f.Add("{\"params\":{\"name\":\"\\ud83d\\ude00\\\\ud800\"}}")
	f.Add("a: &x\n? *x\n: !t <<")
	f.Add("version: 2\nparams:\r\tname: \xb0\xa1")
	f.Fuzz(func(t *testing.T, src string) {
		a, found := answers.Decode("a.yaml", []byte(src), text.Ko)
		for _, x := range found {
			whole(t, text.Ko, x)
			if !utf8.ValidString(x.Value) || strings.ContainsFunc(x.Value+x.Message, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
				t.Errorf("%s: %q %q", x.Rule, x.Value, x.Message)
			}
		}
		plain := answers.JSON(a)
		if !json.Valid(plain) {
			t.Fatalf("no JSON: %s", plain)
		}
		for name, form := range map[string][]byte{"b.json": plain, "b.yaml": answers.YAML(a)} {
			back, found := answers.Parse(name, form, text.Ko)
			if len(found) > 0 {
				t.Fatalf("%s: %s: %s\n%s", name, found[0].Rule, found[0].Message, form)
			}
			if got := string(answers.JSON(back)); got != string(plain) {
				t.Fatalf("%s\n got %s\nwant %s", form, got, plain)
			}
		}
		answers.Locate([]wizard.Finding{{Path: "params.name"}, {Path: "params.x.0.y"}, {Path: "mode"}}, "a.yaml", []byte(src), a)
	})
}

// heavy are files of nearly the limit, each built to make one part of the
// reader slow.
func heavy() map[string]string {
	fill := func(head, part, tail string) string {
		return head + strings.Repeat(part, (answers.MaxSize-len(head)-len(tail))/len(part)) + tail
	}
	return map[string]string{
		"one line of small values":    fill("params: {x: [", "1,", "1]}"),
		"many short lines":            fill("params:\n  x:\n", "   - a\n", ""),
		"many unknown keys":           fill("", "a\n", ""),
		"open brackets":               fill("", "[", ""),
		"open braces":                 fill("", "{a: ", ""),
		"question marks":              fill("", "? ", ""),
		"dashes":                      fill("", "- ", ""),
		"quotes":                      fill("", "'", ""),
		"one long word":               fill("params: {name: ", "나", "}"),
		"one long quoted word":        fill(`params: {name: "`, `\u00e9`, `"}`),
		"comments":                    fill("params: {x: [1,\n", "# ]\n", "2]}"),
		"blank lines in a value":      fill("params: {name: 'a", "\n", "b'}"),
		"JSON":                        fill(`{"params":{"x":[`, "[],", "0]}}"),
		"JSON of escapes":             fill(`{"params":{"x":"`, `\\`, `"}}`),
		"long keys inside each other": "params: " + strings.Repeat("{"+strings.Repeat("k", 1000)+": ", 50) + "1" + strings.Repeat("}", 50),
	}
}

func BenchmarkDecode(b *testing.B) {
	src := []byte(usual)
	for b.Loop() {
		if _, found := answers.Decode("a.yaml", src, text.Ko); len(found) > 0 {
			b.Fatal(found[0].Message)
		}
	}
}

func BenchmarkDecodeJSON(b *testing.B) {
	src := answers.JSON(decoded(b, usual))
	for b.Loop() {
		if _, found := answers.Decode("a.json", src, text.Ko); len(found) > 0 {
			b.Fatal(found[0].Message)
		}
	}
}

func BenchmarkDecodeHeavy(b *testing.B) {
	for name, src := range heavy() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				answers.Decode("a.yaml", []byte(src), text.Ko)
			}
		})
	}
}

func BenchmarkYAML(b *testing.B) {
	a := decoded(b, usual)
	for b.Loop() {
		answers.YAML(a)
	}
}
