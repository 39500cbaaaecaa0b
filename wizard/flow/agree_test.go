package flow_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// words is testdata/questions.yaml: every question in our own wording, with
// what it says otherwise in V2.
type words struct {
	Meta struct {
		LintOnly []string `yaml:"lint_only_rules"`
	} `yaml:"meta"`
	Questions []worded `yaml:"questions"`
	Fixed     []struct {
		When   map[string][]string `yaml:"when"`
		Params map[string]any      `yaml:"params"`
		Ko, En string
	} `yaml:"fixed"`
}

type worded struct {
	ID, Stage, Kind string
	Screen          string
	NameKo          string              `yaml:"name_ko"`
	NameEn          string              `yaml:"name_en"`
	AskedWhen       map[string][]string `yaml:"asked_when"`
	Ko, En          string
	HelpKo          string `yaml:"help_ko"`
	HelpEn          string `yaml:"help_en"`
	WhereKo         string `yaml:"where_ko"`
	WhereEn         string `yaml:"where_en"`
	Default         any
	Example         string
	Later           bool
	Placeholder     string
	AsCode          string `yaml:"as_code"`
	Params, Rules   []string
	V2              struct {
		Ko, En               string
		HelpKo               string `yaml:"help_ko"`
		HelpEn               string `yaml:"help_en"`
		WhereKo              string `yaml:"where_ko"`
		WhereEn              string `yaml:"where_en"`
		Example, Placeholder string
		Rules                []string
	} `yaml:"v2"`
	Options  []wordedOption
	WrongBox []struct {
		LooksLike string `yaml:"looks_like"`
		Ko, En    string
		AskedWhen map[string][]string `yaml:"asked_when"`
		Sets      map[string]string
	} `yaml:"wrong_box"`
	Items []struct {
		ID, Ko, En string
		AskedWhen  map[string][]string `yaml:"asked_when"`
	}
}

type wordedOption struct {
	Value       string
	Recommended bool
	Ko, En      string
	HintKo      string              `yaml:"hint_ko"`
	HintEn      string              `yaml:"hint_en"`
	V2          string              `yaml:"v2"`
	HintV2Ko    string              `yaml:"hint_v2_ko"`
	HintV2En    string              `yaml:"hint_v2_en"`
	AskedWhen   map[string][]string `yaml:"asked_when"`
}

// outside are the questions and options that this build does not ask, and why.
var outside = map[string]string{
	"java_level=7":            "no target of this build is for Java 7",
	"api_type_note=vbank_api": "no target of this build calls the REST API",
}

// ours are rows that say something else than questions.yaml, and why.
var ours = map[string]string{
	"console_steps.items":   "placeholders have names",
	"front_target.help":     "no folder is read",
	"front_target.where":    "no folder is read",
	"file_encoding.where":   "no target of this build is JSP",
	"file_encoding.options": "no target of this build is JSP",
	"file_encoding.asked":   "js takes an encoding too, JSP, Thymeleaf and PHP are no targets",
	"server_target.later":   "an option says so",
	"java_level.later":      "its default runs on every Java from 8 on",
	"java_level.asked":      "no page of this build is JSP",
	"tier_code.stage":       "it follows from the extras",
}

