package rulebook

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Where PortOne calls the shop, and what is handed through.
var noticeRows = []Rule{
	{
		ID: "notice-url-public", Functions: []string{EveryCall},
		Reads:    []string{"params.notice_url"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Check:   publicNotice,
		Sources: []string{guide + "integration/webhook/readme-v1 L244-251"},
	},
	{
		ID: "notice-url-overrides-console", Functions: []string{EveryCall},
		Reads:    []string{"params.notice_url"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentResult,
		Person: Person{Who: Developer, If: sends("params.notice_url")},
		Sources: []string{
			v1sdk + "javascript-sdk/payrq L294-299",
			guide + "integration/webhook/readme-v1 L102-104",
		},
	},
	{
		ID:       "confirm-url-activation",
		Reads:    []string{"params.confirm_url"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person: Person{Who: Contract, If: sends("params.confirm_url")},
		Sources: []string{
			v1sdk + "javascript-sdk/payrq L288-292",
			guide + "extra/confirm-process/readme-v1 L54-98",
			help + "faq/general-inquiry/confirm-process.md",
		},
	},
	{
		ID:       "custom-data-json",
		Reads:    []string{"params.custom_data"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentResult,
		Check: kind(value.Object),
		Sources: []string{
			page + " L200-202",
			oas + " L9194 PaymentAnnotation.custom_data",
		},
	},
}

// publicNotice judges one address or a list of them.
func publicNotice(l *Look) []Verdict {
	const path = "params.notice_url"
	v, ok := l.Value(path)
	if !ok {
		return nil
	}
	if v.Kind() != value.List {
		if !reachable(v) {
			return found(path)
		}
		return nil
	}
	for i, item := range v.Items() {
		if item.Known() && !reachable(item) {
			return found(path + "." + strconv.Itoa(i))
		}
	}
	return nil
}

var address = lazy(addressShape)

// reachable reports whether PortOne's servers can call the address at all.
func reachable(v value.Value) bool {
	if v.Kind() != value.String || !address().MatchString(v.Text()) {
		return false
	}
	u, err := url.Parse(v.Text())
	if err != nil || u.Hostname() == "localhost" || strings.HasSuffix(u.Hostname(), ".localhost") {
		return false
	}
	ip, err := netip.ParseAddr(u.Hostname())
	return err != nil || !ip.IsLoopback() && !ip.IsPrivate() && !ip.IsUnspecified()
}
