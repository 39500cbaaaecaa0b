package cli

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"smartro-wizard/ui/browse"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
)

// service is what the flags of serve say.
type service struct {
	given
	noOpen, asJSON bool
	port           int
	keyFrom        string
	confirmLive    string
}

var keyLists = []string{testpage.FromTest, testpage.FromLive, testpage.FromUnsure}

func (a *app) serveCommand() *cobra.Command {
	var s service
	cmd := &cobra.Command{
		Use:         "serve",
		Short:       a.say("cli.serve-short"),
		Long:        a.say("cli.serve-long"),
		Example:     "  smartro-wizard serve -a answers.yaml\n  smartro-wizard serve --from SW1.... --no-open --json",
		Annotations: map[string]string{useLines: "serve -a FILE [--no-open] [--json] [--port PORT]"},
		Args:        a.noArgs,
	}
	a.answerFlags(cmd, &s.given)
	f := cmd.Flags()
	f.BoolVar(&s.noOpen, "no-open", false, a.say("cli.flag-no-open"))
	f.BoolVar(&s.asJSON, "json", false, a.say("cli.flag-json-lines"))
	f.IntVar(&s.port, "port", 0, a.say("cli.flag-port"))
	f.StringVar(&s.keyFrom, "key-from", "", a.say("cli.flag-key-from"))
	f.StringVar(&s.confirmLive, "confirm-live", "", a.say("cli.flag-confirm-live"))
	_ = cmd.RegisterFlagCompletionFunc("key-from", cobra.FixedCompletions(keyLists, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.serve(cmd, &s) }
	return cmd
}

func (a *app) serve(cmd *cobra.Command, s *service) error {
	switch {
	case !s.anything():
		return a.usage(cmd, "cli.no-answers")
	case s.keyFrom != "" && !slices.Contains(keyLists, s.keyFrom):
		return a.usage(cmd, "cli.key-from-unknown", "value", shown(s.keyFrom), "lists", strings.Join(keyLists, ", "))
	case s.port < 0 || s.port > 65535:
		return a.usage(cmd, "cli.port-range", "port", itoa(s.port))
	}
	r, err := a.read(cmd, &s.given)
	if err != nil {
		return err
	}
	if err := a.sure(cmd, s, r.answers); err != nil {
		return err
	}
	if found := a.judge(r); hasErrors(found) {
		_, _ = a.err.Write(a.report(found, s.asJSON, a.err))
		return a.fail("cli.not-served")
	}
	if err := a.whichKey(s, r.answers); err != nil {
		return err
	}
	ctx, ended := untilSignal(cmd.Context())
	return ended(a.run(ctx, s, r.answers))
}

// sure wants the merchant code once more before anything in live mode begins.
func (a *app) sure(cmd *cobra.Command, s *service, ans wizard.Answers) error {
	if ans.Mode != wizard.ModeLive || testpage.Confirms(ans, s.confirmLive) {
		return nil
	}
	return a.usage(cmd, "cli.live-unconfirmed")
}

// whichKey asks which list the channel key came from, because the key does not
// show whether it takes real money for good. Without a terminal the page asks.
func (a *app) whichKey(s *service, ans wizard.Answers) error {
	if ans.Mode == wizard.ModeLive {
		return nil // --confirm-live said so
	}
	if s.keyFrom == "" && a.asks() {
		var err error
		if s.keyFrom, err = a.ask("test_key_check", keyLists); err != nil {
			return err
		}
	}
	switch s.keyFrom {
	case testpage.FromLive:
		return a.fail("cli.key-live")
	case testpage.FromUnsure:
		return a.fail("cli.key-unsure")
	}
	return nil
}

func (a *app) run(ctx context.Context, s *service, ans wizard.Answers) error {
	server, err := testpage.Start(ctx, testpage.Options{Answers: ans, Lang: a.lang, KeyFrom: s.keyFrom, Typed: s.confirmLive, Port: s.port, Now: a.now})
	if err != nil {
		return a.notStarted(err)
	}
	defer server.Close()
	if !s.asJSON {
		a.note("%s\n", a.say("cli.serving"))
	}
	if !s.noOpen {
		a.openPage(ctx, server)
	}
	for e := range server.Events() {
		if err := a.event(s, ans, e); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) notStarted(err error) error {
	var missing *testpage.MissingError
	var taken *testpage.PortTakenError
	switch {
	case errors.As(err, &missing):
		return a.fail("cli.serve-missing", "names", shown(strings.Join(missing.Names, ", ")))
	case errors.As(err, &taken):
		return a.fail("cli.port-taken", "port", itoa(taken.Port))
	case errors.Is(err, testpage.ErrMode):
		return a.fail("cli.serve-mode")
	case errors.Is(err, testpage.ErrNoLoopback):
		return a.fail("cli.no-loopback", "cause", shown(err.Error()))
	}
	return a.fail("cli.serve-failed", "cause", shown(err.Error()))
}

// openPage hands the opener an address that works once: who can see the
// arguments of its process comes too late with it.
func (a *app) openPage(ctx context.Context, server *testpage.Server) {
	door, err := server.Door()
	if err != nil {
		a.note("%s\n", a.say("cli.open-yourself"))
		return
	}
	go func() {
		defer func() {
			if r := recover(); r != nil {
				a.note("%s\n", a.say("cli.open-yourself"))
			}
		}()
		if err := browse.Open(ctx, door); err != nil && ctx.Err() == nil {
			a.note("%s\n", a.say("cli.open-yourself"))
		}
	}()
}

// event prints what happened: one line of JSON, or a line for people and below
// a result the way to prove it.
func (a *app) event(s *service, ans wizard.Answers, e testpage.Event) error {
	if s.asJSON {
		b, err := json.Marshal(e)
		if err != nil {
			return a.fail("cli.serve-failed", "cause", shown(err.Error()))
		}
		return a.print(append(b, '\n'))
	}
	line := e.At.In(wizard.Korea).Format(time.TimeOnly) + "  " + testpage.Say(e, a.lang) + "\n"
	if e.Kind == testpage.Result && e.Verdict == testpage.VerdictClaimed {
		line += a.proof(ans, e)
	}
	return a.print([]byte(line))
}

func (a *app) proof(ans wizard.Answers, e testpage.Event) string {
	b := a.say("cli.proof") + "\n" + indented(testpage.LookUp(ans, e.Fields))
	for _, p := range handover.Proofs(ans) {
		b += "  " + p.Field + ": " + shown(p.Value) + "\n"
	}
	return b
}

func indented(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") + "\n" }
