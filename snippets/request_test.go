package snippets_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
)

const (
	origin = "https://shop.example.com"
	today  = "2026-11-21"
)

// sends runs a target and judges what reaches the SDK: one init, and the
// Request after a click.
func sends(t *testing.T, a wizard.Answers, target string) {
	t.Helper()
	o := open(t, a, target, world{})
	o.do("click()")
	if n := o.count("seen.requests"); n != 1 {
		t.Fatalf("%d requests, want 1; errors %v", n, o.do("seen.errors").Export())
	}
	var raw string
	o.read("seen.requests[0].json", &raw)
	got := map[string]any{}
	if err := json.Unmarshal([]byte(raw), &got); err != nil {
		t.Fatal(err)
	}
	if want := want.Request(t, a, origin, got); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	var init [][]string
	if o.read("seen.init", &init); !reflect.DeepEqual(init, want.Init(a)) {
		t.Errorf("init and agency were called with %v, want %v", init, want.Init(a))
	}
}

func TestTheRequestIsExactlyTheAnswers(t *testing.T) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) { all(t, tt.answers, sends) })
	}
}

func TestOrderOfParameters(t *testing.T) {
	all(t, card(), func(t *testing.T, a wizard.Answers, target string) {
		o := open(t, a, target, world{})
		o.do("click()")
		var keys []string
		o.read("Object.keys(seen.requests[0].params)", &keys)
		want := "channelKey pay_method merchant_uid name amount buyer_tel m_redirect_url"
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}

func nameOf(p sample.Place) string {
	return strings.Join([]string{string(p.Mode), string(p.Module), string(p.Type), string(p.Method)}, "-")
}

// The documents have 17 pairs of channel and pay method, in two modes.
func TestEveryWindow(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 2))
	count := 0
	for _, p := range sample.Places() {
		t.Run(nameOf(p), func(t *testing.T) {
			a := sample.Valid(random, p, today)
			a.Options.Page = []string{"", wizard.PageNew, wizard.PageV1}[random.IntN(3)]
			a.Options.Encoding = []string{"", wizard.EncodingUTF8, wizard.EncodingEUCKR}[random.IntN(3)]
			all(t, a, func(t *testing.T, a wizard.Answers, target string) {
				sends(t, a, target)
				count++
			})
		})
	}
	if t.Logf("%d windows opened", count); count != 34*(len(targets)+2) {
		t.Errorf("%d windows, want 34 in each of %d targets and 2 of them in ES5 too", count, len(targets))
	}
}

// Every parameter with every method that allows it: in each target together
// with whatever else is allowed, and in one of them, by turns, among few.
func TestEveryParameter(t *testing.T) {
	random := rand.New(rand.NewPCG(33, 17))
	var every []string
	for _, row := range wizard.Params() {
		every = append(every, row.Path)
	}
	few, together, seen := 0, 0, map[string]bool{}
	for _, p := range sample.Places() {
		t.Run(nameOf(p), func(t *testing.T) {
			for _, row := range wizard.Params() {
				if !row.Allows(p.Module, p.Type, p.Method) || p.Mode != wizard.ModeTest {
					continue
				}
				target := targets[few%len(targets)]
				a := sample.Valid(random, p, today, row.Path)
				t.Run(row.Path+"/"+target, func(t *testing.T) { sends(t, a, target) })
				few++
				seen[row.Path] = true
			}
			all(t, sample.Valid(random, p, today, every...), sends)
			together += len(targets) + 2
		})
	}
	// The documents have 33 parameters.
	if t.Logf("%d parameters: %d requests for one of them, %d with all that are allowed", len(seen), few, together); len(seen) != 33 {
		t.Errorf("%d parameters, want 33", len(seen))
	}
}