func read(t *testing.T) words {
	t.Helper()
	raw, err := os.ReadFile("testdata/questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var w words
	if err := yaml.Unmarshal(raw, &w); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestTheQuestionsAreThoseThatWereWorded(t *testing.T) {
	used := map[string]bool{}
	for _, w := range read(t).Questions {
		if outside[w.ID] != "" {
			used[w.ID] = true
			continue
		}
		q, ok := wizard.QuestionOf(w.ID)
		if !ok {
			t.Errorf("%s is neither asked nor left out with a reason", w.ID)
			continue
		}
		for field, pair := range compared(q, w, used) {
			if pair[0] == pair[1] {
				continue
			}
			if at := w.ID + "." + field; ours[at] != "" {
				used[at] = true
			} else {
				t.Errorf("%s\n asked  %s\n worded %s", at, pair[0], pair[1])
			}
		}
	}
	for _, list := range []map[string]string{outside, ours} {
		for at := range list {
			if !used[at] {
				t.Errorf("%s is an exception from nothing", at)
			}
		}
	}
}

// compared are what stands in a row and what was worded, field by field.
func compared(q wizard.Question, w worded, used map[string]bool) map[string][2]string {
	given := fmt.Sprint(w.Default)
	switch list, several := w.Default.([]any); {
	case w.Default == nil, several && len(list) == 0:
		given = ""
	}
	all := map[string][2]string{
		"stage": {q.Stage, w.Stage}, "screen": {q.Screen, w.Screen}, "name": {sprint(q.Name), sprint(text.Pair{Ko: w.NameKo, En: w.NameEn})}, "kind": {q.Kind, w.Kind}, "asked": {sprint(q.AskedWhen), sprint(w.AskedWhen)},
		"title": {sprint(q.Title), sprint(text.Pair{Ko: w.Ko, En: w.En})}, "help": {sprint(q.Help), sprint(text.Pair{Ko: w.HelpKo, En: w.HelpEn})},
		"where": {sprint(q.Where), sprint(text.Pair{Ko: w.WhereKo, En: w.WhereEn})}, "default": {q.Default, given},
		"example": {q.Example, w.Example}, "later": {sprint(q.Later), sprint(w.Later)}, "placeholder": {q.Placeholder, w.Placeholder},
		"as_code": {string(q.AsCode), w.AsCode}, "params": {sprint(q.Params), sprint(w.Params)}, "rules": {sprint(q.Rules), sprint(w.Rules)},
		"v2": {sprint(q.V2), sprint(wizard.Wording{Title: text.Pair{Ko: w.V2.Ko, En: w.V2.En}, Help: text.Pair{Ko: w.V2.HelpKo, En: w.V2.HelpEn},
			Where: text.Pair{Ko: w.V2.WhereKo, En: w.V2.WhereEn}, Example: w.V2.Example, Placeholder: w.V2.Placeholder, Rules: w.V2.Rules})},
	}
	var has, wants [3][]string
	for _, o := range q.Options {
		if q.Kind != "text" && len(w.Options) > 0 { // ways on and targets stand in the rows alone
			has[0] = append(has[0], sprint(o.Value, o.Recommended, o.Label, o.Hint, o.AskedWhen, o.V2, o.HintV2))
		}
	}
	for _, o := range w.Options {
		if at := w.ID + "=" + o.Value; outside[at] != "" {
			used[at] = true
			continue
		}
		wants[0] = append(wants[0], sprint(o.Value, o.Recommended, text.Pair{Ko: o.Ko, En: o.En}, text.Pair{Ko: o.HintKo, En: o.HintEn}, o.AskedWhen, o.V2, text.Pair{Ko: o.HintV2Ko, En: o.HintV2En}))
	}
	for _, b := range q.WrongBox {
		has[1] = append(has[1], sprint(b.LooksLike, b.Text, b.AskedWhen, b.Sets))
	}
	for _, b := range w.WrongBox {
		wants[1] = append(wants[1], sprint(b.LooksLike, text.Pair{Ko: b.Ko, En: b.En}, b.AskedWhen, b.Sets))
	}
	for _, i := range q.Items {
		has[2] = append(has[2], sprint(i.ID, i.Text, i.AskedWhen))
	}
	for _, i := range w.Items {
		wants[2] = append(wants[2], sprint(i.ID, text.Pair{Ko: i.Ko, En: i.En}, i.AskedWhen))
	}
	for i, field := range []string{"options", "wrong_box", "items"} {
		all[field] = [2]string{strings.Join(has[i], "\n"), strings.Join(wants[i], "\n")}
	}
	return all
}

func sprint(v ...any) string { return fmt.Sprint(v...) }

// moved are the questions that come at another place than they were worded.
var moved = map[string]string{
	"billing_lead": "the way that works for API billing leads to it",
	"tier_code":    "the extras lead to it",
}

func TestTheOrderIsTheOneThatWasWorded(t *testing.T) {
	var worded, asked []string
	for _, w := range read(t).Questions {
		if outside[w.ID] == "" && moved[w.ID] == "" {
			worded = append(worded, w.ID)
		}
	}
	for _, q := range wizard.Questions() {
		if moved[q.ID] == "" {
			asked = append(asked, q.ID)
		}
	}
	if !slices.Equal(asked, worded) {
		t.Errorf("asked\n%v\nworded\n%v", asked, worded)
	}
}

// What an earlier answer settles is said, and only where it does.
func TestWhatIsSettledIsSaid(t *testing.T) {
	for _, f := range read(t).Fixed {
		for key, values := range f.When {
			for _, v := range values {
				d := flow.Guided().With(key, flow.Entry{Text: v})
				for _, l := range text.Langs {
					want := text.Pair{Ko: f.Ko, En: f.En}.In(l)
					said := strings.Join(d.Fixed(l), " ")
					if len(f.Params) > 1 { // said for each parameter by the parameter's row
						want = said
					}
					if said == "" || !strings.Contains(said, want) {
						t.Errorf("%s=%s says %q, want %q", key, v, said, want)
					}
				}
			}
		}
	}
	plain := flow.Guided().Fixed(text.Ko)
	if len(plain) != 1 || !strings.Contains(plain[0], "currency") {
		t.Errorf("a usual card payment says %q", plain)
	}
	if got := len(flow.Guided().With("type", flow.Entry{Text: "overseas"}).Fixed(text.En)); got != 3 {
		t.Errorf("overseas says %d sentences", got)
	}
	v2 := strings.Join(flow.Guided().With("sdk", flow.Entry{Text: "v2"}).Fixed(text.Ko), " ")
	if !strings.Contains(v2, "KRW") || !strings.Contains(v2, "requestIssueBillingKeyAndPay") || strings.Contains(v2, "currency") {
		t.Errorf("a usual card payment of V2 says %q", v2)
	}
}

// Rules that only pasted code can break are at no question's parameter.
func TestWhatCannotBeTypedIsNotAsked(t *testing.T) {
	for _, rule := range read(t).Meta.LintOnly {
		for _, q := range wizard.Questions() {
			if slices.Contains(q.Rules, rule) {
				t.Errorf("%s lists %s", q.ID, rule)
			}
		}
	}
}
