package lint_test

import (
	"math/rand/v2"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
)

// BenchmarkRead reads a usual file: a page of ours, a component, and a page
// without payments.
func BenchmarkRead(b *testing.B) {
	a := sample.Valid(rand.New(rand.NewPCG(1, 1)), sample.Places()[0], today)
	files := map[string]string{"other.js": "export const shop = { name: 'x' };\n"}
	for _, target := range []string{"html", "react"} {
		out, err := snippets.Generate(a, target)
		if err != nil {
			b.Fatal(err)
		}
		files[out.Files[0].Path] = out.Files[0].Body
	}
	for name, body := range files {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				if _, err := lint.Read(name, []byte(body), lint.Options{Setup: wizard.Setup{}, Lang: text.Ko, Today: today}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
