package handover_test

import (
	"fmt"
	"iter"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const today = "2026-11-21"

// payment are answers for a pay method of a channel, as a quick start leaves them.
func payment(mode wizard.Mode, module wizard.Module, typ wizard.Type, method wizard.PayMethod) wizard.Answers {
	return wizard.Answers{
		Version: wizard.AnswersVersion, Mode: mode, SDK: wizard.V1, Module: module, Type: typ,
		Params: value.ObjectOf(value.Field{Key: "pay_method", Value: value.Text(string(method))}),
		Make: wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"},
			MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"}},
	}
}

func card(mode wizard.Mode) wizard.Answers {
	return payment(mode, wizard.ModuleNew, wizard.TypeGeneral, wizard.PayCard)
}

// payments are all pay methods of all channels that open a window, in both modes.
func payments() iter.Seq2[string, wizard.Answers] {
	return func(yield func(string, wizard.Answers) bool) {
		for _, ch := range wizard.Channels() {
			if !ch.Opens() {
				continue
			}
			for _, m := range ch.PayMethods {
				name := fmt.Sprintf("%s %s %s %s", ch.Mode, ch.Module, ch.Type, m)
				if !yield(name, payment(ch.Mode, ch.Module, ch.Type, m)) {
					return
				}
			}
		}
	}
}

// full are the payments with everything set that a letter may speak of, and
// with a mark in everything that it may not.
func full(a wizard.Answers) wizard.Answers {
	for _, p := range wizard.Params() {
		if p.Personal || p.Path == "name" {
			a.Params = a.Params.With(p.Path, value.Text(private))
		}
	}
	a.UserCode, a.TierCode = "imp10000001", "0A1"
	a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromServer}
	a.Make.MRedirectURL = nil
	for key, val := range map[string]string{
		"m_redirect_url": "https://" + private + ":" + private + "@shop.example.com/back?token=" + private + "#" + private,
		"notice_url":     "https://shop.example.com/hook?key=" + private,
		"confirm_url":    "https://shop.example.com/confirm?key=" + private,
		"app_scheme":     "shop://", "merchant_uid": private,
	} {
		a.Params = a.Params.With(key, value.Text(val))
	}
	a.Params = a.Params.With("tax_free", value.Digits("0"))
	a.Params = a.Params.With("amount", value.Digits("987654"))
	return a
}

const private = "PRIVATEMARK"

// everything that is handed on for the answers, in one text.
func everything(a wizard.Answers, l text.Lang) string {
	var b strings.Builder
	for _, e := range handover.Letters(a, l) {
		s, _ := handover.Letter(e.ID, a, l)
		fmt.Fprintf(&b, "%s\n%s\n", e.To, s)
	}
	fmt.Fprintln(&b, handover.TestTable(handover.QA(a, l), l), handover.DifferenceTable(handover.Differences(a, l), l))
	fmt.Fprintln(&b, handover.Ladder(a, l), handover.Notes(a, l), handover.LookUp(a, l))
	for _, line := range handover.Checklist(a, today, l) {
		fmt.Fprintln(&b, line.Text, line.How, line.Who)
	}
	return b.String()
}
