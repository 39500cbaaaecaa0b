package sample

import (
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// togetherV2 are parameters of V2 that another one decides about.
var togetherV2 = []string{
	"storeId", "channelGroupId", "totalAmount", "taxFreeAmount", "vatAmount", "card.installment.monthOption.fixedMonth",
	"virtualAccount.accountExpiry.validHours", "virtualAccount.cashReceiptType", "virtualAccount.customerIdentifier",
	"transfer.customerIdentifier",
}

// validV2 is Valid for V2.
func (m *maker) validV2() wizard.Answers {
	m.a = wizard.Answers{
		Version: wizard.AnswersVersion, Mode: m.at.Mode, SDK: wizard.V2, Module: m.at.Module, Type: m.at.Type,
		StoreID: "store-" + m.uuid(), Params: value.ObjectOf(),
	}
	for _, p := range wizard.ParamsOf(m.at.call().Function) {
		m.paramV2(p)
	}
	m.amountV2()
	m.receiptV2("transfer")
	m.options()
	return m.a
}

func (m *maker) paramV2(p wizard.Param) {
	needed, wanted := m.needed(p), m.wants(p.Path)
	switch {
	case !p.Allows(m.at.Module, m.at.Type, m.at.Method), contains(togetherV2, p.Path) && !m.leads(p.Path):
		return
	case p.Path == "channelKey":
		m.selectorV2()
		return
	case !needed && !wanted && !m.leads(p.Path) && m.coin():
		return
	}
	if f, ok := p.FixedFor(m.at.Type); ok {
		if wanted || m.coin() {
			m.set(p.Path, f.Value())
		}
		return
	}
	if !wanted && m.madeV2(p.Path) {
		return
	}
	m.set(p.Path, m.valueV2(p))
}

// leads reports whether a parameter is wanted that only comes with this one.
func (m *maker) leads(path string) bool {
	for wanted, with := range map[string]string{
		"card.installment.monthOption.fixedMonth": "card.cardCompany", "virtualAccount.cashReceiptType": "virtualAccount.bankCode",
		"virtualAccount.customerIdentifier": "virtualAccount.bankCode", "transfer.customerIdentifier": "transfer.cashReceiptType",
	} {
		if path == with && m.wants(wanted) {
			return true
		}
	}
	return false
}

func (m *maker) selectorV2() {
	group, known := wizard.ParamOf(m.at.call().Function, "channelGroupId")
	if known && group.Allows(m.at.Module, m.at.Type, m.at.Method) && (m.wants("channelGroupId") || len(m.always) == 0 && m.IntN(8) == 0) {
		m.set("channelGroupId", value.Text("channel-group-"+string(m.at.Mode)+"-"+m.uuid()))
		return
	}
	m.set("channelKey", value.Text("channel-key-"+m.uuid()))
}

// madeV2 leaves a parameter to its maker, with an even chance.
func (m *maker) madeV2(path string) bool {
	if path == "" || m.coin() {
		return false
	}
	mk, call := &m.a.Make, m.at.call()
	switch path {
	case "issueId":
		mk.MerchantUID = &wizard.MakeOrderID{From: m.pick(wizard.FromBrowser, wizard.FromServer), Prefix: m.pick("", "iss", "A1B2")}
	case call.OrderID:
		mk.MerchantUID = &wizard.MakeOrderID{From: m.pick(wizard.FromBrowser, wizard.FromServer), Prefix: m.pick("", "order", "A1")}
	case call.Redirect:
		mk.MRedirectURL = &wizard.MakeRedirect{Path: m.pick("/", "/payments/redirect", "/결제/완료?a=1")}
	case call.Due:
		if m.wants("virtualAccount.accountExpiry.validHours") {
			return false
		}
		mk.VbankDue = &wizard.MakeVbankDue{Days: 1 + m.IntN(60)}
	case call.Period:
		mk.Period = &wizard.MakePeriod{Days: 1 + m.IntN(60)}
	default:
		return false
	}
	return true
}

// valueV2 is a value within the parameter's limits.
func (m *maker) valueV2(p wizard.Param) value.Value {
	switch p.Path {
	case "payMethod", "billingKeyMethod":
		return value.Text(string(m.at.Method))
	case "paymentId":
		return value.Text(m.of(letters, 1+m.IntN(40)))
	case "issueId", "customer.customerId":
		return value.Text(m.of(letters, 1+m.IntN(20)))
	case "customer.phoneNumber":
		return value.Text(m.pick("010-1234-5678", "01012345678", "02-123-4567", "0505-1234-5678"))
	case "customer.email":
		return value.Text(m.of(letters, 1+m.IntN(20)) + "@shop.example")
	case "currency":
		return value.Text(m.pick("KRW", "USD"))
	case "easyPay.easyPayProvider":
		return value.Text(m.pick("KAKAOPAY", "NAVERPAY", "PAYCO", "LPAY", "PINPAY"))
	case "redirectUrl", "confirmUrl":
		return value.Text("https://shop.example.com/" + m.of(letters+"-_/", m.IntN(30)))
	case "noticeUrls":
		return value.ListOf(value.Text("https://shop.example.com/" + m.of(letters, 5)))
	case "mobile.avaliableCarriers":
		return value.ListOf(value.Text(m.pick("SKT", "KT", "LGU")))
	case "appScheme":
		return value.Text(m.pick("myshop", "myshop://pay"))
	case "customData":
		return value.ObjectOf(value.Field{Key: "cart", Value: value.ListOf(m.between(1, 99), m.free(10))})
	case "bypass.smartro_v2.OpenType":
		return value.Text("KR") // EN is for the overseas type, which fixes it
	case "card.cardCompany":
		m.set("card.installment.monthOption.fixedMonth", value.Digits(m.pick("0", "2", "12")))
	case "virtualAccount.bankCode":
		m.set("virtualAccount.cashReceiptType", value.Text(m.receiptKind("virtualAccount")))
		m.receiptV2("virtualAccount")
	case "transfer.cashReceiptType":
		return value.Text(m.receiptKind("transfer"))
	case "offerPeriod.range":
		from := m.IntN(100)
		return value.ObjectOf(value.Field{Key: "from", Value: m.momentIn(from)}, value.Field{Key: "to", Value: m.momentIn(from + m.IntN(100))})
	}
	if p.Path == m.at.call().Due {
		return m.due()
	}
	return m.plain(p)
}

func (m *maker) momentIn(days int) value.Value {
	return value.Text(m.today.AddDate(0, 0, days).Format(time.RFC3339))
}

// due is a deadline in one of the shapes that are taken.
func (m *maker) due() value.Value {
	at := m.today.AddDate(0, 0, m.IntN(400))
	return value.Text(m.pick(at.Format("20060102"), at.Format(time.DateOnly), at.Format("20060102")+"235959", at.Format(time.DateOnly)+" 23:59:59"))
}

func (m *maker) receiptKind(object string) string {
	if m.wants(object + ".customerIdentifier") {
		return m.pick("PERSONAL", "CORPORATE")
	}
	return m.pick("PERSONAL", "CORPORATE", "ANONYMOUS")
}

// receiptV2 adds the number that the kind of receipt wants.
func (m *maker) receiptV2(object string) {
	switch m.a.Params.Get(object + ".cashReceiptType").Text() {
	case "PERSONAL":
		m.set(object+".customerIdentifier", value.Text(m.pick("01012345678", m.digits(18))))
	case "CORPORATE":
		m.set(object+".customerIdentifier", value.Text(m.digits(10)))
	}
}

// amountV2 is what the other values want of it. A deadline in hours takes the
// place of one by date here, too.
func (m *maker) amountV2() {
	hours := "virtualAccount.accountExpiry.validHours"
	if m.at.Method == "VIRTUAL_ACCOUNT" && (m.wants(hours) || len(m.always) == 0 && m.IntN(4) == 0) {
		m.a.Make.VbankDue = nil
		m.set("virtualAccount.accountExpiry", value.ObjectOf(value.Field{Key: "validHours", Value: m.between(1, 240)}))
	}
	if m.at.Type == wizard.TypeBilling {
		return
	}
	low := 100
	if q := m.a.Params.Get("card.installment.monthOption.fixedMonth").Text(); q != "" && q != "0" {
		low = 50_000
	}
	m.set("totalAmount", m.between(low, 2_000_000))
	for _, part := range []string{"taxFreeAmount", "vatAmount"} {
		if m.wants(part) || m.coin() {
			m.set(part, m.between(0, low/2))
		}
	}
}
