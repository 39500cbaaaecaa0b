package flow

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/value"
)

// Entries hold one word for a thing, whichever version the code is for: that of
// V1, where V1 has one. So an answer stays when the version becomes another.
// Here they are put into the words of the call, and read back.

// write puts what was said at a question where it stands in the call.
func (s *sight) write(a *wizard.Answers, path string, q *wizard.Question, said string) {
	call := a.Call()
	switch {
	case q.ID == "pay_method" && call.SDK() == wizard.V2:
		method, easyPay := wizard.MethodWords(said)
		insert(a, path, value.Text(method))
		insert(a, wizard.EasyPayPath, value.Text(easyPay))
	case q.ID == "notice_url" && path != q.ID:
		insert(a, path, listed(said))
	case q.ID == "amount" && path == shownAmount:
		insert(a, path, answers.Typed(call, path, said))
		insert(a, "currency", value.Text("KRW"))
	default:
		insert(a, path, answers.Typed(call, path, word(call, path, q, said)))
	}
}

// shownAmount is the amount of a window that takes none: it names its currency.
const shownAmount = "displayAmount"

// listed are the addresses of a list as they are typed, one after the other.
func listed(typed string) value.Value {
	var items []value.Value
	for _, item := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' }) {
		items = append(items, value.Text(item))
	}
	if len(items) == 0 {
		return value.Value{}
	}
	return value.ListOf(items...)
}

// word is what the call says for the wizard's word.
func word(call wizard.Call, path string, q *wizard.Question, said string) string {
	if call.SDK() == wizard.V1 {
		return said
	}
	for i := range q.Options {
		if o := &q.Options[i]; o.Value == said && o.V2 != "" {
			return o.V2
		}
	}
	p, _ := wizard.ParamOf(call.Function, path)
	return wizard.Word(p.Limits.Codes, said)
}

// spoken is word the other way round.
func spoken(call wizard.Call, path string, q *wizard.Question, sent string) string {
	if call.SDK() == wizard.V1 {
		return sent
	}
	for i := range q.Options {
		if o := &q.Options[i]; o.V2 == sent && sent != "" {
			return o.Value
		}
	}
	p, _ := wizard.ParamOf(call.Function, path)
	return wizard.Own(p.Limits.Codes, sent)
}

// ownMethod is how answers pay, as the question about it has it.
func ownMethod(a wizard.Answers, path string) string {
	at := a.Params.Get(path)
	if at.Kind() != value.String {
		return plain(at)
	}
	return string(wizard.OwnMethod(a.Call(), at.Text(), a.Params.Get(wizard.EasyPayPath).Text()))
}

// unlisted is listed the other way round; what is no list of texts stands as it is.
func unlisted(v value.Value) string {
	if v.Kind() != value.List || slices.ContainsFunc(v.Items(), func(item value.Value) bool { return item.Kind() != value.String }) {
		return plain(v)
	}
	var all []string
	for _, item := range v.Items() {
		all = append(all, item.Text())
	}
	return strings.Join(all, ", ")
}
