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

// notHere are the parameters that are made, which have fields of their own.
func notHere(call wizard.Call) []string {
	return []string{call.OrderID, call.Redirect, call.Due, "storeId"}
}

// custom is what a call takes of the shop's own.
func custom(call wizard.Call) string {
	if call.SDK() == wizard.V2 {
		return "customData"
	}
	return "custom_data"
}

func fields(call wizard.Call) []field {
	const params = "seen.requests[0].params."
	var all []field
	for _, row := range wizard.ParamsOf(call.Function) {
		if strings.HasPrefix(row.Type, "string") && !slices.Contains(notHere(call), row.Path) {
			all = append(all, field{row.Path, func(a *wizard.Answers, s string) { a.Params = a.Params.With(row.Path, value.Text(s)) }, params + row.Path})
		}
	}
	digits := "-32"
	if call.Maker(call.OrderID) == wizard.MakerIssueID {
		digits = "-16"
	}
	own := custom(call)
	return append(append(all, setupFields(call)...),
		field{"prefix", func(a *wizard.Answers, s string) { a.Make.MerchantUID.Prefix = s }, params + call.OrderID + ".slice(0, " + digits + ")"},
		field{"path", func(a *wizard.Answers, s string) { a.Make.MRedirectURL.Path = s }, params + call.Redirect + ".slice(location.origin.length)"},
		field{own + ".list.0", func(a *wizard.Answers, s string) {
			a.Params = a.Params.With(own+".list", value.ListOf(value.Text(s)))
		}, params + own + ".list[0]"},
		field{"a key of " + own, func(a *wizard.Answers, s string) {
			custom := value.ObjectOf(append(a.Params.Get(own).Fields(), value.Field{Key: s, Value: value.Nothing()})...)
			a.Params = a.Params.With(own, custom)
		}, "Object.keys(" + params + own + ").find((key) => key !== 'list')"},
		field{"unknown", func(a *wizard.Answers, s string) { a.Params = a.Params.With("unknown", value.Text(s)) }, params + "unknown"},
		field{"unknown list", func(a *wizard.Answers, s string) {
			a.Params = a.Params.With("list", value.ListOf(value.Text(s), object(s, value.Text(s))))
		}, params + "list[0]"},
		field{"an unknown key", func(a *wizard.Answers, s string) {
			a.Params = value.ObjectOf(append(a.Params.Fields(), value.Field{Key: "=" + s, Value: value.Nothing()})...)
		}, "Object.keys(seen.requests[0].params).at(-1).slice(1)"},
	)
}

func setupFields(call wizard.Call) []field {
	if call.SDK() == wizard.V2 {
		return []field{{"store_id", func(a *wizard.Answers, s string) { a.StoreID = s }, "seen.requests[0].params.storeId"}}
	}
	return []field{
		{"user_code", func(a *wizard.Answers, s string) { a.UserCode = s }, "seen.init[0][0]"},
		{"tier_code", func(a *wizard.Answers, s string) { a.TierCode = s }, "seen.init[0][1]"},
	}
}

// typed are the fields that take the place of what is made.
func typed(call wizard.Call) []field {
	put := func(path string, clear func(*wizard.Make)) field {
		return field{path, func(a *wizard.Answers, s string) {
			clear(&a.Make)
			a.Params = a.Params.With(path, value.Text(s))
		}, "seen.requests[0].params." + path}
	}
	all := []field{put(call.Redirect, func(m *wizard.Make) { m.MRedirectURL = nil })}
	if call.Due != "" {
		all = append(all, put(call.Due, func(m *wizard.Make) { m.VbankDue = nil }))
	}
	return all
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

// outputsV2 are the same of V2, and of its window for cards to come.
func outputsV2() map[string]wizard.Answers {
	all := map[string]wizard.Answers{}
	for _, target := range targets {
		all[target+" v2"] = cardV2()
	}
	all["html v2 billing"], all["ts v2 billing"] = withV2(billingV2), withV2(billingV2)
	return all
}

func TestHostileTextInEveryField(t *testing.T) { everyField(t, outputs()) }

func TestHostileTextInEveryFieldOfV2(t *testing.T) { everyField(t, outputsV2()) }

func everyField(t *testing.T, outputs map[string]wizard.Answers) {
	t.Helper()
	values, most := 0, 0
	for name, a := range outputs {
		t.Run(name, func(t *testing.T) {
			target, _, _ := strings.Cut(name, " ")
			exact, refused := hostileText(t, a, target)
			n := len(fields(a.Call())) + len(typed(a.Call()))
			if exact != 66*n || refused != 2*n {
				t.Errorf("%d exact, %d refused, want %d and %d", exact, refused, 66*n, 2*n)
			}
			values, most = values+exact+refused, max(most, n)
			t.Logf("%d values exact, %d refused by name", exact, refused)
		})
	}
	t.Logf("%d values in up to %d fields and %d outputs", values, most, len(outputs))
}

func hostileText(t *testing.T, base wizard.Answers, target string) (exact, refused int) {
	t.Helper()
	plain := structure(t, body(t, base, target))
	for _, h := range hostile.Strings(t) {
		if !utf8.ValidString(h.Text) {
			for _, f := range append(fields(base.Call()), typed(base.Call())...) {
				refused += refusedByName(t, h, base, f, target)
			}
			continue
		}
		for _, together := range groups(target, base.Call()) {
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

// groups are the fields that are hostile at once. A JSP page has the shop's own
// object as one text, which must stay under what Java holds of one.
func groups(target string, call wizard.Call) [][]field {
	one := fields(call)
	if target != "jsp" {
		return [][]field{one, typed(call)}
	}
	i := slices.IndexFunc(one, func(f field) bool { return f.name == "a key of "+custom(call) })
	return [][]field{slices.Delete(slices.Clone(one), i, i+1), one[i : i+1], typed(call)}
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
