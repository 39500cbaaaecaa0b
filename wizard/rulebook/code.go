package rulebook

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// What only code can get wrong: values that samples left there, and how the
// page comes to its call. Answers carry none of these facts.
var codeRows = []Rule{
	{
		ID: "order-id-text", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"params.merchant_uid", "params.paymentId", "params.issueId", readFromCode},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   orderNumberIsText,
		Sources: []string{guide + "release-notes/(note)/api-sdk/2024-03-15", v1sdk + "javascript-sdk/payrq L178-180"},
	},
	{
		ID: "sample-leftover", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"params", "setup.user_code", readFromCode},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   leftovers,
		Sources: []string{v1sdk + "javascript-sdk/payrq", guide + "integration/start/v1/auth L75-120"},
	},
	{
		ID: "dummy-buyer", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"params.buyer_tel", "params.buyer_name", "params.buyer_email", "params.customer.phoneNumber", "params.customer.fullName", "params.customer.email", "facts.buyer.weak.buyer_tel", "facts.buyer.weak.buyer_name", "facts.buyer.weak.buyer_email", "facts.buyer.weak.customer_id", "facts.buyer.weak.customer_uid", readFromCode},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   dummyBuyer,
		Sources: []string{page + ` "buyer_tel"`, guide + "integration/start/v1/auth L105-120"},
	},
	{
		ID: "live-token-price", Functions: windows,
		When:     When{Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"params.amount", "params.totalAmount", "params.currency", readFromCode},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney, Confidence: Derived,
		Check:   tokenPrice,
		Sources: []string{guide + "integration/start/v1/auth L323-340"},
	},
	{
		ID: "redirect-url-reachable", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"params.m_redirect_url", "params.redirectUrl", readFromCode},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult, Confidence: Derived,
		Check:   reachableReturn,
		Sources: []string{guide + "integration/start/v1/auth L280-310"},
	},
	{
		ID:       "pg-code-shape",
		Reads:    []string{"params.pg", readFromCode},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens,
		Check:   pgWithMID,
		Sources: []string{v1sdk + "javascript-sdk/payrq L26-85", guide + "support/faq/undefined"},
	},
	{
		ID: "version-mixing", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.code.other_version"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   mixed,
		Sources: []string{v1sdk + "javascript-sdk/payrq", guide + "integration/start/v2/checkout"},
	},
}

// readFromCode is set where the case was read from somebody's code.
const readFromCode = "facts.code.read"

// fromCode reports whether the case was read from somebody's code.
func (l *Look) fromCode() bool { return l.At(readFromCode).Bool() }

func orderNumberIsText(l *Look) []Verdict {
	if path := l.either(l.reads[:3]...); l.fromCode() && l.At(path).Sort() == value.Number {
		return found(path)
	}
	return nil
}

// leftovers looks through everything that is sent for the values of official
// samples, and for words that only say what belongs there.
func leftovers(l *Look) []Verdict {
	if !l.fromCode() {
		return nil
	}
	var out []Verdict
	if code, ok := word(l.At("setup.user_code")); ok && (slices.Contains(sampleCodes, code) || blankToFill(code)) {
		out = append(out, Verdict{Path: "setup.user_code", Args: []string{"value", code}})
	}
	return append(out, leftoversBelow(l, "params", l.Request.Params)...)
}

func leftoversBelow(l *Look, path string, v value.Value) []Verdict {
	var out []Verdict
	for _, f := range v.Fields() {
		at := path + "." + f.Key
		switch {
		case f.Value.Kind() == value.Object:
			out = append(out, leftoversBelow(l, at, f.Value)...)
		case f.Value.Kind() == value.String && !judgedAsBuyer(f.Key) && leftover(f.Key, f.Value.Text()):
			out = append(out, Verdict{Path: at, Args: []string{"value", f.Value.Text()}})
		}
	}
	return out
}

func judgedAsBuyer(key string) bool {
	switch key {
	case "buyer_tel", "buyer_name", "buyer_email", "phoneNumber", "fullName", "email", "m_redirect_url", "redirectUrl":
		return true
	}
	return false
}

func leftover(key, s string) bool {
	switch {
	case blankToFill(s):
		return true
	case key == "channelKey":
		return slices.Contains(sampleValues, s) || strings.HasPrefix(s, "channel-key-0000") || strings.Contains(s, "-xxxx") || strings.Contains(s, "-1111-2222")
	case key == "pg":
		return strings.IndexFunc(s, func(r rune) bool { return r > 0x7f }) >= 0
	}
	return slices.Contains(sampleValues, s)
}

// blankToFill reports whether a text only says what belongs there.
func blankToFill(s string) bool {
	low := strings.ToLower(s)
	for _, sign := range []string{"{", "여기에", "입력하", "발급받은", "가맹점 식별코드", "고객사 식별코드", "채널키", "채널 키", "your_", "your-", "yourdomain", "enter your", "xxxx", "상점아이디"} {
		if strings.Contains(low, sign) {
			return true
		}
	}
	return strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">")
}

