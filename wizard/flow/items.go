package flow

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

// Items are the lines of a checklist that apply now, placeholders filled.
func (d Draft) Items(id string) []wizard.Item {
	q, ok := row(id)
	if !ok || len(q.Items) == 0 {
		return nil
	}
	ch, _ := d.see().channel()
	ko, en := d.console(ch, text.Ko), d.console(ch, text.En)
	var items []wizard.Item
	for _, step := range ch.Steps() {
		i := slices.IndexFunc(q.Items, func(item wizard.Item) bool { return item.ID == step.ID })
		item := q.Items[i]
		item.Text.Ko, item.Text.En = text.Fill(item.Text.Ko, ko...), text.Fill(item.Text.En, en...)
		items = append(items, item)
	}
	return items
}

// Letter is the request to whoever may add the channel in the console, as lines.
func (d Draft) Letter(l text.Lang) string {
	return handover.ToConsole(d.Answers(), d.Entry("channel_name").Text, l)
}

// console are the words on the console's form for a channel.
func (d Draft) console(ch wizard.Channel, l text.Lang) []string {
	name := d.Entry("channel_name").Text
	if strings.TrimSpace(name) == "" {
		name = ch.Name
	}
	return append(wizard.ConsoleWords(ch.Mode, ch.Module, l), "channel_name", name, "test_mid", ch.MID)
}
