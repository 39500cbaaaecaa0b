package lint_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// places holds that every finding stands in the text, under every name that a
// file may have.
func places(t *testing.T, name, body string) {
	t.Helper()
	r, err := lint.Read(name, []byte(body), lint.Options{Lang: text.En, Today: today})
	if err != nil {
		return
	}
	lines := strings.Split(r.Text, "\n")
	for _, f := range r.Findings {
		if f.Line == 0 {
			continue
		}
		if f.Line > len(lines) || f.EndLine > len(lines) || f.EndLine < f.Line || f.Column < 1 || f.Column > utf8.RuneCountInString(lines[f.Line-1])+1 {
			t.Fatalf("%s stands at %d:%d to %d:%d of %d lines in %q:\n%s", f.Rule, f.Line, f.Column, f.EndLine, f.EndColumn, len(lines), name, body)
		}
		if f.State == wizard.StateFound && (f.Message == "" || f.Fix == "" || strings.Contains(f.Message+f.Fix+f.Why, "{value}")) {
			t.Fatalf("%s says %q, %q", f.Rule, f.Message, f.Fix)
		}
	}
}

var damages = []func(*rand.Rand, string) string{
	func(r *rand.Rand, s string) string { return s[:r.IntN(len(s)+1)] },
	func(r *rand.Rand, s string) string { return s[r.IntN(len(s)+1):] },
	func(r *rand.Rand, s string) string { i := r.IntN(len(s)); return s[:i] + s[i+1:] },
	func(r *rand.Rand, s string) string {
		i := r.IntN(len(s) + 1)
		return s[:i] + []string{"`", "\"", "'", "{", "}", ")", "<script>", "<%", "?>", "/*", "${", "\\", "\n", "가"}[r.IntN(14)] + s[i:]
	},
	func(r *rand.Rand, s string) string {
		i, j := r.IntN(len(s)), r.IntN(len(s))
		return s[:min(i, j)] + s[max(i, j):]
	},
}

// TestDamagedFieldCodeIsReadInPlace damages field code in a thousand ways:
// pastes are cut off, quoted, and lose signs.
func TestDamagedFieldCodeIsReadInPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 64))
	files, err := filepath.Glob("testdata/field/*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			body := string(raw)
			for range 1 + r.IntN(3) {
				if body != "" {
					body = damages[r.IntN(len(damages))](r, body)
				}
			}
			as := []string{filepath.Base(name), "", "a.md", "a.php"}[r.IntN(4)]
			places(t, as, body)
			n++
		}
	}
	t.Logf("%d damaged files", n)
}

// FuzzRead holds the same for any text.
func FuzzRead(f *testing.F) {
	for _, repeat := range heavy {
		f.Add("", repeat(200))
	}
	f.Add("a.html", "<script>"+v1Call+v2Call)
	f.Fuzz(func(t *testing.T, name, body string) { places(t, name, body) })
}
