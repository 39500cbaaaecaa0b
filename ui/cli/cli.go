// Package cli is the command line: it reads flags and files, asks the domain,
// and prints. What a command does stands in a file of its name.
//
// Its rules:
//   - Results go to standard output, everything else to standard error.
//   - Exit codes: 0 done, 1 what was read is not right or the work failed, 2
//     the command line is wrong or a file cannot be opened, 128 and the
//     signal's number. Nothing below main ends the process.
//   - Every sentence is in the language of the person, also those that cobra
//     and its flags would say in English. That is why fang, which would make
//     help look better, is not used: its headings exist in English only.
//   - No flag takes a secret.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"smartro-wizard/wizard/text"
)

// Version is the version of the program.
const Version = "0.1.0"

const name = "smartro-wizard"

// Exit codes.
const (
	exitDone  = 0
	exitWork  = 1 // what was read is not right, or the work failed
	exitUsage = 2 // the command line is wrong, or a file cannot be opened
)

// app is one run of the program with the world it runs in.
type app struct {
	lang     text.Lang
	in       *os.File
	out, err *os.File
	getenv   func(string) string
	now      func() time.Time

	noInput, noColor, ascii, mask bool
}

// exit ends the run with a code. An empty message says that everything was said.
type exit struct {
	code    int
	message string
}

func (e *exit) Error() string { return e.message }

// Run carries out a command line and gives the code to exit with.
func Run(args []string, in, out, stderr *os.File) int {
	a := &app{in: in, out: out, err: stderr, getenv: os.Getenv, now: time.Now}
	a.lang = language(args, os.Getenv)
	if len(args) == 0 {
		// The usual way in: with nothing to parse there is no need of a command tree.
		cmd := &cobra.Command{Use: name}
		cmd.SetContext(context.Background())
		return a.code(a.wizard(cmd, &walk{}))
	}
	root := a.root(args)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(stderr)
	return a.code(root.ExecuteContext(context.Background()))
}

// code says what went wrong and gives the exit code.
func (a *app) code(err error) int {
	if err == nil {
		return exitDone
	}
	var e *exit
	if !errors.As(err, &e) {
		// What cobra refuses by itself, before any function of ours: a
		// command after a flag it does not know.
		e = &exit{exitUsage, a.say("cli.usage-other", "cause", shown(err.Error()))}
	}
	if e.message != "" {
		fmt.Fprintln(a.err, e.message)
	}
	return e.code
}

func (a *app) say(id string, args ...string) string { return text.Of(a.lang, id, args...) }

// fail is for what was read or for the work.
func (a *app) fail(id string, args ...string) error {
	return &exit{exitWork, a.say(id, args...)}
}

// usage is for the command line, with a pointer to the command's help.
func (a *app) usage(cmd *cobra.Command, id string, args ...string) error {
	return &exit{exitUsage, a.say(id, args...) + "\n" + a.say("cli.see-help", "command", cmd.CommandPath())}
}

// print writes a result and reports a full disk; a reader that went away is no
// news to anybody.
func (a *app) print(b []byte) error {
	if _, err := a.out.Write(b); err != nil {
		if gone(err) {
			return &exit{code: exitWork}
		}
		return a.fail("cli.write-failed", "cause", shown(err.Error()))
	}
	return nil
}

// note writes what is not the result. Where it cannot be written, nobody reads it.
func (a *app) note(format string, args ...any) { fmt.Fprintf(a.err, format, args...) }
