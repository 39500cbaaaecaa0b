package rulebook

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The order number of the window and of the charges by API.
var orderNumberRows = []Rule{
	{
		ID:       "merchant-uid-required",
		Reads:    []string{"params.merchant_uid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check:   required,
		Sources: []string{page + ` "merchant_uid"`},
	},
	{
		ID: "merchant-uid-charset", Functions: []string{EveryCall},
		When:     When{Modules: newModule},
		Reads:    []string{"params.merchant_uid", "params.schedules.*.merchant_uid", "params.merchant_uid.*", fixedPart},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: plainNumberOrPart, Mend: onlyLettersAndDigits,
		Sources: []string{
			page + ` "merchant_uid"`,
			caution + ` "주문 번호에 특수문자 입력 불가능" L315-319`,
			pg + "v1/smartro-v2/api L57, L75, L94",
			oas + " L6061-6075, L5198-5207, L7589-7600",
			manual + " sspayModule.do Moid",
		},
	},
	{
		ID: "merchant-uid-length", Functions: []string{EveryCall},
		Reads:    []string{"params.merchant_uid", "params.schedules.*.merchant_uid", "params.merchant_uid.*"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: oneByOne(maxLength(40)), Mend: onlyLettersAndDigits,
		Sources: []string{
			caution + ` "주문 번호 40자 길이 제한" L321-324`,
			v1sdk + "javascript-sdk/payrq L178-179",
			oas + " L6068-6075",
		},
	},
	{
		ID:       "merchant-uid-uuid-hyphen",
		When:     When{Modules: newModule},
		Reads:    []string{"facts.order_id.source", "facts.order_id.prefix"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: uuidFits,
		Sources: []string{
			guide + "integration/start/v1/auth L111",
			pg + "v2/smartro-v2 L84, L384",
			caution + " L315-324",
		},
	},
	{
		ID: "merchant-uid-unique", Functions: []string{EveryCall},
		Reads:    []string{"params.merchant_uid", "params.schedules.*.merchant_uid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Person: Person{Who: Developer, If: mayRepeat},
		Sources: []string{
			page + ` "merchant_uid"`,
			v1sdk + "javascript-sdk/payrq L178-180",
		},
	},
	{
		ID:       "order-id-fresh",
		Reads:    []string{"facts.order_id.source"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   freshSource,
		Sources: []string{v1sdk + "javascript-sdk/payrq L178-180", guide + "integration/start/v2/checkout L60-61"},
	},
	{
		ID: "random-uuid-needs-https", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.order_id.random_uuid", "facts.page.origin"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens,
		Check:   randomUUIDOnHTTP,
		Sources: []string{"https://www.w3.org/TR/secure-contexts/ (crypto.randomUUID exists in secure contexts only)"},
	},
}

// randomUUIDOnHTTP: browsers hide crypto.randomUUID from pages that came over
// plain http from another machine.
func randomUUIDOnHTTP(l *Look) []Verdict {
	if v, ok := l.Value("facts.order_id.random_uuid"); !ok || !v.Bool() {
		return nil
	}
	u, err := url.Parse(l.Word("facts.page.origin"))
	if err != nil || u.Scheme != "http" || u.Hostname() == "localhost" || strings.HasSuffix(u.Hostname(), ".localhost") {
		return nil
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil && ip.IsLoopback() {
		return nil
	}
	return found("facts.order_id.random_uuid")
}

const (
	orderNumberMax = 40
	uuidDigits     = 32 // of a UUID without its hyphens
)

// oneByOne leaves a list of numbers to its items in the call that takes one.
func oneByOne(check Check) Check {
	return func(l *Look) []Verdict {
		const path = "params.merchant_uid"
		verdicts := check(l)
		if l.Request.Function != "POST /subscribe/payments/unschedule" || l.At(path).Kind() != value.List {
			return verdicts
		}
		return slices.DeleteFunc(verdicts, func(v Verdict) bool { return v.Path == path })
	}
}

// uuidFits judges how code makes the order number: a UUID keeps no hyphens,
// and what stands in front of it stays short and plain.
func uuidFits(l *Look) []Verdict {
	switch l.Word("facts.order_id.source") {
	case "uuid":
		return found("facts.order_id.source")
	case "uuid_without_hyphens":
	default:
		return nil
	}
	const path = "facts.order_id.prefix"
	prefix := l.Word(path)
	if i := strings.IndexFunc(prefix, func(r rune) bool { return !letterOrDigit(r) }); i >= 0 {
		return []Verdict{{Path: path, Variant: "char", Args: []string{"prefix", prefix}}}
	}
	if len(prefix) > orderNumberMax-uuidDigits {
		return []Verdict{{Path: path, Variant: "long", Args: []string{"prefix", prefix, "max", strconv.Itoa(orderNumberMax - uuidDigits)}}}
	}
	return nil
}

// plainNumberOrPart judges the order number, or what is known of one that is
// made at run time: the letters that the code puts into it.
func plainNumberOrPart(l *Look) []Verdict {
	number := l.reads[0]
	l.reads = l.reads[:len(l.reads)-1]
	if fixed, ok := word(l.At(fixedPart)); ok && l.At(number).Kind() == value.Unknown {
		if i := strings.IndexFunc(fixed, func(r rune) bool { return !letterOrDigit(r) }); i >= 0 {
			return []Verdict{{Path: fixedPart, Variant: "part", Args: []string{"part", fixed}}}
		}
	}
	return oneByOne(lettersAndDigits)(l)
}

// fixedPart is what stands in code of a number that is put together.
const fixedPart = "facts.order_id.fixed"

// freshSource wants a number that no earlier attempt had.
func freshSource(l *Look) []Verdict {
	const path = "facts.order_id.source"
	switch source := l.Word(path); source {
	case "literal":
		return found(path)
	case "page", "product":
		return []Verdict{{Path: path, Variant: source}}
	case "clock":
		return []Verdict{{Path: path, Variant: source, Severity: wizard.SeverityInfo}}
	}
	return nil
}

// onlyLettersAndDigits leaves the other characters out. It is never sure: the
// shop has to know the order by the new number too.
func onlyLettersAndDigits(l *Look, v Verdict) []wizard.Mend {
	was, ok := word(l.At(v.Path))
	if !ok {
		return nil
	}
	now := strings.Map(func(r rune) rune {
		if letterOrDigit(r) {
			return r
		}
		return -1
	}, was)
	if now == "" || now == was || len(now) > orderNumberMax {
		return nil
	}
	return unsure(value.Put(v.Path, value.Text(now)))
}

// mayRepeat: 32 random digits for each attempt are fresh by themselves.
func mayRepeat(l *Look) bool {
	v := l.At("params.merchant_uid")
	return v.Kind() != value.Made || v.Text() != wizard.MakerOrderID
}
