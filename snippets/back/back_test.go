package back

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// A template can print nothing that people typed but literals: every exported
// field and every method gives a literal, a switch or text of ours.
func TestTemplatesGetLiteralsOnly(t *testing.T) {
	harmless := []reflect.Type{reflect.TypeFor[Lit](), reflect.TypeFor[Words](), reflect.TypeFor[text.Lang](),
		reflect.TypeFor[bool](), reflect.TypeFor[[]Entry](), reflect.TypeFor[Entry]()}
	looked := 0
	for _, of := range []reflect.Type{reflect.TypeFor[Data](), reflect.TypeFor[Entry]()} {
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
	if looked < 60 {
		t.Errorf("looked at %d only", looked)
	}
}

// The path becomes a route, and text of ours: it has to be plain.
func TestReturnPath(t *testing.T) {
	for path, want := range map[string]Words{
		"/payments/redirect": "/payments/redirect", "/order/done_2": "/order/done_2", "": usualReturn, "/": usualReturn,
		"//evil.example": usualReturn, "/a/": usualReturn, "/a?b=1": usualReturn, "/:id": usualReturn, "/결제": usualReturn,
		"/a\"b": usualReturn, "/a.php": usualReturn, "/_a": usualReturn, "/payments/complete": usualReturn, "/payments/webhook": usualReturn, "a": usualReturn,
	} {
		if got := ReturnPath(plan.Plan{RedirectPath: value.Text(path)}); got != want {
			t.Errorf("%q: got %s, want %s", path, got, want)
		}
	}
}

// Sentences stand behind a comment sign and in literals of any language.
func TestSentencesFitTheirPlaces(t *testing.T) {
	for _, l := range text.Langs {
		for _, id := range []string{"back.comment_orders", "back.comment_webhook", "back.env_keys"} {
			if s := text.Of(l, id); !text.Has(l, id) || strings.ContainsAny(s, "\r\n") {
				t.Errorf("%s in %s: %q", id, l, s)
			}
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	tests := []struct {
		name   string
		change func(*wizard.Answers)
		reason refusal.Reason
		path   string
	}{
		{"a part of another payment type", func(a *wizard.Answers) { a.Options.Server = []string{"cancel", "again"} }, refusal.NoPart, "options.server.1"},
		{"a part that does not exist", func(a *wizard.Answers) { a.Options.Server = []string{"ship"} }, refusal.NoPart, "options.server.0"},
		{"an amount that is text", func(a *wizard.Answers) { a.Params = a.Params.With("amount", value.Text("1,004")) }, refusal.NoNumber, "params.amount"},
	}
	for _, tt := range tests {
		a := wizard.Answers{Module: wizard.ModuleNew, Type: wizard.TypeGeneral, Params: value.ObjectOf()}
		tt.change(&a)
		p, err := plan.New(a)
		if err != nil {
			t.Fatal(err)
		}
		_, err = newData(p, Style{Literal: func(v value.Value, _ bool) (fmt.Stringer, error) { return Lit{"x"}, nil }})
		if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != tt.reason || e.Path != tt.path {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestEveryPartHasItsSwitchAndItsFields(t *testing.T) {
	for part, fields := range calls {
		part, _, _ := strings.Cut(part, " ")
		seen := map[string]bool{}
		for _, f := range fields {
			if seen[f.name] || !slices.Contains(wizard.ServerParts, part) {
				t.Errorf("%s has %s twice, or is no part", part, f.name)
			}
			seen[f.name] = true
		}
	}
}
