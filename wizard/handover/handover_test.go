package handover_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"smartro-wizard/assets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

func TestNoLetterHoldsWhatIsPrivate(t *testing.T) {
	for name, a := range payments() {
		a = full(a)
		for _, l := range text.Langs {
			for _, hidden := range []string{private, "987654"} {
				if all := everything(a, l); strings.Contains(all, hidden) {
					i := strings.Index(all, hidden)
					t.Fatalf("%s, %s: ...%s", name, l, all[max(0, i-200):i+len(hidden)])
				}
			}
		}
	}
}

func TestASecretInAWrongBoxStaysThere(t *testing.T) {
	secret := strings.Repeat("a1B2", 12)
	a := with(with(card(wizard.ModeTest), "notice_url", secret), "m_redirect_url", secret)
	a.Make = wizard.Make{}
	a.UserCode, a.TierCode = secret, secret
	if all := everything(a, text.Ko) + handover.ToConsole(a, secret, text.Ko) + handover.Command(a, secret); strings.Contains(all, secret) {
		t.Error("a letter repeats what looks like a secret")
	}
}

func TestTypedTextCannotSteerATerminal(t *testing.T) {
	a := card(wizard.ModeTest)
	a.UserCode = "imp\x1b[2J\u202e"
	a.Make.MRedirectURL = &wizard.MakeRedirect{Path: "/a\nRun: rm"}
	a.TierCode = "'; rm"
	all := everything(a, text.En) + handover.ToConsole(a, "x\x1b]0;y\a", text.En)
	if i := strings.IndexFunc(all, func(r rune) bool { return r != '\n' && unicode.IsControl(r) || r == '\u202e' }); i >= 0 {
		t.Errorf("%q", all[max(0, i-40):i+10])
	}
	if strings.Contains(all, "\nRun:") || strings.Contains(handover.Command(a, "$(rm)"), "rm") {
		t.Error("typed text is a line of its own or part of a command")
	}
}

func TestEveryLetterSaysNotToSendSecrets(t *testing.T) {
	for name, a := range payments() {
		for _, e := range handover.Letters(a, text.Ko) {
			ko, _ := handover.Letter(e.ID, a, text.Ko)
			en, _ := handover.Letter(e.ID, a, text.En)
			if !strings.Contains(ko, "비밀값(") || !strings.Contains(ko, "보내지 마세요") || !strings.Contains(en, "Do not send secrets") {
				t.Errorf("%s: the letter %s may be answered with a secret", name, e.ID)
			}
		}
	}
}

// technical is what has to be the same in every language: paths, addresses,
// names of parameters, variables and fields.
var technical = regexp.MustCompile(`https?://[^\s,)]*[a-zA-Z}]|[A-Z]{3,} /[^\s.,]*[a-z}]|[a-z]+_[a-z_]*[a-z]|\bIMP[._][A-Za-z_]+|\{[a-z_]+\}|[0-9]+\.[0-9.]+/?[0-9]*|t_[0-9]+m`)

func TestLanguagesSayTheSame(t *testing.T) {
	for name, a := range payments() {
		for _, a := range []wizard.Answers{a, full(a)} {
			for _, e := range handover.Letters(a, text.Ko) {
				ko, _ := handover.Letter(e.ID, a, text.Ko)
				en, _ := handover.Letter(e.ID, a, text.En)
				k, n := strings.Split(ko, "\n"), strings.Split(en, "\n")
				if len(k) != len(n) {
					t.Fatalf("%s, %s: %d lines in Korean, %d in English", name, e.ID, len(k), len(n))
				}
				for i := range k {
					// The sentences of rules are held together by the rulebook's tests.
					if a, b := tokens(k[i]), tokens(n[i]); !slices.Equal(a, b) && e.ID != "qa" && !strings.HasPrefix(k[i], "  ") {
						t.Errorf("%s, %s, line %d: %v in Korean, %v in English", name, e.ID, i+1, a, b)
					}
				}
			}
		}
	}
}

