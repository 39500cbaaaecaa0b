package snippets_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja"
	"golang.org/x/text/encoding/korean"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// field is a place at which text of people's reaches code, and where it comes
// out when the code runs.
type field struct {
	name string
	put  func(*wizard.Answers, string)
	out  string
}

func fields() []field {
	const params = "seen.requests[0].params."
	var all []field
	for _, row := range wizard.Params() {
		if strings.HasPrefix(row.Type, "string") && !slices.Contains([]string{"merchant_uid", "m_redirect_url", "vbank_due"}, row.Path) {
			all = append(all, field{row.Path, func(a *wizard.Answers, s string) { a.Params = a.Params.With(row.Path, value.Text(s)) }, params + row.Path})
		}
	}
	return append(all,
		field{"user_code", func(a *wizard.Answers, s string) { a.UserCode = s }, "seen.init[0][0]"},
		field{"tier_code", func(a *wizard.Answers, s string) { a.TierCode = s }, "seen.init[0][1]"},
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
		field{"unknown list", func(a *wizard.Answers, s string) {
			a.Params = a.Params.With("list", value.ListOf(value.Text(s), object(s, value.Text(s))))
		}, params + "list[0]"},
		field{"an unknown key", func(a *wizard.Answers, s string) {
			a.Params = value.ObjectOf(append(a.Params.Fields(), value.Field{Key: "=" + s, Value: value.Nothing()})...)
		}, "Object.keys(seen.requests[0].params).at(-1).slice(1)"},
	)
}

// typed are the fields that take the place of what is made.
func typed() []field {
	put := func(path string, clear func(*wizard.Make)) field {
		return field{path, func(a *wizard.Answers, s string) {
			clear(&a.Make)
			a.Params = a.Params.With(path, value.Text(s))
		}, "seen.requests[0].params." + path}
	}
	return []field{
		put("m_redirect_url", func(m *wizard.Make) { m.MRedirectURL = nil }),
		put("vbank_due", func(m *wizard.Make) { m.VbankDue = nil }),
	}
}

// structure is the page's elements and attributes, the script's text apart.
func structure(t *testing.T, body string) string {
	t.Helper()
	if strings.HasPrefix(body, "<%@") {
		page, err := served(body)
		if err != nil {
			t.Fatal(err)
		}
		body = page
	}
	elements, err := elementsOf(body)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range elements {
		b.WriteString(n.Data)
		for _, a := range n.Attr {
			b.WriteString(" " + a.Key + "=" + a.Val)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// outputs are the targets in both encodings, and a page for old browsers.
func outputs() map[string]wizard.Answers {
	all := map[string]wizard.Answers{}
	for _, encoding := range []string{wizard.EncodingUTF8, wizard.EncodingEUCKR} {
		a := with(func(a *wizard.Answers) { a.TierCode, a.Options.Encoding = "001", encoding })
		for _, target := range targets {
			all[target+" "+encoding] = a
		}
		a.Options.Syntax = wizard.SyntaxES5
		all["html "+encoding+" es5"] = a
	}
	return all
}

func TestHostileTextInEveryField(t *testing.T) {
	values := 0
	for name, a := range outputs() {
		t.Run(name, func(t *testing.T) {
			target, _, _ := strings.Cut(name, " ")
			exact, refused := hostileText(t, a, target)
			if n := len(fields()) + len(typed()); exact != 66*n || refused != 2*n {
				t.Errorf("%d exact, %d refused, want %d and %d", exact, refused, 66*n, 2*n)
			}
			values += exact + refused
			t.Logf("%d values exact, %d refused by name", exact, refused)
		})
	}
	t.Logf("%d values in %d fields and %d outputs", values, len(fields())+len(typed()), len(outputs()))
}

func hostileText(t *testing.T, base wizard.Answers, target string) (exact, refused int) {
	t.Helper()
	plain := structure(t, body(t, base, target))
	for _, h := range hostile.Strings(t) {
		if !utf8.ValidString(h.Text) {
			for _, f := range append(fields(), typed()...) {
				refused += refusedByName(t, h, base, f, target)
			}
			continue
		}
		for _, together := range groups(target) {
			a := base
			id, redirect := *base.Make.MerchantUID, *base.Make.MRedirectURL
			a.Make.MerchantUID, a.Make.MRedirectURL = &id, &redirect
			for _, f := range together {
				f.put(&a, h.Text)
			}
			exact += comeOut(t, h, a, target, plain, together)
		}
	}
	return exact, refused
}

// groups are the fields that are hostile at once. A JSP page has custom_data as
// one text, which must stay under what Java holds of one.
func groups(target string) [][]field {
	one := fields()
	if target != "jsp" {
		return [][]field{one, typed()}
	}
	i := slices.IndexFunc(one, func(f field) bool { return f.name == "a key of custom_data" })
	return [][]field{slices.Delete(slices.Clone(one), i, i+1), one[i : i+1], typed()}
}

func refusedByName(t *testing.T, h hostile.String, a wizard.Answers, f field, target string) int {
	t.Helper()
	id, redirect := *a.Make.MerchantUID, *a.Make.MRedirectURL
	a.Make.MerchantUID, a.Make.MRedirectURL = &id, &redirect
	f.put(&a, h.Text)
	_, err := snippets.Generate(a, target)
	if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.InvalidUTF8 || e.Path == "" || h.Exact {
		t.Errorf("%s in %s: %v", h.ID, f.name, err)
		return 0
	}
	return 1
}

// comeOut runs the code and counts the fields at which exactly the text came out.
func comeOut(t *testing.T, h hostile.String, a wizard.Answers, target, plain string, together []field) (exact int) {
	t.Helper()
	file := generate(t, a, target).Files[0]
	if err := honest(file); err != nil {
		t.Errorf("%s: %v", h.ID, err)
		return 0
	}
	if target == "html" || target == "jsp" {
		if got := structure(t, file.Body); got != plain {
			t.Errorf("%s: the page became\n%s", h.ID, got)
			return 0
		}
	}
	o := openBody(t, a, target, file.Body, world{})
	o.do("click()")
	if canary := o.vm.Get("CANARY"); canary != nil && !goja.IsUndefined(canary) {
		t.Errorf("%s: was executed", h.ID)
	}
	for _, f := range together {
		got := o.do(f.out)
		if _, text := got.(goja.String); !text || got.String() != h.Text || strings.ContainsRune(h.Text, utf8.RuneError) {
			t.Errorf("%s in %s: came out as %.80q", h.ID, f.name, got.String())
			continue
		}
		exact++
	}
	return exact
}

// honest reports a file that hides something from its reader, or that does not
// survive its encoding.
func honest(file snippets.File) error {
	for i, r := range file.Body {
		if (r < ' ' || r > '~') && r != '\n' && (!unicode.IsGraphic(r) || unicode.In(r, unicode.C, unicode.Zl, unicode.Zp)) {
			return fmt.Errorf("raw %U at byte %d", r, i)
		}
	}
	raw, err := file.Bytes()
	if err != nil || file.Encoding == "" {
		return err
	}
	back, err := korean.EUCKR.NewDecoder().Bytes(raw)
	if err == nil && string(back) != file.Body {
		err = errors.New("reads differently in its encoding")
	}
	return err
}
