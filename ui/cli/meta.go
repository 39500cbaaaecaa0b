package cli

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/wizard"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:         "completion",
		Short:       a.say("cli.completion-short"),
		Long:        a.say("cli.completion-long"),
		Example:     "  source <(smartro-wizard completion bash)\n  smartro-wizard completion fish > ~/.config/fish/completions/smartro-wizard.fish",
		Annotations: map[string]string{useLines: "completion " + strings.Join(shells, "|")},
		ValidArgs:   shells,
		Args:        cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var b bytes.Buffer
		shell := ""
		if len(args) == 1 {
			shell = args[0]
		}
		var err error
		switch root := cmd.Root(); shell {
		case "bash":
			err = root.GenBashCompletionV2(&b, true)
		case "zsh":
			err = root.GenZshCompletion(&b)
		case "fish":
			err = root.GenFishCompletion(&b, true)
		case "powershell":
			err = root.GenPowerShellCompletionWithDesc(&b)
		default:
			return a.usage(cmd, "cli.shell-unknown", "shells", strings.Join(shells, ", "))
		}
		if err != nil {
			return a.fail("cli.write-failed", "cause", shown(err.Error()))
		}
		return a.print(b.Bytes())
	}
	return cmd
}

func (a *app) versionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:         "version",
		Short:       a.say("cli.version-short"),
		Long:        a.say("cli.version-short"),
		Annotations: map[string]string{useLines: "version"},
		Args:        a.noArgs,
	}
	asJSON := cmd.Flags().Bool("json", false, a.say("cli.flag-json"))
	cmd.RunE = func(*cobra.Command, []string) error { return a.version(*asJSON) }
	return cmd
}

// build is what is known of the build. Release builds carry no commit, so that
// the same sources give the same bytes.
type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
	Changed bool   `json:"changed,omitempty"`
	Go      string `json:"go"`
	System  string `json:"system"`
	Checked string `json:"checked"`
}

func (a *app) version(asJSON bool) error {
	b := build{Version: Version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, Checked: wizard.Checked}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = s.Value
			case "vcs.modified":
				b.Changed = s.Value == "true"
			}
		}
	}
	if asJSON {
		return a.print(toJSON(b))
	}
	commit := ""
	if b.Commit != "" {
		commit = " (" + b.Commit[:min(12, len(b.Commit))]
		if b.Changed {
			commit += "+"
		}
		commit += ")"
	}
	return a.print(fmt.Appendf(nil, "%s %s%s\n%s %s\n%s\n", name, b.Version, commit, b.Go, b.System, a.say("cli.checked", "day", b.Checked)))
}
