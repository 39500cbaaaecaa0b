//go:build e2e

package servers

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Launcher says how the files of a target become a server.
type Launcher struct {
	Name    string // of the launcher, the target's where it is empty
	Target  string
	Options string                         // further options of the answers, as YAML; may be empty
	Prepare func(t testing.TB, dir string) // installs, links, compiles; may be nil
	Command func(dir string) *exec.Cmd     // starts the server in the folder; the environment is the runner's
	Env     func(dir string) []string      // further environment, NAME=VALUE; may be nil
	Tools   func(t testing.TB) []string    // what runs the server, with its version
	Dotenv  bool                           // the server reads .env itself
}

var launchers = map[string]Launcher{}

// launches takes a launcher up. It is called where variables are made, so that
// each target has a file of its own.
func launches(l Launcher) bool {
	if l.Name == "" {
		l.Name = l.Target
	}
	launchers[l.Name] = l
	return true
}

// The servers' time-out for a call of PortOne, and what a whole process may
// take to start or to say something. A busy machine needs its time.
const (
	patience  = 1500 * time.Millisecond
	toStart   = 2 * time.Minute
	toBeHeard = 3 * time.Second
)

// workshop is where the built program lies; empty until it is built.
var workshop string

// program builds the program once for all tests of the package.
var program = sync.OnceValues(func() (at string, err error) {
	if workshop, err = os.MkdirTemp("", "smartro-wizard"); err != nil {
		return "", err
	}
	at = filepath.Join(workshop, "smartro-wizard")
	if out, err := exec.Command("go", "build", "-o", at, "smartro-wizard").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return at, nil
})

// Generate has the built program write targets for answers into a folder.
func Generate(t testing.TB, answers, dir string, targets ...string) {
	t.Helper()
	at, err := program()
	if err != nil {
		t.Fatalf("build the program: %v", err)
	}
	file := filepath.Join(t.TempDir(), "answers.yaml")
	if err := os.WriteFile(file, []byte(answers), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(at, "generate", "-a", file, "-t", strings.Join(targets, ","), "-o", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("generate %v: %v\n%s", targets, err, said)
	}
}

// Launch starts the server that lies in a folder, prepared by then, and waits
// until it answers.
func (l Launcher) Launch(t testing.TB, dir string, env map[string]string) Server {
	t.Helper()
	p := l.begin(t, dir, env)
	for end := time.Now().Add(toStart); !p.answers(); time.Sleep(20 * time.Millisecond) {
		if p.ended() || time.Now().After(end) {
			t.Fatalf("%s does not answer:\n%s", l.Target, p.out)
		}
	}
	return Server{URL: p.url, Output: p.out.String, Lag: toBeHeard, Patience: patience}
}

// process is a server's.
type process struct {
	url  string
	out  *output
	gone chan struct{}
	cmd  *exec.Cmd
}

// begin starts the command on a free port, and ends its group with the test.
func (l Launcher) begin(t testing.TB, dir string, env map[string]string) *process {
	t.Helper()
	port := freePort(t)
	p := &process{url: fmt.Sprintf("http://127.0.0.1:%d", port), out: &output{}, gone: make(chan struct{}), cmd: l.Command(dir)}
	p.cmd.Dir, p.cmd.Stdout, p.cmd.Stderr = dir, p.out, p.out
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	p.cmd.WaitDelay = time.Second
	p.cmd.Env = append(ours(os.Environ()), fmt.Sprintf("PORT=%d", port), fmt.Sprintf("PORTONE_TIMEOUT_MS=%d", patience.Milliseconds()))
	for name, value := range env {
		p.cmd.Env = append(p.cmd.Env, name+"="+value)
	}
	if l.Env != nil {
		p.cmd.Env = append(p.cmd.Env, l.Env(dir)...)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", l.Target, err)
	}
	go func() {
		_ = p.cmd.Wait()
		close(p.gone)
	}()
	t.Cleanup(p.end)
	return p
}

// ours leaves out what the contract's environment sets.
func ours(env []string) []string {
	return slices.DeleteFunc(env, func(s string) bool {
		name, _, _ := strings.Cut(s, "=")
		return strings.HasPrefix(name, "PORTONE_") || slices.Contains([]string{"PORT", "IMP_KEY", "IMP_SECRET", "OPERATOR_TOKEN"}, name)
	})
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// answers reports whether anything speaks HTTP there.
func (p *process) answers() bool {
	a, err := client.Post(p.url+"/payments/complete", "application/json", strings.NewReader("{}"))
	if err != nil {
		return false
	}
	_ = a.Body.Close()
	return a.StatusCode != http.StatusBadGateway
}

func (p *process) ended() bool {
	select {
	case <-p.gone:
		return true
	default:
		return false
	}
}

// end ends the whole group: the command may be a shell or npm.
func (p *process) end() {
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGTERM)
	select {
	case <-p.gone:
	case <-time.After(3 * time.Second):
	}
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
	<-p.gone
}

// answers are a variant's, with the options of the launcher.
func (l Launcher) answers(v Variant) string {
	if l.Options == "" {
		return v.Answers()
	}
	return strings.Replace(v.Answers(), "options: {", "options: {"+l.Options+", ", 1)
}

// folders generates and prepares a folder once for each set of answers.
func (l Launcher) folders(t testing.TB) func(now testing.TB, v Variant) string {
	ready := map[string]string{}
	return func(now testing.TB, v Variant) string {
		now.Helper()
		dir := ready[v.Answers()]
		if dir == "" {
			dir = filepath.Join(t.TempDir(), v.Name)
			Generate(now, l.answers(v), dir, l.Target)
			if l.Prepare != nil {
				l.Prepare(now, dir)
			}
			ready[v.Answers()] = dir
		}
		return dir
	}
}

// refusesWithoutKeys wants a server that is told no keys to say so, and not to
// serve.
func (l Launcher) refusesWithoutKeys(t testing.TB, dir string, env map[string]string) {
	t.Helper()
	delete(env, "IMP_KEY")
	delete(env, "IMP_SECRET")
	p := l.begin(t, dir, env)
	for end := time.Now().Add(toStart); !p.ended() && !p.answers() && time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
	}
	said := p.out.String()
	if !strings.Contains(said, "IMP_KEY") || !strings.Contains(said, "IMP_SECRET") {
		t.Errorf("without keys %s says:\n%s", l.Target, said)
	}
	if !p.ended() {
		a, err := client.Post(p.url+"/payments/complete", "application/json", strings.NewReader(`{"imp_uid":"imp_1","merchant_uid":"order`+strings.Repeat("0", 32)+`"}`))
		if err == nil && a.StatusCode < 500 {
			t.Errorf("without keys %s answers %d", l.Target, a.StatusCode)
		}
		return
	}
	if p.cmd.ProcessState.Success() {
		t.Errorf("without keys %s ends as if all were well", l.Target)
	}
}
