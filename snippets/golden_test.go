package snippets_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// unresolved is the id of a sentence that does not exist, or what a template
// engine of the page around would take for its own.
var unresolved = regexp.MustCompile(`\bcode\.[a-z]|<no value>|\$\{|\{\{|<%|#\{|\[\[|\t`)

// mustaches are the two that the component for Vue has.
var mustaches = strings.NewReplacer(">{{ TEXT.pay }}<", "", ">{{ note.message }}<", "")

var update = flag.Bool("update", false, "rewrite the golden files")

// goldens are the cases of which a file is kept for each target.
var goldens = map[string][]string{
	"html":  {"card-ko", "card-en", "later", "insert", "euc-kr-es5", "v2-card", "v2-later", "v2-es5-billing"},
	"js":    {"card-ko", "extras", "es5-insert", "v2-extras", "v2-es5-vbank"},
	"ts":    {"card-ko", "later", "extras", "vbank", "sub-store", "euc-kr", "v2-card", "v2-vbank-direct", "v2-server-order"},
	"react": {"card-ko", "card-none", "billing", "insert", "v2-card", "v2-billing"},
	"vue":   {"card-ko", "card-none", "billing", "insert", "server-order", "v2-card", "v2-overseas"},
	"jsp":   {"card-ko", "extras", "later", "es5-insert", "euc-kr-es5", "v2-card", "v2-vbank"},
}

func TestGolden(t *testing.T) {
	for target, names := range goldens {
		for _, name := range names {
			t.Run(target+"/"+name, func(t *testing.T) {
				file := generate(t, caseOf(t, name), target).Files[0]
				path := filepath.Join("testdata", target, name+filepath.Ext(file.Path)+".golden")
				if *update {
					if err := os.WriteFile(path, []byte(file.Body), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if file.Body != string(want) {
					t.Errorf("differs from %s; run the test with -update and read the difference", path)
				}
			})
		}
	}
}

func TestTidy(t *testing.T) {
	for _, tt := range pageCases {
		for _, target := range targets {
			t.Run(target+"/"+tt.name, func(t *testing.T) {
				code := body(t, tt.answers, target)
				if _, err := scriptOf(code, target); err != nil {
					t.Error(err)
				}
				if target == "jsp" {
					code = strings.ReplaceAll(code, "<%", "")
				}
				tidy(t, code)
			})
		}
	}
}

// tidy holds what every output promises.
func tidy(t *testing.T, body string) {
	t.Helper()
	if !strings.HasSuffix(body, "\n") || strings.HasSuffix(body, "\n\n") || strings.HasPrefix(body, "\n") {
		t.Error("does not end with one newline, or begins with one")
	}
	if strings.Contains(body, "\n\n\n") {
		t.Error("two empty lines in a row")
	}
	for i, line := range strings.Split(body, "\n") {
		switch {
		case strings.TrimRight(line, " ") != line:
			t.Errorf("line %d ends with a blank", i+1)
		case unresolved.MatchString(mustaches.Replace(line)):
			t.Errorf("line %d is not as it should be: %s", i+1, line)
		}
	}
}

// comment is a whole line of comment, or one behind code.
var comment = regexp.MustCompile(`(?m)^ *(//|/\*\*) .*\n\n?|([;,{}]) // .*$`)

func TestCommentsAreAllThatLocaleNoneLeavesOut(t *testing.T) {
	all(t, card(), func(t *testing.T, a wizard.Answers, target string) {
		with := body(t, a, target)
		a.Options.Locale = "none"
		without := body(t, a, target)
		if comment.MatchString(without) {
			t.Errorf("a comment is left: %s", comment.FindString(without))
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") }
		if got := comment.ReplaceAllString(with, "$2"); squeeze(got) != squeeze(without) {
			t.Errorf("more than comments differs:\n%s", got)
		}
	})
}

func TestOnlyTheSelectorDiffersBetweenTestAndLive(t *testing.T) {
	for name, put := range map[string]string{"card-ko": "channelKey", "group": "channelGroupId", "pg": "pg"} {
		t.Run(put, func(t *testing.T) {
			all(t, caseOf(t, name), func(t *testing.T, a wizard.Answers, target string) {
				test := strings.Split(body(t, a, target), "\n")
				a.Mode = wizard.ModeLive
				a.Params = a.Params.With(put, value.Text("something of the live list"))
				live := strings.Split(body(t, a, target), "\n")
				differ := 0
				for i := range test {
					if test[i] != live[i] {
						differ++
						if !strings.Contains(test[i], put+": \"") {
							t.Errorf("line %d differs: %s", i+1, test[i])
						}
					}
				}
				if differ != 1 {
					t.Errorf("%d lines differ, want 1", differ)
				}
			})
		})
	}
}

func TestMarksAndTodosPointAtTheirLines(t *testing.T) {
	for _, tt := range pageCases {
		for _, target := range targets {
			t.Run(target+"/"+tt.name, func(t *testing.T) { marksAndTodos(t, tt.answers, target) })
		}
	}
}

func marksAndTodos(t *testing.T, a wizard.Answers, target string) {
	out := generate(t, a, target)
	lines := strings.Split(out.Files[0].Body, "\n")
	at := map[string]string{}
	for _, m := range out.Files[0].Marks {
		at[m.Param] = lines[m.Line-1]
	}
	for _, f := range a.Params.Fields() {
		_, leaf, _ := strings.Cut("."+f.Key, ".")
		name := regexp.MustCompile("_(.)").ReplaceAllStringFunc(leaf, func(s string) string { return strings.ToUpper(s[1:]) })
		line := at[f.Key]
		if f.Value.Kind() == value.String && f.Key != a.Call().OrderID && !strings.Contains(line, name+": ") && !strings.Contains(line, leaf+": ") &&
			!strings.Contains(line, "put(\""+name+"\"") {
			t.Errorf("%s is marked at %q", f.Key, line)
		}
	}
	want := map[string]string{"button": "", "page": "", "order": "exampleOrder = {", "hand-over": "interface Order {", "verify": "/payments/complete",
		"verify-account": "/payments/complete", "verify-card": "/payments/complete", "return": a.Call().Redirect, "cancelled": "",
		"verify-v2": "/payments/complete", "verify-account-v2": "/payments/complete", "verify-card-v2": "/payments/complete", "install": ""}
	for _, todo := range out.Todo {
		line := ""
		if todo.Line > 0 {
			line = lines[todo.Line-1]
		}
		part, ok := want[todo.ID]
		if target == "jsp" {
			part = strings.ReplaceAll(part, "exampleOrder = {", "paymentOrder = new")
		}
		switch todo.ID {
		case "later":
			part, ok = "TODO(smartro-wizard): "+todo.Param, true
		case "channel", "channel-live":
			part, ok = ": \"", true
		}
		if !ok || !strings.Contains(line, part) || todo.Text == "" || strings.HasPrefix(todo.Text, "code.") {
			t.Errorf("%s (%s) points at %q", todo.ID, todo.Text, line)
		}
	}
	if marked := strings.Count(out.Files[0].Body, "TODO(smartro-wizard)"); marked != len(a.Later) {
		t.Errorf("%d marks for %d values left open", marked, len(a.Later))
	}
}
