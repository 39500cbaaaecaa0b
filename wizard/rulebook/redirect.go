package rulebook

import (
	"smartro-wizard/wizard"
)

// Where a phone comes back to.
var redirectRows = []Rule{
	{
		ID:       "m-redirect-url-mobile",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.m_redirect_url", "facts.ctx.device"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: returnForPhones,
		Sources: []string{
			page + ` "3.결제 요청하기"`,
			v1sdk + "javascript-sdk/payrq L332-338",
		},
	},
	{
		ID:       "m-redirect-url-billing",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.m_redirect_url"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check:   required,
		Sources: []string{page + ` "비인증 결제창 요청" m_redirect_url`},
	},
	{
		ID:       "m-redirect-url-absolute",
		Reads:    []string{"params.m_redirect_url", "facts.redirect.shape"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Derived,
		Check: wholeAddress, Mend: trimmed(addressShape),
		Sources: []string{guide + "integration/start/v1/auth L280-310"},
	},
	{
		ID:       "app-scheme-webview",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.app_scheme", "facts.ctx.device"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Check: schemeForWebView,
		Sources: []string{
			v1sdk + "javascript-sdk/payrq L340-345",
			"https://github.com/iamport/iamport-manual/blob/877914a5/인증결제/README.md L187-193",
		},
	},
}

// wholeAddress judges the address, or what is known of one that is put together
// at run time: whether it begins with a scheme.
func wholeAddress(l *Look) []Verdict {
	if l.Word("facts.redirect.shape") == "no-scheme" {
		return found("facts.redirect.shape")
	}
	return first(matches(addressShape))(l)
}

const addressShape = `^https?://[^\s]+$`

// returnForPhones wants the address unless the page is for PC alone: nobody
// can keep phones away from a page.
func returnForPhones(l *Look) []Verdict {
	v := missing(l, l.reads[0])
	if v == nil || l.Word("facts.ctx.device") == "pc" {
		return nil
	}
	return v
}

func schemeForWebView(l *Look) []Verdict {
	v := missing(l, l.reads[0])
	if v == nil || l.Word("facts.ctx.device") != "webview" {
		return nil
	}
	return v
}
