package rulebook

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const overlaysV2 = "v2-overlays.yaml"

// ofV2 are the vectors of V2: those of the catalogue's rows, and our own.
func ofV2(t testing.TB) []vector {
	v := load(t, overlaysV2)
	return slices.Concat(v.Rules, v.Own)
}

func TestBasesOfV2BreakNoErrorRule(t *testing.T) {
	v := load(t, overlaysV2)
	for name := range v.Bases {
		for _, f := range Judge(v.base(t, name), text.Ko) {
			if f.Severity != wizard.SeverityInfo {
				t.Errorf("base %s breaks %s at %s", name, f.Rule, f.Path)
			}
		}
	}
	if len(v.Bases) != 7 {
		t.Errorf("%d bases", len(v.Bases))
	}
}

func TestRulesOfV2OnTheirOverlays(t *testing.T) {
	bases := load(t, overlaysV2)
	ran, runs := 0, 0
	for _, o := range ofV2(t) {
		if o.Person {
			continue
		}
		ran++
		t.Run(o.ID, func(t *testing.T) {
			base := bases.base(t, o.Base)
			runs += runPassing(t, o, base) + runFailing(t, o, base)
		})
	}
	t.Logf("%d rules ran on %d overlays", ran, runs)
}

func TestChecklistShowsThePersonsRulesOfV2(t *testing.T) {
	v := load(t, overlaysV2)
	n := 0
	for _, o := range ofV2(t) {
		if !o.Person {
			continue
		}
		n++
		c := lay(t, v.base(t, o.Base), o.Shown)
		if bad := errorsOf(Judge(c, text.Ko)); len(bad) > 0 {
			t.Errorf("%s is shown on a case that breaks %v", o.ID, bad)
		}
		lines := Checklist(c, text.Ko)
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Rule == o.ID })
		if i < 0 {
			t.Errorf("%s: no line on its base", o.ID)
		} else if l := lines[i]; l.Text == "" || l.Who == "" || l.How == "" || l.Source == "" {
			t.Errorf("%s: a line with gaps: %+v", o.ID, l)
		}
	}
	t.Logf("%d rules of V2 are a person's", n)
}

// The catalogue's rows all stand somewhere, and everything that judges V2
// stands in the catalogue or among our own.
func TestTheNumbersOfV2AddUp(t *testing.T) {
	v := load(t, overlaysV2)
	rows, person := map[string]bool{}, 0
	var seen []string
	for _, o := range v.Rules {
		for _, name := range o.Row {
			rows[name] = true
		}
		if o.Person {
			person++
		}
		seen = append(seen, o.ID)
		if len(o.Row) == 0 {
			t.Errorf("%s names no row", o.ID)
		}
	}
	if len(rows) != v.Meta.Rows || len(v.Rules) != v.Meta.IDs {
		t.Errorf("%d rows at %d ids, the catalogue has %d at %d", len(rows), len(v.Rules), v.Meta.Rows, v.Meta.IDs)
	}
	for _, o := range v.Own {
		seen = append(seen, o.ID)
	}
	for _, o := range ofV2(t) {
		r, ok := RuleIn(wizard.V2, o.ID)
		if !ok {
			r, ok = RuleOf(o.ID)
			ok = ok && o.ID == "api-type-not-in-v1" // it tells V1 what V2 has
		}
		if !ok || o.Person != (r.Check == nil) {
			t.Errorf("%s: has a row %v, by a person %v in the overlays", o.ID, ok, o.Person)
		}
	}
	for _, r := range RulesIn(wizard.V2) {
		if !slices.Contains(seen, r.ID) {
			t.Errorf("%s judges V2 and has no overlays", r.ID)
		}
	}
	slices.Sort(seen)
	if n := len(slices.Compact(seen)); n != len(ofV2(t)) {
		t.Errorf("an id stands twice: %d of %d", n, len(ofV2(t)))
	}
	t.Logf("%d rows of the catalogue stand at %d ids, %d by program and %d by a person; %d more judge V2",
		len(rows), len(v.Rules), len(v.Rules)-person, person, len(v.Own))
}

func TestGoldenListOfV2(t *testing.T) {
	var b strings.Builder
	judged, manual := 0, 0
	for _, r := range RulesIn(wizard.V2) {
		by := "program"
		if r.Check == nil {
			by, manual = string(r.Person.Who), manual+1
		} else {
			judged++
		}
		both := ""
		if r.When.SDK == AnySDK {
			both = "\tboth"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s%s\n", r.ID, r.Severity, r.Moment, by, both)
	}
	fmt.Fprintf(&b, "%d rules, %d judged by program, %d by a person\n", judged+manual, judged, manual)
	golden(t, "testdata/rules_v2.golden", b.String())
}

func TestRowsOfV2AreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range RulesIn(wizard.V2) {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		seen[r.ID] = true
		for _, path := range r.Reads {
			if !readable.MatchString(path) {
				t.Errorf("%s reads %q, which is no path", r.ID, path)
			}
		}
		if len(r.Reads) == 0 || len(r.Sources) == 0 || rank(moments, r.Moment) < 0 || rank(severities, r.Severity) < 0 {
			t.Errorf("%s has a gap: %+v", r.ID, r)
		}
		if !strings.HasPrefix(r.link(), "https://") || strings.Contains(r.link(), " ") {
			t.Errorf("%s has no address to read on: %q", r.ID, r.link())
		}
		if (r.Check == nil) == (r.Person.Who == "") || r.Check == nil && r.Mend != nil {
			t.Errorf("%s is neither a program's nor a person's", r.ID)
		}
	}
}

