package snippets_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

// commandsOf are the commands that a script offers.
func commandsOf(code string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`(?m)^([a-z]+)\)$`).FindAllStringSubmatch(code, -1) {
		all = append(all, m[1])
	}
	return all
}

func TestCommandsGolden(t *testing.T) {
	all := serverCases(t)
	for _, name := range []string{"card-ko", "live-en", "vbank", "billing", "escrow", "later-parts"} {
		t.Run(name, func(t *testing.T) {
			a, known := all[name]
			if !known {
				t.Fatalf("there is no case %s", name)
			}
			got := whole(generate(t, a, "curl"))
			golden := filepath.Join("testdata", "curl", name+".golden")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s; run the test with -update and read the difference", golden)
			}
		})
	}
}

func TestCommandsAreThoseOfThePayment(t *testing.T) {
	always := []string{"token", "channels", "payment", "order", "prepare", "cancel"}
	for name, more := range map[string][]string{
		"card-ko": {"account", "close"},
		"vbank":   {"account", "close", "receipt", "unreceipt"},
		"billing": {"card", "again", "schedule", "unschedule"},
		"escrow":  {"delivery"},
	} {
		code := body(t, serverCases(t)[name], "curl")
		if got := commandsOf(code); !slices.Equal(got, slices.Concat(always, more)) {
			t.Errorf("%s: %v", name, got)
		}
		for _, command := range commandsOf(code) {
			if !regexp.MustCompile(`(?m)^  use '?` + command + `\b`).MatchString(code) {
				t.Errorf("%s: nothing tells of %s", name, command)
			}
		}
	}
}

func TestCommandsAreTidy(t *testing.T) {
	unresolved := regexp.MustCompile(`\b(back|sh|code)\.[a-z]+_[a-z]+|<no value>|\t`)
	for name, a := range serverCases(t) {
		t.Run(name, func(t *testing.T) {
			out := generate(t, a, "curl")
			file := out.Files[0]
			if err := honest(file); err != nil {
				t.Error(err)
			}
			if strings.Contains(file.Body, "\n\n\n") || !strings.HasSuffix(file.Body, "\n") || strings.HasSuffix(file.Body, "\n\n") {
				t.Error("has two empty lines in a row, or does not end with one newline")
			}
			for i, line := range strings.Split(file.Body, "\n") {
				if strings.TrimRight(line, " ") != line || unresolved.MatchString(line) {
					t.Errorf("line %d is not as it should be: %q", i+1, line)
				}
			}
			if asks := strings.Contains(file.Body, "include_sandbox=true"); asks == (a.Mode == wizard.ModeLive) {
				t.Errorf("asks for test payments: %v", asks)
			}
			lines := strings.Split(file.Body, "\n")
			for _, todo := range out.Todo {
				if todo.ID == "later" && !strings.Contains(lines[todo.Line-1], "TODO(smartro-wizard): "+todo.Param) {
					t.Errorf("%s is marked at %q", todo.Param, lines[todo.Line-1])
				}
			}
			if last := out.Todo[len(out.Todo)-1]; last.ID != "commands" || last.Param != "sh portone.sh" {
				t.Errorf("to do at last: %+v", last)
			}
			for _, m := range file.Marks {
				if m.Line < 1 || m.Line > len(lines) || !strings.Contains(lines[m.Line-1], "=") {
					t.Errorf("%s is marked at line %d", m.Param, m.Line)
				}
			}
		})
	}
}

func TestCommandsWithoutCommentsSayTheSame(t *testing.T) {
	for name, a := range serverCases(t) {
		a.Options.Locale = "ko" // the language that sentences have where there are no comments
		with := body(t, a, "curl")
		a.Options.Locale = "none"
		without := body(t, a, "curl")
		squeeze := func(s string) string {
			s = strings.ReplaceAll(s, "# TODO(", "#TODO(")
			return strings.ReplaceAll(commentLine.ReplaceAllString(s, ""), "\n\n", "\n")
		}
		if squeeze(with) != squeeze(without) {
			t.Errorf("%s: more than comments differs:\n%s", name, without)
		}
	}
}
