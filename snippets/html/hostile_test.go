package html_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/html"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// field is a place at which text of people's reaches the page, and where it
// comes out when the page runs.
type field struct {
	name string
	put  func(*wizard.Answers, string)
	out  string
}

func fields() []field {
	const params = "seen.requests[0].params."
	var all []field
	for _, row := range wizard.Params() {
		if strings.HasPrefix(row.Type, "string") && row.Path != "merchant_uid" && row.Path != "m_redirect_url" {
			all = append(all, field{row.Path, func(a *wizard.Answers, s string) { a.Params = a.Params.With(row.Path, value.Text(s)) }, params + row.Path})
		}
	}
	return append(all,
		field{"user_code", func(a *wizard.Answers, s string) { a.UserCode = s }, "seen.agency[0][0]"},
		field{"tier_code", func(a *wizard.Answers, s string) { a.TierCode = s }, "seen.agency[0][1]"},
		field{"prefix", func(a *wizard.Answers, s string) { a.Make.MerchantUID.Prefix = s }, params + "merchant_uid.slice(0, -32)"},
		field{"path", func(a *wizard.Answers, s string) { a.Make.MRedirectURL.Path = s }, params + "m_redirect_url.slice(location.origin.length)"},
		field{"custom_data.list.0", func(a *wizard.Answers, s string) {
			a.Params = a.Params.With("custom_data.list", value.ListOf(value.Text(s)))
		}, params + "custom_data.list[0]"},
		field{"a key of custom_data", func(a *wizard.Answers, s string) {
			custom := value.ObjectOf(append(a.Params.Get("custom_data").Fields(), value.Field{Key: s, Value: value.Nothing()})...)
			a.Params = a.Params.With("custom_data", custom)
		}, "Object.keys(" + params + "custom_data).find((key) => key !== 'list')"},
		field{"unknown", func(a *wizard.Answers, s string) { a.Params = a.Params.With("unknown", value.Text(s)) }, params + "unknown"},
		field{"an unknown key", func(a *wizard.Answers, s string) {
			a.Params = value.ObjectOf(append(a.Params.Fields(), value.Field{Key: "=" + s, Value: value.Nothing()})...)
		}, "Object.keys(seen.requests[0].params).at(-1).slice(1)"},
	)
}

// typedURL takes the place of the made address, so it has pages of its own.
var typedURL = field{"m_redirect_url", func(a *wizard.Answers, s string) {
	a.Make.MRedirectURL = nil
	a.Params = a.Params.With("m_redirect_url", value.Text(s))
}, "seen.requests[0].params.m_redirect_url"}

// structure is the page's elements and attributes, the script's text apart.
func structure(t *testing.T, body string) string {
	var b strings.Builder
	for _, n := range elementsOf(t, body) {
		b.WriteString(n.Data)
		for _, a := range n.Attr {
			b.WriteString(" " + a.Key + "=" + a.Val)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func agency() wizard.Answers { return with(func(a *wizard.Answers) { a.TierCode = "001" }) }

func TestHostileTextInEveryField(t *testing.T) {
	plain := structure(t, body(t, agency()))
	exact, refused := 0, 0
	for _, h := range hostile.Strings(t) {
		text := h.Text
		if !utf8.ValidString(text) {
			for _, f := range append(fields(), typedURL) {
				refusedByName(t, h, f, text)
				refused++
			}
			continue
		}
		for _, together := range [][]field{fields(), {typedURL}} {
			a := agency()
			for _, f := range together {
				f.put(&a, text)
			}
			exact += comeOut(t, h.ID, body(t, a), plain, together, text)
		}
	}
	t.Logf("%d fields: %d values exact, %d refused by name", len(fields())+1, exact, refused)
	if want := 66 * (len(fields()) + 1); exact != want || refused != 2*(len(fields())+1) {
		t.Errorf("%d exact, %d refused, want %d and the rest", exact, refused, want)
	}
}

func refusedByName(t *testing.T, h hostile.String, f field, text string) {
	t.Helper()
	a := agency()
	f.put(&a, text)
	p, err := plan.New(a)
	if err == nil {
		_, err = html.Write(p)
	}
	if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.InvalidUTF8 || e.Path == "" || h.Exact {
		t.Errorf("%s in %s: %v", h.ID, f.name, err)
	}
}

// comeOut runs the page and counts the fields at which exactly want came out.
func comeOut(t *testing.T, name, page, plain string, together []field, want string) (exact int) {
	t.Helper()
	if got := structure(t, page); got != plain {
		t.Errorf("%s: the page became\n%s", name, got)
		return 0
	}
	for i, r := range page {
		if r != '\n' && (!unicode.IsGraphic(r) || unicode.In(r, unicode.C, unicode.Zl, unicode.Zp)) {
			t.Errorf("%s: raw %U at byte %d", name, r, i)
			return 0
		}
	}
	o := open(t, page, "", false)
	o.do("click()")
	if canary := o.vm.Get("CANARY"); canary != nil && !goja.IsUndefined(canary) {
		t.Errorf("%s: was executed", name)
	}
	units := utf16.Encode([]rune(want))
	for _, f := range together {
		got, ok := o.do(f.out).(goja.String)
		if !ok || !slices.Equal(unitsOf(got), units) {
			t.Errorf("%s in %s: came out as %.80q", name, f.name, o.do(f.out).String())
			continue
		}
		exact++
	}
	return exact
}

func unitsOf(s goja.String) []uint16 {
	units := make([]uint16, s.Length())
	for i := range units {
		units[i] = s.CharAt(i)
	}
	return units
}
