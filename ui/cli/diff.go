package cli

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/save"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/carry"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// difference is what the command diff was asked for.
type difference struct {
	given
	machineFlags
	to, targets []string
	all         bool
}

func (a *app) diffCommand() *cobra.Command {
	var d difference
	cmd := &cobra.Command{
		Use:         "diff",
		Short:       a.say("cli.diff-short"),
		Long:        a.say("cli.diff-long"),
		Example:     "  smartro-wizard diff -a answers.yaml\n  smartro-wizard diff -a answers.yaml --to smartro -t html\n  smartro-wizard diff --mode test --module smartro_v2 --type general --set params.pay_method=card",
		Annotations: map[string]string{useLines: "diff -a FILE [--to SDK|MODULE]... [--all] [-t TARGET]... [-f text|json]"},
		Args:        a.noArgs,
	}
	a.answerFlags(cmd, &d.given)
	cmd.Flags().StringSliceVar(&d.to, "to", nil, a.say("cli.flag-to", "known", strings.Join(sides(), ", ")))
	cmd.Flags().BoolVar(&d.all, "all", false, a.say("cli.flag-all-params"))
	cmd.Flags().StringSliceVarP(&d.targets, "target", "t", nil, a.say("cli.flag-diff-target"))
	a.machineFlags(cmd, &d.machineFlags)
	_ = cmd.RegisterFlagCompletionFunc("to", cobra.FixedCompletions(sides(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("target", cobra.FixedCompletions(targetNames(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.diff(cmd, &d) }
	return cmd
}

// sides are the words for where a case can go: a version, a module.
func sides() []string {
	return append(texts(wizard.SDKs), string(wizard.ModuleNew), string(wizard.ModuleOld))
}

func (a *app) diff(cmd *cobra.Command, d *difference) error {
	machine, err := d.json(a, cmd)
	if err != nil {
		return err
	}
	for _, word := range append(slices.Clone(d.to), d.targets...) {
		if !slices.Contains(append(sides(), targetNames()...), word) {
			return a.usage(cmd, "cli.diff-unknown", "value", shown(word), "known", strings.Join(sides(), ", "), "targets", strings.Join(targetNames(), ", "))
		}
	}
	if !d.anything() {
		return a.usage(cmd, "cli.no-answers")
	}
	r, err := a.read(cmd, &d.given)
	if err != nil {
		return err
	}
	if hasErrors(r.found) { // what was meant cannot be told
		_, _ = a.err.Write(a.report(r.found, machine, a.err))
		return a.fail("cli.diff-unread")
	}
	if _, known := wizard.ChannelOf(r.answers.Mode, r.answers.Module, r.answers.Type); !known || !r.readable {
		_, _ = a.err.Write(a.report(a.judge(r), machine, a.err))
		return a.fail("cli.diff-no-case")
	}
	across := carry.Across(r.answers, d.there(r.answers), d.all || bare(r.answers), a.today(), a.lang)
	codes := a.codes(r.answers, across, once(d.targets))
	if machine {
		return a.print(toJSON(a.diffJSON(across, codes)))
	}
	return a.print([]byte(a.diffText(across, codes)))
}

// there is where the case goes.
func (d *difference) there(a wizard.Answers) carry.To {
	if len(d.to) == 0 {
		return carry.Other(a)
	}
	to := carry.To{SDK: a.SDK, Module: a.Module}
	if to.SDK == "" {
		to.SDK = wizard.V1
	}
	for _, word := range d.to {
		if slices.Contains(wizard.SDKs, wizard.SDK(word)) {
			to.SDK = wizard.SDK(word)
		} else {
			to.Module = wizard.Module(word)
		}
	}
	return to
}

// bare reports whether nothing but the pay method was answered: then the whole
// window is asked about.
func bare(a wizard.Answers) bool {
	fields := slices.DeleteFunc(a.Params.Fields(), func(f value.Field) bool { return f.Key == a.Call().Method })
	return len(fields) == 0 && a.Make == wizard.Make{}
}

// twoCodes is a target on both sides. Refused says why there is no code on one.
type twoCodes struct {
	target   string
	from, to []snippets.File
	refused  string
}

// codes writes each target alone: what the answers want beside it may speak one
// of the versions only.
func (a *app) codes(from wizard.Answers, across carry.Result, targets []string) []twoCodes {
	var all []twoCodes
	from.Options.Targets, across.Answers.Options.Targets = nil, nil
	for _, target := range targets {
		c := twoCodes{target: target, refused: across.Refused}
		if c.refused == "" && len(across.Rows) > 0 {
			c.from = a.codeOf(from, target, &c.refused)
			c.to = a.codeOf(across.Answers, target, &c.refused)
		}
		all = append(all, c)
	}
	return all
}

// codeOf is the code of one side, if no finding is against it.
func (a *app) codeOf(ans wizard.Answers, target string, refused *string) []snippets.File {
	found := a.judge(reading{answers: ans, readable: true})
	if i := slices.IndexFunc(found, func(f wizard.Finding) bool {
		return f.Severity == wizard.SeverityError && f.State == wizard.StateFound
	}); i >= 0 {
		*refused = found[i].Message
		return nil
	}
	out, err := snippets.Generate(ans, target)
	if err != nil {
		*refused = a.notMade(err).Error()
	}
	return out.Files
}

// diffText lists the rows by what becomes of them, both sides beside each other.
func (a *app) diffText(r carry.Result, codes []twoCodes) string {
	s := a.sheet()
	s.heading(a.sideWord(r.From) + " > " + a.sideWord(r.To))
	s.row(a.say("cli.diff-entry"), dash(r.From.Entry)+" > "+dash(r.To.Entry))
	s.row(a.say("cli.diff-note"), r.Refused)
	if len(r.Rows) == 0 && r.Refused == "" {
		s.row(a.sideWord(r.From), r.From.Note)
		s.row(a.sideWord(r.To), r.To.Note)
	}
	column := a.column(r.Rows)
	for _, state := range carry.States {
		rows := slices.DeleteFunc(slices.Clone(r.Rows), func(row carry.Row) bool { return row.State != state })
		if len(rows) > 0 {
			s.heading(a.stateWord(state) + " (" + itoa(len(rows)) + ")")
		}
		for i, row := range rows {
			a.diffRow(s, row, column)
			if i+1 == len(rows) || rows[i+1].Reason != row.Reason { // said once for all that it holds for
				a.diffReason(s, row)
			}
		}
	}
	for _, c := range codes {
		s.heading(a.say("cli.diff-code", "target", c.target))
		s.lines("", "", c.refused)
		if c.refused == "" {
			s.WriteString(differences(c))
		}
	}
	return s.String()
}

// column is where the other side begins.
func (a *app) column(rows []carry.Row) int {
	wide := 0
	for _, row := range rows {
		wide = max(wide, ansi.StringWidth(a.spot(row.From)))
	}
	return min(wide, a.columns()/2-4)
}

func (a *app) diffRow(s *sheet, row carry.Row, column int) {
	from, to := a.spot(row.From), a.spot(row.To)
	line := pad(from, column)
	if row.State != carry.Same || from == "" {
		line += "  " + to
	}
	s.WriteString(" " + strings.TrimRight(line, " ") + "\n")
}

// diffReason tells why, but of what the heading says already.
func (a *app) diffReason(s *sheet, row carry.Row) {
	if (row.State != carry.Same || row.Rule != "") && row.Reason != a.say("carry.renamed") {
		s.lines("     ", "     ", row.Reason)
	}
}

// spot is a parameter of one side with its value.
func (a *app) spot(s carry.Spot) string {
	const most = 60
	switch {
	case s.Path == "":
		return "-"
	case s.Value.IsAbsent():
		return s.Path
	case a.masked() && s.Personal:
		return s.Path + ": ***"
	}
	return s.Path + ": " + safe.Line(a.valueWord(s.Value), most)
}

func (a *app) valueWord(v value.Value) string {
	switch v.Kind() {
	case value.Made:
		return a.say("cli.diff-made")
	case value.Later:
		return a.say("cli.diff-later")
	case value.Object:
		if f := v.Fields(); len(f) > 0 && f[0].Value.Kind() == value.Made {
			return a.say("cli.diff-made")
		}
	}
	raw, err := v.MarshalJSON()
	if err != nil {
		return err.Error()
	}
	return string(raw)
}

func (a *app) sideWord(s carry.Side) string {
	return strings.ToUpper(string(s.SDK)) + " " + string(s.Module) + " " + string(s.Type) + " (" + a.modeWord(s.Mode) + ")"
}

func (a *app) stateWord(s carry.State) string {
	return a.say(map[carry.State]string{
		carry.Decide: "cli.diff-decide", carry.Dropped: "cli.diff-dropped", carry.Renamed: "cli.diff-renamed",
		carry.Added: "cli.diff-added", carry.Same: "cli.diff-same",
	}[s])
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// differences are those of the files of both sides, by path.
func differences(c twoCodes) string {
	var b strings.Builder
	body := func(files []snippets.File, path string) string {
		i := slices.IndexFunc(files, func(f snippets.File) bool { return f.Path == path })
		if i < 0 {
			return ""
		}
		return files[i].Body
	}
	var paths []string
	for _, f := range slices.Concat(c.from, c.to) {
		if !slices.Contains(paths, f.Path) {
			paths = append(paths, f.Path)
			b.WriteString(safe.Block(save.Difference(f.Path, f.Path, body(c.from, f.Path), body(c.to, f.Path)), 2000, 400))
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
