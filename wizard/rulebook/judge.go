package rulebook

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// broken is a verdict with the row and the look that it comes from.
type broken struct {
	rule *Rule
	look Look
	Verdict
}

// Judge gives the findings of a case in the given language, sorted by moment,
// then severity, then the order of the rows.
func Judge(c wizard.Case, l text.Lang) []wizard.Finding {
	var all []broken
	look := Look{Case: &c}
	for _, rows := range rowsFor(c.Setup.SDK) {
		for i := range rows {
			if rows[i].Check != nil {
				all = rows[i].judge(&look, all)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b broken) int {
		return cmp.Or(
			cmp.Compare(rank(moments, a.rule.Moment), rank(moments, b.rule.Moment)),
			cmp.Compare(rank(severities, a.Severity), rank(severities, b.Severity)),
		)
	})
	findings := make([]wizard.Finding, len(all))
	for i := range all {
		findings[i] = all[i].finding(l)
	}
	return findings
}

// rowsFor are the tables that can speak of a case. Rows of V1 in them stay
// silent by When.
func rowsFor(sdk wizard.SDK) [][]Rule {
	if sdk == wizard.V2 {
		return everyTable()
	}
	return tables
}

var everyTable = sync.OnceValue(func() [][]Rule { return slices.Concat(tables, tablesV2) })

// Before orders findings as Judge does, by moment and then severity.
func Before(a, b wizard.Finding) int {
	return cmp.Or(cmp.Compare(rank(moments, a.Moment), rank(moments, b.Moment)), cmp.Compare(rank(severities, a.Severity), rank(severities, b.Severity)))
}

var (
	moments    = []wizard.Moment{wizard.MomentOpens, wizard.MomentRefused, wizard.MomentResult, wizard.MomentMoney, wizard.MomentOps}
	severities = []wizard.Severity{wizard.SeverityError, wizard.SeverityWarning, wizard.SeverityInfo}
)

func rank[T comparable](order []T, x T) int { return slices.Index(order, x) }

// judge adds what the row finds in the case. One Look serves all rows: this
// runs at every key press.
func (r *Rule) judge(l *Look, all []broken) []broken {
	from := len(all)
	for i := range r.rounds(l.Case) {
		if !r.turn(l, i) {
			continue
		}
		applies, sure := r.When.applies(l)
		if !applies {
			continue
		}
		verdicts := r.Check(l)
		if len(verdicts) == 0 && l.doubt != "" {
			verdicts = []Verdict{{Path: l.doubt, State: wizard.StateUnknown}}
		}
		for _, v := range verdicts {
			if !sure && v.State == "" {
				v.State = wizard.StateUnknown
			}
			if v = r.complete(v); !r.told(all[from:], v) {
				all = append(all, broken{r, *l, v})
			}
		}
	}
	return all
}

// complete fills in what a check left to the row.
func (r *Rule) complete(v Verdict) Verdict {
	if v.Path == "" {
		v.Path = r.Reads[0]
	}
	if v.Severity == "" {
		v.Severity = r.Severity
	}
	switch v.State {
	case "":
		v.State = wizard.StateFound
	case wizard.StateUnknown, wizard.StateLater:
		v.Severity = wizard.SeverityInfo
	}
	return v
}

// told reports whether the row has said the same of setup or facts already:
// two calls of one page share them.
func (r *Rule) told(said []broken, v Verdict) bool {
	return !strings.HasPrefix(v.Path, "params") && slices.ContainsFunc(said, func(b broken) bool { return b.Path == v.Path })
}

// rounds is how often the row is judged: once for the whole case, or once for
// each call.
func (r *Rule) rounds(c *wizard.Case) int {
	if r.whole() {
		return 1
	}
	return len(c.Requests)
}

func (r *Rule) whole() bool { return len(r.Functions) == 1 && r.Functions[0] == WholeCase }

// turn points the Look at the call of a round and reports whether the row
// judges it. For the whole case the first call stands, where there is one.
func (r *Rule) turn(l *Look, round int) bool {
	l.reads, l.doubt = r.Reads, ""
	if round >= len(l.Case.Requests) {
		l.Request = wizard.Request{}
		return true
	}
	l.Request = l.Case.Requests[round]
	return r.whole() || r.judges(l.Request.Function)
}

func (r *Rule) judges(function string) bool {
	if len(r.Functions) == 0 {
		return function == wizard.FunctionOf(r.When.SDK, wizard.TypeGeneral)
	}
	for _, f := range r.Functions {
		if f == function || f == EveryCall || f == RESTCall && strings.Contains(function, " ") {
			return true
		}
	}
	return false
}

// applies reports whether the row speaks of this case at all, and whether that
// is sure: a pay method that cannot be known leaves it open.
func (w *When) applies(l *Look) (applies, sure bool) {
	s := &l.Case.Setup
	switch {
	case !among(w.Modules, s.Module), !among(w.Types, s.Type):
		return false, true
	case w.Mode != "" && w.Mode != s.Mode:
		return false, true
	case w.SDK == "" && s.SDK == wizard.V2, w.SDK == wizard.V2 && s.SDK != wizard.V2:
		return false, true
	case len(w.Methods) == 0:
		return true, true
	}
	m := l.method()
	if m.Kind() == value.Unknown {
		return true, false
	}
	return m.Kind() == value.String && slices.Contains(w.Methods, wizard.PayMethod(m.Text())), true
}

func among[T comparable](allowed []T, x T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, x)
}
