package cli

import (
	"strings"
	"time"

	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"smartro-wizard/wizard"
)

func (a *app) manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:         "man",
		Short:       a.say("cli.man-short"),
		Long:        a.say("cli.man-long"),
		Example:     "  smartro-wizard man > smartro-wizard.1",
		Annotations: map[string]string{useLines: "man"},
		Args:        a.noArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.print([]byte(a.manual(cmd.Root()))) }
	return cmd
}

// manual is the manual page, in the language of the person. It is written here
// and not by mango, which knows English headings only and prints short flags
// with two hyphens. Its date is that of the facts: a page that is made twice is the same.
func (a *app) manual(root *cobra.Command) string {
	checked, err := time.Parse(time.DateOnly, wizard.Checked)
	if err != nil {
		panic("cli: " + err.Error())
	}
	d := roff.NewDocument()
	d.Heading(1, name, root.Short, checked)
	d.Section(a.say("cli.man-name"))
	d.Text(name + " - " + root.Short)
	d.Section(a.say("cli.help-usage"))
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		for _, use := range strings.Split(c.Annotations[useLines], "\n") {
			d.TextBold(name)
			d.Text(" " + use)
			d.Paragraph()
		}
	}
	d.Section(a.say("cli.man-description"))
	d.Text(root.Long)
	d.Section(a.say("cli.help-everywhere"))
	manRows(d, flagRows(root.PersistentFlags()))
	d.Section(a.say("cli.help-flags"))
	manRows(d, ownFlags(root))
	for _, c := range root.Commands() {
		d.Section(name + " " + c.Name())
		d.Text(c.Long)
		manRows(d, ownFlags(c))
	}
	d.Section(a.say("cli.man-exit"))
	d.Text(a.say("cli.man-codes"))
	return d.String() + "\n"
}

func manRows(d *roff.Document, rows [][2]string) {
	for _, r := range rows {
		d.TaggedParagraph(-1)
		d.TextBold(strings.TrimSpace(r[0]))
		d.EndSection()
		d.Text(r[1])
	}
}
