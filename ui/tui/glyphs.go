package tui

// glyphs are the drawn characters. Text never holds one of them, because the
// line set's are two cells wide on some terminals; the ASCII set is for those.
type glyphs struct {
	rule    string // across
	bar     string // down
	pointer string // before the chosen line
	done    string // before a finished stage
	alert   string // before a problem
	on, off string // ticks
	above   string // more is hidden above
	below   string
	cut     string // at the end of a line that goes on
}

var lineGlyphs = glyphs{rule: "─", bar: "│", pointer: ">", done: "✓", alert: "!", on: "[x]", off: "[ ]", above: "^", below: "v", cut: "»"}

var asciiGlyphs = glyphs{rule: "-", bar: "|", pointer: ">", done: "*", alert: "!", on: "[x]", off: "[ ]", above: "^", below: "v", cut: ">"}
