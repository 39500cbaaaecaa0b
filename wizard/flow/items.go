package flow

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

// Items are the lines of a checklist that apply now, placeholders filled.
func (d Draft) Items(id string) []wizard.Item {
	q, _ := wizard.QuestionOf(id)
	_, known := d.applicable()
	var items []wizard.Item
	for _, item := range q.Items {
		if !known.match(item.AskedWhen) {
			continue
		}
		item.Text.Ko = text.Fill(item.Text.Ko, d.console(text.Ko)...)
		item.Text.En = text.Fill(item.Text.En, d.console(text.En)...)
		items = append(items, item)
	}
	return items
}

// Letter is the request to whoever may add the channel in the console, as lines.
func (d Draft) Letter(l text.Lang) string {
	return handover.ToConsole(d.Answers(), d.Entry("channel_name").Text, l)
}

// console are the words on the console's form for this channel.
func (d Draft) console(l text.Lang) []string {
	a := d.base
	mid := ""
	if ch, ok := wizard.ChannelOf(a.Mode, a.Module, a.Type); ok {
		mid = ch.MID
	}
	return append(wizard.ConsoleWords(a.Mode, a.Module, l), "channel_name", d.Entry("channel_name").Text, "test_mid", mid)
}
