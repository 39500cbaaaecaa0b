package html_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"smartro-wizard/wizard/value"
)

// unresolved is the id of a sentence that does not exist.
var unresolved = regexp.MustCompile(`\bcode\.[a-z]`)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			out := write(t, tt.answers)
			got := out.Files[0].Body
			name := filepath.Join("testdata", tt.name+".html")
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s; run the test with -update and read the difference", name)
			}
			tidy(t, got)
			if r := api.Transform(scriptOf(t, got), api.TransformOptions{}); len(r.Errors)+len(r.Warnings) > 0 {
				t.Errorf("does not parse cleanly: %v %v", r.Errors, r.Warnings)
			}
		})
	}
}

// tidy holds what every output promises.
func tidy(t *testing.T, body string) {
	t.Helper()
	if !strings.HasSuffix(body, "</html>\n") || strings.HasSuffix(body, "\n\n") {
		t.Error("does not end with one newline")
	}
	for i, line := range strings.Split(body, "\n") {
		switch {
		case strings.TrimRight(line, " \t") != line:
			t.Errorf("line %d ends with a blank", i+1)
		case strings.Contains(line, "\t"), strings.Contains(line, "<no value>"), unresolved.MatchString(line):
			t.Errorf("line %d is not as it should be: %s", i+1, line)
		}
	}
	if strings.Contains(body, "\n\n\n") {
		t.Error("two empty lines in a row")
	}
}

func TestCommentsAreAllThatLocaleNoneLeavesOut(t *testing.T) {
	with, without := body(t, cases[0].answers), body(t, cases[2].answers)
	if strings.Contains(scriptOf(t, without), "//") {
		t.Error("a comment is left")
	}
	var kept []string
	for line := range strings.Lines(with) {
		if strings.HasPrefix(strings.TrimSpace(line), "// ") {
			continue
		}
		code, _, _ := strings.Cut(line, "; // ")
		if code != line {
			code += ";\n"
		}
		if before, _, found := strings.Cut(code, ", // "); found {
			code = before + ",\n"
		}
		kept = append(kept, code)
	}
	if got := strings.Join(kept, ""); got != without {
		t.Error("more than comments differs")
	}
}

func TestOnlyTheChannelKeyDiffersBetweenTestAndLive(t *testing.T) {
	test, live := strings.Split(body(t, cases[0].answers), "\n"), strings.Split(body(t, cases[3].answers), "\n")
	differ := 0
	for i := range test {
		if test[i] != live[i] {
			differ++
			if !strings.Contains(test[i], "channelKey: \"") {
				t.Errorf("line %d differs: %s", i+1, test[i])
			}
		}
	}
	if differ != 1 {
		t.Errorf("%d lines differ, want 1", differ)
	}
}

func TestMarksAndTodosPointAtTheirLines(t *testing.T) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			out := write(t, tt.answers)
			lines := strings.Split(out.Files[0].Body, "\n")
			at := map[string]string{}
			for _, m := range out.Files[0].Marks {
				at[m.Param] = lines[m.Line-1]
			}
			for _, f := range tt.answers.Params.Fields() {
				if f.Value.Kind() == value.String && f.Key != "merchant_uid" && !strings.Contains(at[f.Key], fmt.Sprintf("%q", f.Value.Text())) {
					t.Errorf("%s is marked at %q", f.Key, at[f.Key])
				}
			}
			for _, todo := range out.Todo {
				line := ""
				if todo.Line > 0 {
					line = lines[todo.Line-1]
				}
				want := map[string]string{"later": "TODO(smartro-wizard): " + todo.Param, "order": "exampleOrder", "verify": "/payments/complete",
					"return": "m_redirect_url", "channel": "channelKey: \"", "channel-live": "channelKey: \"", "cancelled": ""}[todo.ID]
				if !strings.Contains(line, want) || todo.Text == "" || strings.HasPrefix(todo.Text, "code.") {
					t.Errorf("%s (%s) points at %q", todo.ID, todo.Text, line)
				}
			}
			if marked := strings.Count(out.Files[0].Body, "TODO(smartro-wizard)"); marked != len(tt.answers.Later) {
				t.Errorf("%d marks for %d values left open", marked, len(tt.answers.Later))
			}
		})
	}
}