// Values of the samples of PortOne's documents, of today and of years ago.
var (
	sampleCodes  = []string{"imp00000000", "imp12345678", "imp10000000", "iamport", "imp00000"}
	sampleValues = []string{
		"노르웨이 회전 의자", "주문명:결제테스트", "ORD20180131-0000011", "ORD20180131-0000012", "order_no_0001", "nobody_1234", "서울특별시 강남구 신사동", "서울특별시 강남구 삼성동",
		"123-456", "01181", "최초인증결제", "merchant_1234567890", "나이키 와플 트레이너 2 SD", "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
		"channel-key-893597d6-e62d-410f-83f9-119f530b4b11", "channel-key-9987cb87-6458-4888-b94e-68d9a2da896d",
	}
	sampleBuyers = []string{
		"010-1234-5678", "01012345678", "010-4242-4242", "010-0000-0000", "01000000000", "010-1111-1111", "010-1111-2222", "010-1234-1234", "02-1234-1234", "02-1234-5678",
		"홍길동", "포트원 기술지원팀", "구매자이름", "구매자", "구매자명", "아임포트고객", "gildong@gmail.com", "iamport@siot.do", "test@test.com", "test@portone.io", "test@example.com",
		"buyer@example.com", "test@naver.com",
	}
)

// dummyBuyer speaks of samples that are sent as they are, and of data that may
// be missing when the code runs.
func dummyBuyer(l *Look) []Verdict {
	if !l.fromCode() {
		return nil
	}
	var out []Verdict
	for _, path := range l.reads {
		s, ok := word(l.At(path))
		key, weak := strings.CutPrefix(path, "facts.buyer.weak.")
		switch {
		case !ok:
		case weak:
			out = append(out, Verdict{Path: path, Variant: s, Args: []string{"key", key}})
		case slices.Contains(sampleBuyers, s) || blankToFill(s):
			out = append(out, Verdict{Path: path, Args: []string{"value", s}})
		}
	}
	return out
}

// tokenPrice: nobody sells for a hundred won, though for a dollar.
func tokenPrice(l *Look) []Verdict {
	path := l.either(l.reads[:2]...)
	won := l.At("params.currency")
	if n, ok := l.Number(path); ok && l.fromCode() && n > 0 && n <= 1004 && (won.IsAbsent() || strings.HasSuffix(won.Text(), "KRW")) {
		return []Verdict{{Path: path, Args: []string{"value", l.At(path).Text()}}}
	}
	return nil
}

// reachableReturn judges an address that a phone cannot come back to, or should
// not.
func reachableReturn(l *Look) []Verdict {
	path := l.either(l.reads[:2]...)
	s, ok := word(l.At(path))
	if !ok || !l.fromCode() {
		return nil
	}
	v := Verdict{Path: path}
	u, err := url.Parse(strings.TrimSpace(s))
	switch {
	case blankToFill(s) || err == nil && exampleHost(u.Hostname()):
		v.Variant = "sample"
	case err != nil || u.Host == "":
		return nil // m-redirect-url-absolute speaks
	case private(u.Hostname()):
		v.Variant = "local"
		if l.Case.Setup.Mode == wizard.ModeLive {
			v.Severity = wizard.SeverityError
		}
	case u.Scheme == "http":
		v.Variant = "plain"
		if l.Case.Setup.Mode != wizard.ModeLive {
			v.Severity = wizard.SeverityInfo
		}
	case u.Fragment != "":
		v.Variant = "hash"
	default:
		return nil
	}
	return []Verdict{v}
}

func exampleHost(host string) bool {
	for _, name := range []string{"example.com", "example.org", "yourdomain.com", "mydomain.com", "domain.com", "도메인"} {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	return false
}

func private(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") || strings.HasSuffix(host, ".local") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified())
}

// pgWithMID: the provider alone leaves the choice among several MIDs to PortOne.
func pgWithMID(l *Look) []Verdict {
	s, ok := word(l.At("params.pg"))
	if !ok || !l.fromCode() || strings.Contains(s, ".") || l.Sent("params.channelKey") {
		return nil
	}
	if s == string(wizard.ModuleNew) || s == string(wizard.ModuleOld) {
		return []Verdict{{Path: "params.pg", Args: []string{"value", s}}}
	}
	return nil
}

// mixed speaks of calls and look-ups of the other version. A key of the other
// version is unknown-key, which names its twin.
func mixed(l *Look) []Verdict {
	if v := l.At("facts.code.other_version"); v.Len() > 0 {
		return found("facts.code.other_version")
	}
	return nil
}

// either gives the first of the paths that the call carries: one for each
// version.
func (l *Look) either(paths ...string) string {
	for _, p := range paths {
		if !l.At(p).IsAbsent() {
			return p
		}
	}
	return paths[0]
}
