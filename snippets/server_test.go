package snippets_test

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// serverGoldens are the cases of which a golden is kept for each server.
var serverGoldens = map[string][]string{
	"express": {"card-ko", "live-en", "vbank", "billing", "escrow", "euc-kr"},
	"next":    {"card-ko", "billing", "server-order"},
	"fastapi": {"card-ko", "live-en", "vbank", "billing", "escrow", "euc-kr"},
	"php":     {"card-ko", "live-en", "vbank", "billing", "escrow", "euc-kr"},
	"spring":  {"card-ko", "java-11", "billing", "escrow", "euc-kr"},
}

// serverNames are all server targets.
func serverNames(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, target := range snippets.Targets() {
		if target.Side == "server" {
			all = append(all, target.Name)
		}
	}
	if len(all) < 2 {
		t.Fatalf("servers are %v", all)
	}
	return all
}

func parts(names ...string) func(*wizard.Answers) {
	return func(a *wizard.Answers) { a.Options.Server = names }
}

// serverCases are the answers that differ in the servers they give.
func serverCases(t *testing.T) map[string]wizard.Answers {
	t.Helper()
	all := map[string]wizard.Answers{}
	for _, c := range cases {
		all[c.name] = c.answers
	}
	change := func(name, base string, changes ...func(*wizard.Answers)) {
		a := caseOf(t, base)
		for _, do := range changes {
			do(&a)
		}
		all[name] = a
	}
	change("card-ko", "card-ko", parts("cancel", "vbank"))
	change("card-none", "card-none", parts("cancel", "vbank", "prepare"))
	change("live-en", "live", parts("prepare", "cancel"), func(a *wizard.Answers) {
		a.Options.Locale, a.Make.MerchantUID = "en", &wizard.MakeOrderID{From: wizard.FromServer, Prefix: "order"}
	})
	change("vbank", "vbank", parts("cancel", "receipt", "prepare"))
	change("billing", "billing", parts("cancel", "again", "schedule"))
	change("escrow", "escrow", parts("cancel", "escrow"), func(a *wizard.Answers) { a.TierCode = "001" })
	change("old-module-parts", "old-module", parts("cancel", "receipt"), func(a *wizard.Answers) {
		a.Params = a.Params.With("pay_method", value.Text("trans"))
	})
	change("java-11", "card-en", parts("cancel", "prepare"), func(a *wizard.Answers) { a.Options.Java = wizard.Java11 })
	change("later-parts", "later", parts("vbank"), func(a *wizard.Answers) {
		a.Later = append(slices.Clone(a.Later), "tier_code")
	})
	return all
}

func eachServer(t *testing.T, run func(t *testing.T, a wizard.Answers, target string)) {
	t.Helper()
	for name, a := range serverCases(t) {
		for _, target := range serverNames(t) {
			t.Run(target+"/"+name, func(t *testing.T) { run(t, a, target) })
		}
	}
}

// whole is all files of a target as one text.
func whole(out snippets.Output) string {
	var b strings.Builder
	for _, f := range out.Files {
		b.WriteString("==> " + f.Path + "\n" + f.Body)
	}
	return b.String()
}

