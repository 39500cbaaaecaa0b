package main

import (
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	const (
		pass  = `{"Action":"pass","Package":"p","Test":"TestA"}` + "\n"
		fail  = `{"Action":"output","Package":"p","Test":"TestB","Output":"b.go:1: wrong\n"}` + "\n" + `{"Action":"fail","Package":"p","Test":"TestB"}` + "\n"
		skip  = `{"Action":"output","Package":"p","Test":"TestC","Output":"--- SKIP: TestC\n"}` + "\n" + `{"Action":"skip","Package":"p","Test":"TestC"}` + "\n"
		build = `{"ImportPath":"p","Action":"build-fail"}` + "\n"
		ok    = `{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}` + "\n" + `{"Action":"pass","Package":"p"}` + "\n"
		count = `{"Action":"output","Package":"p","Test":"TestD","Output":"counts: 3 of 3\n"}` + "\n" + `{"Action":"pass","Package":"p","Test":"TestD"}` + "\n"
		none  = `{"Action":"output","Package":"p","Output":"?   \tp\t[no test files]\n"}` + "\n" + `{"Action":"skip","Package":"p"}` + "\n"
	)
	for _, c := range []struct {
		name, in, says string
		code           int
	}{
		{"all pass", pass + ok + none, "ok  \tp\t0.1s\n?   \tp\t[no test files]\n1 passed, 0 failed\n", 0},
		{"one counts", count + ok, "counts: 3 of 3\nok  \tp\t0.1s\n1 passed, 0 failed\n", 0},
		{"one fails", pass + fail, "b.go:1: wrong\n1 passed, 1 failed\n", 1},
		{"one is skipped", pass + skip, "--- SKIP: TestC\n1 passed, 0 failed\n", 1},
		{"a package does not build", pass + build, "1 passed, 0 failed\n", 1},
		{"none ran", none, "?   \tp\t[no test files]\n0 passed, 0 failed\nno test ran\n", 1},
		{"nothing arrives", "", "0 passed, 0 failed\nno test ran\n", 1},
		{"words that are no event", "go: cannot find main module\n", "go: cannot find main module\n0 passed, 0 failed\nno test ran\n", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			code := run(strings.NewReader(c.in), &out)
			if code != c.code || out.String() != c.says {
				t.Errorf("got %d and %q, want %d and %q", code, out.String(), c.code, c.says)
			}
		})
	}
}
