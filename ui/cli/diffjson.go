package cli

import (
	"smartro-wizard/snippets"
	"smartro-wizard/wizard/carry"
	"smartro-wizard/wizard/value"
)

// diffReport is a difference as machines read it. Rows is empty where the other
// side has no such case, or no window.
type diffReport struct {
	From    diffSide    `json:"from"`
	To      diffSide    `json:"to"`
	Refused string      `json:"refused,omitempty"`
	Rows    []diffRow   `json:"rows"`
	Summary diffSummary `json:"summary"`
	Code    []diffCode  `json:"code,omitempty"`
}

type diffSide struct {
	Mode   string `json:"mode"`
	SDK    string `json:"sdk"`
	Module string `json:"module"`
	Type   string `json:"type"`
	Entry  string `json:"entry"`
	Note   string `json:"note,omitempty"`
}

type diffRow struct {
	State  carry.State `json:"state"`
	From   *diffSpot   `json:"from"`
	To     *diffSpot   `json:"to"`
	Reason string      `json:"reason"`
	Rule   string      `json:"rule,omitempty"`
}

type diffSpot struct {
	Path  string       `json:"path"`
	Label string       `json:"label,omitempty"`
	Value *value.Value `json:"value,omitempty"`
}

type diffSummary struct {
	Decide  int `json:"decide"`
	Dropped int `json:"dropped"`
	Renamed int `json:"renamed"`
	Added   int `json:"added"`
	Same    int `json:"same"`
}

type diffCode struct {
	Target  string          `json:"target"`
	Refused string          `json:"refused,omitempty"`
	From    []snippets.File `json:"from"`
	To      []snippets.File `json:"to"`
}

func (a *app) diffJSON(r carry.Result, codes []twoCodes) diffReport {
	out := diffReport{From: sideJSON(r.From), To: sideJSON(r.To), Refused: r.Refused, Rows: []diffRow{}}
	counts := map[carry.State]*int{
		carry.Decide: &out.Summary.Decide, carry.Dropped: &out.Summary.Dropped, carry.Renamed: &out.Summary.Renamed,
		carry.Added: &out.Summary.Added, carry.Same: &out.Summary.Same,
	}
	for _, row := range r.Rows {
		out.Rows = append(out.Rows, diffRow{row.State, a.spotJSON(row.From), a.spotJSON(row.To), row.Reason, row.Rule})
		*counts[row.State]++
	}
	for _, c := range codes {
		out.Code = append(out.Code, diffCode{c.target, c.refused, append([]snippets.File{}, c.from...), append([]snippets.File{}, c.to...)})
	}
	return out
}

func sideJSON(s carry.Side) diffSide {
	return diffSide{string(s.Mode), string(s.SDK), string(s.Module), string(s.Type), s.Entry, s.Note}
}

func (a *app) spotJSON(s carry.Spot) *diffSpot {
	if s.Path == "" {
		return nil
	}
	out := &diffSpot{Path: s.Path, Label: s.Label.In(a.lang)}
	if !s.Value.IsAbsent() {
		v := s.Value
		if a.masked() && s.Personal {
			v = value.Text("***")
		}
		out.Value = &v
	}
	return out
}
