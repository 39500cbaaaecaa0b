//go:build !windows

package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const largeCall = `IMP.request_pay({ channelKey: key, pay_method: "card", merchant_uid: "order_1", amount: 1000 }, done);` + "\n"

// asked runs the program as a person does, and tells how much memory it took.
func asked(t testing.TB, stdin string, args ...string) (out, stderr string, code int, peak int64) {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "LANG=ko_KR.UTF-8", "LC_ALL=", "LC_MESSAGES=")
	cmd.Stdin = strings.NewReader(stdin)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return o.String(), e.String(), cmd.ProcessState.ExitCode(), cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
}

// TestLargePastesAreAnsweredOrRefused: what is past a limit is told which, and
// all else gets its answer.
func TestLargePastesAreAnsweredOrRefused(t *testing.T) {
	fill := func(piece string, n int) string { return strings.Repeat(piece, n/len(piece)) }
	for name, c := range map[string]struct {
		paste, want string
		refused     bool
	}{
		"10 MB of code":            {fill(largeCall, 10<<20-1000), "1024 KiB", false},
		"more than 10 MB":          {fill(largeCall, 10<<20+1000), "10", true},
		"10 MB of a mail":          {fill("> 안녕하세요. 결제가 안 됩니다.\n", 10<<20-1000), "", false},
		"10 MB of pages":           {fill("<script>\n"+largeCall+"</script>\n", 10<<20-1000), "200", false},
		"a line of 5 MB":           {largeCall + "x = '" + fill("가", 5<<20) + "'", "1024 KiB", false},
		"a page with a 5 MB line":  {"<script>\n" + largeCall + "</script>\n<p>" + fill("가", 5<<20) + "</p>", "merchant-uid-charset", false},
		"100,000 brackets":         {largeCall + "x = " + strings.Repeat("[", 100_000), "merchant-uid-charset", false},
		"100,000 closing brackets": {largeCall + strings.Repeat("]", 100_000), "merchant-uid-charset", false},
		"100,000 open elements":    {largeCall + "x = " + strings.Repeat("<a>", 100_000), "merchant-uid-charset", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, stderr, code, peak := asked(t, c.paste, "lint", "-")
			said := out
			if c.refused {
				said = stderr
			}
			if code > 2 || !strings.Contains(said, c.want) {
				t.Errorf("ended with %d, without %q:\n%.600s%.600s", code, c.want, out, stderr)
			}
			if peak > 900<<10 {
				t.Errorf("took %d MB", peak>>10)
			}
		})
	}
}

// folder writes files of a shop, a tenth of them with a call.
func folder(t testing.TB, files int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range files {
		body := strings.Repeat(fmt.Sprintf("export function part%d(items) {\n  return items.map((item) => item.price * %d);\n}\n", i, i), 40)
		if i%10 == 0 {
			body += largeCall
		}
		sub := filepath.Join(dir, fmt.Sprint("part", i%20))
		if err := os.MkdirAll(sub, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("f%d.js", i)), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestMemoryIsFlatOverAFolder: six times the files take the memory of one.
func TestMemoryIsFlatOverAFolder(t *testing.T) {
	small, large := folder(t, 300), folder(t, 1800)
	_, _, _, once := asked(t, "", "lint", small)
	out, _, _, six := asked(t, "", "lint", large)
	if !strings.Contains(out, "1800") {
		t.Fatalf("not all files were looked at: %s", out[max(0, len(out)-300):])
	}
	if six > once*3/2 {
		t.Errorf("%d KB for 300 files, %d for 1,800", once, six)
	}
	t.Logf("%d KB for 300 files, %d for 1,800", once, six)
}

// BenchmarkFolder reads 2,000 files with 200 calls, the program's start included.
func BenchmarkFolder(b *testing.B) {
	dir := folder(b, 2000)
	for b.Loop() {
		if out, _, code, _ := asked(b, "", "lint", dir); code != exitWork || !strings.Contains(out, "2000") {
			b.Fatalf("ended with %d: %.300s", code, out)
		}
	}
}
