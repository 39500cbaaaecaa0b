package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
)

// targetRow is a target as machines read it. Files are those of a card
// payment; answers may ask for other endings.
type targetRow struct {
	Name      string   `json:"name"`
	Side      string   `json:"side"`
	Languages []string `json:"languages"`
	SDK       []string `json:"sdk"` // the PortOne versions of which there is code
	Files     []string `json:"files"`
	Proof     string   `json:"proof"`
}

type targetList struct {
	Targets []targetRow `json:"targets"`
}

func (a *app) targetsCommand() *cobra.Command {
	var m machineFlags
	cmd := &cobra.Command{
		Use:         "targets",
		Short:       a.say("cli.targets-short"),
		Long:        a.say("cli.targets-long"),
		Example:     "  smartro-wizard targets\n  smartro-wizard targets --json\n  smartro-wizard targets --matrix",
		Annotations: map[string]string{useLines: "targets [--matrix] [-f text|json]"},
		Args:        a.noArgs,
	}
	a.machineFlags(cmd, &m)
	matrix := cmd.Flags().Bool("matrix", false, a.say("cli.flag-matrix"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		machine, err := m.json(a, cmd)
		switch {
		case err != nil:
			return err
		case *matrix && machine:
			return a.print(toJSON(matrixJSON(snippets.Matrix(), a.lang)))
		case *matrix:
			return a.print([]byte(a.matrix(snippets.Matrix())))
		}
		list, err := a.targetList()
		if err != nil {
			return a.notMade(err)
		}
		if machine {
			return a.print(toJSON(list))
		}
		s := a.sheet()
		for _, t := range list.Targets {
			s.lines("", "", t.Name)
			s.row(a.say("cli.target-languages"), strings.Join(t.Languages, ", "))
			s.row(a.say("cli.rule-version"), strings.Join(t.SDK, ", "))
			s.row(a.say("cli.target-files"), strings.Join(t.Files, ", "))
			s.row(a.say("cli.target-proof"), t.Proof)
		}
		s.lines("", "", "")
		s.lines("", "", a.say("cli.not-run"))
		return a.print([]byte(s.String()))
	}
	return cmd
}

func versionsOf(t snippets.Target) []wizard.SDK {
	return slices.DeleteFunc(slices.Clone(wizard.SDKs), func(sdk wizard.SDK) bool { return !t.Speaks(sdk) })
}

func (a *app) targetList() (targetList, error) {
	card := wizard.Answers{Version: wizard.AnswersVersion, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral}
	list := targetList{Targets: []targetRow{}}
	tests, err := readProofs()
	if err != nil {
		return list, err
	}
	for _, t := range snippets.Targets() {
		row := targetRow{Name: t.Name, Side: t.Side, Languages: t.Languages, SDK: texts(versionsOf(t)), Files: []string{}, Proof: a.proved(tests, t.Name)}
		out, err := snippets.Generate(card, t.Name)
		if err != nil {
			return list, err
		}
		for _, f := range out.Files {
			row.Files = append(row.Files, f.Path)
		}
		list.Targets = append(list.Targets, row)
	}
	return list, nil
}
