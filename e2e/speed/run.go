package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// compile builds a package as a release is built.
func compile(dir, name, pkg string) (string, error) {
	out := filepath.Join(dir, name)
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", out, pkg)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", pkg, err, said)
	}
	return out, nil
}

// environment is the same for every program measured, and keeps nothing of the person's.
func environment(dir string, more ...string) []string {
	return append([]string{"HOME=" + dir, "XDG_STATE_HOME=" + dir, "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=ko_KR.UTF-8"}, more...)
}

// commands times two commands from start to end, in turn.
func commands(dir string, ours, bare []string, runs int) (pair, error) {
	var p pair
	for range runs {
		one, err := command(dir, ours)
		if err != nil {
			return p, err
		}
		two, err := command(dir, bare)
		if err != nil {
			return p, err
		}
		p.ours, p.bare = append(p.ours, one), append(p.bare, two)
	}
	return p, nil
}

func command(dir string, args []string) (time.Duration, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = environment(dir)
	began := time.Now()
	out, err := cmd.CombinedOutput()
	took := time.Since(began)
	if err != nil {
		return 0, fmt.Errorf("%s: %w, it wrote %q", strings.Join(args[1:], " "), err, out)
	}
	if len(out) == 0 {
		return 0, fmt.Errorf("%s: it wrote nothing", strings.Join(args[1:], " "))
	}
	return took, nil
}