func tokens(s string) []string {
	all := technical.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

func TestPairsOfTheFactsAgree(t *testing.T) {
	raw, err := assets.Files.ReadFile("facts/handover.json")
	if err != nil {
		t.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	pairs := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			if _, ok := v["ko"]; ok {
				pairs++
				checkPair(t, v)
				return
			}
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(all)
	if pairs < 200 {
		t.Errorf("only %d pairs were found", pairs)
	}
}

func checkPair(t *testing.T, pair map[string]any) {
	ko, _ := pair["ko"].(string)
	en, _ := pair["en"].(string)
	braces := regexp.MustCompile(`\{[a-z_]+\}`)
	k, n := braces.FindAllString(ko, -1), braces.FindAllString(en, -1)
	slices.Sort(k)
	slices.Sort(n)
	if ko == "" || en == "" || !slices.Equal(k, n) {
		t.Errorf("ko %q, en %q", ko, en)
	}
	for _, s := range []string{ko, en} {
		if i := strings.IndexFunc(s, func(r rune) bool { return (r < ' ' || r > '~') && !unicode.Is(unicode.Hangul, r) }); i >= 0 {
			t.Errorf("%q has a character whose width terminals disagree on", s)
		}
	}
}

// TestNothingIsLeftBlank allows the braces of paths and those that are to be
// filled in by hand.
func TestNothingIsLeftBlank(t *testing.T) {
	for name, a := range payments() {
		for _, a := range []wizard.Answers{a, full(a)} {
			for _, l := range text.Langs {
				all := everything(a, l)
				for _, path := range []string{"{imp_uid}", "{customer_uid}", `'{"imp_key":"%s","imp_secret":"%s"}'`} {
					all = strings.ReplaceAll(all, path, "")
				}
				for _, wrong := range []string{"{", "handover.", "rules.", "  \n", "%!"} {
					if structs := strings.NewReplacer("[{", "", " {", "", "}", ""); strings.Contains(structs.Replace(all), wrong) && wrong != "{" {
						t.Errorf("%s, %s: %q", name, l, wrong)
					}
				}
				if m := regexp.MustCompile(`\{[a-z_]+\}`).FindString(all); m != "" {
					t.Errorf("%s, %s: %s is not filled in", name, l, m)
				}
			}
		}
	}
}

func TestLettersThatCannotBeWritten(t *testing.T) {
	tests := []struct {
		name string
		a    wizard.Answers
		want []string
	}{
		{"no answers", wizard.Answers{}, []string{"network", "contract", "customer"}},
		{"no test MID is documented", payment("test", "smartro_v2", "api_keyin", "vbank"), []string{"network", "contract", "customer"}},
		{"no window", payment("live", "smartro_v2", "api_keyin", "vbank"), []string{"console", "network", "contract", "customer"}},
		{"no pay method", payment("test", "smartro_v2", "general", ""), []string{"console", "network", "contract", "customer"}},
		{"a pay method that the channel has not", payment("test", "smartro", "general", "kakaopay"), []string{"console", "network", "contract", "customer"}},
		{"no such channel", payment("test", "smartro", "billing", "card"), []string{"network", "contract", "customer"}},
		{"a card", card("test"), names(handover.All(text.Ko))},
	}
	for _, tt := range tests {
		got := names(handover.Letters(tt.a, text.En))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
		for _, id := range append(names(handover.All(text.Ko)), "nothing") {
			if s, ok := handover.Letter(id, tt.a, text.Ko); ok != slices.Contains(tt.want, id) || ok != (s != "") {
				t.Errorf("%s: %s: %v, %q", tt.name, id, ok, s)
			}
		}
		if opens := tt.name == "a card"; opens != (len(handover.QA(tt.a, text.Ko)) > 0) || opens != (len(handover.Ladder(tt.a, text.Ko)) > 0) {
			t.Errorf("%s: tests or rungs of a payment that opens no window", tt.name)
		}
	}
}

func names(all []handover.Entry) []string {
	var ids []string
	for _, e := range all {
		ids = append(ids, e.ID)
	}
	return ids
}

// TestQAOfACard holds the rows that were agreed on: what is done, where, and
// what has to come out.
func TestQAOfACard(t *testing.T) {
	want := []struct {
		do, on string
		expect []string
	}{
		{"Pay", "PC", []string{"callback has no error_code", "paid", "amount and order number are equal", "pg_id is t_2302141m", "order is done"}},
		{"Pay", "phone, a real one", []string{"Returns to the page of m_redirect_url", "look-up says the same", "callback does not run"}},
		{"Close the window", "PC and phone", []string{"order is not done", "message is shown", "console may keep it as 결제예정"}},
		{"Press the button twice", "PC and phone", []string{"One window"}},
		{"Try again after closing it", "PC and phone", []string{"new order number", "works"}},
		{"Change the amount in the browser", "PC", []string{"server refuses", "order is not done"}},
		{"Close the tab right after paying", "PC and phone", []string{"webhook completes the order"}},
		{"Send the same webhook twice", "server", []string{"handled once"}},
		{"Block cdn.iamport.kr", "PC", []string{"sentence", "not blank"}},
		{"Pay with a card of KB Kookmin, KakaoBank", "test", []string{"Refused", "expected in test"}},
		{"Cancel in full, through our server or the PortOne console", "-", []string{"결제취소", "money comes back"}},
		{"Cancel in part", "-", []string{"works", "check cards cancel only in full"}},
		{"Look again after 23:50", "test", []string{"message says cancelled", "console still says 결제완료", "cancelled already"}},
		{"Pay a small amount, look it up, cancel at once", "live", []string{"sandbox is false", "Cancelling works", "cancel password is right"}},
	}
	got := handover.QA(card(wizard.ModeTest), text.En)
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		if g.Number != i+1 || g.Do != w.do || g.On != w.on || !hasAll(g.Expect, w.expect) {
			t.Errorf("row %d: %+v, want %+v", i+1, g, w)
		}
	}
	for _, g := range handover.QA(card(wizard.ModeLive), text.En) {
		if g.On == "test" {
			t.Errorf("a live channel is tested for what only test channels do: %+v", g)
		}
	}
}

func TestDifferencesOfACard(t *testing.T) {
	want := []struct {
		what       string
		test, live []string
	}{
		{"in code", []string{"channelKey"}, []string{"another channelKey, nothing else"}},
		{"고객사 식별코드", []string{"same"}, []string{"same"}},
		{"MID", []string{"t_2302141m", "console"}, []string{"issued by Smartro for PortOne", "one for each way"}},
		{"console boxes", []string{"MID"}, []string{"MID", "Key", "거래취소 비밀번호"}},
		{"look-up", []string{"include_sandbox=true"}, []string{"without", "sandbox must be false"}},
		{"webhook", []string{"[테스트]"}, []string{"[실연동]"}},
		{"money", []string{"taken", "cancelled 23:00~23:50", "easy pay not always"}, []string{"taken, stays"}},
		{"console state", []string{"stays 결제완료 after the automatic cancel"}, []string{"follows"}},
		{"cards", []string{"KB and KakaoBank", "KakaoPay and PAYCO", "Samsung, Hyundai, NH and Shinhan"}, []string{"review is done"}},
		{"virtual account", []string{"Do not pay into", "테스트 입금웹훅통지"}, []string{"notice address in 스마일비즈", "contract"}},
		{"return address", []string{"localhost", "PC"}, []string{"https"}},
	}
	for _, mode := range []wizard.Mode{wizard.ModeTest, wizard.ModeLive} {
		got := handover.Differences(card(mode), text.En)
		if len(got) != len(want) {
			t.Fatalf("%s: %d rows, want %d", mode, len(got), len(want))
		}
		for i, w := range want {
			if g := got[i]; g.What != w.what || !hasAll(g.Test, w.test) || !hasAll(g.Live, w.live) {
				t.Errorf("%s, row %d: %+v, want %+v", mode, i+1, g, w)
			}
		}
	}
	boxes := map[wizard.Type]string{wizard.TypeBilling: "ssp Mall ID", wizard.TypeEscrow: "API Key"}
	for typ, box := range boxes {
		all := fmt.Sprint(handover.Differences(payment("test", "smartro_v2", typ, "card"), text.Ko))
		if !strings.Contains(all, box) {
			t.Errorf("%s: the live form's box %s is missing", typ, box)
		}
	}
}

func hasAll(s string, parts []string) bool {
	return !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(s, p) })
}

