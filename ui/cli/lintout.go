package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/report"
	"smartro-wizard/ui/sarif"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
)

// lintOutput writes what lint finds, file by file where the format allows it.
type lintOutput struct {
	app      *app
	format   string
	found    []wizard.Finding
	files    []lintFile
	summary  wizard.Summary
	looked   int // files that were read
	paying   int // files with calls or findings
	unread   int // that could not be opened
	ignored  int
	counting bool // a line of progress is on the screen
}

// lintFile is what machines get of a file with calls.
type lintFile struct {
	File    string      `json:"file"`
	SDK     wizard.SDK  `json:"sdk"`
	Module  setupSource `json:"module"`
	Type    setupSource `json:"type"`
	Mode    setupSource `json:"mode"`
	OtherPG string      `json:"other_pg,omitempty"`
	Calls   int         `json:"calls"`
	Ignored int         `json:"ignored"`
}

type setupSource struct {
	Value string      `json:"value"`
	From  lint.Source `json:"from"`
}

func (a *app) lintWriter(format string) *lintOutput { return &lintOutput{app: a, format: format} }

// one reads and writes a single text.
func (o *lintOutput) one(name, as string, raw []byte, opts lint.Options) {
	r, err := lint.Read(as, raw, opts)
	r.File = name
	for i := range r.Findings {
		r.Findings[i].File = name
	}
	_ = o.file(lintResult{r, err, true})
}

// file writes what one file gave.
func (o *lintOutput) file(r lintResult) error {
	o.clear()
	if r.err != nil {
		o.refuse(r)
		return nil
	}
	o.looked++
	o.ignored += r.report.Ignored
	o.count(r.report.Findings)
	if r.report.Calls == 0 && len(r.report.Findings) == 0 {
		return nil
	}
	o.paying++
	switch o.format {
	case "text":
		return o.app.print(o.text(r.report))
	case "github":
		return o.app.print(github(r.report.Findings))
	}
	o.found = append(o.found, r.report.Findings...)
	s, from := r.report.Setup, r.report.Sources
	o.files = append(o.files, lintFile{
		File: r.report.File, SDK: s.SDK, Module: setupSource{string(s.Module), from.Module}, Type: setupSource{string(s.Type), from.Type},
		Mode: setupSource{string(s.Mode), from.Mode}, OtherPG: r.report.OtherPG, Calls: r.report.Calls, Ignored: r.report.Ignored,
	})
	return nil
}

func (o *lintOutput) text(r lint.Report) []byte {
	var b bytes.Buffer
	_ = report.Desk(&b, r, report.Options{Lang: o.app.lang, Width: width(o.app.out), Color: o.app.colour(o.app.out), Mask: o.app.masked()})
	b.WriteByte('\n')
	return b.Bytes()
}

func (o *lintOutput) count(findings []wizard.Finding) {
	s := wizard.ReportOf(findings).Summary
	o.summary.Errors += s.Errors
	o.summary.Warnings += s.Warnings
	o.summary.Infos += s.Infos
	o.summary.Unknown += s.Unknown
	o.summary.Later += s.Later
}

// refuse says why a file was not read.
func (o *lintOutput) refuse(r lintResult) {
	id := openError(r.err)
	switch {
	case errors.Is(r.err, lint.ErrTooLarge):
		id = "cli.lint-too-large"
	case errors.Is(r.err, lint.ErrBinary):
		id = "cli.lint-binary"
	}
	if !r.opened {
		o.unread++
	}
	o.app.note("%s\n", o.app.say(id, "path", shown(r.report.File), "cause", shown(r.err.Error()), "limit", strconv.Itoa(lint.MaxFile>>20)))
}

// progress shows on a terminal how many files were looked at.
func (o *lintOutput) progress(n int) {
	if n%200 == 0 && isTerminal(o.app.err) && o.format != "text" {
		o.counting = true
		o.app.note("\r%s", o.app.say("cli.lint-progress", "n", strconv.Itoa(n)))
	}
}

func (o *lintOutput) clear() {
	if o.counting {
		o.counting = false
		o.app.note("\r\x1b[K")
	}
}

// end writes what comes after the last file.
func (o *lintOutput) end() error {
	o.clear()
	switch o.format {
	case "text":
		return o.app.print([]byte(o.last()))
	case "json":
		return o.app.print(toJSON(struct {
			Files    []lintFile       `json:"files"`
			Findings []wizard.Finding `json:"findings"`
			Summary  wizard.Summary   `json:"summary"`
		}{append([]lintFile{}, o.files...), append([]wizard.Finding{}, o.found...), o.summary}))
	case "sarif":
		return o.app.print(toJSON(sarif.Of(o.found, Version, string(o.app.lang), o.app.aboutRule)))
	}
	return nil
}

// last is the line that counts, and what was looked at where that was more than one.
func (o *lintOutput) last() string {
	line := report.Summary(o.summary, o.app.lang)
	if o.looked != 1 || o.paying == 0 {
		line = o.app.say("cli.lint-looked", "n", strconv.Itoa(o.looked), "paying", strconv.Itoa(o.paying)) + " " + line
	}
	columns := cmp.Or(width(o.app.out), helpWidth)
	return strings.Join(report.Wrap(line, max(columns, 40)), "\n") + "\n"
}

// aboutRule tells of a rule of any of the lists.
func (a *app) aboutRule(id string) sarif.Rule {
	if e, ok := rulebook.Explain(id, a.lang); ok {
		return sarif.Rule{ID: id, Message: e.Message, Why: e.Why, Fix: e.Fix, Source: firstAddress(e.Sources), Severity: e.Severity, Moment: e.Moment}
	}
	f, ok := lint.Explain(id, a.lang)
	if !ok {
		f, _ = answers.Explain(id, a.lang)
	}
	return sarif.Rule{ID: id, Message: f.Message, Why: f.Why, Fix: f.Fix, Severity: f.Severity, Moment: f.Moment}
}

func firstAddress(sources []string) string {
	for _, s := range sources {
		if strings.HasPrefix(s, "https://") {
			address, _, _ := strings.Cut(s, " ")
			return address
		}
	}
	return ""
}

// github writes findings as the commands that its runners turn into marks
// beside the code.
func github(findings []wizard.Finding) []byte {
	var b bytes.Buffer
	level := map[wizard.Severity]string{wizard.SeverityError: "error", wizard.SeverityWarning: "warning", wizard.SeverityInfo: "notice"}
	for _, f := range findings {
		if f.State == wizard.StateUnknown {
			continue
		}
		fmt.Fprintf(&b, "::%s file=%s", level[f.Severity], githubProperty(f.File))
		if f.Line > 0 {
			fmt.Fprintf(&b, ",line=%d,endLine=%d,col=%d,endColumn=%d", f.Line, f.EndLine, f.Column, f.EndColumn)
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", githubProperty(f.Rule), githubData(f.Message+" "+f.Fix))
	}
	return b.Bytes()
}

func githubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func githubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubData(s))
}
