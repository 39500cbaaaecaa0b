package wizard

import "smartro-wizard/wizard/value"

// Severity is how bad a finding is.
type Severity string

// The severities, worst first.
const (
	SeverityError   Severity = "error"   // no window, a refused payment, or an order completed wrongly
	SeverityWarning Severity = "warning" // ignored, cut or unsupported; money or time may be lost
	SeverityInfo    Severity = "info"    // good to know
)

// Moment is when a broken rule bites.
type Moment string

// The moments, in the order in which findings are shown.
const (
	MomentOpens   Moment = "opens"   // the window does not open
	MomentRefused Moment = "refused" // the PG refuses, or does something else than was sent
	MomentResult  Moment = "result"  // the answer is lost or misread
	MomentMoney   Moment = "money"   // amount, refund or real money goes wrong
	MomentOps     Moment = "ops"     // set-up, contract, housekeeping
)

// State tells whether a finding is about something seen.
type State string

// The states.
const (
	StateFound   State = "found"   // broken, and seen to be
	StateUnknown State = "unknown" // 확인 불가: what the rule reads cannot be known
	StateLater   State = "later"   // what the rule wants was left open on purpose
)

// Finding is what a person gets from a rule. Lines and columns count from 1,
// in Unicode code points, the end is exclusive; zero means no place in a text.
// Value is what was found, made safe and at most 80 code points, *** where it
// may be a secret. Source is where the rule comes from.
type Finding struct {
	Rule        string     `json:"rule"`
	Severity    Severity   `json:"severity"`
	Moment      Moment     `json:"moment"`
	Confidence  string     `json:"confidence"`
	State       State      `json:"state"`
	Path        string     `json:"path"`
	File        string     `json:"file,omitempty"`
	Line        int        `json:"line,omitempty"`
	Column      int        `json:"column,omitempty"`
	EndLine     int        `json:"endLine,omitempty"`
	EndColumn   int        `json:"endColumn,omitempty"`
	Value       string     `json:"value,omitempty"`
	Message     string     `json:"message"`
	Why         string     `json:"why"`
	Fix         string     `json:"fix"`
	Mends       []Mend     `json:"mends,omitempty"`
	Replacement string     `json:"replacement,omitempty"`
	Source      string     `json:"source"`
	Span        value.Span `json:"-"` // bytes in the text that was read
}

// Mend is one way to put a finding right. Sure is true when the meaning cannot
// be missed, so that a program may carry it out without asking.
type Mend struct {
	Sure  bool         `json:"sure"`
	Edits []value.Edit `json:"edits"`
}

// Summary counts findings by severity; unknown and later ones count apart.
type Summary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Unknown  int `json:"unknown"`
	Later    int `json:"later"`
}

// Report is what commands print: the findings in their order and the counts.
type Report struct {
	Findings []Finding `json:"findings"`
	Summary  Summary   `json:"summary"`
}

// ReportOf counts findings. The list of an empty report is empty, not null.
func ReportOf(findings []Finding) Report {
	r := Report{Findings: append([]Finding{}, findings...)}
	for _, f := range findings {
		switch {
		case f.State == StateUnknown:
			r.Summary.Unknown++
		case f.State == StateLater:
			r.Summary.Later++
		case f.Severity == SeverityError:
			r.Summary.Errors++
		case f.Severity == SeverityWarning:
			r.Summary.Warnings++
		default:
			r.Summary.Infos++
		}
	}
	return r
}
