package rulebook

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Schedules are taken back by a list of numbers; no other call takes one.
func TestListsOfOrderNumbersAreJudgedOneByOne(t *testing.T) {
	const back = "POST /subscribe/payments/unschedule"
	list := func(numbers ...string) value.Value {
		var items []value.Value
		for _, n := range numbers {
			items = append(items, value.Text(n))
		}
		return value.ListOf(items...)
	}
	for _, tc := range []struct {
		name, function string
		number         value.Value
		want           []string
	}{
		{"sound numbers", back, list("order1", "order2"), nil},
		{"one with a line", back, list("order1", "order_2"), []string{"merchant-uid-charset params.merchant_uid.1"}},
		{"one that is long", back, list(strings.Repeat("a", 41)), []string{"merchant-uid-length params.merchant_uid.0"}},
		{"one that is no list", back, value.Text("order_1"), []string{"merchant-uid-charset params.merchant_uid"}},
		{"a list where one number goes", "POST /payments/prepare", list("order1"), []string{"merchant-uid-charset params.merchant_uid"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := load(t, "v1-overlays.yaml").base(t, "rest_schedule")
			c.Facts["rest.path"] = value.Text(strings.TrimPrefix(tc.function, "POST "))
			c.Requests = []wizard.Request{{Function: tc.function, Params: value.ObjectOf(value.Field{Key: "merchant_uid", Value: tc.number})}}
			var got []string
			for _, f := range Judge(c, text.En) {
				if strings.HasPrefix(f.Rule, "merchant-uid") {
					got = append(got, f.Rule+" "+f.Path)
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}
