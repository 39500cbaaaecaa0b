package rulebook

import (
	"smartro-wizard/wizard"
)

// Smartro takes won, and the MID decides that.
var currencyRows = []Rule{
	{
		ID:       "currency-unsupported",
		When:     When{Modules: newModule},
		Reads:    []string{"params.currency"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: oneOf("KRW", "USD"), Mend: dropUnsure,
		Sources: []string{caution + ` "결제 통화 파라미터 제어 불가능" L326-334`},
	},
	{
		ID:       "currency-usd-blocked",
		When:     When{Modules: newModule},
		Reads:    []string{"params.currency"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: refuse("USD"), Mend: dropUnsure,
		Sources: []string{caution + " L334"},
	},
	{
		ID:       "currency-ignored",
		When:     When{Modules: newModule},
		Reads:    []string{"params.currency"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentMoney,
		Check: refuse("KRW"), Mend: drop,
		Sources: []string{caution + " L326-329"},
	},
}
