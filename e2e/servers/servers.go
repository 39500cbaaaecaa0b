// Package servers runs generated V1 servers through one table of scenarios and
// holds what they answer against it: the same HTTP status and the same word in
// every language, the goods handed out as often as money came, and no secret in
// anything they say or print. The API that they ask is fakeapi's.
//
// The table is in the files table_*.go, one for each set of answers (Variant).
// Run is what tests call. A small server in Go, for tests only, shows that the
// table can be satisfied, and broken on purpose, that it is not satisfied by
// less.
//
// # Adding a target
//
// One file launch_TARGET.go under the build tag e2e, which says how the files
// that generate -o wrote become a server:
//
//	var _ = launches(Launcher{
//		Target:  "express",
//		Prepare: func(t testing.TB, dir string) { … }, // once for each set of answers: install, link, compile
//		Command: func(dir string) *exec.Cmd { return exec.Command("node", "server.js") },
//	})
//
// The runner calls the built program, prepares the folder, starts the command
// there with the environment of the contract (PORT, PORTONE_API_BASE, IMP_KEY,
// IMP_SECRET, PORTONE_TIMEOUT_MS, PORTONE_MID, OPERATOR_TOKEN), waits until the
// port answers, and ends the command's whole process group afterwards. Standard
// output and standard error are one to it. Try one target, or one variant:
//
//	go test -tags e2e -count=1 -v ./e2e/servers -run TestServers/express/card
//
// Other tests start a server with Launch.
package servers

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

// Server is a server under test.
type Server struct {
	URL      string
	Output   func() string // all that it printed so far
	Lag      time.Duration // how long a line that it printed may take to be in Output
	Patience time.Duration // the time-out that it has for a call of PortOne
}

// Start starts a server for the answers of a variant with an environment, in
// which PORT and PORTONE_TIMEOUT_MS are missing. It ends with the test.
type Start func(t testing.TB, v Variant, env map[string]string) Server

// OperatorToken is what guards the routes of operators.
const OperatorToken = "operatorTOKENoperatorTOKENoperatorTOKEN1234"

// environment is what a server of the variant is started with.
func (v Variant) environment(api *fakeapi.API) map[string]string {
	env := map[string]string{
		"PORTONE_API_BASE": api.URL, "IMP_KEY": fakeapi.Key, "IMP_SECRET": fakeapi.Secret,
		"OPERATOR_TOKEN": OperatorToken,
	}
	if !v.channel().Sandbox {
		env["PORTONE_MID"] = fakeapi.LiveMID
	}
	for name, value := range v.env {
		env[name] = value
		if value == "" {
			delete(env, name)
		}
	}
	return env
}

// Count is how much was tried, and what was said to each scenario.
type Count struct {
	Variants, Scenarios, Answers, Wrong int
	Lines                               []Line
}

// Line is one scenario as a server went through it.
type Line struct {
	Variant, Scenario, Said string
	Right                   bool
}

// Run starts a server for each variant and takes it through the table, which
// it logs with what was answered.
func Run(t *testing.T, start Start) Count {
	var all Count
	for _, v := range Variants() {
		t.Run(v.Name, func(t *testing.T) {
			api := fakeapi.Start(t)
			server := start(t, v, v.environment(api))
			var report strings.Builder
			count := Count{Variants: 1, Scenarios: len(v.table)}
			for _, s := range v.table {
				r := judge(v, s, api, server)
				count.Answers += r.answers
				line := Line{v.Name, s.name, strings.Join(r.said, ", "), len(r.wrong) == 0}
				mark := "ok"
				if !line.Right {
					count.Wrong++
					mark = "WRONG"
				}
				count.Lines = append(count.Lines, line)
				fmt.Fprintf(&report, "%-5s %-58s %s\n", mark, line.Scenario, line.Said)
				for _, w := range r.wrong {
					t.Errorf("%s: %s", s.name, w)
				}
			}
			for _, w := range closing(v, api, server) {
				t.Error(w)
			}
			t.Logf("%s: %d scenarios, %d answers, %d wrong\n%s", v.Name, count.Scenarios, count.Answers, count.Wrong, report.String())
			if t.Failed() {
				t.Logf("the server printed:\n%s", server.Output())
			}
			all.add(count)
		})
	}
	return all
}

func (c *Count) add(more Count) {
	c.Variants += more.Variants
	c.Scenarios += more.Scenarios
	c.Answers += more.Answers
	c.Wrong += more.Wrong
	c.Lines = append(c.Lines, more.Lines...)
}

// closing is what only the whole run can tell.
func closing(v Variant, api *fakeapi.API, server Server) []string {
	time.Sleep(server.Lag / 20) // what is handed out too often may still be on its way
	var wrong []string
	out := server.Output()
	seen := map[string]bool{}
	for _, number := range handed(out) {
		if seen[number] {
			wrong = append(wrong, "the goods of "+number+" were handed out twice")
		}
		seen[number] = true
	}
	for _, secret := range secrets(api) {
		if strings.Contains(out, secret) {
			wrong = append(wrong, "a secret was printed")
		}
	}
	if strings.Contains(out, "\n"+forged) {
		wrong = append(wrong, "a line of the log was forged")
	}
	for _, c := range api.Calls() {
		if c.ID == "" {
			wrong = append(wrong, "PortOne has no "+c.Method+" "+c.Path)
		}
		for _, rule := range broken(v, api, c) {
			wrong = append(wrong, rule+" finds "+c.Method+" "+c.Path+" wrong")
		}
	}
	return wrong
}

// broken are the rules that a call breaks although PortOne took it.
func broken(v Variant, api *fakeapi.API, c fakeapi.Call) []string {
	if c.Status != http.StatusOK || c.Code != 0 {
		return nil // what operators may send wrongly is PortOne's to refuse
	}
	judged := api.Case(c)
	judged.Setup.Mode = v.Mode
	var rules []string
	for _, f := range rulebook.Judge(judged, text.En) {
		if f.State == wizard.StateFound && f.Severity != wizard.SeverityInfo {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}

// secrets are what no answer and no log may hold.
func secrets(api *fakeapi.API) []string {
	all := []string{fakeapi.Key, fakeapi.Secret, OperatorToken}
	for _, c := range api.Calls() {
		if token := strings.TrimPrefix(c.Header.Get("Authorization"), "Bearer "); token != "" {
			all = append(all, token)
		}
	}
	return all
}

var client = &http.Client{
	Timeout:       20 * time.Second,
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// output keeps what a server prints.
type output struct {
	mu   sync.Mutex
	text strings.Builder
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}
