package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
)

func (a *app) checkCommand() *cobra.Command {
	var g given
	var asJSON bool
	var format string
	cmd := &cobra.Command{
		Use:         "check",
		Short:       a.say("cli.check-short"),
		Long:        a.say("cli.check-long"),
		Example:     "  smartro-wizard check -a answers.yaml\n  smartro-wizard check -a - --json < answers.json",
		Annotations: map[string]string{useLines: "check -a FILE [-f text|json] [--set PATH=VALUE]..."},
		Args:        a.noArgs,
	}
	a.answerFlags(cmd, &g)
	cmd.Flags().StringVarP(&format, "format", "f", "text", a.say("cli.flag-format"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("cli.flag-json"))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if format != "text" && format != "json" {
			return a.usage(cmd, "cli.format-unknown", "format", shown(format))
		}
		if !g.anything() {
			return a.usage(cmd, "cli.no-answers")
		}
		r, err := a.read(cmd, &g)
		if err != nil {
			return err
		}
		found := a.judge(r)
		machine := asJSON || format == "json"
		printed := a.report(found, machine, a.out)
		if !machine && r.readable {
			printed = append(printed, a.look(r.answers)...)
		}
		if err := a.print(printed); err != nil {
			return err
		}
		if hasErrors(found) {
			return &exit{code: exitWork}
		}
		return nil
	}
	return cmd
}

// report is findings as f wants them: JSON for a machine, else text as wide and
// as coloured as f is.
func (a *app) report(found []wizard.Finding, asJSON bool, f *os.File) []byte {
	if asJSON {
		return toJSON(wizard.ReportOf(found))
	}
	var b bytes.Buffer
	_ = report.Write(&b, found, report.Options{Lang: a.lang, Width: width(f), Color: a.colour(f), Mask: a.masked()}) // a buffer takes everything
	return b.Bytes()
}

// look lists what no program can see in answers.
func (a *app) look(ans wizard.Answers) string {
	lines := rulebook.Checklist(ans.Case(a.today()), a.lang)
	if len(lines) == 0 {
		return ""
	}
	columns := width(a.out)
	if columns == 0 {
		columns = helpWidth
	}
	var b strings.Builder
	b.WriteString("\n" + a.say("cli.look") + "\n")
	for _, l := range lines {
		b.WriteString(" [ ] " + strings.Join(report.Wrap(l.Text+" "+l.How+" ("+l.Who+")", max(columns, 40)-5), "\n     ") + "\n")
	}
	return b.String()
}

// toJSON writes JSON that also a person can read. The values are ours and
// always have a JSON form.
func toJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic("cli: " + err.Error())
	}
	return b.Bytes()
}
