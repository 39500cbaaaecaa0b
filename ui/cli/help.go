package cli

import (
	"errors"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"smartro-wizard/ui/report"
)

const (
	helpWidth  = 80
	helpColumn = 34 // the widest head that the texts stand beside
)

// help is what --help prints, in the language of the person.
func (a *app) help(cmd *cobra.Command) string {
	var b strings.Builder
	for _, l := range strings.Split(cmd.Long, "\n") {
		b.WriteString(strings.Join(report.Wrap(l, helpWidth), "\n") + "\n")
	}
	section := func(id string, rows [][2]string) {
		if len(rows) > 0 {
			b.WriteString("\n" + a.say(id) + "\n" + table(rows))
		}
	}
	b.WriteString("\n" + a.say("cli.help-usage") + "\n")
	for _, use := range strings.Split(cmd.Annotations[useLines], "\n") {
		b.WriteString("  " + name + " " + use + "\n")
	}
	section("cli.help-commands", commandRows(cmd))
	section("cli.help-flags", ownFlags(cmd))
	section("cli.help-everywhere", flagRows(cmd.Root().PersistentFlags()))
	if example := cmd.Example; example != "" {
		b.WriteString("\n" + a.say("cli.help-examples") + "\n" + example + "\n")
	}
	return b.String()
}

// useLines is the annotation with the lines under "usage", without the program's name.
const useLines = "use"

func commandRows(cmd *cobra.Command) [][2]string {
	var rows [][2]string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			rows = append(rows, [2]string{c.Name(), c.Short})
		}
	}
	return rows
}

// ownFlags are the command's flags in the order in which they were written,
// without those of every command.
func ownFlags(cmd *cobra.Command) [][2]string {
	everywhere := cmd.Root().PersistentFlags()
	own := pflag.NewFlagSet("", pflag.ContinueOnError)
	own.SortFlags = false
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if everywhere.Lookup(f.Name) == nil {
			own.AddFlag(f)
		}
	})
	return flagRows(own)
}

func flagRows(set *pflag.FlagSet) [][2]string {
	var rows [][2]string
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		head := "    --" + f.Name
		if f.Shorthand != "" {
			head = "-" + f.Shorthand + ", --" + f.Name
		}
		takes, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() != "bool" {
			head += " " + takes
		}
		rows = append(rows, [2]string{head, usage})
	})
	return rows
}

// table sets rows in two columns; a head that is too long stands alone.
func table(rows [][2]string) string {
	column := 0
	for _, r := range rows {
		if w := ansi.StringWidth(r[0]); w <= helpColumn {
			column = max(column, w)
		}
	}
	var b strings.Builder
	for _, r := range rows {
		lines := report.Wrap(r[1], helpWidth-column-4)
		if ansi.StringWidth(r[0]) > column {
			b.WriteString("  " + r[0] + "\n")
		} else {
			b.WriteString("  " + r[0] + strings.Repeat(" ", column-ansi.StringWidth(r[0])) + "  " + lines[0] + "\n")
			lines = lines[1:]
		}
		for _, l := range lines {
			b.WriteString(strings.Repeat(" ", column+4) + l + "\n")
		}
	}
	return b.String()
}

// flagError says in the person's language what pflag says in English.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var none *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.Is(err, errNoEquals):
		return a.usage(cmd, "cli.set-needs-equals")
	case errors.As(err, &none):
		return a.unknownFlag(cmd, none)
	case errors.As(err, &bare):
		return a.usage(cmd, "cli.flag-needs-value", "flag", "--"+bare.GetFlag().Name)
	case errors.As(err, &bad):
		return a.usage(cmd, "cli.flag-bad-value", "flag", "--"+bad.GetFlag().Name, "value", shown(bad.GetValue()))
	}
	return a.usage(cmd, "cli.usage-other", "cause", shown(err.Error()))
}

func (a *app) unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	typed := "--" + err.GetSpecifiedName()
	if err.GetSpecifiedShortnames() != "" {
		typed = "-" + err.GetSpecifiedName()
	}
	best, near := 3, "" // a flag that is three letters off is another flag
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if d := distance(err.GetSpecifiedName(), f.Name); d < best {
			best, near = d, f.Name
		}
	})
	if near != "" && strings.HasPrefix(typed, "--") {
		return a.usage(cmd, "cli.flag-near", "flag", shown(typed), "near", "--"+near)
	}
	return a.usage(cmd, "cli.flag-unknown", "flag", shown(typed))
}

// distance is how many letters differ, at the price of a table of two rows.
func distance(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
		}
		last = row
	}
	return last[len(b)]
}

// noArgs refuses words that no command takes, and says which command was
// meant where one was.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if cmd.HasParent() {
		return a.usage(cmd, "cli.argument-unknown", "argument", shown(args[0]))
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return a.usage(cmd, "cli.command-near", "command-name", shown(args[0]), "near", strings.Join(near, ", "))
	}
	return a.usage(cmd, "cli.command-unknown", "command-name", shown(args[0]))
}
