package sample

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// together are parameters that another one decides about.
var together = []string{"channelGroupId", "pg", "card.direct.quota", "tax_free", "bypass.customerIdentifier"}

// param sets a parameter where the place has it and chance wants it.
func (m *maker) param(p wizard.Param) {
	needed, wanted := m.needed(p), m.wants(p.Path) || p.Path == "card.direct.code" && m.wants("card.direct.quota")
	switch {
	case !p.Allows(m.at.Module, m.at.Type, m.at.Method):
		return
	case p.Path == "channelKey":
		m.selector()
		return
	case p.Path == "customer_id" && m.at.Type == wizard.TypeGeneral && !needed && !wanted && m.coin():
		return
	case contains(together, p.Path), !needed && !wanted && m.coin():
		return
	}
	if f, ok := p.FixedFor(m.at.Type); ok {
		if wanted || m.coin() {
			m.set(p.Path, f.Value())
		}
		return
	}
	if !wanted && m.made(p.Path) {
		return
	}
	m.set(p.Path, m.value(p))
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// selector chooses the channel in one of the three ways.
func (m *maker) selector() {
	group, _ := wizard.ParamAt("channelGroupId")
	switch {
	case m.wants("channelGroupId") && group.Allows(m.at.Module, m.at.Type, m.at.Method),
		len(m.always) == 0 && m.IntN(8) == 0 && group.Allows(m.at.Module, m.at.Type, m.at.Method):
		m.set("channelGroupId", value.Text("channel-group-"+string(m.at.Mode)+"-"+m.uuid()))
	case m.wants("pg"), len(m.always) == 0 && m.IntN(8) == 0:
		m.set("pg", value.Text(string(m.at.Module)+m.pick("", ".t_2302141m", ".shop01m")))
	default:
		m.set("channelKey", value.Text("channel-key-"+m.uuid()))
	}
}

func (m *maker) uuid() string {
	const hex = "0123456789abcdef"
	return m.of(hex, 8) + "-" + m.of(hex, 4) + "-" + m.of(hex, 4) + "-" + m.of(hex, 4) + "-" + m.of(hex, 12)
}

// made leaves a parameter to its maker, with an even chance.
func (m *maker) made(path string) bool {
	if m.coin() {
		return false
	}
	mk := &m.a.Make
	switch path {
	case "merchant_uid":
		mk.MerchantUID = &wizard.MakeOrderID{From: m.pick(wizard.FromBrowser, wizard.FromServer), Prefix: m.pick("", "order", "A1")}
	case "m_redirect_url":
		mk.MRedirectURL = &wizard.MakeRedirect{Path: m.pick("/", "/payments/redirect", "/결제/완료?a=1")}
	case "vbank_due":
		mk.VbankDue = &wizard.MakeVbankDue{Days: 1 + m.IntN(60)}
	case "period":
		mk.Period = &wizard.MakePeriod{Days: 1 + m.IntN(60)}
	default:
		return false
	}
	return true
}

// value is a value within the parameter's limits.
func (m *maker) value(p wizard.Param) value.Value {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	date := func(in int) value.Value { return value.Text(m.today.AddDate(0, 0, in).Format("20060102")) }
	switch p.Path {
	case "pay_method":
		return value.Text(string(m.at.Method))
	case "merchant_uid":
		return value.Text(m.of(letters, 1+m.IntN(40)))
	case "buyer_tel":
		return value.Text(m.pick("010-1234-5678", "01012345678", "02-123-4567", "0505-1234-5678"))
	case "buyer_email":
		return value.Text(m.of(letters, 1+m.IntN(20)) + "@shop.example")
	case "vbank_due":
		return date(m.IntN(400))
	case "period":
		from := m.IntN(100)
		return value.ObjectOf(value.Field{Key: "from", Value: date(from)}, value.Field{Key: "to", Value: date(from + m.IntN(100))})
	case "card.direct.code":
		m.set("card.direct.quota", value.Digits(m.pick("0", "2", "12")))
	case "customer_id":
		return value.Text(m.of(letters, 1+m.IntN(20)))
	case "m_redirect_url", "notice_url", "confirm_url":
		return value.Text("https://shop.example.com/" + m.of(letters+"-_/", m.IntN(30)))
	case "app_scheme":
		return value.Text(m.pick("myshop", "myshop://pay"))
	case "bypass.smartro_v2.OpenType":
		return value.Text("KR") // EN is for the overseas type, which fixes it
	case "custom_data":
		return value.ObjectOf(value.Field{Key: "cart", Value: value.ListOf(m.between(1, 99), m.free(10))})
	}
	return m.plain(p)
}

// plain is a value by the row's limits alone.
func (m *maker) plain(p wizard.Param) value.Value {
	l := p.Limits
	switch {
	case len(l.OneOf) > 0:
		return value.Text(m.pick(l.OneOf...))
	case l.Codes != "":
		return m.code(l.Codes)
	case p.Type == "boolean":
		return value.Truth(m.coin())
	case p.Type == "number":
		low, high := 0, 1_000_000
		if l.Min != nil {
			low = *l.Min
		}
		if l.Max != nil {
			high = *l.Max
		}
		return m.between(low, high)
	case l.MaxLength > 0:
		return m.free(1 + m.IntN(l.MaxLength))
	}
	return m.free(20)
}

// code is a code that works in both modes and on every machine.
func (m *maker) code(table string) value.Value {
	for {
		codes := wizard.Codes(table)
		c := codes[m.IntN(len(codes))]
		if !c.NotInTest && !c.WindowsOnly {
			return value.Text(c.Code)
		}
	}
}

// free is text of at most n bytes in EUC-KR, never blank.
func (m *maker) free(n int) value.Value {
	if n == 1 {
		return value.Text("a")
	}
	s := m.of("가나다 라마바사'\"`$\\<>{}&;한글Abc019.,-_()", n/2)
	if strings.TrimSpace(s) == "" {
		s = "a"
	}
	return value.Text(s)
}

// amount is what the other values want of it: enough for months of instalment
// and for the tax-free part.
func (m *maker) amount() {
	low := 1
	if q := m.a.Params.Get("card.direct.quota"); !q.IsAbsent() && q.Text() != "0" {
		low = 50_000
	}
	m.set("amount", m.between(low, 2_000_000))
	tax, _ := wizard.ParamAt("tax_free")
	if tax.Allows(m.at.Module, m.at.Type, m.at.Method) && (m.wants("tax_free") || m.coin()) {
		m.set("tax_free", m.between(0, low))
	}
}

// receipt adds the identifier that the kind of receipt wants.
func (m *maker) receipt() {
	if m.wants("bypass.customerIdentifier") && m.at.Type == wizard.TypeGeneral && m.at.Method == "trans" && m.at.Module == wizard.ModuleNew {
		m.set("bypass.cashReceiptType", value.Text(m.pick("personal", "corporate")))
	}
	switch m.a.Params.Get("bypass.cashReceiptType").Text() {
	case "personal":
		m.set("bypass.customerIdentifier", value.Text(m.pick("01012345678", m.digits(18))))
	case "corporate":
		m.set("bypass.customerIdentifier", value.Text(m.digits(10)))
	}
}
