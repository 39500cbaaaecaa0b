package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

const markdown = "markdown"

func (a *app) letterCommand() *cobra.Command {
	var g given
	var format string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "letter",
		Short: a.say("cli.letter-short"),
		Long:  a.say("cli.letter-long"),
		Example: "  smartro-wizard letter\n  smartro-wizard letter server -a answers.yaml\n" +
			"  smartro-wizard letter console --mode test --module smartro_v2 --type general\n  smartro-wizard letter qa --from SW1.... -f markdown",
		Annotations: map[string]string{useLines: "letter [NAME] [-a FILE] [-f text|markdown|json] [--set PATH=VALUE]..."},
		Args:        cobra.ArbitraryArgs,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return a.letterNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	a.answerFlags(cmd, &g)
	formats := []string{"text", markdown, "json"}
	cmd.Flags().StringVarP(&format, "format", "f", "text", a.say("cli.flag-letter-format"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("cli.flag-json"))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !slices.Contains(formats, format) {
			return a.usage(cmd, "cli.format-unknown", "format", shown(format))
		}
		if asJSON {
			format = "json"
		}
		return a.letter(cmd, args, &g, format)
	}
	return cmd
}

func (a *app) letterNames() []string {
	var all []string
	for _, e := range handover.All(a.lang) {
		all = append(all, e.ID)
	}
	return all
}

func (a *app) letter(cmd *cobra.Command, args []string, g *given, format string) error {
	if len(args) > 1 {
		return a.usage(cmd, "cli.argument-unknown", "argument", shown(args[1]))
	}
	if len(args) == 1 && !slices.Contains(a.letterNames(), args[0]) {
		return a.usage(cmd, "cli.letter-unknown", "letter", shown(args[0]), "known", strings.Join(a.letterNames(), ", "))
	}
	ans := blank()
	if g.anything() {
		r, err := a.read(cmd, g)
		if err != nil {
			return err
		}
		if hasErrors(r.found) {
			_, _ = a.err.Write(a.report(r.found, format == "json", a.err))
			return &exit{code: exitWork}
		}
		ans = r.answers
	}
	if a.masked() {
		ans = maskedAnswers(ans)
	}
	if len(args) == 0 {
		return a.listLetters(ans, g.anything(), format)
	}
	return a.writeLetter(args[0], ans, format)
}

// maskedAnswers hides what a letter would repeat of the answers.
func maskedAnswers(ans wizard.Answers) wizard.Answers {
	for _, s := range []*string{&ans.UserCode, &ans.TierCode, &ans.StoreID} {
		if *s != "" {
			*s = safe.Mask
		}
	}
	if ans.Make.MRedirectURL != nil {
		ans.Make.MRedirectURL = &wizard.MakeRedirect{Path: safe.Mask}
	}
	for _, name := range []string{"m_redirect_url", "notice_url", "confirm_url"} {
		if at := ans.At(name); at != "" && !ans.Params.Get(at).IsAbsent() {
			ans.Params = ans.Params.With(at, value.Text(safe.Mask))
		}
	}
	return ans
}

// listLetters tells the names: those that the answers are enough for, where
// there are answers.
func (a *app) listLetters(ans wizard.Answers, answered bool, format string) error {
	all := handover.All(a.lang)
	if answered {
		all = handover.Letters(ans, a.lang)
	}
	if format == "json" {
		return a.print(toJSON(map[string]any{"letters": all}))
	}
	s := a.sheet()
	for _, e := range all {
		s.row(e.ID, e.To)
	}
	return a.print([]byte(s.String()))
}

// letterRow is a letter as machines read it.
type letterRow struct {
	handover.Entry
	Text  string          `json:"text"` // tables as Markdown
	Tests []handover.Test `json:"tests,omitempty"`
}

func (a *app) writeLetter(id string, ans wizard.Answers, format string) error {
	pieces, ok := handover.Pieces(id, ans, a.lang)
	if !ok {
		return a.noLetter(ans)
	}
	whole, _ := handover.Letter(id, ans, a.lang)
	switch format {
	case "json":
		i := slices.Index(a.letterNames(), id)
		row := letterRow{Entry: handover.All(a.lang)[i], Text: whole}
		if id == "qa" {
			row.Tests = handover.QA(ans, a.lang)
		}
		return a.print(toJSON(row))
	case markdown:
		return a.print([]byte(whole + "\n"))
	}
	var lines []string
	for _, piece := range pieces {
		if piece.Table != nil {
			lines = append(lines, report.Grid(piece.Table, a.columns())...)
			continue
		}
		lines = append(lines, piece.Text) // never wrapped, to be copied
	}
	return a.print([]byte(strings.Join(lines, "\n") + "\n"))
}

// noLetter says what the answers lack, or that nothing could be added to them.
func (a *app) noLetter(ans wizard.Answers) error {
	channel, known := wizard.ChannelOf(ans.Mode, ans.Module, ans.Type)
	way := channel.In(ans.SDK)
	switch {
	case known && !way.Opens():
		return a.fail("cli.letter-no-window", "note", way.Note.In(a.lang))
	case known:
		return a.fail("cli.letter-no-method", "known", strings.Join(texts(way.PayMethods), ", "))
	case ans.Mode != "" && ans.Module != "" && ans.Type != "":
		return a.fail("cli.channels-none")
	}
	return a.fail("cli.letter-no-channel")
}
