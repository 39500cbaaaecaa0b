package servers

import (
	"fmt"
	"strings"
	"time"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/wizard"
)

// Variant is a set of answers and what is tried with the server that comes of it.
type Variant struct {
	Name  string
	Mode  wizard.Mode
	Type  wizard.Type
	Parts []string // options.server

	old    bool   // the old module
	method string // pay_method
	from   string // who makes order numbers
	tier   string
	params string            // further parameters, as YAML
	make   string            // and further made ones
	env    map[string]string // besides the usual; empty is unset
	fields []string          // names of the page's order, without its number
	table  []scenario
}

// price is what every example order costs.
const price = 1004

// customer is whose card a billing window registers.
const customer = "user1001card1"

// buyerFields are the names of the example order that every page has.
var buyerFields = []string{"name", "amount", "buyerName", "buyerTel", "buyerEmail"}

// Variants are all that is run.
func Variants() []Variant {
	card := Variant{Name: "card", Mode: wizard.ModeTest, Type: wizard.TypeGeneral, method: "card",
		Parts: []string{wizard.PartCancel, wizard.PartVbank}, table: cardTable}
	closed := card
	closed.Name, closed.table = "closed", closedTable
	closed.env = map[string]string{"OPERATOR_TOKEN": "", "PORTONE_API_BASE": "http://127.0.0.1:9"}
	return []Variant{
		card,
		closed,
		{Name: "live", Mode: wizard.ModeLive, Type: wizard.TypeGeneral, method: "card", from: wizard.FromServer,
			Parts: []string{wizard.PartCancel, wizard.PartPrepare}, table: liveTable},
		{Name: "vbank", Mode: wizard.ModeTest, Type: wizard.TypeGeneral, method: "vbank", make: "vbank_due: {days: 3}",
			Parts: []string{wizard.PartCancel, wizard.PartReceipt}, table: vbankTable},
		{Name: "old", Mode: wizard.ModeTest, Type: wizard.TypeGeneral, old: true, method: "vbank", make: "vbank_due: {days: 3}",
			Parts: []string{wizard.PartCancel}, table: oldTable},
		{Name: "billing", Mode: wizard.ModeTest, Type: wizard.TypeBilling, method: "card", params: "customer_uid: " + customer + ", customer_id: user1001",
			fields: []string{"customerUid", "customerId"}, Parts: []string{wizard.PartCancel, wizard.PartAgain, wizard.PartSchedule}, table: billingTable},
		{Name: "escrow", Mode: wizard.ModeTest, Type: wizard.TypeEscrow, method: "card", tier: "001",
			Parts: []string{wizard.PartCancel, wizard.PartEscrow}, table: escrowTable},
	}
}

func (v Variant) module() wizard.Module {
	if v.old {
		return wizard.ModuleOld
	}
	return wizard.ModuleNew
}

// channel is the merchant's channel for these answers.
func (v Variant) channel() fakeapi.Channel {
	return fakeapi.New(time.Now).Channel(v.Mode, v.module(), v.Type)
}

// Answers are the answers as YAML. An address to return to is the usual one.
func (v Variant) Answers() string {
	var b strings.Builder
	fmt.Fprintf(&b, "version: 1\nmode: %s\nsdk: v1\nmodule: %s\ntype: %s\nuser_code: imp10000001\n", v.Mode, v.module(), v.Type)
	if v.tier != "" {
		fmt.Fprintf(&b, "tier_code: %q\n", v.tier)
	}
	params := []string{"channelKey: " + v.channel().Key, "pay_method: " + v.method, "name: 상품", fmt.Sprint("amount: ", price),
		"buyer_name: 홍길동", "buyer_tel: 010-1234-5678", "buyer_email: hong@example.com"}
	if v.params != "" {
		params = append(params, v.params)
	}
	from := v.from
	if from == "" {
		from = wizard.FromBrowser
	}
	made := []string{"merchant_uid: {from: " + from + ", prefix: order}", "m_redirect_url: {path: /payments/redirect}"}
	if v.make != "" {
		made = append(made, v.make)
	}
	fmt.Fprintf(&b, "params: {%s}\nmake: {%s}\noptions: {locale: ko, server: [%s]}\n",
		strings.Join(params, ", "), strings.Join(made, ", "), strings.Join(v.Parts, ", "))
	return b.String()
}
