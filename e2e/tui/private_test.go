//go:build e2e

package tui

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"smartro-wizard/e2e/terminal"
)

// kept is everything that the program left in a folder.
func kept(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(filepath.Join(dir, "smartro-wizard"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		all.Write(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// A buyer's number is on the disk while the program runs and after it was
// killed, and gone when the person ends it.
func TestABuyerIsLeftOutWhenThePersonEnds(t *testing.T) {
	for _, tt := range []struct {
		name string
		end  func(*terminal.Terminal, int)
		kept bool
	}{
		{"Ctrl+C", func(p *terminal.Terminal, _ int) { p.Keys("C-c") }, false},
		{"kill -9", func(_ *terminal.Terminal, pid int) { _ = syscall.Kill(pid, syscall.SIGKILL) }, true},
		{"hang up", func(_ *terminal.Terminal, pid int) { _ = syscall.Kill(pid, syscall.SIGHUP) }, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t)
			p := inShell(t, dir)
			walk(p, quick, "")
			if !strings.Contains(kept(t, dir), phone) {
				t.Error("a confirmed answer is not on the disk")
			}
			tt.end(p, pidOf(t, dir))
			p.WaitFor("done")
			if got := strings.Contains(kept(t, dir), phone); got != tt.kept {
				t.Errorf("the buyer's number is on the disk: %t", got)
			}
		})
	}
}
