package rulebook

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGoldenList holds the ids, and which of them a person checks, against a
// list that is read like code in review.
func TestGoldenList(t *testing.T) {
	var b strings.Builder
	judged, manual := 0, 0
	for _, r := range Rules() {
		by := "program"
		if r.Check == nil {
			by, manual = string(r.Person.Who), manual+1
		} else {
			judged++
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", r.ID, r.Severity, r.Moment, by)
	}
	fmt.Fprintf(&b, "%d rules, %d judged by program, %d by a person\n", judged+manual, judged, manual)
	golden(t, "testdata/rules.golden", b.String())
	t.Logf("%d rules, %d judged by program, %d by a person", judged+manual, judged, manual)
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what the rows give; look at the difference and run with -update:\n%s", path, got)
	}
}

// TestEveryRuleHasItsOverlays: a row without overlays is a row that nobody ran.
func TestEveryRuleHasItsOverlays(t *testing.T) {
	var want []string
	for _, file := range overlayFiles {
		for _, o := range load(t, file).Rules {
			want = append(want, o.ID)
			r, ok := RuleOf(o.ID)
			if !ok {
				t.Errorf("%s has overlays and no row", o.ID)
			} else if o.Person != (r.Check == nil) {
				t.Errorf("%s: by a person %v in the overlays, %v in the table", o.ID, o.Person, r.Check == nil)
			}
		}
	}
	for _, r := range Rules() {
		if !slices.Contains(want, r.ID) {
			t.Errorf("%s has no overlays", r.ID)
		}
	}
}

func TestRowsAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
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

var readable = regexp.MustCompile(`^(fn|params|(params|facts|setup)(\.[A-Za-z0-9_*]+)+)$`)

// variants are the sentences that rows have besides message, why and fix; the
// cases of TestSentencesWithPlaces show each of them.
var variants = []string{
	"amount-number-type.missing",
	"billing-bypass-keys.key", "callback-no-success-branch.old", "billing-customer-uid-length.long", "buyer-addr-postcode-length.long",
	"buyer-email-format.long", "buyer-name-length.long", "bypass-key-spelling.key", "bypass-namespace.key",
	"customer-id-charset.char", "customer-id-length.long", "merchant-uid-charset.char", "merchant-uid-length.long",
	"live-mode-no-test-mid.published", "merchant-uid-uuid-hyphen.char", "merchant-uid-uuid-hyphen.long", "name-length.bytes", "name-length.long",
	"state.later", "state.unknown", "unknown-key.key", "unknown-key.near", "unknown-key.twin", "unknown-key.version", "vbank-due-valid-future.past",
	"vbank-due-valid-future.unreal", "who.console", "who.contract", "who.developer", "who.tester",
	"dummy-buyer.empty", "dummy-buyer.fallback", "dummy-buyer.undefined", "imp-init-once.click", "merchant-uid-charset.part",
	"order-id-fresh.clock", "order-id-fresh.page", "order-id-fresh.product", "redirect-url-reachable.hash", "redirect-url-reachable.local",
	"redirect-url-reachable.plain", "redirect-url-reachable.sample", "request-on-click.effect", "request-on-click.load", "request-on-click.render",
	"request-on-click.server", "result-ignored.uid", "sdk-one-script.removed", "unknown-key.field",
}

func TestTextsStandForEveryRule(t *testing.T) {
	want := slices.Clone(variants)
	for _, r := range Rules() {
		want = append(want, r.ID+".message", r.ID+".why", r.ID+".fix")
	}
	for _, l := range text.Langs {
		have := textFile(t, l)
		for _, name := range want {
			if have[name] == "" {
				t.Errorf("%s: no sentence %s", l, name)
			}
		}
		for name := range have {
			if !slices.Contains(want, name) {
				t.Errorf("%s: nothing says %s", l, name)
			}
		}
	}
}

var placeholders = regexp.MustCompile(`\{[a-z_]+\}`)

func TestTextsAgree(t *testing.T) {
	ko, en := textFile(t, text.Ko), textFile(t, text.En)
	hangul := regexp.MustCompile(`\p{Hangul}`)
	for name, k := range ko {
		a, b := placeholders.FindAllString(k, -1), placeholders.FindAllString(en[name], -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s: placeholders %v in Korean, %v in English", name, a, b)
		}
		if !hangul.MatchString(k) && name != "state.unknown" {
			t.Errorf("%s is not Korean: %s", name, k)
		}
	}
}

// TestNothingIsLeftToFill: a why and a fix are said as they stand, so what they
// hold in braces has to be a part of an address or the token's name.
func TestNothingIsLeftToFill(t *testing.T) {
	address := regexp.MustCompile(`/\{[a-z_]+\}|Bearer \{access_token\}`)
	for _, l := range text.Langs {
		for name, s := range textFile(t, l) {
			said := strings.HasSuffix(name, ".why") || strings.HasSuffix(name, ".fix")
			if rest := address.ReplaceAllString(s, ""); said && placeholders.MatchString(rest) {
				t.Errorf("%s %s: nothing fills %s", l, name, placeholders.FindString(rest))
			}
		}
	}
}

// TestTextsKeepTheirWidth: a character whose width terminals do not agree on
// puts the rest of its line in the wrong cells.
func TestTextsKeepTheirWidth(t *testing.T) {
	for _, l := range text.Langs {
		for name, s := range textFile(t, l) {
			for _, r := range s {
				if r > 0x7e && !(r >= 0xac00 && r <= 0xd7a3) {
					t.Errorf("%s %s holds %q", l, name, r)
				}
			}
		}
	}
}

func TestReadPathsAreKnownKeys(t *testing.T) {
	for _, r := range Rules() {
		if len(r.Functions) > 0 {
			continue
		}
		for _, path := range r.Reads {
			at, ok := strings.CutPrefix(path, "params.")
			if !ok || strings.HasPrefix(at, "bypass.") || strings.Contains(at, "*") {
				continue
			}
			i := strings.LastIndexByte(at, '.')
			if !slices.Contains(knownKeys()[at[:max(i, 0)]], at[i+1:]) {
				t.Errorf("%s reads %s, which unknown-key does not know", r.ID, path)
			}
		}
	}
}

func textFile(t *testing.T, l text.Lang) map[string]string {
	t.Helper()
	return sentences(t, "rules", l)
}

func sentences(t *testing.T, room string, l text.Lang) map[string]string {
	t.Helper()
	raw, err := assets.Files.ReadFile("texts/" + room + "." + string(l) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]string
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	return m
}
