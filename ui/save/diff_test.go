//go:build !windows

package save

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestUnified(t *testing.T) {
	for _, c := range []struct{ name, old, ours, want string }{
		{"one line", "a\nb\nc\n", "a\nX\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+X\n c\n"},
		{"from nothing", "", "a\n", "@@ -0,0 +1,1 @@\n+a\n"},
		{"to nothing", "a\n", "", "@@ -1,1 +0,0 @@\n-a\n"},
		{"no last line end", "a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"},
		{"three lines around", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n", "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n"},
		{"two hunks", strings.Repeat("x\n", 20), "a\n" + strings.Repeat("x\n", 20) + "z\n", "@@ -1,3 +1,4 @@\n+a\n x\n x\n x\n@@ -18,3 +19,4 @@\n x\n x\n x\n+z\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := unified("f", c.old, c.ours); got != "--- f\n+++ f\n"+c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// The meaning of a difference: the old lines are those without +, ours those without -.
func FuzzUnifiedHoldsBothSides(f *testing.F) {
	f.Add("a\nb\n", "b\na\n")
	f.Add("a\n\n\nb", "\na\nb\n\n")
	f.Fuzz(func(t *testing.T, old, ours string) {
		var a, b strings.Builder
		for _, e := range compare(strings.SplitAfter(old, "\n"), strings.SplitAfter(ours, "\n")) {
			if e.op != '+' {
				a.WriteString(e.line)
			}
			if e.op != '-' {
				b.WriteString(e.line)
			}
		}
		if a.String() != old || b.String() != ours {
			t.Errorf("%q and %q came back as %q and %q", old, ours, a.String(), b.String())
		}
	})
}

func TestGitTakesTheDifference(t *testing.T) {
	dir := t.TempDir()
	old := strings.Repeat("가\n나\n다\n라\n", 10) + "마"
	ours := strings.Replace(strings.Replace(old, "나\n", "나다\n", 2), "마", "바\n", 1)
	put(t, dir, "f", old)
	cmd := exec.Command("git", "apply", "-p0", "-")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(unified("f", old, ours))
	cmd.Env = append(cmd.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := tree(t, dir)["f"]; got != ours {
		t.Errorf("git made %q, want %q", got, ours)
	}
}

func BenchmarkUnified(b *testing.B) {
	old := strings.Repeat("가나다라 마바사\n아자차카\n", 300)
	ours := strings.ReplaceAll(old, "차", "치")
	for b.Loop() {
		unified("f", old, ours)
	}
}
