//go:build e2e

// Package commands runs the commands of the curl target in real shells against
// the fake API: each of them, wrong uses, hostile values, and what another user
// of the machine could read on a command line.
package commands

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/e2e/proof"
	"smartro-wizard/e2e/servers"
	"smartro-wizard/snippets"
	"smartro-wizard/snippets/hostile"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

var shells = []string{"dash", "bash"}

// desk is a script with the API that it asks.
type desk struct {
	api    *fakeapi.API
	shell  string
	script string
	bin    string // a curl that writes its arguments down
	env    []string
}

// sitDown writes the script of a variant and puts a listening curl before the
// real one.
func sitDown(t *testing.T, shell, variant string, change func(*wizard.Answers)) *desk {
	t.Helper()
	all := servers.Variants()
	v := all[slices.IndexFunc(all, func(v servers.Variant) bool { return v.Name == variant })]
	a, found := answers.Decode("answers.yaml", []byte(v.Answers()), text.En)
	if len(found) > 0 {
		t.Fatal(found)
	}
	if change != nil {
		change(&a)
	}
	out, err := snippets.Generate(a, "curl")
	if err != nil {
		t.Fatal(err)
	}
	real, err := exec.LookPath("curl")
	if err != nil {
		t.Fatalf("curl is needed for this test: %v", err)
	}
	d := &desk{api: fakeapi.Start(t), shell: shell, bin: t.TempDir()}
	d.script = filepath.Join(d.bin, "portone.sh")
	listening := "#!/bin/sh\nprintf '%s\\n' \"$@\" >> '" + d.bin + "/arguments'\nexec '" + real + "' \"$@\"\n"
	for name, body := range map[string]string{"portone.sh": out.Files[0].Body, "curl": listening} {
		if err := os.WriteFile(filepath.Join(d.bin, name), []byte(body), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	d.env = []string{"IMP_KEY=" + fakeapi.Key, "IMP_SECRET=" + fakeapi.Secret}
	return d
}

// said is what a command printed and how it ended.
type said struct {
	out, err string
	code     int
}

func (d *desk) run(t *testing.T, args ...string) said {
	t.Helper()
	cmd := exec.Command(d.shell, append([]string{d.script}, args...)...)
	cmd.Env = append(os.Environ(), "PATH="+d.bin+":"+os.Getenv("PATH"), "PORTONE_API_BASE="+d.api.URL, "PORTONE_TIMEOUT_MS=1000")
	cmd.Env = append(cmd.Env, d.env...)
	cmd.Dir = t.TempDir()
	var out, err bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &err
	ran := cmd.Run()
	var exit *exec.ExitError
	if ran != nil && !errors.As(ran, &exit) {
		t.Fatal(ran)
	}
	left, _ := os.ReadDir(cmd.Dir)
	if len(left) > 0 {
		t.Errorf("%v leaves %v behind", args, left)
	}
	return said{out.String(), err.String(), cmd.ProcessState.ExitCode()}
}

// overheard is all that stood on a command line.
func (d *desk) overheard(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(d.bin, "arguments"))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// secret fails if what must not be seen was printed or stood on a command line.
func (d *desk) secret(t *testing.T, all ...said) {
	t.Helper()
	hidden := []string{fakeapi.Key, fakeapi.Secret}
	for _, c := range d.api.Calls() {
		if token := strings.TrimPrefix(c.Header.Get("Authorization"), "Bearer "); token != "" {
			hidden = append(hidden, token)
		}
	}
	seen := d.overheard(t)
	for _, s := range all {
		seen += s.out + s.err
	}
	for _, h := range hidden {
		if strings.Contains(seen, h) {
			t.Errorf("a secret was seen: %.40s", h)
		}
	}
}

func (d *desk) channel(mode wizard.Mode, typ wizard.Type) fakeapi.Channel {
	return d.api.Channel(mode, wizard.ModuleNew, typ)
}

func soon(d time.Duration) string { return fmt.Sprint(time.Now().Add(d).Unix()) }

// Every command is run as its usage says, against what it is for.
func TestEveryCommandDoesWhatItSays(t *testing.T) {
	refund := []string{"REFUND_HOLDER=홍길동", "REFUND_BANK=088", "REFUND_ACCOUNT=110123456789", "REFUND_TEL=01012345678"}
	var address []string
	for _, who := range []string{"SENDER", "RECEIVER"} {
		for _, what := range []string{"NAME=상점", "TEL=02-1", "POSTCODE=06164", "ADDRESS_1=서울 \"강남\"", "ADDRESS_2=1층"} {
			address = append(address, who+"_"+what)
		}
	}
	ran := 0
	for _, tc := range []struct {
		variant string
		make    func(d *desk) fakeapi.Payment
		env     []string
		runs    [][]string
		asks    []string // endpoints, tokens left out
	}{
		{"card", sold("card", true), nil, [][]string{
			{"token"}, {"channels"}, {"payment", "IMP"}, {"order", "order1"}, {"prepare", "fresh1", "1004"},
			{"cancel", "IMP", "1004", "고객 \"변심\" \\ 100%", "400"}, {"cancel", "IMP", "604", "나머지"},
			{"account", "fresh2", "088", soon(48 * time.Hour), "홍길동", "5000"}, {"close", "LAST"},
		}, []string{"users-pg", "get-payment", "find-by-merchant-uid", "prepare-post", "cancel", "cancel", "vbank-issue", "vbank-revoke"}},
		{"live", sold("card", false), nil, [][]string{{"payment", "IMP"}, {"cancel", "IMP", "1004", "변심"}}, []string{"get-payment", "cancel"}},
		{"vbank", sold("vbank", true), refund, [][]string{{"receipt", "IMP", "01012345678", "person"}, {"unreceipt", "IMP"}, {"cancel", "IMP", "1004", "변심"}},
			[]string{"receipt-post", "receipt-delete", "cancel"}},
		{"billing", registered, nil, [][]string{{"card"}, {"again", "again1"}, {"again", "again2", "8900"}, {"schedule", "later1", soon(time.Hour), "8900"}, {"unschedule", "later1"}},
			[]string{"customer-get", "again", "again", "schedule-post", "unschedule"}},
		{"escrow", sold("card", true), address, [][]string{{"payment", "IMP"}, {"delivery", "IMP", "CJGLS", "1234", soon(0)}}, []string{"get-payment", "escrow-post"}},
	} {
		for _, shell := range shells {
			t.Run(shell+"/"+tc.variant, func(t *testing.T) {
				d := sitDown(t, shell, tc.variant, nil)
				p := tc.make(d)
				d.env = append(d.env, tc.env...)
				var all []said
				for _, args := range tc.runs {
					last, _ := d.api.Last()
					for i := range args {
						args[i] = strings.NewReplacer("IMP", p.ImpUID, "LAST", last.ImpUID).Replace(args[i])
					}
					s := d.run(t, args...)
					if all = append(all, s); s.code != 0 || s.err != "" {
						t.Errorf("%v ends with %d and says %s%s", args, s.code, s.out, s.err)
					}
				}
				var asked []string
				for _, c := range d.api.Calls() {
					if c.ID != "get-token" {
						asked = append(asked, c.ID)
					}
				}
				if !slices.Equal(asked, tc.asks) {
					t.Errorf("asked %v, want %v", asked, tc.asks)
				}
				d.secret(t, all...)
				ran += len(all)
			})
		}
	}
	proof.Note(t, "curl", "commands", []string{proof.Tool(t, "curl", "--version"), strings.Join(shells, ", ")}, map[string]int{"commands": ran})
}

func sold(method string, test bool) func(d *desk) fakeapi.Payment {
	return func(d *desk) fakeapi.Payment {
		tier := ""
		escrow := strings.Contains(readAll(d.script), "delivery)")
		if escrow {
			tier = "001"
		}
		return d.api.Add(fakeapi.Payment{MerchantUID: "order1", Amount: 1004, PayMethod: method, Sandbox: test, Escrow: escrow, Tier: tier})
	}
}

func registered(d *desk) fakeapi.Payment {
	d.api.Register(fakeapi.BillingKey{UID: "user1001card1", Channel: d.channel(wizard.ModeTest, wizard.TypeBilling)})
	return fakeapi.Payment{}
}

func readAll(name string) string {
	raw, _ := os.ReadFile(name)
	return string(raw)
}

// What is not right ends with another code than 0, and asks for nothing that
// it should not.
func TestWrongUsesEndBadly(t *testing.T) {
	d := sitDown(t, "sh", "billing", nil)
	registered(d)
	p := d.api.Add(fakeapi.Payment{MerchantUID: "order1", Amount: 1004, Sandbox: true})
	for _, tc := range []struct {
		name string
		args []string
		code int
		asks int // calls of PortOne
	}{
		{"nothing", nil, 2, 0},
		{"a command that is none", []string{"pay"}, 2, 0},
		{"a command of another payment", []string{"delivery", "a", "b", "c", "1"}, 2, 0},
		{"too little", []string{"payment"}, 2, 0},
		{"too much", []string{"payment", "a", "b"}, 2, 0},
		{"a path", []string{"payment", "../users/pg"}, 1, 0},
		{"a query", []string{"payment", "imp_1?x"}, 1, 0},
		{"an order number with a line", []string{"again", "order_1"}, 1, 0},
		{"an order number of 41", []string{"again", strings.Repeat("a", 41)}, 1, 0},
		{"an amount of none", []string{"cancel", p.ImpUID, "1004", "변심", "0"}, 1, 0},
		{"an amount that is none", []string{"cancel", p.ImpUID, "1004", "변심", "1e3"}, 1, 0},
		{"an amount that runs", []string{"again", "order2", "1}$(touch x)"}, 1, 0},
		{"a rest that is empty", []string{"cancel", p.ImpUID, "", "변심"}, 1, 0},
		{"a reason that is empty", []string{"cancel", p.ImpUID, "1004", ""}, 1, 0},
		{"a rest of yesterday", []string{"cancel", p.ImpUID, "2008", "변심"}, 1, 2},
		{"an unknown payment", []string{"payment", "imp_999999999999"}, 1, 2},
		{"a time that is past", []string{"schedule", "later1", "1700000000"}, 1, 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			before := len(d.api.Calls())
			s := d.run(t, tc.args...)
			if asked := len(d.api.Calls()) - before; s.code != tc.code || s.err == "" || asked != tc.asks {
				t.Errorf("ends with %d, asks %d times and says %s%s", s.code, asked, s.out, s.err)
			}
		})
	}
	if p, _ := d.api.Payment(p.ImpUID); p.Status != fakeapi.Paid {
		t.Errorf("the payment is %s", p.Status)
	}
}

func TestTroubleEndsBadly(t *testing.T) {
	for name, tc := range map[string]struct {
		id string
		do fakeapi.Fault
	}{
		"down":          {"get-payment", fakeapi.Down()},
		"slow":          {"get-payment", fakeapi.Slow(time.Minute)},
		"HTML":          {"get-payment", fakeapi.HTML(200)},
		"a code":        {"get-payment", fakeapi.Says(200, "application/json", `{"code":1,"message":"점검","response":null}`)},
		"a deep code":   {"get-payment", fakeapi.Says(200, "application/json", `{"message":"\"code\":0","code":1}`)},
		"a redirect":    {"get-payment", fakeapi.Redirect("/users/pg")},
		"no token":      {"get-token", fakeapi.Unauthorized()},
		"token as HTML": {"get-token", fakeapi.HTML(200)},
	} {
		t.Run(name, func(t *testing.T) {
			d := sitDown(t, "sh", "card", nil)
			p := sold("card", true)(d)
			d.api.Break(tc.id, 0, tc.do)
			s := d.run(t, "payment", p.ImpUID)
			if s.code == 0 || s.err == "" {
				t.Errorf("ends with %d and says %s%s", s.code, s.out, s.err)
			}
			d.secret(t, s)
		})
	}
}

func TestKeysComeFromTheEnvironmentOnly(t *testing.T) {
	for _, env := range [][]string{{}, {"IMP_KEY=" + fakeapi.Key}, {"IMP_KEY=" + fakeapi.Key, "IMP_SECRET="}} {
		d := sitDown(t, "sh", "card", nil)
		d.env = append([]string{"IMP_KEY=", "IMP_SECRET="}, env...)
		s := d.run(t, "token")
		if s.code != 1 || !strings.Contains(s.err, "IMP_SECRET") || len(d.api.Calls()) != 0 {
			t.Errorf("%v: ends with %d and says %s", env, s.code, s.err)
		}
	}
}

// charged is what a charge carries of the answers, by the names of the API.
var charged = map[string]string{"name": "name", "buyer_name": "buyer_name", "buyer_email": "buyer_email", "buyer_tel": "buyer_tel", "customer_uid": "customer_uid"}

// held reports whether a shell can hold a text, and whether it is one that is
// sent at all.
func held(text string) bool {
	return utf8.ValidString(text) && !strings.Contains(text, "\x00") && text != ""
}

// tooLong reports whether a body with the text is longer than a line that curl
// takes from standard input, 100 KiB.
func tooLong(text string) bool { return len(text) > 10_000 }

// Whatever was typed reaches PortOne as it was typed.
func TestHostileValuesReachPortOneExactly(t *testing.T) {
	for _, shell := range shells {
		t.Run(shell, func(t *testing.T) {
			exact, refused := 0, 0
			for _, h := range hostile.Strings(t) {
				fill := func(a *wizard.Answers) {
					for _, param := range charged {
						a.Params = a.Params.With(param, value.Text(h.Text))
					}
				}
				if !held(h.Text) {
					refused++
					continue
				}
				d := sitDown(t, shell, "billing", fill)
				s := d.run(t, "again", "hostile1")
				calls := d.api.Calls("again")
				if tooLong(h.Text) && s.code != 0 && len(calls) == 0 {
					refused++
					continue
				}
				if len(calls) != 1 {
					t.Errorf("%s: ends with %d and says %s%s", h.ID, s.code, s.out, s.err)
					continue
				}
				for field := range charged {
					if got := calls[0].Field(field); got != h.Text {
						t.Errorf("%s: %s came as %.80q, want %.80q", h.ID, field, got, h.Text)
						continue
					}
					exact++
				}
			}
			fmt.Printf("counts: curl in %s: %d hostile values exact, %d texts that a shell or curl cannot hold\n", shell, exact, refused)
			if exact < 200 {
				t.Errorf("%d values exact", exact)
			}
		})
	}
}

// What an operator types is as safe as what stood in the answers.
func TestHostileArgumentsReachPortOneExactly(t *testing.T) {
	d := sitDown(t, "sh", "card", nil)
	p := sold("card", true)(d)
	exact := 0
	for _, h := range hostile.Strings(t) {
		if !held(h.Text) {
			continue
		}
		d.env = []string{"IMP_KEY=" + fakeapi.Key, "IMP_SECRET=" + fakeapi.Secret, "REFUND_HOLDER=" + h.Text}
		if s := d.run(t, "cancel", p.ImpUID, "1", h.Text); tooLong(h.Text) && s.code > 1 { // the rest is wrong, so that nothing is cancelled
			continue
		}
		calls := d.api.Calls("cancel")
		last := calls[len(calls)-1]
		if last.Field("reason") != h.Text || last.Field("refund_holder") != h.Text || !json.Valid(last.Body) {
			t.Errorf("%s came as %.200s", h.ID, last.Body)
			continue
		}
		exact++
	}
	if t.Logf("%d arguments exact", exact); exact < 50 {
		t.Errorf("%d arguments exact", exact)
	}
}
