package cli

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// choice narrows the channels that are shown.
type choice struct {
	machineFlags
	mode, module, typ, sdk string
}

func (a *app) channelsCommand() *cobra.Command {
	var c choice
	cmd := &cobra.Command{
		Use:         "channels",
		Short:       a.say("cli.channels-short"),
		Long:        a.say("cli.channels-long"),
		Example:     "  smartro-wizard channels\n  smartro-wizard channels --mode live --type billing\n  smartro-wizard channels --json",
		Annotations: map[string]string{useLines: "channels [--mode MODE] [--module MODULE] [--type TYPE] [--sdk SDK] [-f text|json]"},
		Args:        a.noArgs,
	}
	a.machineFlags(cmd, &c.machineFlags)
	for _, f := range c.filters() {
		known := f.known()
		cmd.Flags().StringVar(f.into, f.name, "", a.say(f.help, "known", strings.Join(known, ", ")))
		_ = cmd.RegisterFlagCompletionFunc(f.name, cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp))
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.channels(cmd, &c) }
	return cmd
}

// filter is one flag that narrows the channels to those that have its word.
type filter struct {
	name, help string
	into       *string
	words      func(wizard.Channel) []string
}

func (c *choice) filters() []filter {
	one := func(word func(wizard.Channel) string) func(wizard.Channel) []string {
		return func(c wizard.Channel) []string { return []string{word(c)} }
	}
	return []filter{
		{"mode", "cli.flag-mode", &c.mode, one(func(c wizard.Channel) string { return string(c.Mode) })},
		{"module", "cli.flag-module", &c.module, one(func(c wizard.Channel) string { return string(c.Module) })},
		{"type", "cli.flag-type", &c.typ, one(func(c wizard.Channel) string { return string(c.Type) })},
		{"sdk", "cli.flag-sdk", &c.sdk, func(c wizard.Channel) []string { return texts(c.SDK) }},
	}
}

func (f filter) known() []string {
	var all []string
	for _, c := range wizard.Channels() {
		for _, w := range f.words(c) {
			if !slices.Contains(all, w) {
				all = append(all, w)
			}
		}
	}
	return all
}

func (a *app) channels(cmd *cobra.Command, c *choice) error {
	machine, err := c.json(a, cmd)
	if err != nil {
		return err
	}
	chosen := slices.Clone(wizard.Channels())
	for _, f := range c.filters() {
		if *f.into == "" {
			continue
		}
		if known := f.known(); !slices.Contains(known, *f.into) {
			return a.usage(cmd, "cli.filter-unknown", "flag", "--"+f.name, "value", shown(*f.into), "known", strings.Join(known, ", "))
		}
		chosen = slices.DeleteFunc(chosen, func(c wizard.Channel) bool { return !slices.Contains(f.words(c), *f.into) })
	}
	switch {
	case machine:
		return a.print(toJSON(channelsJSON(chosen, a.lang)))
	case len(chosen) == 0:
		a.note("%s\n", a.say("cli.channels-none"))
		return nil
	case len(chosen) == 1:
		return a.print([]byte(a.channel(chosen[0], c.versions())))
	}
	return a.print([]byte(a.channelTable(chosen, c.versions()[0])))
}

// versions are those that are told about: both, or the one that was asked for.
func (c *choice) versions() []wizard.SDK {
	if c.sdk != "" {
		return []wizard.SDK{wizard.SDK(c.sdk)}
	}
	return wizard.SDKs
}

// channelTable lists channels as a version has them, a mode after the other.
func (a *app) channelTable(all []wizard.Channel, sdk wizard.SDK) string {
	s := a.sheet()
	mode := wizard.Mode("")
	for _, c := range all {
		if c.Mode != mode {
			mode = c.Mode
			s.heading(a.modeWord(mode))
		}
		mid := c.MID
		if mid == "" {
			mid = "-"
		}
		head := " " + pad(string(c.Module), 10) + " " + pad(string(c.Type), 13) + " " + pad(mid, 11) + " "
		s.lines(head, strings.Repeat(" ", ansi.StringWidth(head)), a.takes(c, sdk))
	}
	s.WriteByte('\n')
	s.lines("", "", a.say("cli.channels-one"))
	s.WriteString("  " + name + " channels --mode test --module smartro_v2 --type general\n") // never broken, to be copied
	s.lines("", "", a.say("cli.checked", "day", wizard.Checked))
	return s.String()
}

