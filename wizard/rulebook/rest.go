package rulebook

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Calls of the REST API.
var restRows = []Rule{
	{
		ID: "rest-token-header", Functions: []string{RESTCall},
		Reads:    []string{"facts.rest.authorization"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Check: matches(`^Bearer .+$`),
		Sources: []string{
			docs + `api/rest-v1 "액세스 토큰 사용하기"`,
			guide + "integration/start/v1/auth L369-373",
		},
	},
	{
		ID: "rest-secret-server-side", Functions: []string{WholeCase},
		Reads:    []string{"facts.code.secrets", "facts.code.side"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOps,
		Check: secretInBrowser,
		Sources: []string{
			docs + "api/rest-v1",
			guide + "integration/ready/readme L839-841",
		},
	},
	{
		ID: "rest-tls12", Functions: []string{RESTCall},
		Reads:    []string{"fn"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Person: Person{Who: Developer},
		Sources: []string{
			guide + "support/tls-support L14-95 (versions and suites)",
			guide + "support/tls-support L211-226 (forward secrecy, no SHA-1)",
			guide + "support/tls-support L238-333 (Java 6, 7, 8)",
		},
	},
	{
		ID: "rest-prepare-amount-match", Functions: []string{"POST /payments/prepare"},
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.amount", "facts.window.amount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   preparedAmount,
		Sources: []string{oas + " L4466-4510"},
	},
	{
		ID: "rest-vbank-required-fields", Functions: []string{"POST /vbanks"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeAPIKeyin}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.channel_key", "params.merchant_uid", "params.amount", "params.vbank_code", "params.vbank_due", "params.vbank_holder", "params.buyer_name", "params.buyer_email", "params.buyer_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: required,
		Sources: []string{
			pg + "v1/smartro-v2/api L83-91",
			oas + " L7554-7765",
			repo + "commit/2ede31e0 (2026-02-11)",
		},
	},
	{
		ID: "rest-vbank-due-unix", Functions: []string{"POST /vbanks"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeAPIKeyin}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.vbank_due"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check:   unixSeconds,
		Sources: []string{oas + " L7655-7661 (integer, UNIX timestamp)"},
	},
	{
		ID: "rest-product-count-default", Functions: []string{"POST /subscribe/payments/again", "POST /subscribe/payments/schedule", "POST /vbanks"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling, wizard.TypeAPIKeyin}},
		Reads:    []string{"params.product_count", "params.schedules.*.product_count"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused,
		Check: whole(1, 1e9),
		Sources: []string{
			pg + `v1/smartro-v2/api "product_count 파라미터 추가" L19-24`,
			oas + " L6310, L7902",
		},
	},
	{
		ID: "rest-escrow-formed-address", Functions: []string{"POST /escrows/logis/{imp_uid}"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}},
		Reads:    []string{"params.sender.name", "params.sender.tel", "params.sender.postcode", "params.sender.formed_address.address_line_1", "params.sender.formed_address.address_line_2", "params.receiver.name", "params.receiver.tel", "params.receiver.postcode", "params.receiver.formed_address.address_line_1", "params.receiver.formed_address.address_line_2", "params.logis.company", "params.logis.invoice", "params.logis.sent_at"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOps,
		Check: required,
		Sources: []string{
			pg + "v1/smartro-v2/api L26-38, L99-123",
			oas + " L8534-8700",
		},
	},
	{
		ID: "rest-escrow-courier-code", Functions: []string{"POST /escrows/logis/{imp_uid}"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}},
		Reads:    []string{"params.logis.company"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Check: oneOf(couriers...), Mend: spelled(couriers...),
		Sources: []string{guide + "support/code-info/code L7-21"},
	},
}

// couriers are the codes of the delivery companies.
var couriers = []string{
	"HYUNDAI", "HANARO", "SAGAWA", "KGB", "YELLOWCAP", "DONGBU", "EPOST", "CJGLS", "HANJIN", "DAESIN", "ETC",
}

func secretInBrowser(l *Look) []Verdict {
	if v, ok := l.Value("facts.code.secrets"); ok && v.Len() > 0 && l.Word("facts.code.side") == "browser" {
		return found("facts.code.secrets")
	}
	return nil
}

func preparedAmount(l *Look) []Verdict {
	registered, ok1 := l.Number("params.amount")
	sent, ok2 := l.Number("facts.window.amount")
	if ok1 && ok2 && registered != sent {
		return found("params.amount")
	}
	return nil
}

// unixSeconds wants ten digits as a number; thirteen are milliseconds.
var unixSeconds = each(func(v value.Value) (Verdict, bool) {
	return Verdict{}, v.Kind() != value.Number || len(v.Text()) != 10 || strings.Trim(v.Text(), "0123456789") != ""
})
