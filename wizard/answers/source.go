package answers

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// shownName is how much of a file name findings carry, in code points.
const shownName = 200

// source is a text with its line starts. LF, CRLF and a lone CR end a line, as
// in editors and in YAML.
type source struct {
	name  string
	text  []byte
	lines []int // byte offset of each line's first byte
}

func newSource(name string, src []byte) *source {
	return &source{name: name, text: src, lines: lineStarts(src[:min(len(src), MaxSize)])}
}

func lineStarts(src []byte) []int {
	lines := []int{0}
	for i, c := range src {
		if c == '\n' || c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// position gives line and column, from 1, in code points.
func (s *source) position(offset int) (line, column int) {
	offset = min(offset, len(s.text))
	line = sort.SearchInts(s.lines, offset+1)
	return line, utf8.RuneCount(s.text[s.lines[line-1]:offset]) + 1
}

// place writes file, line and column of a span into a finding.
func (s *source) place(f *wizard.Finding, at value.Span) {
	f.File, f.Span = safe.Line(s.name, shownName), at
	f.Line, f.Column = s.position(at.Start)
	f.EndLine, f.EndColumn = s.position(at.End)
}

// acceptable refuses what is no text at all, before a parser sees it.
func (r *reader) acceptable() bool {
	src := r.src.text
	top := value.Span{}
	switch {
	case len(src) > MaxSize:
		r.report(tooLarge, "", top, "", "limit", strconv.Itoa(MaxSize>>20)+" MiB")
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("\xfe\xff")):
		r.report(looksUTF16, "", top, "")
	case bytes.HasPrefix(src, []byte("\ufeff")):
		r.report(byteOrderMark, "", top, "")
	case !utf8.Valid(src):
		r.notUTF8()
	case len(bytes.TrimSpace(src)) == 0:
		r.report(emptyFile, "", top, "")
	default:
		return true
	}
	return false
}

// notUTF8 names the first byte that is not UTF-8, and EUC-KR where it looks so.
func (r *reader) notUTF8() {
	src := r.src.text
	at := badByte(string(src))
	p := notUTF8
	if koreanPairs(src[at:]) {
		p = looksEUCKR
	}
	r.report(p, "", value.Span{Start: at, End: at + 1}, string(src[at:at+1]), "offset", strconv.Itoa(at+1))
}

// badByte is the place of the first byte that is not UTF-8, or len(s).
func badByte(s string) int {
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(s)
}

// koreanPairs reports whether the bytes over 0x7f come in the pairs of EUC-KR
// and CP949, judged on the first run of them.
func koreanPairs(src []byte) bool {
	pairs := 0
	for i := 0; i+1 < len(src) && src[i] >= 0x80; i += 2 {
		if src[i] < 0x81 || src[i] > 0xfe || src[i+1] < 0x41 || src[i+1] == 0xff {
			return false
		}
		pairs++
	}
	return pairs > 0
}

// excerpt is the text of a span, for the value of a finding.
func (s *source) excerpt(at value.Span) string {
	if at.Start < 0 || at.End > len(s.text) || at.Start > at.End {
		return ""
	}
	return string(s.text[at.Start:at.End])
}