func TestReadPathsOfV2AreKnownKeys(t *testing.T) {
	for _, r := range slices.Concat(tablesV2...) {
		for _, function := range windowsV2 {
			if !r.judges(function) || len(r.Functions) > 0 && r.Functions[0] == RESTCall {
				continue
			}
			for _, path := range r.Reads {
				at, ok := strings.CutPrefix(path, "params.")
				if !ok || strings.HasPrefix(at, "bypass") || strings.HasPrefix(at, "offerPeriod") {
					continue
				}
				i := strings.LastIndexByte(at, '.')
				if !slices.Contains(keysOfCall(function)[at[:max(i, 0)]], at[i+1:]) {
					t.Errorf("%s reads %s, which unknown-key does not know", r.ID, path)
				}
			}
		}
	}
}

// What V1's names mean in V2, and the other way round.
func TestNamesOfTheOtherVersion(t *testing.T) {
	for _, tt := range []struct {
		file, base, path, variant string
		edits                     int
	}{
		{overlaysV2, "payment", "params.merchant_uid", "twin", 0}, // paymentId is there already
		{overlaysV2, "payment", "params.buyer_email", "twin", 2},
		{overlaysV2, "payment", "params.buyer_addr", "version", 0},
		{overlaysV2, "payment", "params.pay_method", "near", 0},
		{overlaysV2, "payment", "params.colour", "key", 0},
		{"v1-overlays.yaml", "general_card", "params.paymentId", "twin", 0},
		{"v1-overlays.yaml", "general_card", "params.taxFreeAmount", "twin", 2},
		{"v1-overlays.yaml", "general_card", "params.customer", "version", 0},
		{"v1-overlays.yaml", "general_card", "params.payMethod", "near", 0},
		{"v1-overlays.yaml", "general_card", "params.storeId", "version", 0},
	} {
		c := load(t, tt.file).base(t, tt.base)
		set(t, &c, tt.path, value.ObjectOf())
		found, ok := of(Judge(c, text.En), "unknown-key")
		if !ok || found.Path != tt.path {
			t.Errorf("%s in %s: %+v", tt.path, tt.base, found)
			continue
		}
		want := map[string]string{"twin": "version of PortOne calls it", "version": "the other version of PortOne", "near": "Did you mean", "key": "There is no parameter"}[tt.variant]
		if !strings.Contains(found.Message, want) {
			t.Errorf("%s in %s: %s", tt.path, tt.base, found.Message)
		}
		edits := 0
		for _, m := range found.Mends {
			edits += len(m.Edits)
		}
		if tt.variant != "near" && edits != tt.edits {
			t.Errorf("%s in %s: mends %+v", tt.path, tt.base, found.Mends)
		}
	}
}

// variantsV2 are the sentences of V2 besides message, why and fix that say more
// than those of V1, or that V1 has not.
var variantsV2 = []string{
	"store-id-format.missing", "amount-number-type.missing", "billing-customer-id-charset.char", "customer-id-charset.char", "customer-id-length.long",
	"issue-id-charset.char", "issue-id-length.long", "issue-id-length.prefix", "rest-billing-customer-id.char", "rest-billing-customer-id.long",
	"rest-instant-due.past", "rest-payment-id-in-path.char", "rest-payment-id-in-path.long", "rest-schedule-time.past", "vbank-due-format.iso",
	"redirect-url-reachable.hash", "redirect-url-reachable.local", "redirect-url-reachable.plain", "redirect-url-reachable.sample", "result-ignored.uid",
}

// A row of V2 says everything, in its own words or in those of V1, and nothing
// stands there that nobody says.
func TestTextsStandForEveryRuleOfV2(t *testing.T) {
	for _, l := range text.Langs {
		own, v1 := sentences(t, "rulesv2", l), textFile(t, l)
		said := map[string]bool{}
		for _, r := range RulesIn(wizard.V2) {
			parts := []string{"message", "why", "fix"}
			if r.Differs {
				parts = append(parts, "differs")
			}
			for _, part := range parts {
				name := r.ID + "." + part
				if said[name] = true; own[name] == "" && v1[name] == "" {
					t.Errorf("%s: no sentence %s", l, name)
				}
				if strings.Contains(r.say(wizard.V2, l, part), "rules") {
					t.Errorf("%s: %s", l, r.say(wizard.V2, l, part))
				}
			}
		}
		for _, name := range variantsV2 {
			if said[name] = true; own[name] == "" {
				t.Errorf("%s: no sentence %s", l, name)
			}
		}
		for name, s := range own {
			if !said[name] {
				t.Errorf("%s: nothing says %s", l, name)
			}
			if s == v1[name] {
				t.Errorf("%s: %s is V1's sentence again", l, name)
			}
		}
	}
}

