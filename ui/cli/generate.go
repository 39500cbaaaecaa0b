package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/report"
	"smartro-wizard/ui/save"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
)

// generation is what the flags of generate say.
type generation struct {
	given
	targets []string
	dir     string
	asJSON  bool
	force   bool
}

func (a *app) generateCommand() *cobra.Command {
	var g generation
	cmd := &cobra.Command{
		Use:         "generate",
		Short:       a.say("cli.generate-short"),
		Long:        a.say("cli.generate-long"),
		Example:     "  smartro-wizard generate -a answers.yaml -t html > pay.html\n  smartro-wizard generate --from SW1.... -t html -o shop",
		Annotations: map[string]string{useLines: "generate -a FILE -t TARGET... [-o DIR]\ngenerate --from CODE -t TARGET... [--set PATH=VALUE]..."},
		Args:        a.noArgs,
	}
	a.answerFlags(cmd, &g.given)
	f := cmd.Flags()
	f.StringSliceVarP(&g.targets, "target", "t", nil, a.say("cli.flag-target", "targets", strings.Join(targetNames(), ", ")))
	f.StringVarP(&g.dir, "out", "o", "", a.say("cli.flag-out"))
	f.BoolVar(&g.asJSON, "json", false, a.say("cli.flag-json"))
	f.BoolVar(&g.force, "force", false, a.say("cli.flag-force"))
	_ = cmd.RegisterFlagCompletionFunc("target", cobra.FixedCompletions(targetNames(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.generate(cmd, &g) }
	return cmd
}

func targetNames() []string {
	var all []string
	for _, t := range snippets.Targets() {
		all = append(all, t.Name)
	}
	return all
}

func (a *app) generate(cmd *cobra.Command, g *generation) error {
	if err := a.enough(cmd, g); err != nil {
		return err
	}
	r, err := a.read(cmd, &g.given)
	if err != nil {
		return err
	}
	if len(g.targets) == 0 {
		g.targets = r.answers.Options.Targets
	}
	if len(g.targets) == 0 {
		return a.usage(cmd, "cli.no-target", "targets", strings.Join(targetNames(), ", "))
	}
	return a.make(g, r)
}

// make judges, and writes code only where there is no error.
func (a *app) make(g *generation, r reading) error {
	found := a.judge(r)
	if hasErrors(found) {
		_, _ = a.err.Write(a.report(found, g.asJSON, a.err))
		return a.fail("cli.no-code")
	}
	out, err := snippets.Generate(r.answers, once(g.targets)...)
	if err != nil {
		return a.notMade(err)
	}
	if err := a.deliver(g, out); err != nil {
		return err
	}
	a.remarks(found, out.Todo)
	return nil
}

// once leaves out what was named before.
func once(names []string) []string {
	var all []string
	for _, n := range names {
		if !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// notMade is for answers that no rule is against and no code can hold.
func (a *app) notMade(err error) error {
	var refused *snippets.Error
	if errors.As(err, &refused) {
		return &exit{exitWork, refused.Say(a.lang)}
	}
	return a.fail("cli.generate-failed", "cause", shown(err.Error()))
}

// enough names everything that the command line lacks at once.
func (a *app) enough(cmd *cobra.Command, g *generation) error {
	var lacks []string
	if !g.anything() {
		lacks = append(lacks, a.say("cli.no-answers"))
		if len(g.targets) == 0 {
			lacks = append(lacks, a.say("cli.no-target", "targets", strings.Join(targetNames(), ", ")))
		}
	}
	for _, t := range g.targets {
		if !slices.Contains(targetNames(), t) {
			lacks = append(lacks, a.say("cli.target-unknown", "target", shown(t), "targets", strings.Join(targetNames(), ", ")))
		}
	}
	if cmd.Flags().Changed("out") && g.asJSON {
		lacks = append(lacks, a.say("cli.out-and-json"))
	}
	if len(lacks) > 0 {
		return a.usage(cmd, "cli.all-of", "sentences", strings.Join(lacks, "\n"))
	}
	return nil
}

// deliver puts the files where they were asked for.
func (a *app) deliver(g *generation, out snippets.Output) error {
	switch {
	case g.asJSON:
		return a.print(toJSON(out))
	case g.dir != "":
		return a.saveFiles(g.dir, out.Files, g.force)
	}
	code, err := report.Files(out.Files, isTerminal(a.out))
	if err != nil {
		return a.notMade(err)
	}
	return a.print(code)
}

// saveFiles writes below dir. A file that differs is shown as a difference and
// asked about where there is somebody to ask.
func (a *app) saveFiles(dir string, files []snippets.File, force bool) error {
	changes, err := save.Plan(dir, files)
	if err != nil {
		return &exit{exitWork, save.Sentence(err, a.lang)}
	}
	if !force && a.asks() && slices.ContainsFunc(changes, func(c save.Change) bool { return c.State == save.Differs }) {
		for _, c := range changes {
			if c.State == save.Differs {
				a.note("%s\n", safe.Block(c.Diff, 400, 400))
			}
		}
		answer, err := a.ask("overwrite", []string{"keep", "replace"}, "path", shown(dir))
		if err != nil {
			return err
		}
		if answer != "replace" {
			return a.fail("cli.kept")
		}
		force = true
	}
	if err := save.Write(dir, changes, force); err != nil {
		return &exit{exitWork, save.Sentence(err, a.lang)}
	}
	for _, c := range changes {
		id := "cli.written"
		if c.State == save.Same {
			id = "cli.unchanged"
		}
		a.note("%s\n", a.say(id, "path", shown(dir+"/"+c.Path)))
	}
	return nil
}

// remarks says beside the code what a person should still know: warnings whole,
// the rest as a count, and what is to be done.
func (a *app) remarks(found []wizard.Finding, todo []snippets.Todo) {
	warnings := slices.DeleteFunc(slices.Clone(found), func(f wizard.Finding) bool {
		return f.Severity != wizard.SeverityWarning || f.State != wizard.StateFound
	})
	if len(warnings) > 0 {
		_, _ = a.err.Write(a.report(warnings, false, a.err))
	}
	a.note("%s\n", report.Summary(wizard.ReportOf(found).Summary, a.lang))
	if len(todo) > 0 {
		a.note("%s\n", a.say("cli.todo"))
	}
	for _, t := range todo {
		where := ""
		if t.Path != "" {
			where = a.say("cli.todo-place", "path", shown(t.Path), "line", itoa(t.Line))
		}
		a.note("  [ ] %s%s\n", shown(t.Text), where)
	}
}
