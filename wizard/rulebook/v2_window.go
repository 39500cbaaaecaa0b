package rulebook

import (
	"slices"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Phone payment, the way back, the window, and what is carried along.
var v2WindowRows = []Rule{
	{
		ID:       "digital-required",
		When:     v2("MOBILE"),
		Reads:    []string{"params.productType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   required,
		Sources: []string{page2 + " L404-414", quick + " L2151-2158"},
	},
	{
		ID:       "product-type-literal",
		When:     v2(),
		Reads:    []string{"params.productType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: literals(prefixProduct, goods), Mend: goodsWord,
		Sources: []string{bsdk + " L2113 ProductType", oas2 + " PaymentProductType"},
	},
	{
		ID:       "digital-matches-mid",
		When:     v2For(ordinary, "MOBILE"),
		Reads:    []string{"params.productType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Person:  Person{Who: Contract},
		Sources: []string{page2 + " L412"},
	},
	{
		ID:       "phone-carriers-spelling",
		When:     v2(),
		Reads:    []string{"params.mobile.availableCarriers"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: sentAtAll, Mend: carriersSpelled,
		Sources: []string{bsdk + " L6394", quick + " L911 (shows the other spelling)"},
	},
	{
		ID: "phone-cancel-same-month", Functions: []string{wizard.RequestPayment, cancelV2},
		When:     v2("MOBILE"),
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person:  Person{Who: Developer},
		Sources: []string{cancel2 + " L48-50"},
	},
	{
		ID:       "m-redirect-url-mobile",
		When:     v2(),
		Reads:    []string{"params.redirectUrl", "facts.ctx.device"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   returnForPhones,
		Sources: []string{check2 + " L79-100", page + ` "가능한 결제 환경"`},
	},
	{
		ID: "m-redirect-url-billing", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.redirectUrl"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   required,
		Sources: []string{page + ` "비인증 결제창 요청" m_redirect_url`, check2 + " L79-100"},
	},
	{
		ID: "m-redirect-url-absolute", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.redirectUrl", "facts.redirect.shape"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: wholeAddress, Mend: trimmed(addressShape),
		Sources: []string{check2 + " L98-100"},
	},
	{
		ID: "app-scheme-webview", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.appScheme", "facts.ctx.device"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Check:   schemeForWebView,
		Sources: []string{bsdk + " L6006-6013"},
	},
	{
		ID: "notice-url-public", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.noticeUrls"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult, Confidence: Derived,
		Check:   publicNotices,
		Sources: []string{bsdk + " L5984-5994", hook2 + " L186-196"},
	},
	{
		ID: "notice-url-overrides-console", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.noticeUrls"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentResult,
		Person:  Person{Who: Developer, If: sends("params.noticeUrls")},
		Sources: []string{bsdk + " L5984-5994", hook2 + " L186-196"},
	},
	{
		ID:       "confirm-url-activation",
		When:     v2(),
		Reads:    []string{"params.confirmUrl"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: sends("params.confirmUrl")},
		Sources: []string{bsdk + " L5995-6005", guide + "extra/confirm-process/readme-v2"},
	},
	{
		ID: "custom-data-json", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.customData"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Differs: true,
		Check:   kind(value.Object),
		Sources: []string{v2sdk + "payment-request", oas2 + " Payment.customData"},
	},
	{
		ID:       "language-enum",
		When:     v2(),
		Reads:    []string{"params.locale"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: oneOf(locales...), Mend: spelled(locales...),
		Sources: []string{bsdk + " L1786-1810 Locale", page2 + " L418-424"},
	},
	{
		ID: "language-billing-ko-only", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.locale"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: oneOf("KO_KR"), Mend: drop,
		Sources: []string{page2 + " L418-424", caution + ` "빌링키 발급 창에서는 언어 설정 미지원"`},
	},
	{
		ID: "window-type-known", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.windowType.pc", "params.windowType.mobile"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: windowKinds, Mend: dropUnsure,
		Sources: []string{page + ` "가능한 결제 환경"`, bsdk + " L2265 WindowType"},
	},
	{
		ID:       "period-shape",
		When:     v2(),
		Reads:    []string{"params.offerPeriod"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   periodShape,
		Sources: []string{bsdk + " L1946-1960 OfferPeriod", page2 + " L521 (names from and to alone)"},
	},
	{
		ID:       "period-both-dates",
		When:     v2(),
		Reads:    []string{rangeFrom, rangeTo},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   func(l *Look) []Verdict { return pair(l, rangeFrom, rangeTo) },
		Sources: []string{page2 + " L517-523", quick + " L2180-2184"},
	},
	{
		ID:       "period-order",
		When:     v2(),
		Reads:    []string{rangeFrom, rangeTo},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: rangeInOrder, Mend: swapRange,
		Sources: []string{bsdk + " L1985-1989 (the example is reversed)"},
	},
}

const (
	rangeFrom = "params.offerPeriod.range.from"
	rangeTo   = "params.offerPeriod.range.to"
)

var (
	goods   = these("REAL", "DIGITAL")
	locales = []string{"KO_KR", "EN_US"}
)

// goodsWord knows the word of the REST API too.
func goodsWord(l *Look, v Verdict) []wizard.Mend {
	if l.Word(v.Path) == "PHYSICAL" {
		return sure(putText(v.Path, "REAL"))
	}
	return spelledLiteral(prefixProduct, goods)(l, v)
}

func carriersSpelled(l *Look, v Verdict) []wizard.Mend {
	if !l.At("params.mobile.avaliableCarriers").IsAbsent() {
		return nil
	}
	return sure(value.Call(v.Path, "avaliableCarriers"))
}

// publicNotices wants a list of addresses that PortOne can call.
func publicNotices(l *Look) []Verdict {
	const path = "params.noticeUrls"
	v, ok := l.Value(path)
	if !ok {
		return nil
	}
	if v.Kind() != value.List || slices.ContainsFunc(v.Items(), func(item value.Value) bool { return item.Known() && !reachable(item) }) {
		return found(path)
	}
	return nil
}

func windowKinds(l *Look) []Verdict {
	var out []Verdict
	for i, want := range []string{"IFRAME", "REDIRECTION"} {
		if w := l.Word(l.reads[i]); w != "" && w != want {
			out = append(out, Verdict{Path: l.reads[i], Args: []string{"value", w, "want", want}})
		}
	}
	return out
}

// periodShape wants a range or an interval, and nothing else.
func periodShape(l *Look) []Verdict {
	v, ok := l.Value("params.offerPeriod")
	if !ok {
		return nil
	}
	stray := slices.ContainsFunc(v.Fields(), func(f value.Field) bool { return f.Key != "range" && f.Key != "interval" })
	if v.Kind() != value.Object || stray || v.Len() > 1 {
		return found("params.offerPeriod")
	}
	return nil
}

// rangeInOrder leaves moments that are none to the types.
func rangeInOrder(l *Look) []Verdict {
	from, ok1 := moment(l.Word(rangeFrom))
	to, ok2 := moment(l.Word(rangeTo))
	if ok1 && ok2 && to.Before(from) {
		return found(rangeFrom)
	}
	return nil
}

func moment(s string) (time.Time, bool) {
	for _, shape := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.ParseInLocation(shape, s, wizard.Korea); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func swapRange(l *Look, _ Verdict) []wizard.Mend {
	return unsure(value.Put(rangeFrom, l.At(rangeTo)), value.Put(rangeTo, l.At(rangeFrom)))
}
