package html

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// The template can print nothing that people typed but literals: every
// exported field and every method gives a literal, a switch or text of ours.
func TestTheTemplateGetsLiteralsOnly(t *testing.T) {
	harmless := []reflect.Type{reflect.TypeFor[js.Lit](), reflect.TypeFor[words](), reflect.TypeFor[text.Lang](),
		reflect.TypeFor[bool](), reflect.TypeFor[[]entry]()}
	looked := 0
	for _, of := range []reflect.Type{reflect.TypeFor[data](), reflect.TypeFor[entry]()} {
		for f := range of.Fields() {
			if looked++; f.IsExported() && !slices.Contains(harmless, f.Type) {
				t.Errorf("%s.%s is a %s", of.Name(), f.Name, f.Type)
			}
		}
		for m := range reflect.PointerTo(of).Methods() {
			if looked++; !slices.Contains(harmless, m.Type.Out(0)) {
				t.Errorf("%s.%s gives a %s", of.Name(), m.Name, m.Type.Out(0))
			}
		}
	}
	if looked < 25 {
		t.Errorf("looked at %d only", looked)
	}
}

// Sentences stand in comments, in strings and in HTML text: none may end one.
func TestSentencesFitTheirPlaces(t *testing.T) {
	quoted := strings.Split(source, `"code.`)[1:]
	for _, after := range quoted {
		id, _, _ := strings.Cut(after, `"`)
		for _, l := range text.Langs {
			s := text.Of(l, "code."+id)
			if !text.Has(l, "code."+id) || strings.ContainsAny(s, "\r\n\u2028\u2029<>&") {
				t.Errorf("code.%s in %s: %q", id, l, s)
			}
		}
	}
	if len(quoted) < 30 {
		t.Errorf("found %d sentences only", len(quoted))
	}
}

func BenchmarkGenerateHTML(b *testing.B) {
	a := wizard.Answers{Mode: wizard.ModeTest, UserCode: "imp10000001", Later: []string{"channelKey", "name", "amount", "buyer_tel", "buyer_email"},
		Make: wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"}, MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"}}}
	for b.Loop() {
		p, err := plan.New(a)
		if err == nil {
			_, err = Write(p)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
