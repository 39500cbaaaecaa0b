//go:build e2e

package servers

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/e2e/proof"
	"smartro-wizard/snippets"
)

func TestMain(m *testing.M) {
	if name := os.Getenv("SERVE_REFERENCE"); name != "" {
		serveReference(name)
		return
	}
	code := m.Run()
	if workshop != "" {
		_ = os.RemoveAll(workshop)
	}
	os.Exit(code)
}

// Every server target goes through the same table, which is printed with what
// each said.
func TestServers(t *testing.T) {
	var table matrix
	for _, name := range slices.Sorted(maps.Keys(launchers)) {
		t.Run(name, func(t *testing.T) {
			l := launchers[name]
			folder := l.folders(t)
			count := Run(t, func(now testing.TB, v Variant, env map[string]string) Server {
				return l.Launch(now, folder(now, v), env)
			})
			table.add(name, count)
			// As in production where the target builds: what develops has a status of its own.
			t.Run("keyless", func(t *testing.T) {
				v := Variants()[0]
				l.refusesWithoutKeys(t, folder(t, v), v.environment(fakeapi.Start(t)))
			})
			if l.Dotenv {
				t.Run("keys of a file", func(t *testing.T) { l.readsKeys(t, folder(t, Variants()[0])) })
			}
			test := "servers"
			if name != l.Target {
				test += " " + name
			}
			proof.Note(t, l.Target, test, l.Tools(t), map[string]int{"scenarios": count.Scenarios, "answers": count.Answers})
		})
	}
	table.print()
}

// matrix is the table with a column for each target.
type matrix struct {
	targets []string
	counts  []Count
}

func (m *matrix) add(target string, c Count) {
	m.targets, m.counts = append(m.targets, target), append(m.counts, c)
}

// print writes a line for each scenario that any target went through: what was
// answered, and who answered so. One that differs has a line of its own.
func (m *matrix) print() {
	seen := map[Line]bool{}
	for _, c := range m.counts {
		for _, line := range c.Lines {
			if seen[line] {
				continue
			}
			seen[line] = true
			var by []string
			for i, other := range m.counts {
				if slices.Contains(other.Lines, line) {
					by = append(by, m.targets[i])
				}
			}
			mark := "ok"
			if !line.Right {
				mark = "WRONG"
			}
			fmt.Printf("counts: %-5s %-7s %-58s %s  (%s)\n", mark, line.Variant, line.Scenario, line.Said, strings.Join(by, " "))
		}
	}
	for i, c := range m.counts {
		fmt.Printf("counts: %s: %d scenarios on %d servers, %d answers, %d wrong\n", m.targets[i], c.Scenarios, c.Variants, c.Answers, c.Wrong)
	}
}

func TestEveryServerTargetIsLaunched(t *testing.T) {
	for _, target := range snippets.Targets() {
		launched := func(l Launcher) bool { return l.Target == target.Name }
		if target.Side == "server" && !slices.ContainsFunc(slices.Collect(maps.Values(launchers)), launched) {
			t.Errorf("%s has no launcher", target.Name)
		}
	}
}

// readsKeys fills the example of an environment in, as people are told to, and
// pays once.
func (l Launcher) readsKeys(t *testing.T, dir string) {
	v, api := Variants()[0], fakeapi.Start(t)
	env := v.environment(api)
	raw, err := os.ReadFile(filepath.Join(dir, ".env.example"))
	if err != nil {
		t.Fatal(err)
	}
	filled := strings.NewReplacer("IMP_KEY=", "IMP_KEY="+env["IMP_KEY"], "IMP_SECRET=", `IMP_SECRET="`+env["IMP_SECRET"]+`"`).Replace(string(raw))
	if err := os.WriteFile(filepath.Join(dir, ".env"), []byte(filled), 0o600); err != nil {
		t.Fatal(err)
	}
	delete(env, "IMP_KEY")
	delete(env, "IMP_SECRET")
	server := l.Launch(t, dir, env)
	if r := judge(v, v.table[0], api, server); len(r.wrong) > 0 {
		t.Errorf("%v\n%s", r.wrong, server.Output())
	}
}

// The reference as a process of its own shows that launching works: the
// environment, the wait for the port, the output, and the end.
func TestReferenceIsLaunched(t *testing.T) {
	self := Launcher{Target: "reference", Command: func(string) *exec.Cmd { return exec.Command(os.Args[0]) }}
	v := Variants()[0]
	api := fakeapi.Start(t)
	self.Env = func(string) []string { return []string{"SERVE_REFERENCE=" + v.Name} }
	server := self.Launch(t, t.TempDir(), v.environment(api))
	for _, s := range v.table[:10] {
		if r := judge(v, s, api, server); len(r.wrong) > 0 {
			t.Errorf("%s: %v", s.name, r.wrong)
		}
	}
	if n := len(handed(server.Output())); n < 5 {
		t.Errorf("the goods were handed out %d times:\n%s", n, server.Output())
	}
	self.refusesWithoutKeys(t, t.TempDir(), v.environment(api))
}

// serveReference is the reference's process.
func serveReference(name string) {
	all := Variants()
	v := all[slices.IndexFunc(all, func(v Variant) bool { return v.Name == name })]
	env := map[string]string{}
	for _, name := range []string{"PORTONE_API_BASE", "IMP_KEY", "IMP_SECRET", "OPERATOR_TOKEN", "PORTONE_MID"} {
		env[name] = os.Getenv(name)
	}
	if env["IMP_KEY"] == "" || env["IMP_SECRET"] == "" {
		fmt.Fprintln(os.Stderr, "IMP_KEY and IMP_SECRET are missing")
		os.Exit(1)
	}
	s := newReference(v, env)
	s.out = os.Stdout
	fmt.Fprintln(os.Stderr, http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), s))
	os.Exit(1)
}
