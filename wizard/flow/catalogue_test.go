package flow_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
)

// setup are the keys of asked_when that are no questions of this build, with
// the values that the program gives them.
var setup = map[string][]string{
	"start": {"quick", "guided", "golive"}, "currency": {"KRW"}, "draft": {"present"}, "share": {"requested"}, "save_to": {"exists"},
	"channel_key": {"first_use", "not_available"}, "needs_customer_id": {"true"}, "has_server": {"true"},
}

func inWalk(q wizard.Question) bool { return q.Stage != "start" && q.Stage != "result" }

// channels are drafts at every channel and pay method that can be chosen, with every extra.
func channels() []flow.Draft {
	all := []flow.Draft{flow.Guided()}
	for _, id := range []string{"mode", "module", "type", "api_type_note", "sdk", "pay_method", "extras"} {
		var next []flow.Draft
		for _, d := range all {
			options := d.Options(id)
			switch q, _ := wizard.QuestionOf(id); {
			case !d.Applies(id):
				next = append(next, d)
			case q.Kind == "multi":
				e := flow.Entry{}
				for _, o := range options {
					e.Picked = append(e.Picked, o.Value)
				}
				next = append(next, d.With(id, e))
			default:
				for _, o := range options {
					next = append(next, d.With(id, flow.Entry{Text: o.Value}))
				}
			}
		}
		all = next
	}
	return all
}

// reached are the questions that some choice of options leads to, and the
// options that are offered on the way.
func reached() (questions map[string]bool, offered map[string]bool) {
	questions, offered = map[string]bool{}, map[string]bool{}
	see := func(d flow.Draft) {
		for _, q := range d.Editable() {
			questions[q.ID] = true
			for _, o := range d.Options(q.ID) {
				offered[q.ID+"="+o.Value] = true
			}
		}
	}
	for _, d := range channels() {
		see(d)
		for _, q := range d.Editable() {
			for _, o := range d.Options(q.ID) {
				if q.Kind == "select" {
					see(d.With(q.ID, flow.Entry{Text: o.Value}))
				} else if q.Kind == "text" {
					see(d.Take(q.ID, o.Value))
				}
			}
		}
	}
	return questions, offered
}

func TestEveryQuestionAndOptionIsReached(t *testing.T) {
	questions, offered := reached()
	for _, q := range wizard.Questions() {
		if !inWalk(q) {
			continue
		}
		if !questions[q.ID] {
			t.Errorf("%s is never asked", q.ID)
		}
		for _, o := range q.Options {
			if !offered[q.ID+"="+o.Value] {
				t.Errorf("%s: option %s is never offered", q.ID, o.Value)
			}
		}
	}
}

func TestConditionsNameWhatExists(t *testing.T) {
	check := func(where string, when map[string][]string, before []wizard.Question) {
		for key, want := range when {
			values := setup[key]
			for _, q := range before {
				if q.ID == key {
					for _, o := range q.Options {
						values = append(values, o.Value)
					}
				}
			}
			for _, w := range want {
				if !slices.Contains(values, w) {
					t.Errorf("%s: %s is never %q where it is read", where, key, w)
				}
			}
		}
	}
	all := wizard.Questions()
	for i, q := range all {
		check(q.ID, q.AskedWhen, all[:i])
		for _, o := range q.Options {
			check(q.ID+"="+o.Value, o.AskedWhen, all[:i])
		}
		for _, item := range q.Items {
			check(q.ID+"/"+item.ID, item.AskedWhen, all[:i])
		}
	}
}

// setsOf are the answers that options and wrong boxes of a question take.
func setsOf(q wizard.Question) (all []map[string]string) {
	for _, o := range q.Options {
		all = append(all, o.Sets)
	}
	for _, b := range q.WrongBox {
		all = append(all, b.Sets)
	}
	return all
}

func TestRowsAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, q := range wizard.Questions() {
		if seen[q.ID] {
			t.Errorf("%s twice", q.ID)
		}
		seen[q.ID] = true
		if !slices.ContainsFunc(wizard.Stages(), func(s wizard.Stage) bool { return s.ID == q.Stage }) {
			t.Errorf("%s: no stage %s", q.ID, q.Stage)
		}
		for _, p := range q.Params {
			known := slices.ContainsFunc(wizard.Calls(), func(c wizard.Call) bool { return len(c.PathsIn(p)) > 0 })
			if !known {
				t.Errorf("%s: no parameter %s", q.ID, p)
			}
		}
		for _, sets := range setsOf(q) {
			for id := range sets {
				if _, ok := wizard.QuestionOf(id); !ok {
					t.Errorf("%s sets %s, which nobody asks", q.ID, id)
				}
			}
		}
		for _, box := range q.WrongBox {
			if _, ok := wizard.Shapes()[box.LooksLike]; !ok {
				t.Errorf("%s: no shape %s", q.ID, box.LooksLike)
			}
		}
		if q.Kind == "select" && q.HasDefault && q.ID != "resume" &&
			!slices.ContainsFunc(q.Options, func(o wizard.Option) bool { return o.Value == q.Default }) {
			t.Errorf("%s: the default %q is no option", q.ID, q.Default)
		}
	}
	for name, pattern := range wizard.Shapes() {
		if _, err := regexp.Compile(pattern); err != nil {
			t.Errorf("shape %s: %v", name, err)
		}
	}
	asks, takes := wizard.QuickStart()
	for _, id := range asks {
		if !seen[id] {
			t.Errorf("quick start asks %s, which does not exist", id)
		}
	}
	for id := range takes {
		if !seen[id] && setup[id] == nil {
			t.Errorf("quick start takes %s, which does not exist", id)
		}
	}
}

// What Enter takes on an untouched field has to be right.
func TestDefaultsBreakNoRule(t *testing.T) {
	d := flow.Guided().With("extras", flow.Entry{Picked: []string{"tax_free", "period"}})
	for _, start := range []flow.Draft{d, d.With("order_id_source", flow.Entry{Text: "browser"}), flow.Quick()} {
		for _, q := range start.Editable() {
			if !q.HasDefault {
				continue
			}
			for _, p := range start.Problems(q.ID, "2026-11-21", "en") {
				if p.Blocks || p.Finding.State == wizard.StateFound && p.Finding.Severity == wizard.SeverityWarning {
					t.Errorf("%s: the default %q breaks %s", q.ID, q.Default, p.Finding.Rule)
				}
			}
		}
	}
}

func TestChecklistNamesThisChannel(t *testing.T) {
	items := flow.Guided().With("channel_name", flow.Entry{Text: "가게 1호"}).Items("console_steps")
	var all strings.Builder
	for _, item := range items {
		all.WriteString(item.Text.Ko + "\n" + item.Text.En + "\n")
	}
	for _, want := range []string{"t_2302141m", "연동 모드: 테스트", "smartro_v2", "가게 1호", "[결제창] 일반/정기결제"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("the steps do not name %q", want)
		}
	}
	if strings.ContainsAny(all.String(), "{}") || strings.Contains(all.String(), "스마일비즈") {
		t.Errorf("a blank was left, or a line of live mode:\n%s", all.String())
	}
	letter := flow.Guided().Letter("ko")
	if !strings.Contains(letter, "t_2302141m") || strings.ContainsAny(letter, "{}") {
		t.Errorf("letter:\n%s", letter)
	}
}
