package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/clip"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

func (a *app) explainCommand() *cobra.Command {
	var m machineFlags
	var clipped bool
	cmd := &cobra.Command{
		Use:         "explain",
		Short:       a.say("cli.explain-short"),
		Long:        a.say("cli.explain-long"),
		Example:     "  smartro-wizard explain merchant-uid-charset\n  smartro-wizard explain 등록된 PG 설정 정보가 없습니다\n  smartro-wizard explain --clip\n  smartro-wizard explain - < error.txt",
		Annotations: map[string]string{useLines: "explain RULE|WORDS...|- [--clip] [-f text|json]"},
		Args:        cobra.ArbitraryArgs,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleIDs(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	a.machineFlags(cmd, &m)
	cmd.Flags().BoolVar(&clipped, "clip", false, a.say("cli.flag-explain-clip"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		machine, err := m.json(a, cmd)
		if err != nil {
			return err
		}
		if clipped {
			if len(args) > 0 {
				return a.usage(cmd, "cli.explain-clip-and-words")
			}
			if args, err = a.clipped(); err != nil {
				return err
			}
		}
		return a.explain(cmd, args, machine)
	}
	return cmd
}

// clipped are the words on the clipboard, as many as explain looks at.
func (a *app) clipped() ([]string, error) {
	text, err := clip.Paste(context.Background(), a.getenv)
	words := strings.Fields(text[:min(len(text), longestPaste)])
	if err != nil || len(words) == 0 {
		return nil, &exit{exitUsage, a.say("cli.explain-clip-unread")}
	}
	return words, nil
}

func ruleIDs() []string {
	var all []string
	for _, r := range slices.Concat(rulebook.Rules(), rulebook.RulesIn(wizard.V2)) {
		if !slices.Contains(all, r.ID) {
			all = append(all, r.ID)
		}
	}
	return append(append(all, answers.Rules()...), lint.Rules()...)
}

// explanations is what machines read: one rule, or those that a name of another
// list stands for.
type explanations struct {
	Rules []rulebook.Explanation `json:"rules"`
}

func (a *app) explain(cmd *cobra.Command, args []string, machine bool) error {
	if len(args) == 1 && args[0] == "-" || len(args) == 0 && !isTerminal(a.in) {
		words, err := a.pasted()
		if err != nil {
			return err
		}
		args = strings.Fields(words)
	}
	if len(args) == 0 {
		return a.usage(cmd, "cli.explain-what")
	}
	word := strings.Join(args, " ")
	all := explanationsOf(word, a.lang)
	if len(all.Rules) == 0 {
		if done, err := a.explainWords(word, machine); done {
			return err
		}
		if near := similar(word, ruleIDs()); len(near) > 0 {
			return a.usage(cmd, "cli.rule-near", "rule", shown(word), "near", strings.Join(near, ", "))
		}
		return a.usage(cmd, "cli.rule-unknown", "rule", shown(word))
	}
	if machine {
		return a.print(toJSON(all))
	}
	s := a.sheet()
	for i, e := range all.Rules {
		if i > 0 {
			s.WriteByte('\n')
		}
		a.explanation(s, e)
	}
	return a.print([]byte(s.String()))
}

func explanationsOf(word string, l text.Lang) explanations {
	var all explanations
	for _, id := range rulebook.Named(word) {
		one, v1 := rulebook.ExplainIn(wizard.V1, id, l)
		two, v2 := rulebook.ExplainIn(wizard.V2, id, l)
		if v1 && !(v2 && ofV2(word)) {
			all.Rules = append(all.Rules, one)
		}
		if v2 && (!v1 || ofV2(word) || !slices.Equal(one.SDK, two.SDK)) {
			all.Rules = append(all.Rules, two)
		}
	}
	if e, ok := lint.Explain(word, l); ok {
		all.Rules = append(all.Rules, rulebook.Explanation{Rule: word, Severity: e.Severity, Moment: e.Moment, Confidence: e.Confidence,
			Message: e.Message, Why: e.Why, Fix: e.Fix, Reads: []string{}, Sources: []string{}})
	}
	if e, ok := answers.Explain(word, l); ok {
		all.Rules = append(all.Rules, rulebook.Explanation{Rule: word, Severity: e.Severity, Moment: e.Moment, Confidence: e.Confidence,
			Message: e.Message, Why: e.Why, Fix: e.Fix, Reads: []string{}, Sources: []string{}})
	}
	return all
}

// ofV2 tells a name of the list of V2's rules, which asks about that version.
func ofV2(name string) bool { return strings.HasPrefix(name, "V2-") }

func (a *app) explanation(s *sheet, e rulebook.Explanation) {
	s.lines("", "", e.Rule)
	s.row(a.say("cli.rule-severity"), a.say("report."+string(e.Severity))+", "+a.say("report."+string(e.Moment)))
	s.row(a.say("cli.rule-message"), e.Message)
	s.row(a.say("report.why"), e.Why)
	s.row(a.say("report.fix"), e.Fix)
	if e.Checked == "" {
		return // about a file, not about a payment
	}
	s.row(a.say("cli.rule-version"), strings.Join(texts(e.SDK), ", "))
	s.row(a.say("cli.rule-differs"), e.Differs)
	s.row(a.say("cli.rule-where"), a.where(e))
	if e.Manual {
		s.row(a.say("cli.rule-who"), e.Who)
	} else {
		s.row(a.say("cli.rule-reads"), strings.Join(e.Reads, ", "))
	}
	s.settings(a.say("cli.rule-breaks"), e.Breaks)
	s.settings(a.say("cli.rule-holds"), e.Holds)
	s.row(a.say("cli.rule-sure"), a.say("cli.sure-"+e.Confidence)+" ("+a.say("cli.checked", "day", e.Checked)+")")
	name := a.say("report.source")
	for _, source := range e.Sources {
		s.row(name, source)
		name = ""
	}
}

// where is the part of the catalogue that a rule is for.
func (a *app) where(e rulebook.Explanation) string {
	var parts []string
	if e.Mode != "" {
		parts = append(parts, a.modeWord(e.Mode))
	}
	for _, words := range [][]string{texts(e.Modules), texts(e.Types), texts(e.Methods)} {
		if len(words) > 0 {
			parts = append(parts, strings.Join(words, ", "))
		}
	}
	if len(parts) == 0 {
		return a.say("cli.rule-everywhere")
	}
	return strings.Join(parts, " / ")
}

// settings shows an example, a path a line. What is too long to be read is cut.
func (s *sheet) settings(name string, all []rulebook.Setting) {
	const readable = 120
	for _, set := range slices.Clone(all) {
		val := set.Value
		if val == "null" {
			val = s.app.say("cli.rule-absent")
		}
		s.row(name, set.Path+" = "+safe.Line(val, readable))
		name = ""
	}
}