func TestCommand(t *testing.T) {
	for name, a := range payments() {
		c := handover.Command(a, "imp_123456789012")
		for _, want := range []string{`"$IMP_KEY"`, `"$IMP_SECRET"`, "https://api.iamport.kr/users/getToken"} {
			if !strings.Contains(c, want) {
				t.Errorf("%s: no %s", name, want)
			}
		}
		billing := a.Type == wizard.TypeBilling
		if got, want := strings.Contains(c, "include_sandbox=true"), a.Mode == wizard.ModeTest && !billing; got != want {
			t.Errorf("%s: include_sandbox is %v", name, got)
		}
		if got, want := strings.Contains(c, "/subscribe/customers/$CUSTOMER_UID"), billing; got != want {
			t.Errorf("%s: looks up a registered card: %v", name, got)
		}
		if got, want := strings.Contains(c, "/payments/imp_123456789012"), !billing; got != want {
			t.Errorf("%s: looks up the payment: %v", name, got)
		}
	}
	a := card(wizard.ModeTest)
	if c := handover.Command(a, `imp_1";rm`); !strings.Contains(c, "/payments/$IMP_UID?") || strings.Contains(c, "rm") {
		t.Errorf("a number of another shape is in the command:\n%s", c)
	}
	a.TierCode = "0A1"
	if c := handover.Command(a, ""); !strings.Contains(c, "-H 'Tier: 0A1'") {
		t.Errorf("no header of the sub-store:\n%s", c)
	}
}

