package lineedit

import "strings"

// index is the number of parts before the caret.
func (l *Line) index() int {
	bytes := 0
	for i, p := range l.parts {
		if bytes >= l.at {
			return i
		}
		bytes += p.bytes
	}
	return len(l.parts)
}

func (l *Line) moveTo(at int) {
	l.typed = false
	l.at = at
	l.scroll()
}

// Left goes one cluster back.
func (l *Line) Left() {
	if i := l.index(); i > 0 {
		l.moveTo(l.at - l.parts[i-1].bytes)
	}
}

// Right goes one cluster on.
func (l *Line) Right() {
	if i := l.index(); i < len(l.parts) {
		l.moveTo(l.at + l.parts[i].bytes)
	}
}

// Home goes to the first cluster.
func (l *Line) Home() { l.moveTo(0) }

// End goes past the last cluster.
func (l *Line) End() { l.moveTo(len(l.text)) }

// Backspace takes the cluster before the caret away.
func (l *Line) Backspace() {
	if i := l.index(); i > 0 {
		l.cut(l.at-l.parts[i-1].bytes, l.at)
	}
}

// Delete takes the cluster after the caret away.
func (l *Line) Delete() {
	if i := l.index(); i < len(l.parts) {
		l.cut(l.at, l.at+l.parts[i].bytes)
	}
}

// CutBefore takes everything before the caret away.
func (l *Line) CutBefore() { l.cut(0, l.at) }

// CutAfter takes everything after the caret away.
func (l *Line) CutAfter() { l.cut(l.at, len(l.text)) }

// CutWord takes the word before the caret away, with the blanks behind it.
func (l *Line) CutWord() {
	before := strings.TrimRight(l.text[:l.at], " ")
	l.cut(strings.LastIndexByte(before, ' ')+1, l.at)
}

func (l *Line) cut(from, to int) {
	if from >= to {
		return
	}
	l.remember(false)
	l.put(l.text[:from]+l.text[to:], from)
}