func TestTextsOfV2Agree(t *testing.T) {
	ko, en := sentences(t, "rulesv2", text.Ko), sentences(t, "rulesv2", text.En)
	if len(ko) != len(en) {
		t.Errorf("%d sentences in Korean, %d in English", len(ko), len(en))
	}
	for name, k := range ko {
		a, b := placeholders.FindAllString(k, -1), placeholders.FindAllString(en[name], -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s: placeholders %v in Korean, %v in English", name, a, b)
		}
		for _, r := range k + en[name] {
			if r > 0x7e && !(r >= 0xac00 && r <= 0xd7a3) {
				t.Errorf("%s holds %q", name, r)
			}
		}
	}
}

// namesOfV1 are names that V2's code does not have. A sentence of V2 with one
// of them speaks of it on purpose.
func TestSentencesOfV2DoNotSpeakInNamesOfV1(t *testing.T) {
	v1 := regexp.MustCompile(`\b(merchant_uid|tax_free|buyer_[a-z]+|pay_method|customer_id|customer_uid|m_redirect_url|notice_url|custom_data|vbank_due|imp_uid|card\.direct|app_scheme|confirm_url|IMP\.|app_scheme|quota)\b`)
	allowed := []string{"old-module-not-in-v2.why"}
	for _, l := range text.Langs {
		for _, r := range RulesIn(wizard.V2) {
			for _, part := range []string{"message", "why", "fix"} {
				if s := r.say(wizard.V2, l, part); v1.MatchString(s) && !slices.Contains(allowed, r.ID+"."+part) {
					t.Errorf("%s %s.%s: %s", l, r.ID, part, s)
				}
			}
		}
	}
}

// settled is testdata/rule-ids.yaml: one id for one fact, and what was settled
// about its severity.
type settled struct {
	IDs []struct {
		ID       string
		Versions []wizard.SDK
		Aliases  []string
		Severity yaml.Node // one for both versions, or one for each
		Rows     string
	} `yaml:"ids"`
}

func settledIDs(t *testing.T) settled {
	t.Helper()
	raw, err := os.ReadFile("testdata/rule-ids.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var s settled
	if err := yaml.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestIDsAndSeveritiesAreAsSettled: one fact of Smartro has one severity in
// both versions, or the row says why not.
func TestIDsAndSeveritiesAreAsSettled(t *testing.T) {
	listed, both, differ := map[string]bool{}, 0, 0
	for _, want := range settledIDs(t).IDs {
		listed[want.ID] = true
		one, v1 := RuleIn(wizard.V1, want.ID)
		two, v2 := RuleIn(wizard.V2, want.ID)
		if want.Rows == "none" && !v1 && !v2 {
			continue
		}
		for _, sdk := range want.Versions {
			_, ok := RuleIn(sdk, want.ID)
			if aside := only[want.ID]; !ok && aside != sdk {
				t.Errorf("%s has no row for %s", want.ID, sdk)
			}
		}
		for sdk, row := range map[wizard.SDK]Rule{wizard.V1: one, wizard.V2: two} {
			if s := severityOf(want.Severity, sdk); s != "" && row.ID != "" && row.Severity != s {
				t.Errorf("%s is %s in %s, settled is %s", want.ID, row.Severity, sdk, s)
			}
		}
		if v1 && v2 {
			if both++; one.Severity != two.Severity {
				differ++
			}
			if (one.Severity != two.Severity) != two.Differs {
				t.Errorf("%s is %s and %s, and that is told %v", want.ID, one.Severity, two.Severity, two.Differs)
			}
		}
	}
	for _, r := range slices.Concat(Rules(), RulesIn(wizard.V2)) {
		if !listed[r.ID] {
			t.Errorf("%s is not in the one list", r.ID)
		}
	}
	t.Logf("%d facts of both versions, %d of another severity for a reason that is told", both, differ)
}

// only are facts of both versions that one of them tells inside another row.
var only = map[string]wizard.SDK{
	"api-type-not-in-v1":          wizard.V2, // V1's row sends to V2
	"billing-customer-id-charset": wizard.V1, // inside customer-id-charset until somebody sees a refusal
}

func severityOf(n yaml.Node, sdk wizard.SDK) wizard.Severity {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == string(sdk) {
				return wizard.Severity(n.Content[i+1].Value)
			}
		}
		return ""
	}
	return wizard.Severity(n.Value)
}

// Every name that other lists have for a rule leads to it.
func TestOldNamesLeadToTheirRules(t *testing.T) {
	names := map[string][]string{}
	for _, id := range settledIDs(t).IDs {
		for _, alias := range id.Aliases {
			if _, ok := RuleOf(id.ID); ok {
				names[alias] = append(names[alias], id.ID)
			}
		}
	}
	v2 := 0
	for name, want := range names {
		if got := Named(name); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		if strings.HasPrefix(name, "V2-") {
			v2++
		}
	}
	if want := load(t, overlaysV2).Meta.Rows; v2 != want {
		t.Errorf("%d names of V2's rows, want %d", v2, want)
	}
}
