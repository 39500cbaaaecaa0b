package rulebook

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// How the buyer pays, and the object that belongs to it.
var v2MethodRows = []Rule{
	{
		ID:       "pay-method-allowed-smartro-v2",
		When:     v2For(ordinary),
		Reads:    []string{"params.payMethod"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: methodKnown, Mend: spelledAs(methodsV2),
		Sources: []string{page2 + ` "가능한 결제 수단" L20-28`, quick + " L304-310"},
	},
	{
		ID:       "pay-method-upper-case",
		When:     v2(),
		Reads:    []string{"params.payMethod"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: upperCase, Mend: upper,
		Sources: []string{v2sdk + "payment-request", page2 + " L32 (shows lower case)"},
	},
	{
		ID:       "method-object-matches",
		When:     v2(),
		Reads:    []string{"params.payMethod", "params.card", "params.virtualAccount", "params.transfer", "params.mobile", "params.easyPay"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: objectOfMethod, Mend: dropUnsure,
		Sources: []string{quick + " L356-1325 (each object is tied to its method)"},
	},
}

var methodsV2 = codesOf(wizard.CodesPayMethodsV2)

// methodKnown leaves a word in small letters to its own row.
func methodKnown(l *Look) []Verdict {
	if slices.Contains(methodsV2(), strings.ToUpper(l.Word("params.payMethod"))) {
		return nil
	}
	return always(oneOfThese(methodsV2))(l)
}

func upperCase(l *Look) []Verdict {
	w := l.Word("params.payMethod")
	if up := strings.ToUpper(w); up != w && slices.Contains(methodsV2(), up) {
		return []Verdict{{Args: []string{"value", w, "upper", up}}}
	}
	return nil
}

func upper(l *Look, v Verdict) []wizard.Mend {
	return sure(value.Put(v.Path, value.Text(strings.ToUpper(l.At(v.Path).Text()))))
}

// methodOf is the pay method that an object belongs to.
var methodOf = map[string]string{
	"params.card": "CARD", "params.virtualAccount": "VIRTUAL_ACCOUNT", "params.transfer": "TRANSFER", "params.mobile": "MOBILE", "params.easyPay": "EASY_PAY",
}

func objectOfMethod(l *Look) []Verdict {
	method := strings.ToUpper(l.Word("params.payMethod"))
	if !slices.Contains(methodsV2(), method) {
		return nil
	}
	var out []Verdict
	for _, path := range l.reads[1:] {
		if l.Sent(path) && methodOf[path] != method {
			out = append(out, Verdict{Path: path, Args: []string{"object", strings.TrimPrefix(path, "params."), "method", method}})
		}
	}
	return out
}

// Easy pay of one provider.
var v2EasyPayRows = []Rule{
	{
		ID:       "easypay-provider-known",
		When:     v2(),
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: providerKnown, Mend: spelledLiteral(prefixEasyPay, providers),
		Sources: []string{bsdk + " L1375-1480 EasyPayProvider", quick + " L1031-1041", pg + "v2/readme L49"},
	},
	{
		ID:       "easypay-provider-confirmed",
		When:     v2(),
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   providerListed,
		Sources: []string{pg + "v2/readme L49", help + "service/pg/pg-service-list.md", quick + " L1035-1041"},
	},
	{
		ID:       "easypay-tmoney-literal",
		When:     v2(),
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: refuse(tmoneySlip, prefixEasyPay+tmoneySlip), Mend: put(value.Text("TMONEY")),
		Sources: []string{quick + " L1041 (shows it)", bsdk + " L1375-1480 EasyPayProvider"},
	},
	{
		ID:       "easypay-provider-recommended",
		When:     v2("EASY_PAY"),
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   required,
		Sources: []string{quick + " L988-1047"},
	},
	{
		ID:       "easypay-options-ignored",
		When:     v2(),
		Reads:    []string{"params.easyPay.cashReceiptType", "params.easyPay.customerIdentifier", "params.easyPay.availablePayMethods", "params.easyPay.useCardPoint"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: forbidden, Mend: drop,
		Sources: []string{bsdk + " L6440-6530"},
	},
	{
		ID:       "naverpay-registered-card-only",
		When:     v2For(ordinary, "EASY_PAY"),
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Person:  Person{Who: Contract, If: provider("NAVERPAY")},
		Sources: []string{page2 + " L358-365", quick + " L1043-1046"},
	},
}

const (
	easyPayProvider = "params.easyPay.easyPayProvider"
	tmoneySlip      = "TMONEYPAY" // as one page prints it
	disputed        = "SKPAY"     // one page has it for Smartro, the schema for another PG
)

var providers = codesOf(wizard.CodesEasyPayV2)

// providerKnown leaves to their own rows what is a slip of a page or disputed.
func providerKnown(l *Look) []Verdict {
	if w := literal(l, easyPayProvider, prefixEasyPay); w == tmoneySlip || w == disputed {
		return nil
	}
	return literals(prefixEasyPay, providers)(l)
}

func providerListed(l *Look) []Verdict {
	w := literal(l, easyPayProvider, prefixEasyPay)
	if c, _ := wizard.CodeOf(wizard.CodesEasyPayV2, w); c.Unconfirmed || w == disputed {
		return []Verdict{{Args: []string{"value", w}}}
	}
	return nil
}

// provider tells whether easy pay of that provider is asked for.
func provider(name string) func(*Look) bool {
	return func(l *Look) bool { return literal(l, easyPayProvider, prefixEasyPay) == name }
}
