// Command tally reads go test -json and prints what a person wants of it: the
// closing line of each package, lines that begin with "counts: ", the output of
// what failed, and one sum. It fails when a test failed or was skipped, or when none ran.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	os.Exit(run(os.Stdin, os.Stdout))
}

func run(in io.Reader, out io.Writer) int {
	t := tally{out: out, output: map[key][]string{}}
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			t.line(line)
		}
		if err != nil {
			break
		}
	}
	fmt.Fprintf(out, "%d passed, %d failed\n", t.passed, t.failed)
	if t.passed == 0 {
		fmt.Fprintln(out, "no test ran")
	}
	if t.bad || t.failed > 0 || t.passed == 0 {
		return 1
	}
	return 0
}

// event is one line of go test -json.
type event struct {
	Action, Package, Test, Output string
}

type key struct{ pkg, test string }

type tally struct {
	out            io.Writer
	passed, failed int
	bad            bool
	output         map[key][]string
}

// line takes one line; what is not an event (a build's own words) is printed as it is.
func (t *tally) line(line string) {
	var e event
	if json.Unmarshal([]byte(line), &e) != nil {
		fmt.Fprint(t.out, line)
		return
	}
	k := key{e.Package, e.Test}
	switch e.Action {
	case "output":
		if strings.HasPrefix(e.Output, "counts: ") {
			fmt.Fprint(t.out, e.Output)
		}
		t.output[k] = append(t.output[k], e.Output)
	case "build-output":
		fmt.Fprint(t.out, e.Output)
	case "build-fail":
		t.bad = true
	case "pass", "fail", "skip":
		t.close(k, e.Action)
	}
}

// close ends a test, or a package when the key names no test.
func (t *tally) close(k key, action string) {
	defer delete(t.output, k)
	if k.test == "" {
		t.bad = t.bad || action == "fail"
		t.print(k, action == "fail")
		return
	}
	switch action {
	case "pass":
		t.passed++
	case "fail":
		t.failed++
		t.print(k, true)
	case "skip":
		t.bad = true
		t.print(k, true)
	}
}

// print writes the output of a key: all of it, or of a package only its closing line.
func (t *tally) print(k key, whole bool) {
	for _, o := range t.output[k] {
		if whole || strings.HasPrefix(o, "ok ") || strings.HasPrefix(o, "?   ") {
			fmt.Fprint(t.out, o)
		}
	}
}
