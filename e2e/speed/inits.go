package main

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// slowestInit gives the package that takes longest to start, each at its best of five.
func slowestInit(program string) (name string, took time.Duration, err error) {
	best := map[string]time.Duration{}
	for range 5 {
		cmd := exec.Command(program, "version")
		cmd.Env = environment(os.TempDir(), "GODEBUG=inittrace=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			return "", 0, fmt.Errorf("version: %w\n%s", err, out)
		}
		for line := range strings.Lines(string(out)) {
			f := strings.Fields(line) // init PACKAGE @0.1 ms, 0.2 ms clock, ...
			if len(f) < 6 || f[0] != "init" {
				continue
			}
			n, err := strconv.ParseFloat(f[4], 64)
			if err != nil {
				return "", 0, fmt.Errorf("read %q: %w", line, err)
			}
			d := time.Duration(n * float64(time.Millisecond))
			if old, ok := best[f[1]]; !ok || d < old {
				best[f[1]] = d
			}
		}
	}
	if len(best) == 0 {
		return "", 0, fmt.Errorf("inittrace named no package")
	}
	for pkg, d := range best {
		if d >= took {
			name, took = pkg, d
		}
	}
	return name, took, nil
}
