package rulebook

import (
	"sync"

	"smartro-wizard/wizard"
)

// The pay methods that each module has.
var methodRows = []Rule{
	{
		ID:       "pay-method-allowed-smartro-v2",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: always(oneOfThese(newMethods)), Mend: spelledAs(newMethods),
		Sources: []string{
			page + ` "pay_method"`,
			help + "core-service/payment-type/hub-service-fee.md L58",
		},
	},
	{
		ID:       "pay-method-allowed-smartro",
		When:     When{Modules: oldModule, Types: []wizard.Type{wizard.TypeGeneral}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: always(oneOfThese(oldMethods)), Mend: spelledAs(oldMethods),
		Sources: []string{
			pg + "v1/smartro L81-87",
			guide + "extra/smart-routing/intro L45",
			help + `service/pg/pg-service-list.md "구모듈"`,
		},
	},
}

var (
	newMethods = methodsOf(wizard.ModuleNew, wizard.TypeGeneral)
	oldMethods = methodsOf(wizard.ModuleOld, wizard.TypeGeneral)
)

// methodsOf are the pay methods that the catalogue has, read when first wanted.
func methodsOf(module wizard.Module, typ wizard.Type) func() []string {
	return sync.OnceValue(func() []string {
		var words []string
		for _, m := range wizard.MethodsOf(module, typ) {
			words = append(words, string(m))
		}
		return words
	})
}
