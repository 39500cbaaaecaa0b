package cli

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/clip"
	"smartro-wizard/ui/gather"
	"smartro-wizard/wizard"
)

// lintFlags is what a command line says about lint.
type lintFlags struct {
	format, failOn     string
	clip, asJSON       bool
	mode, module, kind string
}

var (
	lintFormats = []string{"text", "json", "sarif", "github"}
	failLevels  = []string{"error", "warning", "info", "never"}
)

func (a *app) lintCommand() *cobra.Command {
	var l lintFlags
	cmd := &cobra.Command{
		Use:         "lint",
		Short:       a.say("cli.lint-short"),
		Long:        a.say("cli.lint-long"),
		Example:     "  smartro-wizard lint src\n  smartro-wizard lint --clip\n  smartro-wizard lint - < mail.txt\n  smartro-wizard lint . -f sarif > smartro.sarif",
		Annotations: map[string]string{useLines: "lint [PATH...|-] [--clip] [-f text|json|sarif|github] [--fail-on error|warning|info|never]"},
		Args:        cobra.ArbitraryArgs,
	}
	f := cmd.Flags()
	f.BoolVar(&l.clip, "clip", false, a.say("cli.flag-clip"))
	f.StringVarP(&l.format, "format", "f", "text", a.say("cli.flag-lint-format"))
	f.BoolVar(&l.asJSON, "json", false, a.say("cli.flag-json"))
	f.StringVar(&l.failOn, "fail-on", "error", a.say("cli.flag-fail-on"))
	for _, s := range []struct {
		into      *string
		flag, say string
		known     func(wizard.Channel) []string
	}{
		{&l.mode, "mode", "cli.flag-mode", shortcuts[0].known},
		{&l.module, "module", "cli.flag-module", shortcuts[2].known},
		{&l.kind, "type", "cli.flag-type", shortcuts[3].known},
	} {
		known := knownOf(s.known)
		f.StringVar(s.into, s.flag, "", a.say(s.say, "known", strings.Join(known, ", ")))
		_ = cmd.RegisterFlagCompletionFunc(s.flag, cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp))
	}
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(lintFormats, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions(failLevels, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return a.lint(cmd, args, l) }
	return cmd
}

func (a *app) lint(cmd *cobra.Command, args []string, l lintFlags) error {
	o, err := a.lintOptions(cmd, &l)
	if err != nil {
		return err
	}
	out := a.lintWriter(l.format)
	switch {
	case l.clip && len(args) > 0:
		return a.usage(cmd, "cli.lint-clip-and-path")
	case l.clip:
		err = a.lintClip(out, o)
	case len(args) == 0 && isTerminal(a.in):
		return a.usage(cmd, "cli.lint-what")
	case len(args) == 0 || slices.Equal(args, []string{"-"}):
		err = a.lintStdin(out, o)
	default:
		err = a.lintPaths(out, args, o)
	}
	if err != nil {
		return err
	}
	if err := out.end(); err != nil {
		return err
	}
	if out.unread > 0 {
		return &exit{code: exitUsage}
	}
	if fails(out.summary, l.failOn) {
		return &exit{code: exitWork}
	}
	return nil
}

func (a *app) lintOptions(cmd *cobra.Command, l *lintFlags) (lint.Options, error) {
	if l.asJSON {
		l.format = "json"
	}
	if !slices.Contains(lintFormats, l.format) {
		return lint.Options{}, a.usage(cmd, "cli.format-unknown", "format", shown(l.format))
	}
	if !slices.Contains(failLevels, l.failOn) {
		return lint.Options{}, a.usage(cmd, "cli.level-unknown", "level", shown(l.failOn), "known", strings.Join(failLevels, ", "))
	}
	for i, given := range []string{l.mode, "", l.module, l.kind} {
		if known := knownOf(shortcuts[i].known); given != "" && !slices.Contains(known, given) {
			return lint.Options{}, a.usage(cmd, "cli.level-unknown", "level", shown(given), "known", strings.Join(known, ", "))
		}
	}
	return lint.Options{Lang: a.lang, Today: a.today(), Setup: wizard.Setup{
		Mode: wizard.Mode(l.mode), Module: wizard.Module(l.module), Type: wizard.Type(l.kind),
	}}, nil
}

func fails(s wizard.Summary, level string) bool {
	switch level {
	case "error":
		return s.Errors > 0
	case "warning":
		return s.Errors+s.Warnings > 0
	case "info":
		return s.Errors+s.Warnings+s.Infos > 0
	}
	return false
}

func (a *app) lintClip(out *lintOutput, o lint.Options) error {
	text, err := clip.Paste(context.Background(), a.getenv)
	if err != nil {
		return &exit{exitUsage, a.say("cli.clip-unread")}
	}
	out.one(a.say("cli.clipboard"), "", []byte(text), o)
	return nil
}

func (a *app) lintStdin(out *lintOutput, o lint.Options) error {
	if isTerminal(a.in) {
		if a.noInput {
			return &exit{exitUsage, a.say("cli.no-input-stdin")}
		}
		a.note("%s\n", a.say("cli.reading-stdin"))
	}
	raw, err := io.ReadAll(io.LimitReader(a.in, lint.MaxFile+1))
	if err != nil {
		return &exit{exitUsage, a.say("cli.file-other", "path", a.say("cli.stdin"), "cause", shown(err.Error()))}
	}
	out.one(a.say("cli.stdin"), "", raw, o)
	return nil
}

// lintPaths reads files as they are found, two at a time, and says what is in
// them in their order.
func (a *app) lintPaths(out *lintOutput, paths []string, o lint.Options) error {
	o.World = surveyed(paths)
	jobs := make(chan chan lintResult, 4)
	stop := make(chan struct{})
	work := make(chan struct{}, 2)
	go func() {
		defer close(jobs)
		gather.Walk(paths, func(f gather.File) bool {
			done := make(chan lintResult, 1)
			select {
			case jobs <- done:
			case <-stop:
				return false
			}
			work <- struct{}{}
			go func() {
				defer func() { <-work }()
				done <- readOne(f, o)
			}()
			return true
		}, out.progress)
	}()
	for done := range jobs {
		if err := out.file(<-done); err != nil {
			close(stop)
			return err
		}
	}
	return nil
}

// surveyed looks through folders for what their files tell about each other.
// Nothing of a file is kept. Single files have no neighbours to speak of.
func surveyed(paths []string) *lint.World {
	folder := len(paths) > 1
	for _, p := range paths {
		info, err := os.Stat(p)
		folder = folder || err == nil && info.IsDir()
	}
	if !folder {
		return nil
	}
	w := new(lint.World)
	gather.Walk(paths, func(f gather.File) bool {
		if f.Err == nil {
			w.Survey(f.Name, f.Body)
		}
		return true
	}, func(int) {})
	return w
}

// lintResult is one file, judged or not.
type lintResult struct {
	report lint.Report
	err    error
	opened bool
}

// readOne judges a file. Whatever a file holds, the others are still judged.
func readOne(f gather.File, o lint.Options) (r lintResult) {
	r.report.File = f.Name
	if f.Err != nil {
		r.err = f.Err
		return r
	}
	r.opened = true
	r.report, r.err = lint.Read(f.Name, f.Body, o)
	return r
}
