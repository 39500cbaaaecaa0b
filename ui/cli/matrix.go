package cli

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard/text"
)

// matrixCell is a cell as machines read it: code, or the reason why not.
type matrixCell struct {
	SDK    string `json:"sdk"`
	Module string `json:"module"`
	Mode   string `json:"mode"`
	Type   string `json:"type"`
	Method string `json:"method"`
	Target string `json:"target"`
	Code   bool   `json:"code"`
	Reason string `json:"reason,omitempty"`
}

type matrixReport struct {
	Cells   []matrixCell `json:"cells"`
	Summary struct {
		Code   int `json:"code"`
		Reason int `json:"reason"`
	} `json:"summary"`
}

func matrixJSON(cells []snippets.Cell, l text.Lang) matrixReport {
	var r matrixReport
	for _, c := range cells {
		r.Cells = append(r.Cells, matrixCell{string(c.SDK), string(c.Module), string(c.Mode), string(c.Type), string(c.Method), c.Target, c.Code(), c.Why(l)})
		if c.Code() {
			r.Summary.Code++
		} else {
			r.Summary.Reason++
		}
	}
	return r
}

// matrix prints a line for each way to pay: the targets with code, and the
// number of the reason for the others.
func (a *app) matrix(cells []snippets.Cell) string {
	s := a.sheet()
	var reasons []string
	for len(cells) > 0 {
		c := cells[0]
		n := slices.IndexFunc(cells, func(d snippets.Cell) bool { return !sameWay(c, d) })
		if n < 0 {
			n = len(cells)
		}
		row := cells[:n]
		head := pad(string(c.SDK), 3) + pad(string(c.Module), 11) + pad(string(c.Mode), 5) + pad(string(c.Type), 14) + pad(dash(string(c.Method)), 16)
		s.lines(head, strings.Repeat(" ", 6), a.matrixRow(row, &reasons))
		cells = cells[n:]
	}
	s.WriteByte('\n')
	for i, reason := range reasons {
		s.item("["+itoa(i+1)+"]", reason)
	}
	sum := matrixJSON(snippets.Matrix(), a.lang).Summary
	s.WriteByte('\n')
	s.lines("", "", a.say("cli.matrix-count", "code", itoa(sum.Code), "reason", itoa(sum.Reason)))
	return s.String()
}

// sameWay reports whether two cells are the same way to pay.
func sameWay(c, d snippets.Cell) bool {
	return c.SDK == d.SDK && c.Module == d.Module && c.Mode == d.Mode && c.Type == d.Type && c.Method == d.Method
}

// matrixRow names the targets with code, then those without behind the number
// of their reason, or the number alone where it holds for all.
func (a *app) matrixRow(row []snippets.Cell, reasons *[]string) string {
	var words []string
	without := map[int][]string{}
	for _, c := range row {
		if c.Code() {
			words = append(words, c.Target)
			continue
		}
		i := slices.Index(*reasons, c.Why(a.lang))
		if i < 0 {
			i = len(*reasons)
			*reasons = append(*reasons, c.Why(a.lang))
		}
		without[i] = append(without[i], c.Target)
	}
	for _, i := range slices.Sorted(maps.Keys(without)) {
		words = append(words, "["+itoa(i+1)+"]")
		if len(without[i]) < len(row) {
			words = append(words, without[i]...)
		}
	}
	return strings.Join(words, " ")
}
