package cli

import (
	"bytes"
	"encoding/json"

	"github.com/spf13/cobra"

	"smartro-wizard/wizard/answers"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "schema",
		Short:       a.say("cli.schema-short"),
		Long:        a.say("cli.schema-long"),
		Example:     "  smartro-wizard schema > smartro-answers.schema.json",
		Annotations: map[string]string{useLines: "schema"},
		Args:        a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			raw, err := answers.Schema(a.lang, targetNames()).MarshalJSON()
			if err != nil {
				return a.fail("cli.generate-failed", "cause", shown(err.Error()))
			}
			var b bytes.Buffer
			if err := json.Indent(&b, raw, "", "  "); err != nil {
				return a.fail("cli.generate-failed", "cause", shown(err.Error()))
			}
			b.WriteByte('\n')
			return a.print(b.Bytes())
		},
	}
}
