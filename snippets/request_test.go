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
	if a.SDK == wizard.V2 {
		if name := "PortOne." + o.do("seen.requests[0].name").String(); name != a.Call().Function {
			t.Errorf("%s was called, want %s", name, a.Call().Function)
		}
	}
	var init [][]string
	if o.read("seen.init", &init); !reflect.DeepEqual(init, want.Init(a)) {
		t.Errorf("init and agency were called with %v, want %v", init, want.Init(a))
	}
}

func TestTheRequestIsExactlyTheAnswers(t *testing.T) {
	for _, tt := range pageCases {
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

// The documents have 17 pairs of channel and pay method in V1 and 10 in V2, in
// two modes.
func TestEveryWindow(t *testing.T) {
	everyWindow(t, wizard.V1, 34, wizard.PageNew, wizard.PageV1)
}

func TestEveryWindowOfV2(t *testing.T) { everyWindow(t, wizard.V2, 20, wizard.PageNew, "") }

func everyWindow(t *testing.T, sdk wizard.SDK, windows int, pages ...string) {
	t.Helper()
	random := rand.New(rand.NewPCG(17, 2))
	count := 0
	for _, p := range sample.PlacesIn(sdk) {
		t.Run(nameOf(p), func(t *testing.T) {
			a := sample.Valid(random, p, today)
			a.Options.Page = append([]string{""}, pages...)[random.IntN(3)]
			a.Options.Encoding = []string{"", wizard.EncodingUTF8, wizard.EncodingEUCKR}[random.IntN(3)]
			all(t, a, func(t *testing.T, a wizard.Answers, target string) {
				sends(t, a, target)
				count++
			})
		})
	}
	if t.Logf("%d windows opened", count); count != windows*(len(targets)+2) {
		t.Errorf("%d windows, want %d in each of %d targets and 2 of them in ES5 too", count, windows, len(targets))
	}
}

// Every parameter with every method that allows it: in each target together
// with whatever else is allowed, and in one of them, by turns, among few. The
// documents have 33 parameters of V1, and of V2 40 to pay and 21 to register.
func TestEveryParameter(t *testing.T) { everyParameter(t, wizard.V1, 33) }

func TestEveryParameterOfV2(t *testing.T) { everyParameter(t, wizard.V2, 40+21) }

func everyParameter(t *testing.T, sdk wizard.SDK, want int) {
	t.Helper()
	random := rand.New(rand.NewPCG(33, 17))
	few, together, seen := 0, 0, map[string]bool{}
	for _, p := range sample.PlacesIn(sdk) {
		call := wizard.FunctionOf(sdk, p.Type)
		t.Run(nameOf(p), func(t *testing.T) {
			var every []string
			for _, row := range wizard.ParamsOf(call) {
				every = append(every, row.Path)
				if !row.Allows(p.Module, p.Type, p.Method) || p.Mode != wizard.ModeTest {
					continue
				}
				target := targets[few%len(targets)]
				a := sample.Valid(random, p, today, row.Path)
				t.Run(row.Path+"/"+target, func(t *testing.T) { sends(t, a, target) })
				few++
				seen[call+" "+row.Path] = true
			}
			all(t, sample.Valid(random, p, today, every...), sends)
			together += len(targets) + 2
		})
	}
	if t.Logf("%d parameters: %d requests for one of them, %d with all that are allowed", len(seen), few, together); len(seen) != want {
		t.Errorf("%d parameters, want %d", len(seen), want)
	}
}
