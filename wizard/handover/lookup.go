package handover

import (
	"regexp"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Only what has these shapes goes into a command. A payment number has 12
// digits in every document; a little more room would be no reason for alarm.
var (
	paymentNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^imps?_[0-9]{6,20}$`) })
	tierCode      = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Z0-9]{3}$`) })
)

// PaymentNumber reports whether s has the shape of imp_uid.
func PaymentNumber(s string) bool { return paymentNumber().MatchString(s) }

// Command asks PortOne what became of a payment, or whether a card is
// registered where nothing is paid. It runs where the REST key is, reads the
// key from the environment, and puts neither key nor token into an argument
// that other users of the machine can see. A payment number of another shape
// is not put into a command; it is then read from the environment too.
func Command(a wizard.Answers, impUID string) string {
	if a.SDK == wizard.V2 {
		return commandV2(a, impUID)
	}
	what := "payments/$IMP_UID"
	switch {
	case a.Type == wizard.TypeBilling:
		what = "subscribe/customers/$CUSTOMER_UID"
	case PaymentNumber(impUID):
		what = "payments/" + impUID
	}
	if a.Mode == wizard.ModeTest && a.Type != wizard.TypeBilling {
		what += "?include_sandbox=true"
	}
	tier := ""
	if tierCode().MatchString(a.TierCode) {
		tier = " -H 'Tier: " + a.TierCode + "'"
	}
	api := "https://" + rows().Values["api"]
	return strings.Join([]string{
		`TOKEN=$(printf '{"imp_key":"%s","imp_secret":"%s"}' \`,
		`    "$IMP_KEY" "$IMP_SECRET" |`,
		`  curl -s -H 'Content-Type: application/json' --data-binary @- \`,
		`    ` + api + `/users/getToken |`,
		`  sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')`,
		`printf 'Authorization: Bearer %s\n' "$TOKEN" |`,
		`  curl -s -H @-` + tier + ` \`,
		`    "` + api + `/` + what + `"`,
	}, "\n")
}

// Only what has these shapes goes into a command of V2.
var (
	ownNumber  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9]{1,40}$`) })
	billingKey = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^billing-key-[0-9a-f-]{36}$`) })
)

// commandV2 is Command for V2: the API secret is the one key, and there is no
// token to fetch. A payment is looked up by the shop's own number.
func commandV2(a wizard.Answers, number string) string {
	what := "payments/$PAYMENT_ID"
	switch {
	case a.Type == wizard.TypeBilling && billingKey().MatchString(number):
		what = "billing-keys/" + number
	case a.Type == wizard.TypeBilling:
		what = "billing-keys/$BILLING_KEY"
	case ownNumber().MatchString(number):
		what = "payments/" + number
	}
	return strings.Join([]string{
		`printf 'Authorization: PortOne %s\n' "$PORTONE_API_SECRET" |`,
		`  curl -s -H @- \`,
		`    "https://` + rows().Values["api_v2"] + `/` + what + `"`,
	}, "\n")
}

// proofsV2 are Proofs for V2. A registered card lists its channels.
func proofsV2(a wizard.Answers, mid string) []Proof {
	kind := strings.ToUpper(string(a.Mode))
	if a.Type == wizard.TypeBilling {
		return []Proof{{"status", "ISSUED"}, {"channels[0].pgProvider", providerV2}, {"channels[0].pgMerchantId", mid}, {"channels[0].type", kind}}
	}
	status := "PAID"
	if a.OwnMethod() == "vbank" {
		status = "VIRTUAL_ACCOUNT_ISSUED"
	}
	return []Proof{{"status", status}, {"amount.total", a.Said("amount").Text()},
		{"channel.pgProvider", providerV2}, {"channel.pgMerchantId", mid}, {"channel.type", kind}}
}

// providerV2 is how V2 spells the new module.
const providerV2 = "SMARTRO_V2"

// Proof is one field of the look-up and the value that it has when all is
// well. Value is empty where nobody but the reader knows it.
type Proof struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// Proofs are the fields that settle what happened, in the order in which they
// are looked at: five of a payment, three or four of a registered card.
func Proofs(a wizard.Answers) []Proof {
	p := of(a, text.Ko)
	if a.SDK == wizard.V2 {
		return proofsV2(a, p.channel.MID)
	}
	sandbox := "true"
	if a.Mode == wizard.ModeLive {
		sandbox = "false"
	}
	channel := []Proof{{"pg_provider", string(a.Module)}, {"pg_id", p.channel.MID}, {"sandbox", sandbox}}
	if a.Type == wizard.TypeBilling {
		return channel
	}
	status := "paid"
	if p.method == "vbank" {
		status = "ready"
	}
	return append([]Proof{{"status", status}, {"amount", a.Params.Get("amount").Text()}}, channel...)
}

// proofLines tell what the fields have to be, for people.
func (p *payment) proofLines() []string {
	var lines []string
	for _, proof := range Proofs(p.Answers) {
		value := shown(proof.Value)
		switch {
		case proof.Field == "amount" || proof.Field == "amount.total":
			value = text.Of(p.l, "handover.order_amount")
		case proof.Field == "status" && p.method == "vbank" && p.SDK == wizard.V2:
			value = text.Of(p.l, "handover.status_vbank_v2")
		case proof.Field == "status" && p.method == "vbank":
			value = text.Of(p.l, "handover.status_vbank")
		case value == "":
			value = text.Of(p.l, "handover.own_mid")
		}
		lines = append(lines, "    "+proof.Field+": "+value)
	}
	return lines
}

// LookUp is the command with what to give it and what to compare, for whoever
// has the keys.
func LookUp(a wizard.Answers, l text.Lang) string {
	s, _ := Letter("lookup", a, l)
	return s
}
