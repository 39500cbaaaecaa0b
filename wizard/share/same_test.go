package share_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// hostile reads the set of strings that have to come through exactly.
func hostile(t testing.TB) []string {
	t.Helper()
	raw, err := os.ReadFile("../safe/testdata/hostile-dev.json")
	if err != nil {
		t.Fatal(err)
	}
	var set struct {
		Entries []struct {
			Value, Bytes string
			Repeat       int
			BytesHex     string `json:"bytes_hex"`
		}
	}
	if err := json.Unmarshal(raw, &set); err != nil {
		t.Fatal(err)
	}
	all := []string{"", " ", "null", "~", "true", "1004", "0x1f", "1e3", ".5", "-", "- a", "? b", ": c", "a: b", "a #b", "#", "---", "...", "!x", "&x", "*x", "%x", "@", "|", ">", "[", "{", "]", "}", ",", "'", `"`, `\`, "a\n b\n", "\n", "\r", "\u0085", "\u2028", "\ufeff", "\u00a0", "😀\u200d😀", "<<", "=", "no", "Y", "2026-11-21", "12:30:45", "1_000", "0o7", "010-1234-5678"}
	for _, e := range set.Entries {
		s := strings.Repeat(e.Value, max(1, e.Repeat))
		if b, err := hex.DecodeString(e.BytesHex); err == nil && len(b) > 0 {
			s = string(b)
		}
		all = append(all, s)
	}
	return all
}

// forms gives the canonical JSON of answers after each way that they can take.
func forms(t testing.TB, a wizard.Answers) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, src := range map[string][]byte{"a.yaml": answers.YAML(a), "a.json": answers.JSON(a), "-": answers.JSON(a)} {
		back, found := answers.Parse(name, src, text.En)
		all[name] = string(answers.JSON(back))
		for _, f := range found {
			all[name] = fmt.Sprintf("%s at %d:%d: %s\n%s", f.Rule, f.Line, f.Column, f.Message, src)
		}
	}
	back, err := share.Open(share.Code(a, true))
	if all["code"] = string(answers.JSON(back)); err != nil {
		all["code"] = err.Error()
	}
	return all
}

func checkForms(t testing.TB, what string, a wizard.Answers) {
	t.Helper()
	want := string(answers.JSON(a))
	for way, got := range forms(t, a) {
		if got != want {
			t.Errorf("%s, by %s:\n got %.600s\nwant %.600s", what, way, got, want)
		}
	}
}

func TestHostileStringsComeThrough(t *testing.T) {
	for i, s := range hostile(t) {
		if !utf8.ValidString(s) {
			if _, found := answers.Set(wizard.Answers{}, "params.name", s, text.Ko); len(found) != 1 || found[0].Rule != "answers-not-utf8" {
				t.Errorf("%q by a flag: %+v", s, found)
			}
			for _, file := range []string{"a.yaml", "a.json"} {
				_, found := answers.Parse(file, []byte(`{"params":{"name":"`+s+`"}}`), text.Ko)
				if len(found) != 1 || found[0].Rule != "answers-not-utf8" {
					t.Errorf("%q in %s: %+v", s, file, found)
				}
			}
			continue
		}
		v := value.Text(s)
		a := wizard.Answers{UserCode: s, TierCode: s, Params: value.ObjectOf(
			value.Field{Key: "name", Value: v},
			value.Field{Key: "amount", Value: v},
			value.Field{Key: "unknown" + s, Value: v},
			value.Field{Key: "custom_data", Value: value.ObjectOf(value.Field{Key: s, Value: value.ListOf(v, v)})},
		)}
		checkForms(t, fmt.Sprintf("string %d %.40q", i, s), a)
		set, found := answers.Set(wizard.Answers{}, "params.name", s, text.Ko)
		if len(found) > 0 || set.Params.Get("name").Text() != s {
			t.Errorf("%q by a flag: %+v", s, found)
		}
	}
}

// maker builds random answers and the flags that lead to them.
type maker struct {
	*rand.Rand
	strings []string
	a       wizard.Answers
	flags   [][2]string
}

func (m *maker) word() string { return m.strings[m.IntN(len(m.strings))] }
func (m *maker) coin() bool   { return m.IntN(2) == 0 }
func (m *maker) digits() string {
	return []string{"0", "1004", "-1", "1.50", "1e3", "9007199254740993", "0.10"}[m.IntN(7)]
}
func (m *maker) flag(path, val string) {
	m.flags = append(m.flags, [2]string{path, val})
}

func pick[T ~string](m *maker, path string, among ...T) T {
	v := among[m.IntN(len(among))]
	m.flag(path, string(v))
	return v
}

// tree is any value that JSON has.
func (m *maker) tree(depth int) value.Value {
	switch k := m.IntN(7); {
	case k == 0:
		return value.Nothing()
	case k == 1:
		return value.Truth(m.coin())
	case k == 2:
		return value.Digits(m.digits())
	case k == 3 && depth > 0:
		return value.ListOf(m.tree(depth-1), m.tree(depth-1))
	case k == 4 && depth > 0:
		return m.object(depth - 1)
	}
	return value.Text(m.word())
}

func (m *maker) object(depth int) value.Value {
	v := value.ObjectOf()
	var fields []value.Field
	seen := map[string]bool{}
	for range m.IntN(4) {
		if k := m.word(); !seen[k] {
			fields, seen[k] = append(fields, value.Field{Key: k, Value: m.tree(depth)}), true
		}
	}
	if len(fields) > 0 {
		v = value.ObjectOf(fields...)
	}
	return v
}

// param is a value that a flag can give to a parameter of that type.
func (m *maker) param(p wizard.Param) (value.Value, string) {
	if strings.HasPrefix(p.Type, "string") {
		s := m.word()
		if s == "" || s[0] != '[' {
			return value.Text(s), s
		}
	}
	switch {
	case p.Type == "number" && m.coin():
		d := m.digits()
		return value.Digits(d), d
	case p.Type == "boolean" && m.coin():
		b := m.coin()
		return value.Truth(b), fmt.Sprint(b)
	case p.Type == "object":
		v := m.object(3)
		j, _ := v.MarshalJSON()
		return v, string(j)
	}
	return value.Text("1,004원"), "1,004원"
}

func random(seed uint64, words []string) *maker {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 1)), strings: words}
	m.a.Params = value.ObjectOf()
	m.a.Mode = pick(m, "mode", wizard.ModeTest, wizard.ModeLive)
	m.a.SDK = pick(m, "sdk", wizard.V1, wizard.V2)
	m.a.Module = pick(m, "module", wizard.ModuleNew, wizard.ModuleOld)
	m.a.Type = pick(m, "type", wizard.TypeGeneral, wizard.TypeBilling, wizard.TypeAPIKeyin)
	if m.a.SDK == wizard.V2 {
		m.a.StoreID = pick(m, "store_id", "store-1", m.word()+"x")
	} else {
		m.a.UserCode = pick(m, "user_code", "imp10000001", m.word()+"x")
	}
	rows := slices.DeleteFunc(slices.Clone(wizard.ParamsOf(m.a.Call().Function)), func(p wizard.Param) bool { return p.Path == "storeId" })
	for _, i := range m.Perm(len(rows))[:m.IntN(len(rows))] {
		p := rows[i]
		if m.coin() {
			v, flag := m.param(p)
			m.a.Params = m.a.Params.With(p.Path, v)
			m.flag("params."+p.Path, flag)
		} else if m.coin() {
			m.a.Later = append(m.a.Later, p.Path)
			m.flag("later", p.Path)
		}
	}
	m.makers()
	if m.coin() {
		m.a.Options.Locale = pick(m, "options.locale", "ko", "en", "none")
		m.a.Options.Targets = []string{"html", "js"}
		m.flag("options.targets", "html, js")
		m.a.Options.Server = []string{wizard.PartCancel, wizard.PartPrepare}
		m.flag("options.server", "cancel, prepare")
		m.a.Options.Java = pick(m, "options.java", wizard.Java8, wizard.Java11)
	}
	return m
}

// makers puts a maker where a parameter is neither typed nor left for later.
func (m *maker) makers() {
	call := m.a.Call()
	free := func(name string) bool {
		return name != "" && m.a.Params.Get(name).IsAbsent() && !m.a.LeftOpen(name) && m.coin()
	}
	if free(call.OrderID) {
		m.a.Make.MerchantUID = &wizard.MakeOrderID{From: pick(m, "make."+call.OrderID+".from", "browser", "server")}
		m.a.Make.MerchantUID.Prefix = pick(m, "make."+call.OrderID+".prefix", "order", "090", "true", "")
	}
	if free(call.Redirect) {
		m.a.Make.MRedirectURL = &wizard.MakeRedirect{Path: pick(m, "make."+call.Redirect+".path", "/payments/redirect", "/결제/완료?a=1#b")}
	}
	names := map[string][2]string{wizard.RequestPay: {"period", "vbank_due"}, wizard.RequestPayment: {"offerPeriod", "dueDate"}}[call.Function]
	if free(call.Period) {
		m.a.Make.Period = &wizard.MakePeriod{Days: 30}
		m.flag("make."+names[0]+".days", "30")
	}
	if free(call.Due) {
		m.a.Make.VbankDue = &wizard.MakeVbankDue{Days: 3}
		m.flag("make."+names[1]+".days", "3")
	}
}

func TestTheSameAnswersByEveryWay(t *testing.T) {
	const first, count = 20261121, 1000
	t.Logf("seeds %d to %d", first, first+count-1)
	var words []string
	for _, s := range hostile(t) {
		if utf8.ValidString(s) && len(s) < 1000 {
			words = append(words, s)
		}
	}
	for seed := uint64(first); seed < first+count && !t.Failed(); seed++ {
		m := random(seed, words)
		what := fmt.Sprintf("seed %d", seed)
		checkForms(t, what, m.a)
		var a wizard.Answers
		for _, f := range m.flags {
			var found []wizard.Finding
			if a, found = answers.Set(a, f[0], f[1], text.En); len(found) > 0 {
				t.Fatalf("%s: %s=%q: %s", what, f[0], f[1], found[0].Message)
			}
		}
		if got, want := string(answers.JSON(a)), string(answers.JSON(m.a)); got != want {
			t.Errorf("%s, by flags:\n got %s\nwant %s", what, got, want)
		}
	}
}

func TestWhateverStandsUnderParamsComesThrough(t *testing.T) {
	words := []string{"name", "amount", "digital", "bypass", "notice_url", "smartro_v2", strings.Repeat("k", 1200), "1", "true", "", "<<", "a.b"}
	for seed := range uint64(300) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 2)), strings: words}
		checkForms(t, fmt.Sprintf("seed %d", seed), wizard.Answers{Params: m.object(5)})
	}
}
