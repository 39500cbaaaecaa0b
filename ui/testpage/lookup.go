package testpage

import (
	"strings"

	"smartro-wizard/wizard"
)

// LookUp is the command that asks PortOne what became of a payment: it runs
// where the REST key is, reads the key from the environment, and puts neither
// key nor token into an argument that other users of the machine can see. A
// payment number of another shape is not put into a command.
func LookUp(impUID string) string {
	if !paymentNumber().MatchString(impUID) {
		impUID = "$IMP_UID"
	}
	return strings.Join([]string{
		`TOKEN=$(printf '{"imp_key":"%s","imp_secret":"%s"}' \`,
		`    "$IMP_KEY" "$IMP_SECRET" |`,
		`  curl -s -H 'Content-Type: application/json' --data-binary @- \`,
		`    https://api.iamport.kr/users/getToken |`,
		`  sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')`,
		`printf 'Authorization: Bearer %s\n' "$TOKEN" |`,
		`  curl -s -H @- \`,
		`    "https://api.iamport.kr/payments/` + impUID + `?include_sandbox=true"`,
	}, "\n")
}

// Proof is one field of the look-up and the value that it has when all is well.
type Proof struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// Proofs are the five fields that settle what happened, in the order in which
// they are looked at.
func Proofs(a wizard.Answers) []Proof {
	channel, _ := wizard.ChannelOf(a.Mode, a.Module, a.Type)
	return []Proof{
		{"status", "paid"},
		{"amount", a.Params.Get("amount").Text()},
		{"pg_provider", string(a.Module)},
		{"pg_id", channel.MID},
		{"sandbox", "true"},
	}
}
