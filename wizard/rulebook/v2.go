package rulebook

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// tablesV2 are the rows that judge V2 alone, in the order in which equal
// findings are shown. Rows that judge both versions stand among tables.
var tablesV2 = [][]Rule{
	v2SetupRows, v2OrderRows, v2AmountRows, v2BuyerRows, v2MethodRows, v2CardRows, v2EasyPayRows, v2AccountRows, v2ReceiptRows,
	v2WindowRows, v2EscrowRows, v2BypassRows, v2BillingRows, v2TestRows, v2ContractRows, v2ResultRows, v2RestRows, v2RestBillingRows,
}

// Groups of calls.
var (
	windows   = []string{wizard.RequestPay, wizard.RequestPayment, wizard.RequestIssueBillingKey}
	windowsV2 = windows[1:]
	issuing   = windows[2:]
)

// v2 narrows a rule to V2, and to pay methods, if any.
func v2(methods ...wizard.PayMethod) When { return When{SDK: wizard.V2, Methods: methods} }

// v2For is v2 for payment types.
func v2For(types []wizard.Type, methods ...wizard.PayMethod) When {
	return When{SDK: wizard.V2, Types: types, Methods: methods}
}

var (
	ordinary  = []wizard.Type{wizard.TypeGeneral}
	escrowed  = []wizard.Type{wizard.TypeEscrow}
	abroad    = []wizard.Type{wizard.TypeOverseas}
	withCards = []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}
)

// The words of the SDK once began with the name of their list, and its types
// still take both.
const (
	prefixCurrency = "CURRENCY_"
	prefixProduct  = "PRODUCT_TYPE_"
	prefixBank     = "BANK_"
	prefixCard     = "CARD_COMPANY_"
	prefixEasyPay  = "EASY_PAY_PROVIDER_"
	prefixReceipt  = "CASH_RECEIPT_TYPE_"
)

// literal is the short word of the SDK that stands at a path, or "".
func literal(l *Look, path, prefix string) string {
	return strings.TrimPrefix(l.Word(path), prefix)
}

// literals wants one of the words, with or without the prefix.
func literals(prefix string, words func() []string) Check {
	return each(func(v value.Value) (Verdict, bool) {
		w, ok := word(v)
		return Verdict{Args: []string{"value", w}}, !ok || v.Kind() != value.String || !slices.Contains(words(), strings.TrimPrefix(w, prefix))
	})
}

// spelledLiteral is spelledAs for such words; what it puts has no prefix.
func spelledLiteral(prefix string, words func() []string) Mend {
	return func(l *Look, v Verdict) []wizard.Mend {
		was, ok := word(l.At(v.Path))
		if !ok {
			return nil
		}
		plain := strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(was)), prefix)
		to, same := nearest(plain, words())
		if to == "" || to == was {
			return nil
		}
		return []wizard.Mend{{Sure: same, Edits: []value.Edit{value.Put(v.Path, value.Text(to))}}}
	}
}

// these are words that stand here and not in the catalogue.
func these(words ...string) func() []string { return func() []string { return words } }
