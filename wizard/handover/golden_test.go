package handover_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and read the difference:\n%s", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d: got %q", i+1, g[i])
		}
	}
	return fmt.Sprintf("it ends after line %d", len(g))
}

// sample is one payment that a golden file shows.
type sample struct {
	name  string
	a     wizard.Answers
	langs []text.Lang
}

func of(mode wizard.Mode, module wizard.Module, typ wizard.Type, method wizard.PayMethod, langs ...text.Lang) sample {
	return sample{fmt.Sprintf("%s %s %s %s", mode, module, typ, method), payment(mode, module, typ, method), langs}
}

func letters(t *testing.T, id string, samples ...sample) {
	t.Helper()
	var b strings.Builder
	for _, s := range samples {
		for _, l := range s.langs {
			letter, ok := handover.Letter(id, s.a, l)
			if !ok {
				t.Errorf("%s: no letter", s.name)
			}
			fmt.Fprintf(&b, "== %s, %s\n%s\n\n", s.name, l, letter)
		}
	}
	golden(t, id+".txt", b.String())
}

func TestLetters(t *testing.T) {
	const (
		test, live = wizard.ModeTest, wizard.ModeLive
		now, old   = wizard.ModuleNew, wizard.ModuleOld
		ko, en     = text.Ko, text.En
	)
	var consoles []sample
	for _, ch := range wizard.Channels() {
		if ch.Opens() {
			consoles = append(consoles, of(ch.Mode, ch.Module, ch.Type, ch.PayMethods[0], ko))
		}
	}
	known := card(live)
	known.UserCode = "imp10000001"
	letters(t, "console", append(consoles, of(test, now, "general", "card", en), of(live, now, "escrow", "vbank", ko, en),
		of(live, now, "api_keyin", "vbank", ko), sample{"merchant code known", known, text.Langs})...)

	typed := full(card(test))
	without := card(live)
	without.Make = wizard.Make{}
	letters(t, "server", of(test, now, "general", "card", ko, en), of(live, now, "general", "card", ko, en),
		of(test, now, "general", "vbank", ko, en), of(live, now, "general", "trans", ko), of(test, now, "general", "phone", ko),
		of(test, now, "general", "kakaopay", ko), of(test, now, "escrow", "card", ko, en), of(test, now, "billing", "card", ko, en),
		of(live, now, "billing", "card", ko), of(test, now, "overseas", "card", ko), of(test, old, "general", "card", ko),
		of(live, old, "general", "vbank", ko), sample{"all addresses typed, sub-store, order number of the server", typed, text.Langs},
		sample{"no return address", without, text.Langs})

	letters(t, "network", of(test, now, "general", "card", ko, en), sample{"addresses typed", typed, text.Langs}, sample{"no answers", wizard.Answers{}, text.Langs})
	letters(t, "contract", of(live, now, "general", "card", ko, en), of(live, now, "escrow", "card", ko), of(live, now, "billing", "card", ko),
		of(live, now, "overseas", "card", ko, en), of(test, old, "general", "card", ko), of(live, now, "api_keyin", "vbank", ko),
		sample{"merchant code known", known, text.Langs}, sample{"no answers", wizard.Answers{}, text.Langs})
	letters(t, "customer", of(test, now, "general", "card", ko, en), of(test, now, "billing", "card", ko, en), sample{"no answers", wizard.Answers{}, text.Langs})
	letters(t, "qa", of(test, now, "general", "card", ko, en), of(live, now, "general", "card", ko), of(test, now, "general", "vbank", ko, en),
		of(live, now, "general", "vbank", ko), of(test, now, "general", "trans", ko), of(test, now, "general", "phone", ko), of(test, now, "general", "kakaopay", ko),
		of(live, now, "general", "naverpay", ko), of(test, now, "general", "pinpay", ko),
		of(test, now, "escrow", "trans", ko, en), of(test, now, "billing", "card", ko, en), of(live, now, "billing", "card", ko), of(test, now, "overseas", "card", ko, en),
		of(test, old, "general", "card", ko), of(live, old, "general", "vbank", ko))
	letters(t, "lookup", of(test, now, "general", "card", ko, en), of(live, now, "general", "card", ko, en), of(test, now, "general", "vbank", ko),
		of(live, now, "billing", "card", ko, en), sample{"sub-store", typed, []text.Lang{ko}})
}

// TestRowsOfEveryPayment shows which rows belong to which payment.
func TestRowsOfEveryPayment(t *testing.T) {
	var b strings.Builder
	for name, a := range payments() {
		fmt.Fprintf(&b, "== %s\n", name)
		var ids []string
		for _, r := range handover.QA(a, text.Ko) {
			ids = append(ids, r.ID)
		}
		fmt.Fprintln(&b, "tests:", strings.Join(ids, " "))
		ids = nil
		for _, r := range handover.Differences(a, text.Ko) {
			ids = append(ids, r.ID)
		}
		fmt.Fprintln(&b, "differences:", strings.Join(ids, " "))
		groups := map[string][]string{}
		for _, r := range handover.Checklist(a, today, text.Ko) {
			groups[r.Group] = append(groups[r.Group], r.ID)
		}
		for _, g := range handover.Groups {
			fmt.Fprintf(&b, "checklist, %s: %s\n", g, strings.Join(groups[g], " "))
		}
		fmt.Fprintln(&b)
	}
	golden(t, "rows.txt", b.String())
}

// TestResultTexts shows what the result's tabs say, whole.
func TestResultTexts(t *testing.T) {
	samples := []sample{
		of("test", "smartro_v2", "general", "card", text.Langs...), of("live", "smartro_v2", "general", "card", text.Langs...),
		of("test", "smartro_v2", "general", "vbank", text.Ko), of("live", "smartro_v2", "billing", "card", text.Ko),
		of("test", "smartro", "general", "card", text.Ko), {"other selector and addresses", with(full(payment("test", "smartro_v2", "general", "kakaopay")), "channelGroupId", "g"), text.Langs},
	}
	var b strings.Builder
	for _, s := range samples {
		for _, l := range s.langs {
			fmt.Fprintf(&b, "== %s, %s\n%s", s.name, l, handover.Markdown(handover.DifferenceTable(handover.Differences(s.a, l), l)))
			for _, line := range handover.Checklist(s.a, today, l) {
				fmt.Fprintf(&b, "[%s] %s %s (%s)\n", line.Group, line.Text, line.How, line.Who)
			}
			for _, r := range handover.Ladder(s.a, l) {
				fmt.Fprintf(&b, "%s by %s: %s: %s\n", r.ID, r.By, r.Name, r.Proof)
			}
			fmt.Fprintf(&b, "%s\n\n", strings.Join(handover.Notes(s.a, l), "\n"))
		}
	}
	golden(t, "result.txt", b.String())
}

func with(a wizard.Answers, path, val string) wizard.Answers {
	a.Params = a.Params.With(path, value.Text(val))
	return a
}
