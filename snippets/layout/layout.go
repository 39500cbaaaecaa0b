// Package layout puts nested literals on lines: on one where they fit, else a
// line for each part. What a literal says is the business of its language.
package layout

import "strings"

// Style is how a language writes what is nested.
type Style struct {
	Width  int    // of what stands on one line
	Indent string // of a part on a line of its own
}

// Doc is a literal on its way to code: Flat where it stands on one line, else
// its parts between Open and Close. Before is what stands before it, such as
// a key and its colon; Inside what stands within the brackets on one line.
type Doc struct {
	Flat        string
	Open, Close string
	Before      string
	Inside      string
	Parts       []Doc
}

// Fold puts everything on one line where it fits there.
func (s Style) Fold(d Doc) Doc {
	if len(d.Parts) == 0 {
		d.Flat = d.Open + d.Close
		return d
	}
	flat := make([]string, len(d.Parts))
	width := 2 * len(d.Inside)
	for i, p := range d.Parts {
		flat[i] = p.Before + p.Flat
		width += len(flat[i]) + 2
		if p.Flat == "" || width > s.Width {
			return d
		}
	}
	d.Flat = d.Open + d.Inside + strings.Join(flat, ", ") + d.Inside + d.Close
	return d
}

// Code is the literal from its first bracket to its last.
func (s Style) Code(d Doc) string {
	var b strings.Builder
	s.print(&b, d, "")
	return b.String()
}

func (s Style) print(b *strings.Builder, d Doc, blanks string) {
	if d.Flat != "" {
		b.WriteString(d.Flat)
		return
	}
	b.WriteString(d.Open + "\n")
	for _, p := range d.Parts {
		b.WriteString(blanks + s.Indent + p.Before)
		s.print(b, p, blanks+s.Indent)
		b.WriteString(",\n")
	}
	b.WriteString(blanks + d.Close)
}
