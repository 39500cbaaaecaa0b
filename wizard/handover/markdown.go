package handover

import "strings"

// Markdown is a table for an issue or a wiki; the first row is its head.
func Markdown(table [][]string) string {
	var b strings.Builder
	for i, row := range table {
		for _, cell := range row {
			b.WriteString("| " + marks.Replace(cell) + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
		}
	}
	return b.String()
}

// marks are kept from ending a cell and from being read as Markdown.
var marks = strings.NewReplacer("\\", "\\\\", "|", "\\|", "\n", " ", "*", "\\*", "~", "\\~", "<", "&lt;", "`", "\\`")
