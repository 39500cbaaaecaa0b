//go:build e2e

package java

import (
	"bufio"
	_ "embed"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

//go:embed Serve.java
var serve []byte

// patience bounds a Tomcat that hangs. Nothing is decided by how fast it was.
const patience = time.Minute

// Tomcat is a command that serves what Spring made in a folder, on the port
// that PORT names. Tomcat's own files go there too.
func Tomcat(dir string) *exec.Cmd {
	app := filepath.Join(dir, "src/main/webapp")
	return exec.Command("java", "-XX:TieredStopAtLevel=1", "-cp", classpath()+":"+filepath.Join(app, "WEB-INF", "classes"), "Serve", app, dir)
}

// launchable puts what starts Tomcat into a folder.
func launchable(t testing.TB, dir string) (program string) {
	t.Helper()
	require(t)
	program = filepath.Join(dir, "Serve.java")
	if err := os.WriteFile(program, serve, 0o644); err != nil {
		t.Fatal(err)
	}
	return program
}

// Serve serves a web application from a folder until the test ends and gives
// its address. The variables are all of its environment but PATH and HOME.
func Serve(t testing.TB, app string, environment ...string) (url string) {
	t.Helper()
	dir := t.TempDir()
	cmd := exec.Command("java", "-XX:TieredStopAtLevel=1", "-cp", classpath(), launchable(t, dir), app, dir)
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LC_ALL=C"}, environment...)
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	log := &log{}
	cmd.Stderr = log
	if err := cmd.Start(); err != nil {
		t.Fatalf("make setup installs Java: %v", err)
	}
	t.Cleanup(func() {
		_ = input.Close()
		late := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		late.Stop()
		if t.Failed() {
			t.Logf("Tomcat said:\n%s", log)
		}
	})
	return "http://127.0.0.1:" + port(t, output, cmd.Process, log)
}

func port(t testing.TB, output io.Reader, process *os.Process, log *log) string {
	t.Helper()
	late := time.AfterFunc(patience, func() { _ = process.Kill() })
	defer late.Stop()
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if port, ok := strings.CutPrefix(lines.Text(), "serving "); ok {
			go func() { _, _ = io.Copy(log, output) }()
			return port
		}
	}
	t.Fatalf("Tomcat did not start:\n%s", log)
	return ""
}

// log keeps what a process said, while it says more.
type log struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