// takes is what a channel takes: its pay methods, or what there is instead of a window.
func (a *app) takes(c wizard.Channel, sdk wizard.SDK) string {
	if way := c.In(sdk); way.Opens() {
		return strings.Join(texts(way.PayMethods), ", ")
	}
	return a.say("cli.channels-no-window", "sdk", strings.ToUpper(string(sdk)))
}

func (a *app) modeWord(m wizard.Mode) string {
	if m == wizard.ModeLive {
		return a.say("cli.mode-live")
	}
	return a.say("cli.mode-test")
}

// channel is all about one channel, as the given versions have it.
func (a *app) channel(c wizard.Channel, versions []wizard.SDK) string {
	s := a.sheet()
	s.heading(c.Label.In(a.lang) + " (" + a.modeWord(c.Mode) + ", " + string(c.Module) + ", " + string(c.Type) + ")")
	mid := c.MID
	if mid == "" {
		mid = a.say("cli.channel-own-mid")
	}
	s.row("MID", mid)
	s.row(a.say("cli.channel-sdk"), strings.Join(texts(c.SDK), ", "))
	for _, sdk := range versions {
		way, version := c.In(sdk), strings.ToUpper(string(sdk))
		s.row(a.say("cli.channel-entry", "sdk", version), way.Entry)
		s.row(a.say("cli.channel-methods", "sdk", version), a.methods(way))
		s.row(a.say("cli.channel-note", "sdk", version), s.soft(c.Confidence, way.Note.In(a.lang)))
	}
	a.steps(s, c)
	if conditions := c.Conditions(); len(conditions) > 0 {
		s.heading(a.say("cli.channel-conditions"))
		for _, row := range conditions {
			s.item("-", row.Text.In(a.lang))
		}
		for _, l := range checklist(c, versions, a.lang) {
			s.item("-", l.Text+" "+l.How+" ("+l.Who+")")
		}
	}
	s.heading(a.say("cli.channel-links"))
	for _, l := range c.Links() {
		s.item("-", s.soft(l.Confidence, l.Label.In(a.lang)))
		s.WriteString("   " + l.URL + "\n")
	}
	s.WriteByte('\n')
	s.lines("", "", a.say("cli.checked", "day", wizard.Checked))
	return s.String()
}

func (a *app) methods(way wizard.Way) string {
	var all []string
	for _, m := range way.PayMethods {
		row, v1 := wizard.CodeOf(wizard.CodesPayMethods, string(m))
		if !v1 {
			row, _ = wizard.CodeOf(wizard.CodesPayMethodsV2, string(m))
		}
		all = append(all, row.Name.In(a.lang)+" ("+string(m)+")")
	}
	return strings.Join(all, ", ")
}

func (a *app) steps(s *sheet, c wizard.Channel) {
	if len(c.Steps()) == 0 {
		return
	}
	s.heading(a.say("cli.channel-steps"))
	for i, step := range c.Steps() {
		mark := pad(itoa(i+1), 2)
		s.item(mark, step.Text.In(a.lang))
		if rule := s.soft(step.Field.Confidence, step.Field.Rule.In(a.lang)); rule != "" {
			s.item("  ", rule)
		}
	}
}

// checklist are the lines of the rulebook for whoever has the console and the
// contract, with any pay method of the channel. What both versions say is said once.
func checklist(c wizard.Channel, versions []wizard.SDK, l text.Lang) []rulebook.Line {
	var all []rulebook.Line
	for _, sdk := range versions {
		if way := c.In(sdk); way.Opens() {
			for _, m := range way.PayMethods {
				all = linesFor(all, c, sdk, m, l)
			}
		}
	}
	return all
}

// linesFor adds the lines of one version and pay method that are not there yet.
func linesFor(all []rulebook.Line, c wizard.Channel, sdk wizard.SDK, m wizard.PayMethod, l text.Lang) []rulebook.Line {
	a := wizard.Answers{Mode: c.Mode, SDK: sdk, Module: c.Module, Type: c.Type}
	a.Params = value.ObjectOf(value.Field{Key: a.Call().Method, Value: value.Text(string(m))})
	for _, line := range rulebook.Checklist(a.Case(""), l) {
		r, _ := rulebook.RuleIn(sdk, line.Rule)
		seen := slices.ContainsFunc(all, func(other rulebook.Line) bool { return other.Rule == line.Rule })
		if !seen && (r.Person.Who == rulebook.Console || r.Person.Who == rulebook.Contract) {
			all = append(all, line)
		}
	}
	return all
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-ansi.StringWidth(s), 0))
}
