package snippets_test

import (
	"regexp"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"smartro-wizard/wizard"
)

// later is what came after ECMAScript 5 and what esbuild would quietly lower,
// and what browsers of that time do not have. Literals and comments are blanked.
var (
	later  = regexp.MustCompile("=>|`|\\.\\.\\.|\\?\\.|\\?\\?|\\b(let|const|class|async|await|of|Promise|fetch|URL|URLSearchParams|Symbol|Map|AbortController|AbortSignal|padStart|includes|Array\\.from|dataset|append|remove)\\b")
	silent = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|//.*`)
)

func TestES5IsES5(t *testing.T) {
	for _, tt := range pageCases {
		a := tt.answers
		a.Options.Syntax = wizard.SyntaxES5
		for _, target := range []string{"html", "js", "jsp"} {
			t.Run(target+"/"+tt.name, func(t *testing.T) {
				script, err := scriptOf(body(t, a, target), target)
				if err != nil {
					t.Fatal(err)
				}
				if r := api.Transform(script, api.TransformOptions{Target: api.ES5}); len(r.Errors) > 0 {
					t.Errorf("esbuild: %v", r.Errors)
				}
				if found := later.FindString(silent.ReplaceAllString(script, "")); found != "" {
					t.Errorf("%s stands in it", found)
				}
			})
		}
	}
	if found := later.FindString(silent.ReplaceAllString(body(t, card(), "js"), "")); found == "" {
		t.Error("nothing is found in modern code either")
	}
}
