package handover_test

import (
	"reflect"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// The wizard asks for no pay method where the type fixes it, so its answers
// have none; they are handed on like those that name it.
func TestAFixedPayMethodNeedsNoWords(t *testing.T) {
	for _, mode := range []wizard.Mode{wizard.ModeTest, wizard.ModeLive} {
		for _, typ := range []wizard.Type{wizard.TypeBilling, wizard.TypeOverseas} {
			named := payment(mode, wizard.ModuleNew, typ, wizard.PayCard)
			bare := named
			bare.Params = bare.Params.With("pay_method", value.Value{})
			for what, of := range map[string]func(wizard.Answers) any{
				"ladder":      func(a wizard.Answers) any { return handover.Ladder(a, text.Ko) },
				"tests":       func(a wizard.Answers) any { return handover.QA(a, text.Ko) },
				"notes":       func(a wizard.Answers) any { return handover.Notes(a, text.Ko) },
				"differences": func(a wizard.Answers) any { return handover.Differences(a, text.Ko) },
				"letters":     func(a wizard.Answers) any { return handover.Letters(a, text.Ko) },
				"checklist":   func(a wizard.Answers) any { return handover.Checklist(a, "2026-11-21", text.Ko) },
			} {
				got, want := of(bare), of(named)
				if reflect.ValueOf(want).Len() == 0 || !reflect.DeepEqual(got, want) {
					t.Errorf("%s %s: the %s has %d rows without the method, %d with it", mode, typ, what,
						reflect.ValueOf(got).Len(), reflect.ValueOf(want).Len())
				}
			}
		}
	}
}
