package report

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// Names of the parts of a setup, for people.
var (
	modeWords   = map[wizard.Mode]string{wizard.ModeTest: "report.mode_test", wizard.ModeLive: "report.mode_live"}
	moduleWords = map[wizard.Module]string{wizard.ModuleNew: "report.module_new", wizard.ModuleOld: "report.module_old"}
	typeWords   = map[wizard.Type]string{
		wizard.TypeGeneral: "report.type_general", wizard.TypeEscrow: "report.type_escrow", wizard.TypeBilling: "report.type_billing",
		wizard.TypeOverseas: "report.type_overseas", wizard.TypeAPIKeyin: "report.type_keyin", wizard.TypeAPIRecurring: "report.type_recurring",
	}
)

// Assumption says under what the code was judged, and which part of that was
// neither given nor seen in the code.
func Assumption(r lint.Report, l text.Lang) string {
	part := func(id string, s lint.Source) string {
		word := text.Of(l, id)
		if s == lint.Assumed {
			return text.Of(l, "report.guess", "word", word)
		}
		return word
	}
	sdk := strings.ToUpper(string(r.Setup.SDK))
	if r.Sources.SDK == lint.Assumed {
		sdk = text.Of(l, "report.guess", "word", sdk)
	}
	parts := []string{sdk, part(moduleWords[r.Setup.Module], r.Sources.Module), part(typeWords[r.Setup.Type], r.Sources.Type), part(modeWords[r.Setup.Mode], r.Sources.Mode)}
	line := text.Of(l, "report.assumption", "parts", strings.Join(parts, ", "))
	if r.OtherPG != "" {
		line += ". " + text.Of(l, "report.other_pg", "pg", safe.Line(r.OtherPG, 40))
	}
	return line
}

// Desk writes what was found in one file: under what it was judged, what is
// wrong by its moment, each with its line of source, and what cannot be known.
func Desk(w io.Writer, r lint.Report, o Options) error {
	p := page{Options: o}
	if p.Width == 0 {
		p.Width = 80
	}
	p.Width = max(p.Width, narrowest)
	lines := strings.Split(r.Text, "\n")
	p.Line = func(n int) string { return lines[min(max(n-1, 0), len(lines)-1)] }
	p.WriteString(p.paint("1", safe.Line(r.File, 200)) + "\n")
	for _, l := range Wrap(Assumption(r, o.Lang), p.Width-1) {
		p.line(1, l)
	}
	p.WriteByte('\n')
	var known, unknown, unread []wizard.Finding
	for _, f := range r.Findings {
		switch {
		case f.State != wizard.StateUnknown:
			known = append(known, f)
		case f.Path == "":
			unread = append(unread, f)
		default:
			unknown = append(unknown, f)
		}
	}
	p.unread(unread)
	for _, m := range moments {
		p.group(m, known)
	}
	p.unknown(unknown)
	switch {
	case len(known) > 0:
	case len(unread) > 0:
		p.line(1, text.Of(o.Lang, "report.nothing_read"))
	default:
		p.line(1, text.Of(o.Lang, "report.nothing"))
	}
	if r.Ignored > 0 {
		p.line(1, text.Of(o.Lang, "report.ignored", "n", strconv.Itoa(r.Ignored)))
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// unread tells of pieces that were stepped over, before anything is said of the others.
func (p *page) unread(all []wizard.Finding) {
	if len(all) == 0 {
		return
	}
	p.WriteString(p.paint("1", text.Of(p.Lang, "report.not_read")) + "\n")
	for _, f := range all {
		p.finding(f)
	}
	p.WriteByte('\n')
}

// unknown lists the places whose values only running would show.
func (p *page) unknown(all []wizard.Finding) {
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b wizard.Finding) int { return cmp.Compare(a.Line, b.Line) })
	p.WriteString(p.paint("1", text.Of(p.Lang, "report.not_in_code")) + "\n")
	for _, f := range all {
		name := strings.TrimPrefix(strings.TrimPrefix(f.Path, "params."), "facts.")
		if f.Path == "" || strings.HasPrefix(f.Path, "facts.") {
			name = f.Rule
		}
		value := safe.Shown(f.Value, 40)
		if p.Mask || value == "" {
			value = f.Rule
		}
		entry := text.Of(p.Lang, "report.at_line", "line", strconv.Itoa(f.Line), "name", name, "value", value)
		for i, l := range Wrap(entry, p.Width-4) {
			p.line(2+2*min(i, 1), l)
		}
	}
	p.WriteByte('\n')
}