func TestProofs(t *testing.T) {
	tests := []struct {
		a    wizard.Answers
		want string
	}{
		{with(card("test"), "amount", "1004"), "[{status paid} {amount 1004} {pg_provider smartro_v2} {pg_id t_2302141m} {sandbox true}]"},
		{card("live"), "[{status paid} {amount } {pg_provider smartro_v2} {pg_id } {sandbox false}]"},
		{payment("test", "smartro", "general", "vbank"), "[{status ready} {amount } {pg_provider smartro} {pg_id iamport01m} {sandbox true}]"},
		{payment("test", "smartro_v2", "billing", "card"), "[{pg_provider smartro_v2} {pg_id t_2302142m} {sandbox true}]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(handover.Proofs(tt.a)); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	got := handover.Markdown([][]string{{"#", "a|b"}, {"1", "x\ny <b> `c` *d* 23:00~23:50"}})
	want := "| # | a\\|b |\n| --- | --- |\n| 1 | x y &lt;b> \\`c\\` \\*d\\* 23:00\\~23:50 |\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestToConsoleTakesTheNameOfTheChannel(t *testing.T) {
	if s := handover.ToConsole(card("test"), "가게 1호", text.Ko); !strings.Contains(s, "- 채널 이름: 가게 1호\n") {
		t.Error(s)
	}
	plain, _ := handover.Letter("console", card("test"), text.Ko)
	if got := handover.ToConsole(card("test"), "", text.Ko); got != plain {
		t.Errorf("got %s, want %s", got, plain)
	}
	if got := handover.ToConsole(wizard.Answers{}, "a", text.Ko); got != "" {
		t.Errorf("a letter without a channel: %s", got)
	}
}
