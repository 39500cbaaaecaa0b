package handover

import (
	"strconv"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

type test struct {
	when
	Rule       string            `json:"rule"` // the row belongs only where this rule judges
	ID         string            `json:"id"`
	Do         sentence          `json:"do"`
	On         string            `json:"on"` // a key of places
	Expect     sentence          `json:"expect"`
	Confidence wizard.Confidence `json:"confidence"`
	Sources    []string          `json:"sources"`
}

// Test is one row of the test table.
type Test struct {
	ID     string `json:"id"`
	Number int    `json:"number"`
	Do     string `json:"do"`
	On     string `json:"on"`
	Expect string `json:"expect"`
}

// QA are the tests for whoever tries the payment before it opens.
func QA(a wizard.Answers, l text.Lang) []Test {
	p := of(a, l)
	if !p.opens() {
		return nil
	}
	var all []Test
	for _, row := range rows().Tests {
		if !p.is(row.when) || row.Rule != "" && !p.judged(row.Rule) {
			continue
		}
		all = append(all, Test{ID: row.ID, Number: len(all) + 1, Do: p.fill(row.Do),
			On: rows().Places[row.On].In(l), Expect: soft(row.Confidence, p.fill(row.Expect), l)})
	}
	return all
}

// soft says of a sentence that no document states it.
func soft(c wizard.Confidence, s string, l text.Lang) string {
	if c == wizard.Derived {
		return s + " " + text.Of(l, "handover.derived")
	}
	return s
}

// TestTable is the table of tests with its head.
func TestTable(tests []Test, l text.Lang) [][]string {
	table := [][]string{{"#", text.Of(l, "handover.do"), text.Of(l, "handover.on"), text.Of(l, "handover.expect")}}
	for _, t := range tests {
		table = append(table, []string{strconv.Itoa(t.Number), t.Do, t.On, t.Expect})
	}
	return table
}
