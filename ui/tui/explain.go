package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// explain shows everything that is known about the question and its problems.
func (m *Model) explain() tea.Cmd {
	q := m.ask.q
	return m.openPager(func() string { return m.ask.words(q.Title.In(m.lang)) }, func(w int) []string {
		var out []string
		if m.ask.touched {
			for _, p := range m.problems {
				out = append(out, m.problemText(p, w)...)
				out = append(out, "")
			}
		}
		out = append(out, wrap(m.ask.words(q.Help.In(m.lang)), w)...)
		out = append(out, "")
		out = append(out, columns(m.look, w, text.Of(m.lang, "ui.where"), m.ask.words(q.Where.In(m.lang)), "MID", m.ask.mid.In(m.lang))...)
		for _, o := range m.ask.options {
			if hint := m.ask.hint(o); hint != "" {
				out = append(out, "")
				out = append(out, labelled(m.look, m.ask.label(o), hint, w)...)
			}
		}
		out = append(out, m.fixedLines(w)...)
		return append(out, m.sourceLines(q, w)...)
	})
}

// mostSources are named; a question rests on no more pages that matter.
const mostSources = 3

// sourceLines say where what is asked and checked here is written, when that
// was read, and how sure it is.
func (m *Model) sourceLines(q wizard.Question, w int) []string {
	pairs := []string{"", ""}
	for i, source := range sourcesOf(q) {
		label := ""
		if i == 0 {
			label = text.Of(m.lang, "ui.source")
		}
		pairs = append(pairs, label, safe.Line(source, maxLine))
	}
	pairs = append(pairs, text.Of(m.lang, "ui.read_on"), wizard.Checked)
	if q.Certainty != "" {
		pairs = append(pairs, text.Of(m.lang, "ui.sure"), q.Certainty)
	}
	return append([]string{""}, columns(m.look, w, pairs...)...)
}

// sourcesOf are the pages behind a question: its own, else those of its
// parameters, else those of the rules that speak there.
func sourcesOf(q wizard.Question) []string {
	all := slices.Clone(q.Sources)
	for _, path := range q.Params {
		for _, call := range wizard.Calls() {
			if p, ok := wizard.ParamOf(call.Function, path); ok && len(q.Sources) == 0 && len(all) == 0 {
				all = append(all, p.Sources...)
			}
		}
	}
	for _, id := range q.Rules {
		if r, ok := rulebook.RuleOf(id); ok && len(all) == 0 {
			all = append(all, r.Sources...)
		}
	}
	var named []string
	for _, s := range all {
		s = pageOf(s)
		if !slices.Contains(named, s) && len(named) < mostSources {
			named = append(named, s)
		}
	}
	return named
}

// pageOf is a source without the lines of it that were read.
func pageOf(source string) string {
	page, _, _ := strings.Cut(source, " L")
	page = strings.Replace(page, "dev: ", "developers.portone.io ", 1)
	return strings.Replace(page, "help: ", "help.portone.io ", 1)
}
