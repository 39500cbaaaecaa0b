// Package legible tells which characters a reader of code can see. Encoders
// escape the others, each in its language's way.
package legible

import (
	"unicode"
	"unicode/utf8"
)

// Rune reports whether r can stand raw in code: not a control, a format
// character, a filler, a blank other than the space, nor what Unicode has not
// given a meaning.
func Rune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= ' ' && r != 0x7f
	}
	return unicode.IsGraphic(r) && !unicode.Is(invisible, r) && !unicode.Is(unicode.Zs, r)
}

// Joins reports a combining mark, which would sit on whatever stands before
// it, a quote or an escape too.
func Joins(r rune) bool { return unicode.Is(unicode.M, r) }

// invisible are the graphic characters that draw nothing: fillers, joiners,
// variation selectors. Those of the categories Cc, Cf, Cn, Zl and Zp are not
// graphic to begin with.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x034f, Hi: 0x034f, Stride: 1}, // combining grapheme joiner
		{Lo: 0x115f, Hi: 0x1160, Stride: 1}, // Hangul fillers
		{Lo: 0x17b4, Hi: 0x17b5, Stride: 1},
		{Lo: 0x180b, Hi: 0x180f, Stride: 1},
		{Lo: 0x2800, Hi: 0x2800, Stride: 1}, // blank Braille
		{Lo: 0x3164, Hi: 0x3164, Stride: 1}, // Hangul filler
		{Lo: 0xfe00, Hi: 0xfe0f, Stride: 1}, // variation selectors
		{Lo: 0xffa0, Hi: 0xffa0, Stride: 1}, // halfwidth Hangul filler
	},
	R32: []unicode.Range32{{Lo: 0xe0100, Hi: 0xe01ef, Stride: 1}},
}