func TestServerGolden(t *testing.T) {
	all := serverCases(t)
	for target, names := range serverGoldens {
		for _, name := range names {
			t.Run(target+"/"+name, func(t *testing.T) {
				a, known := all[name]
				if !known {
					t.Fatalf("there is no case %s", name)
				}
				got := whole(generate(t, a, target))
				golden := filepath.Join("testdata", target, name+".golden")
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
}

func TestServersAreTidy(t *testing.T) {
	unresolved := regexp.MustCompile(`\b(back|code)\.[a-z]+_?[a-z]+"?[ )]|<no value>|undefined,|\t`)
	eachServer(t, func(t *testing.T, a wizard.Answers, target string) {
		for _, f := range generate(t, a, target).Files {
			switch {
			case !strings.HasSuffix(f.Body, "\n") || strings.HasSuffix(f.Body, "\n\n") || strings.HasPrefix(f.Body, "\n"):
				t.Errorf("%s does not end with one newline, or begins with one", f.Path)
			case strings.Contains(strings.ReplaceAll(f.Body, apart(f.Path), "\n\n"), "\n\n\n"):
				t.Errorf("%s has too many empty lines in a row", f.Path)
			}
			for i, line := range strings.Split(f.Body, "\n") {
				if strings.TrimRight(line, " ") != line || unresolved.MatchString(line) {
					t.Errorf("%s:%d is not as it should be: %q", f.Path, i+1, line)
				}
			}
			if err := honest(f); err != nil {
				t.Errorf("%s: %v", f.Path, err)
			}
		}
	})
}

// apart is what may stand between two definitions of a file.
func apart(name string) string {
	if path.Ext(name) == ".py" {
		return "\n\n\n"
	}
	return "\n\n"
}

// Each thing to do stands where it says, and each value that was left open and
// is in the code carries a mark.
func TestServersMarkWhatIsToBeDone(t *testing.T) {
	eachServer(t, func(t *testing.T, a wizard.Answers, target string) {
		out := generate(t, a, target)
		lines := map[string][]string{}
		for _, f := range out.Files {
			lines[f.Path] = strings.Split(f.Body, "\n")
			for _, m := range f.Marks {
				if m.Line < 1 || m.Line >= len(lines[f.Path]) {
					t.Errorf("%s is marked at line %d of %s", m.Param, m.Line, f.Path)
				}
			}
		}
		marks, ids := strings.Count(whole(out), "TODO(smartro-wizard): "), map[string]int{}
		for _, todo := range out.Todo {
			ids[todo.ID]++
			line := ""
			if todo.Line > 0 {
				line = lines[todo.Path][todo.Line-1]
			}
			switch {
			case todo.ID == "orders" && !strings.Contains(line, "TODO(smartro-wizard): orders"):
				t.Errorf("the orders are at %q", line)
			case todo.ID == "later":
				if marks--; !strings.Contains(line, "TODO(smartro-wizard): "+todo.Param) {
					t.Errorf("%s is marked at %q", todo.Param, line)
				}
			}
			if todo.Text == "" || strings.Contains(todo.Text, "{") {
				t.Errorf("%s says %q", todo.ID, todo.Text)
			}
		}
		if marks != 1 {
			t.Errorf("%d marks in the code that nothing to do tells of, want that of the orders", marks)
		}
		if ids["orders"] != 1 || ids["start"] != 1 || ids["webhook"]+ids["webhook-live"] != 1 {
			t.Errorf("to do: %v", ids)
		}
	})
}

// Only the test channels are asked with include_sandbox.
func TestLiveServersNeverAskForTestPayments(t *testing.T) {
	for _, target := range serverNames(t) {
		for name, a := range serverCases(t) {
			code := whole(generate(t, a, target))
			live := a.Mode == wizard.ModeLive
			asks := strings.Contains(code, "include_sandbox=true")
			if asks == live && a.Type != wizard.TypeBilling {
				t.Errorf("%s/%s: live %v asks for test payments %v", target, name, live, asks)
			}
			if live != strings.Contains(code, "PORTONE_MID") {
				t.Errorf("%s/%s: live %v has the MID from elsewhere: %v", target, name, live, !live)
			}
		}
	}
}

func TestNodeServersParse(t *testing.T) {
	loaders := map[string]api.Loader{".js": api.LoaderJS, ".ts": api.LoaderTS, ".tsx": api.LoaderTSX, ".json": api.LoaderJSON}
	parsed := 0
	eachServer(t, func(t *testing.T, a wizard.Answers, target string) {
		for _, f := range generate(t, a, target).Files {
			loader, known := loaders[path.Ext(f.Path)]
			if !known {
				continue
			}
			parsed++
			if r := api.Transform(f.Body, api.TransformOptions{Loader: loader, JSX: api.JSXAutomatic}); len(r.Errors)+len(r.Warnings) > 0 {
				t.Errorf("%s: %v %v", f.Path, r.Errors, r.Warnings)
			}
		}
	})
	if parsed < 300 {
		t.Errorf("parsed %d files only", parsed)
	}
}

// commentLine is a whole line of comment of any server's language. The marks
// of what is to be done stay.
var commentLine = regexp.MustCompile(`(?m)^ *(//|#) .*\n`)

func TestServersWithoutCommentsSayTheSame(t *testing.T) {
	eachServer(t, func(t *testing.T, a wizard.Answers, target string) {
		with := generate(t, a, target)
		a.Options.Locale = "none"
		for i, f := range generate(t, a, target).Files {
			if strings.HasSuffix(f.Path, "PayButton.tsx") {
				continue // a page, which has a test of its own
			}
			squeeze := func(s string) string {
				s = strings.ReplaceAll(s, "// TODO(", "//TODO(")
				s = strings.ReplaceAll(s, "# TODO(", "#TODO(")
				return strings.ReplaceAll(commentLine.ReplaceAllString(s, ""), "\n\n", "\n")
			}
			if l := with.Files[i]; squeeze(l.Body) != squeeze(f.Body) && !english(l.Body) {
				t.Errorf("%s: more than comments differs:\n%s", f.Path, f.Body)
			}
		}
	})
}

// english reports whether sentences are in English, which none makes Korean.
func english(code string) bool {
	return !strings.ContainsFunc(code, func(r rune) bool { return r > '~' })
}

// With a server of ours, and numbers that it makes, a page takes its orders
// there. Otherwise it stays what it is without one.
func TestPagesTakeOrdersFromTheirServer(t *testing.T) {
	for _, target := range targets {
		for _, syntax := range []string{wizard.SyntaxModern, wizard.SyntaxES5} {
			for _, from := range []string{wizard.FromBrowser, wizard.FromServer} {
				a := caseOf(t, "server-order")
				a.Options.Syntax, a.Make.MerchantUID = syntax, &wizard.MakeOrderID{From: from, Prefix: "order"}
				alone := generate(t, a, target)
				together, err := snippets.Generate(a, target, "express")
				if err != nil {
					t.Fatal(err)
				}
				a.Options.Targets = []string{"express", target}
				if named := body(t, a, target); named != together.Files[0].Body {
					t.Errorf("%s: the targets of the answers and those of the command differ", target)
				}
				page := together.Files[0].Body
				if takes := strings.Contains(page, `"/payments/orders"`); takes != (from == wizard.FromServer) || strings.Contains(alone.Files[0].Body, "/payments/orders") {
					t.Errorf("%s %s %s: takes its orders from the server: %v", target, syntax, from, takes)
				}
				if from == wizard.FromBrowser && page != alone.Files[0].Body {
					t.Errorf("%s %s: differs though the page makes the numbers", target, syntax)
				}
				for _, todo := range together.Todo {
					if todo.ID == "verify" || todo.ID == "return" || from == wizard.FromServer && (todo.ID == "order" || todo.ID == "hand-over") {
						t.Errorf("%s %s: leaves to do what the server does: %s", target, from, todo.Text)
					}
				}
			}
		}
	}
}
