package tui

import "golang.org/x/term"

// size is the terminal's, so that the first frame fits it; a test has none.
func (c Config) size() (cols, rows int) {
	if c.Out != nil {
		if cols, rows, err := term.GetSize(int(c.Out.Fd())); err == nil && cols > 0 && rows > 0 {
			return cols, rows
		}
	}
	return 80, 24
}
