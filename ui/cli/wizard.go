package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/ui/draft"
	"smartro-wizard/ui/plain"
	"smartro-wizard/ui/tui"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
)

// walk is what the flags of the wizard say.
type walk struct {
	given
	plain, private, keepBuyer, version bool
}

func (a *app) wizardCommand(flags bool) *cobra.Command {
	if !flags {
		return &cobra.Command{Use: name}
	}
	var w walk
	cmd := &cobra.Command{
		Use:         name,
		Short:       a.say("cli.wizard-short"),
		Long:        a.say("cli.wizard-long"),
		Example:     "  smartro-wizard\n  smartro-wizard --from SW1....\n  smartro-wizard --plain > pay.html",
		Annotations: map[string]string{useLines: "[--from CODE|FILE] [--plain] [--private] [--keep-buyer]\nCOMMAND [--help]"},
		Args:        a.noArgs,
	}
	a.answerFlags(cmd, &w.given)
	f := cmd.Flags()
	f.BoolVar(&w.plain, "plain", false, a.say("cli.flag-plain"))
	f.BoolVar(&w.private, "private", false, a.say("cli.flag-private"))
	f.BoolVar(&w.keepBuyer, "keep-buyer", false, a.say("cli.flag-keep-buyer"))
	f.BoolVar(&a.ascii, "ascii", false, a.say("cli.flag-ascii"))
	f.BoolVar(&w.version, "version", false, a.say("cli.version-short"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if w.version {
			return a.version(false)
		}
		return a.wizard(cmd, &w)
	}
	return cmd
}

func (a *app) wizard(cmd *cobra.Command, w *walk) error {
	start, err := a.start(cmd, w)
	if err != nil {
		return err
	}
	if a.noInput {
		return a.unasked(start)
	}
	if w.plain || !a.draws() {
		return a.lines(cmd.Context(), start, a.store(w))
	}
	store := a.store(w)
	out, err := tui.Run(cmd.Context(), tui.Config{
		In: a.in, Out: a.out, Lang: a.lang, Version: Version,
		ASCII: a.wantsASCII(), NoColor: !a.colour(a.out), Private: w.private, Mask: a.masked(),
		Store: store, Draft: start, Rand: rand.Reader, Now: a.now,
		Today: a.today,
	})
	a.sayAside(store)
	if err != nil {
		return a.fail("cli.screen-failed", "cause", shown(err.Error()))
	}
	if out.Message != "" {
		a.note("%s\n", out.Message)
	}
	if out.Status != exitDone {
		return &exit{code: out.Status}
	}
	return nil
}

func (a *app) today() string { return wizard.Day(a.now()) }

// start is the draft to begin with, or nil for the first question. Answers
// that the wizard has no questions for are refused here: it could only lose them.
func (a *app) start(cmd *cobra.Command, w *walk) (*flow.Draft, error) {
	if !w.anything() {
		return nil, nil
	}
	if w.file == "-" || w.from == "-" {
		return nil, a.usage(cmd, "cli.wizard-stdin")
	}
	r, err := a.read(cmd, &w.given)
	if err != nil {
		return nil, err
	}
	found := r.found
	if s := r.answers; s.Mode != "" && s.SDK != "" && s.Module != "" && s.Type != "" {
		if _, ok := wizard.ChannelOf(s.Mode, s.Module, s.Type); !ok {
			found = answers.Merge(found, answers.Check(s, a.lang))
		}
	}
	if hasErrors(found) {
		_, _ = a.err.Write(a.report(found, false, a.err))
		return nil, &exit{code: exitWork}
	}
	d := flow.Open(r.answers)
	return &d, nil
}

// store is where progress is kept, nil where nothing is kept.
func (a *app) store(w *walk) *draft.Store {
	if w.private {
		return nil
	}
	s, err := draft.Open("")
	if err != nil {
		a.note("%s\n", draft.Sentence(err, a.lang))
		return nil
	}
	s.KeepBuyer = w.keepBuyer
	return s
}

func (a *app) sayAside(s *draft.Store) {
	if n := s.SetAside(); n > 0 {
		a.note("%s\n", a.say("cli.set-aside", "count", itoa(n), "dir", shown(s.Dir())))
	}
}

// unasked names every answer that is missing, with the flag that gives it, or
// writes the code when none is.
func (a *app) unasked(start *flow.Draft) error {
	d := flow.Quick()
	if start != nil {
		d = *start
	}
	var missing [][2]string
	for _, q := range d.Questions() {
		if !d.Confirmed(q.ID) {
			asked, _ := d.Question(q.ID)
			missing = append(missing, [2]string{flagFor(asked), q.Title.In(a.lang)})
		}
	}
	if len(missing) > 0 {
		return a.fail("cli.all-of", "sentences", a.say("cli.missing")+"\n"+strings.TrimSuffix(table(missing), "\n"))
	}
	g := generation{targets: d.Answers().Options.Targets}
	if len(g.targets) == 0 {
		g.targets = targetNames()[:1]
	}
	return a.make(&g, reading{answers: d.Answers(), readable: true})
}

// flagFor is the flag that answers a question.
func flagFor(q wizard.Question) string {
	path := q.ID
	if len(q.Params) > 0 {
		path = q.Params[0]
	}
	for _, s := range shortcuts {
		if s.path == path {
			return "--" + s.flag + " VALUE"
		}
	}
	if q.ID == "store_id" {
		return "--set store_id=VALUE"
	}
	return "--set params." + path + "=VALUE"
}

// lines asks line by line.
func (a *app) lines(ctx context.Context, start *flow.Draft, store *draft.Store) error {
	ctx, ended := untilSignal(ctx)
	_, err := plain.Run(ctx, plain.Config{In: a.in, Out: a.out, Err: a.err, Lang: a.lang, Store: store, Draft: start, Today: a.today, Screen: isTerminal(a.out), Mask: a.masked()})
	a.sayAside(store)
	switch {
	case err == nil:
		return ended(nil)
	case errors.Is(err, plain.ErrQuit):
		a.note("%s\n", plain.Sentence(err, a.lang))
		return ended(nil)
	case gone(err):
		return ended(&exit{code: exitWork})
	}
	return ended(&exit{exitWork, plain.Sentence(err, a.lang)})
}
