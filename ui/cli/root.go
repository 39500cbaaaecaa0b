package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"smartro-wizard/wizard/text"
)

// root is the command tree. Without a command it is the wizard. Where the
// first word of the command line is a command, only that one gets its flags:
// nobody sees the others, and making them is a fifth of the start-up.
func (a *app) root(args []string) *cobra.Command {
	only := a.commands()[args[0]]
	root := a.wizardCommand(only == nil)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SuggestionsMinimumDistance = 3
	cobra.EnableCommandSorting = false // ours stand in the order in which people meet them
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { _, _ = a.out.WriteString(a.help(cmd)) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { return a.print([]byte(a.help(cmd))) })

	f := root.PersistentFlags()
	f.SortFlags = false
	f.Var((*langFlag)(&a.lang), "lang", a.say("cli.flag-lang"))
	f.BoolVar(&a.noInput, "no-input", false, a.say("cli.flag-no-input"))
	f.BoolVar(&a.noColor, "no-color", false, a.say("cli.flag-no-color"))
	f.BoolVar(&a.mask, "mask", false, a.say("cli.flag-mask"))
	f.BoolP("help", "h", false, a.say("cli.flag-help"))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"ko", "en"}, cobra.ShellCompDirectiveNoFileComp))

	if only != nil {
		root.AddCommand(only())
		root.SetHelpCommand(&cobra.Command{Hidden: true})
	} else {
		root.AddCommand(a.generateCommand(), a.checkCommand(), a.serveCommand(),
			a.channelsCommand(), a.targetsCommand(), a.diffCommand(), a.lintCommand(), a.explainCommand(), a.schemaCommand(), a.letterCommand(),
			a.completionCommand(), a.manCommand(), a.versionCommand())
		root.SetHelpCommand(a.helpCommand())
	}
	for _, c := range append(root.Commands(), root) {
		c.Flags().SortFlags = false
	}
	return root
}

// commands are those that do not show or describe the others.
func (a *app) commands() map[string]func() *cobra.Command {
	return map[string]func() *cobra.Command{
		"generate": a.generateCommand, "check": a.checkCommand, "serve": a.serveCommand, "version": a.versionCommand,
		"channels": a.channelsCommand, "targets": a.targetsCommand, "lint": a.lintCommand, "explain": a.explainCommand, "schema": a.schemaCommand,
		"letter": a.letterCommand, "diff": a.diffCommand,
	}
}

// langFlag was read before, see language; here a wrong one is refused.
type langFlag text.Lang

func (l *langFlag) Set(val string) error {
	if !known(val) {
		return errors.New("no such language")
	}
	*l = langFlag(val)
	return nil
}

func (l *langFlag) String() string { return string(*l) }
func (l *langFlag) Type() string   { return "string" }

func (a *app) helpCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:         "help",
		Short:       a.say("cli.help-short"),
		Long:        a.say("cli.help-short"),
		Annotations: map[string]string{useLines: "help [COMMAND]"},
		Args:        cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		about := cmd.Root()
		if len(args) > 0 {
			i := slices.IndexFunc(about.Commands(), func(c *cobra.Command) bool { return c.Name() == args[0] })
			if i < 0 {
				return a.noArgs(about, args)
			}
			about = about.Commands()[i]
		}
		return a.print([]byte(a.help(about)))
	}
	return cmd
}
