package handover

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

type difference struct {
	when
	ID      string   `json:"id"`
	What    sentence `json:"what"`
	Test    said     `json:"test"`
	Live    said     `json:"live"`
	Sources []string `json:"sources"`
}

// Row is one thing that is or is not the same in test and live.
type Row struct {
	ID   string `json:"id"`
	What string `json:"what"`
	Test string `json:"test"`
	Live string `json:"live"`
}

// Differences are what changes between test and live, whichever the answers
// are for.
func Differences(a wizard.Answers, l text.Lang) []Row {
	p := of(a, l)
	if !p.opens() {
		return nil
	}
	a.Mode = wizard.ModeTest // the MID for testing is told in both modes
	cells := of(a, l)
	cells.more = []string{"test_boxes", p.boxes(wizard.ModeTest), "live_boxes", p.boxes(wizard.ModeLive)}
	var all []Row
	for _, row := range rows().Differences {
		if p.is(row.when) {
			all = append(all, Row{row.ID, row.What.in(p.SDK).In(l), cells.sentence(row.Test), cells.sentence(row.Live)})
		}
	}
	return all
}

// DifferenceTable is the table of differences with its head.
func DifferenceTable(differences []Row, l text.Lang) [][]string {
	table := [][]string{{text.Of(l, "handover.what"), text.Of(l, "handover.test"), text.Of(l, "handover.live")}}
	for _, d := range differences {
		table = append(table, []string{d.What, d.Test, d.Live})
	}
	return table
}
