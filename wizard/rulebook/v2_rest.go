package rulebook

import (
	"slices"
	"strings"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The calls of V2's REST API that the rules know. Params hold the body and the
// named parts of the path together.
const (
	instantV2  = "POST /payments/{paymentId}/instant"
	registerV2 = "POST /billing-keys"
	chargeV2   = "POST /payments/{paymentId}/billing-key"
	scheduleV2 = "POST /payments/{paymentId}/schedule"
	cancelV2   = "POST /payments/{paymentId}/cancel"
)

// Payments by API: accounts that are issued without a window, and cancelling.
var v2RestRows = []Rule{
	{
		ID: "rest-payment-id-in-path", Functions: []string{RESTCall},
		When:     v2(),
		Reads:    []string{"params.paymentId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: within(orderNumberMax, lettersAndDigits), Mend: onlyLettersAndDigits,
		Sources: []string{page2 + " L44-58", rest2},
	},
	{
		ID: "rest-currency-literal", Functions: []string{RESTCall},
		When:     v2(),
		Reads:    []string{"params.currency", "params.payment.currency"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: oneOf("KRW", "USD"), Mend: spelledLiteral(prefixCurrency, currencies),
		Sources: []string{oas2 + " Currency"},
	},
	{
		ID: "product-type-rest-literal", Functions: []string{RESTCall},
		When:     v2(),
		Reads:    []string{"params.productType", "params.payment.productType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: oneOf("PHYSICAL", "DIGITAL"), Mend: goodsForREST,
		Sources: []string{oas2 + " PaymentProductType"},
	},
	{
		ID: "rest-instant-vbank-only", Functions: []string{instantV2},
		When:     v2(),
		Reads:    []string{"params.method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   onlyKey("virtualAccount"),
		Sources: []string{page2 + " L34-36, L575-579, L662-667", pg + "v2/readme L47"},
	},
	{
		ID: "rest-instant-option", Functions: []string{instantV2},
		When:     v2(),
		Reads:    []string{instantAccount + ".option", instantAccount},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: optionObject, Mend: optionNormal,
		Sources: []string{oas2 + " InstantPaymentMethodInputVirtualAccountOption", page2 + " L608 (shows a text)"},
	},
	{
		ID: "rest-instant-fixed-account", Functions: []string{instantV2},
		When:     v2(),
		Reads:    []string{instantAccount + ".option.fixed", instantAccount + ".option.type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check:   fixedByID,
		Sources: []string{page2 + " L712-725"},
	},
	{
		ID: "rest-instant-due", Functions: []string{instantV2},
		When:     v2(),
		Reads:    []string{instantAccount + ".expiry.dueDate", "facts.ctx.today"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   futureMoment,
		Sources: []string{oas2 + " InstantPaymentMethodInputVirtualAccountExpiry", page2 + " L606 (shows a broken offset)"},
	},
	{
		ID: "rest-instant-bank", Functions: []string{instantV2},
		When:     v2(),
		Reads:    []string{instantAccount + ".bank"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: oneOfThese(restBanks), Mend: bankForREST,
		Sources: []string{oas2 + " Bank", page2 + " L674-679"},
	},
	{
		ID: "rest-instant-receipt", Functions: []string{instantV2},
		When:     v2(),
		Reads:    []string{instantAccount + ".cashReceipt", instantAccount + ".cashReceipt.type", instantAccount + ".cashReceipt.customerIdentityNumber"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   receiptWhole,
		Sources: []string{oas2 + " InstantPaymentMethodInputVirtualAccountCashReceiptInfo", page2 + " L728-749"},
	},
	{
		ID: "rest-cancel-refund-account", Functions: []string{cancelV2},
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{"params.refundAccount.bank", "params.refundAccount.number", "params.refundAccount.holderName", "params.refundAccount.holderPhoneNumber"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   required,
		Sources: []string{cancel2 + " L38-40, L263-267", oas2 + " L15243-15263"},
	},
	{
		ID: "rest-cancel-current-amount", Functions: []string{cancelV2},
		When:     v2(),
		Reads:    []string{"params.currentCancellableAmount", "params.amount"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentMoney,
		Check:   guarded,
		Sources: []string{cancel2 + " L177-181"},
	},
}

const instantAccount = "params.method.virtualAccount"

var restBanks = func() []string {
	var words []string
	for _, c := range wizard.Codes(wizard.CodesBanksV2) {
		words = append(words, c.REST)
	}
	return words
}

func goodsForREST(l *Look, v Verdict) []wizard.Mend {
	if strings.TrimPrefix(l.Word(v.Path), prefixProduct) == "REAL" {
		return sure(putText(v.Path, "PHYSICAL"))
	}
	return spelledLiteral(prefixProduct, these("PHYSICAL", "DIGITAL"))(l, v)
}

// bankForREST gives a bank of the window its word of the API.
func bankForREST(l *Look, v Verdict) []wizard.Mend {
	if c, ok := wizard.CodeOf(wizard.CodesBanksV2, strings.TrimPrefix(l.Word(v.Path), prefixBank)); ok {
		return sure(putText(v.Path, c.REST))
	}
	return spelledAs(restBanks)(l, v)
}

// onlyKey wants an object with that one key.
func onlyKey(key string) Check {
	return func(l *Look) []Verdict {
		v, ok := l.Value(l.reads[0])
		if !ok {
			return missing(l, l.reads[0])
		}
		if v.Len() != 1 || v.Get(key).IsAbsent() {
			return found(l.reads[0])
		}
		return nil
	}
}

func optionObject(l *Look) []Verdict {
	if !l.Sent(instantAccount) {
		return nil
	}
	v := l.At(instantAccount + ".option")
	if blank(v) {
		return missing(l, instantAccount+".option")
	}
	if v.Known() && (v.Kind() != value.Object || !slices.Contains([]string{"NORMAL", "FIXED"}, v.Get("type").Text())) {
		return found(instantAccount + ".option")
	}
	return nil
}

// optionNormal: the misspelt word of one page means the usual kind.
func optionNormal(l *Look, v Verdict) []wizard.Mend {
	if w := strings.ToUpper(l.Word(v.Path)); w == "NOMAL" || w == "NORMAL" {
		return sure(value.Put(v.Path, value.ObjectOf(value.Field{Key: "type", Value: value.Text("NORMAL")})))
	}
	return nil
}

func fixedByID(l *Look) []Verdict {
	if l.Word(instantAccount+".option.type") != "FIXED" {
		return nil
	}
	fixed := instantAccount + ".option.fixed"
	if l.Sent(fixed+".accountNumber") || !l.Sent(fixed+".pgAccountId") {
		return found(fixed)
	}
	return nil
}

// futureMoment wants a date-time with its offset, today or later.
func futureMoment(l *Look) []Verdict {
	v, ok := l.Value(l.reads[0])
	if !ok {
		return nil
	}
	at, err := time.Parse(time.RFC3339, v.Text())
	if v.Kind() != value.String || err != nil {
		return found(l.reads[0])
	}
	if today := l.Word("facts.ctx.today"); today != "" && at.In(wizard.Korea).Format(time.DateOnly) < today {
		return []Verdict{{Path: l.reads[0], Variant: "past", Args: []string{"value", v.Text(), "today", today}}}
	}
	return nil
}

func receiptWhole(l *Look) []Verdict {
	if !l.Sent(l.reads[0]) {
		return nil
	}
	if w := l.Word(l.reads[1]); w != "" && !slices.Contains([]string{"PERSONAL", "CORPORATE", "NO_RECEIPT"}, w) {
		return found(l.reads[1])
	}
	l.reads = l.reads[1:]
	return required(l)
}

// guarded: a part that is cancelled says what could be cancelled before.
func guarded(l *Look) []Verdict {
	if l.Sent("params.amount") {
		return missing(l, l.reads[0])
	}
	return nil
}
