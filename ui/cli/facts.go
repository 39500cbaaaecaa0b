package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
)

// machineFlags are --json and its longer form, for commands that print facts.
type machineFlags struct {
	asJSON bool
	format string
}

func (a *app) machineFlags(cmd *cobra.Command, m *machineFlags) {
	cmd.Flags().StringVarP(&m.format, "format", "f", "text", a.say("cli.flag-format"))
	cmd.Flags().BoolVar(&m.asJSON, "json", false, a.say("cli.flag-json"))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
}

// json reports whether a machine reads.
func (m machineFlags) json(a *app, cmd *cobra.Command) (bool, error) {
	if m.format != "text" && m.format != "json" {
		return false, a.usage(cmd, "cli.format-unknown", "format", shown(m.format))
	}
	return m.asJSON || m.format == "json", nil
}

// columns is how wide the page on standard output is.
func (a *app) columns() int {
	if w := width(a.out); w > 0 {
		return max(w, 40)
	}
	return helpWidth
}

// sheet is a page of facts: headings, rows with a name, and lists.
type sheet struct {
	strings.Builder
	app   *app
	width int
}

func (a *app) sheet() *sheet { return &sheet{app: a, width: a.columns()} }

func (s *sheet) heading(line string) {
	if s.Len() > 0 {
		s.WriteByte('\n')
	}
	s.lines("", "", line)
}

// lines writes a text that goes on under itself.
func (s *sheet) lines(first, next, body string) {
	for _, paragraph := range strings.Split(body, "\n") {
		for _, l := range report.Wrap(paragraph, s.width-len(next)) {
			s.WriteString(strings.TrimRight(first+l, " ") + "\n")
			first = next
		}
	}
}

// row writes a text behind a name. Empty texts have no row.
func (s *sheet) row(name, body string) {
	if body == "" {
		return
	}
	const column = 14
	s.lines(" "+pad(name, column), strings.Repeat(" ", column+1), body)
}

// item writes one thing of a list behind its mark.
func (s *sheet) item(mark, body string) {
	s.lines(" "+mark+" ", strings.Repeat(" ", len(mark)+2), body)
}

// soft marks what follows from the documents without standing there.
func (s *sheet) soft(c wizard.Confidence, body string) string {
	if c != wizard.Derived || body == "" {
		return body
	}
	return body + " " + s.app.say("cli.derived")
}

// similar are the known words that the person may have meant: nearly the same
// ones, else those that have the word in them.
func similar(word string, known []string) []string {
	const most = 8
	best, near := 4, []string(nil)
	for _, k := range known {
		switch d := distance(strings.ToLower(word), strings.ToLower(k)); {
		case d < best && d <= len(k)/3:
			best, near = d, []string{k}
		case d == best && d < 4 && d <= len(k)/3:
			near = append(near, k)
		}
	}
	if len(near) == 0 && len(word) > 2 {
		near = slices.DeleteFunc(slices.Clone(known), func(k string) bool { return !strings.Contains(k, strings.ToLower(word)) })
	}
	return near[:min(len(near), most)]
}
