package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// programs are what is measured, and a file with the answers for generate.
type programs struct{ dir, wizard, bare, hello, answers string }

func build(dir string) (p programs, err error) {
	p = programs{dir: dir, answers: filepath.Join(dir, "answers.yaml")}
	if p.wizard, err = compile(dir, "wizard", "."); err != nil {
		return p, err
	}
	if p.bare, err = compile(dir, "bare", "./e2e/speed/bare"); err != nil {
		return p, err
	}
	if p.hello, err = compile(dir, "hello", "./e2e/speed/hello"); err != nil {
		return p, err
	}
	return p, os.WriteFile(p.answers, []byte(card), 0o600)
}

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

// inTurn times two programs, each after the other as often as before it: the
// second finds the machine as the first has left it.
func inTurn(runs int, timed func(program string) ([]time.Duration, error), ours, bare string) (p pair, err error) {
	for i := range runs {
		order := []string{ours, bare}
		if i%2 == 1 {
			slices.Reverse(order)
		}
		for _, program := range order {
			took, err := timed(program)
			if err != nil {
				return p, fmt.Errorf("%s: %w", filepath.Base(program), err)
			}
			if program == ours {
				p.ours = append(p.ours, took...)
			} else {
				p.bare = append(p.bare, took...)
			}
		}
	}
	return p, nil
}

// command times a program from start to end.
func command(dir, program string, args ...string) ([]time.Duration, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = environment(dir)
	began := time.Now()
	out, err := cmd.CombinedOutput()
	took := time.Since(began)
	if err != nil {
		return nil, fmt.Errorf("%s: %w, it wrote %q", strings.Join(args, " "), err, out)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: it wrote nothing", strings.Join(args, " "))
	}
	return []time.Duration{took}, nil
}
