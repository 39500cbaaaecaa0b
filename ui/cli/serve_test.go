//go:build !windows

package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// served starts serve and reads up to the line that says where it listens.
func served(t *testing.T, flags ...string) (cmd *exec.Cmd, first string, rest *bufio.Reader, stderr *bytes.Buffer) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "card.yaml")
	if err := os.WriteFile(file, []byte(card), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(os.Args[0], append([]string{"serve", "-a", file, "--no-open"}, flags...)...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "LANG=ko_KR.UTF-8", "LC_ALL=", "LC_MESSAGES=")
	stderr = new(bytes.Buffer)
	cmd.Stderr = stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _, _ = cmd.Process.Wait() })
	rest = bufio.NewReader(out)
	if first, err = rest.ReadString('\n'); err != nil {
		t.Fatalf("no first line: %v\n%s", err, stderr)
	}
	return cmd, first, rest, stderr
}

func TestServeEndsWithTheSignalsNumber(t *testing.T) {
	for name, c := range map[string]struct {
		signal syscall.Signal
		want   int
	}{
		"Ctrl+C":               {syscall.SIGINT, 130},
		"asked to end":         {syscall.SIGTERM, 143},
		"the terminal is gone": {syscall.SIGHUP, 129},
	} {
		t.Run(name, func(t *testing.T) {
			cmd, first, rest, stderr := served(t, "--json")
			var listening struct{ Event, URL string }
			if err := json.Unmarshal([]byte(first), &listening); err != nil || listening.Event != "listening" {
				t.Fatalf("first line %q, %v", first, err)
			}
			answer, err := http.Get(listening.URL)
			if err != nil {
				t.Fatal(err)
			}
			_ = answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				t.Errorf("the page answers %s", answer.Status)
			}
			if err := cmd.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			left, _ := io.ReadAll(rest)
			_ = cmd.Wait()
			if got := cmd.ProcessState.ExitCode(); got != c.want {
				t.Errorf("ended with %d, want %d\n%s", got, c.want, stderr)
			}
			lines := strings.Split(strings.TrimSpace(string(left)), "\n")
			for _, l := range lines {
				if !json.Valid([]byte(l)) {
					t.Errorf("not a line of JSON: %q", l)
				}
			}
			if last := lines[len(lines)-1]; !strings.Contains(last, `"closed"`) {
				t.Errorf("last line is %q", last)
			}
			if _, err := http.Get(listening.URL); err == nil {
				t.Error("the port still answers")
			}
		})
	}
}

func TestServeTellsPeopleInLines(t *testing.T) {
	cmd, first, rest, stderr := served(t)
	if !strings.Contains(first, "http://127.0.0.1:") || strings.ContainsAny(first, "{\x1b") {
		t.Errorf("first line %q", first)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_, _ = io.ReadAll(rest)
	_ = cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 130 {
		t.Errorf("ended with %d, want 130", got)
	}
	if !strings.Contains(stderr.String(), "Ctrl+C") {
		t.Errorf("nobody was told how to end it: %q", stderr)
	}
}

func TestServeEndsWhenNobodyReadsItsEvents(t *testing.T) {
	cmd, first, _, _ := served(t, "--json")
	var listening struct{ URL string }
	if err := json.Unmarshal([]byte(first), &listening); err != nil {
		t.Fatal(err)
	}
	if out, ok := cmd.Stdout.(io.Closer); ok {
		_ = out.Close()
	}
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 143 && got != exitWork {
		t.Errorf("ended with %d", got)
	}
}

func TestServeSaysThatAPortIsTaken(t *testing.T) {
	_, first, _, _ := served(t, "--json")
	var listening struct{ URL string }
	if err := json.Unmarshal([]byte(first), &listening); err != nil {
		t.Fatal(err)
	}
	port, _, _ := strings.Cut(strings.TrimPrefix(listening.URL, "http://127.0.0.1:"), "/")
	file := filepath.Join(t.TempDir(), "card.yaml")
	if err := os.WriteFile(file, []byte(card), 0o600); err != nil {
		t.Fatal(err)
	}
	second := exec.Command(os.Args[0], "serve", "-a", file, "--no-open", "--lang", "ko", "--port", port)
	second.Env = append(os.Environ(), asProgram+"=1")
	out, _ := second.CombinedOutput()
	if got := second.ProcessState.ExitCode(); got != exitWork || !strings.Contains(string(out), "포트 "+port) {
		t.Errorf("ended with %d: %s", got, out)
	}
}
