package safe

import "unicode"

const (
	joiner    = '\u200d'
	emojiLook = '\ufe0f' // picks the emoji among the looks of the character before it
)

// Hidden reports whether r steers a terminal or cannot be seen: controls, bidi
// and zero-width characters, fillers, tags, line separators, noncharacters.
// Alone it does not know that a joiner between two emoji is fine.
func Hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r < 0xad:
		return false
	case r == 0x2028, r == 0x2029, r == 0x2800: // line separators; the empty Braille cell
		return true
	case r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef: // noncharacters
		return true
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // Arabic number signs are format characters that show
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Cs, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// picks reports whether r is a variation selector that chooses the look of the
// character before it, which is the one place where it is no hidden text.
func picks(r, prev rune) bool {
	switch {
	case r == 0xfe0e || r == emojiLook:
		return emoji(prev) || prev == '#' || prev == '*' || prev >= '0' && prev <= '9'
	case r >= 0xe0100 && r <= 0xe01ef:
		return unicode.Is(unicode.Han, prev)
	}
	return false
}

// pictures holds the blocks whose characters join into emoji. The standard
// library has no table of pictographs.
var pictures = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0xa9, Hi: 0xa9, Stride: 1}, {Lo: 0xae, Hi: 0xae, Stride: 1},
		{Lo: 0x203c, Hi: 0x203c, Stride: 1}, {Lo: 0x2049, Hi: 0x2049, Stride: 1},
		{Lo: 0x2122, Hi: 0x2122, Stride: 1}, {Lo: 0x2139, Hi: 0x2139, Stride: 1},
		{Lo: 0x2190, Hi: 0x21ff, Stride: 1}, {Lo: 0x2300, Hi: 0x23ff, Stride: 1},
		{Lo: 0x24c2, Hi: 0x24c2, Stride: 1}, {Lo: 0x25a0, Hi: 0x27bf, Stride: 1},
		{Lo: 0x2900, Hi: 0x297f, Stride: 1}, {Lo: 0x2b00, Hi: 0x2bff, Stride: 1},
		{Lo: 0x3030, Hi: 0x3030, Stride: 1}, {Lo: 0x303d, Hi: 0x303d, Stride: 1},
		{Lo: 0x3297, Hi: 0x3297, Stride: 1}, {Lo: 0x3299, Hi: 0x3299, Stride: 1},
	},
	R32:         []unicode.Range32{{Lo: 0x1f000, Hi: 0x1faff, Stride: 1}},
	LatinOffset: 2,
}

func emoji(r rune) bool { return r > 0 && unicode.Is(pictures, r) }
