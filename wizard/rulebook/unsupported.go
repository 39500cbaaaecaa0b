package rulebook

import (
	"smartro-wizard/wizard"
)

// Parameters of other PGs and limits of the window that no parameter lifts.
var unsupportedRows = []Rule{
	{
		ID:       "display-card-quota-unsupported",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.display.card_quota"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: forbidden, Mend: drop,
		Sources: []string{caution + ` "할부 개월수 리스트를 제어할 수 없음" L54-57`},
	},
	{
		ID:       "card-detail-unsupported",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.detail"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: forbidden, Mend: drop,
		Sources: []string{caution + ` "무이자 할부 개월수 리스트를 제어할 수 없음" L59-62`},
	},
	{
		ID:       "use-free-interest-unsupported",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.useFreeInterestFromMall"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: forbidden, Mend: drop,
		Sources: []string{v1sdk + "javascript-sdk/payrq L513-529"},
	},
	{
		ID:       "use-card-point-unsupported",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.useCardPoint"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: forbidden, Mend: drop,
		Sources: []string{caution + ` "카드사 포인트 사용 여부 파라미터 제어 불가능" L109-112`},
	},
	{
		ID:       "vat-amount-unsupported",
		Reads:    []string{"params.vat_amount"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Check: forbidden, Mend: drop,
		Sources: []string{v1sdk + "javascript-sdk/payrq L208-221"},
	},
	{
		ID:       "products-unsupported",
		Reads:    []string{"params.products", "params.escrowProducts"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: forbidden, Mend: drop,
		Sources: []string{v1sdk + "javascript-sdk/payrq L142-172"},
	},
	{
		ID:       "biz-num-irrelevant",
		Reads:    []string{"params.biz_num"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Check: forbidden, Mend: drop,
		Sources: []string{v1sdk + "javascript-sdk/payrq L347-351"},
	},
	{
		ID:       "popup-irrelevant",
		Reads:    []string{"params.popup"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps, Confidence: Derived,
		Check: forbidden, Mend: drop,
		Sources: []string{
			page + ` "가능한 결제 환경"`,
			play + "src/state/v1-pay.ts L159-166",
		},
	},
	{
		ID:       "language-enum",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.language"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: oneOf("ko", "en"), Mend: spelled("ko", "en"),
		Sources: []string{
			caution + " L173-175",
			pg + "v1/smartro L136-141",
		},
	},
	{
		ID:       "language-billing-ko-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.language"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: oneOf("ko"), Mend: drop,
		Sources: []string{caution + ` "빌링키 발급 창에서는 언어 설정 미지원" L173-175`},
	},
	{
		ID:       "vbank-direct-unsupported",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.vbank_code", "params.bankCode", "params.bank_code", "params.virtualAccount.bankCode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   forbidden,
		Sources: []string{caution + " L147-148, L201"},
	},
}
