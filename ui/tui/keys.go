package tui

import (
	"charm.land/bubbles/v2/key"
	"charm.land/huh/v2"
)

// keyMap binds keys. A letter always comes with the jamo that the same key
// gives in a Hangul layout, and so do Ctrl keys. Ctrl+F and Ctrl+P are left to
// VS Code's terminal.
type keyMap struct {
	quit, next, back, actions, mend, undo key.Binding
	up, down, pageUp, pageDown, top, end  key.Binding
	left, right, tick                     key.Binding

	english                               key.Binding // first screen
	language, hide, fold, turn, mouse     key.Binding // anywhere
	phone, target, letters                key.Binding // result and after
	open, copy, save, share, edit, fix    key.Binding // result
	again, command, close                 key.Binding // after the payment
	toWizard, words, help, newline, found key.Binding // the desk
	lineStart, lineEnd, erase, deleteNext key.Binding
	cutWord, cutBefore, cutAfter          key.Binding
}

func bind(keys ...string) key.Binding { return key.NewBinding(key.WithKeys(keys...)) }

func newKeyMap() keyMap {
	return keyMap{
		quit: bind("ctrl+c", "ctrl+ㅊ"), next: bind("enter"), back: bind("esc"), actions: bind("tab"),
		mend: bind("ctrl+y", "ctrl+ㅛ"), undo: bind("ctrl+z", "ctrl+ㅋ"),
		up: bind("up", "k", "ㅏ"), down: bind("down", "j", "ㅓ"),
		pageUp: bind("pgup"), pageDown: bind("pgdown", "space"), top: bind("home"), end: bind("end"),
		left: bind("left", "shift+tab"), right: bind("right", "tab"), tick: bind("space", "x", "X", "ㅌ"),
		language: bind("ctrl+l", "ctrl+ㅣ"), hide: bind("ctrl+g", "ctrl+ㅎ"), fold: bind("ctrl+o", "ctrl+ㅐ"), turn: bind("ctrl+t", "ctrl+ㅅ"),
		mouse: bind("ctrl+x", "ctrl+ㅌ"),
		phone: bind("p", "P", "ㅔ", "ㅖ"), target: bind("t", "T", "ㅅ", "ㅆ"),
		letters: bind("m", "M", "ㅡ"),
		english: bind("l", "L", "ㅣ"),
		open:    bind("o", "O", "ㅐ", "ㅒ"), copy: bind("c", "C", "ㅊ"), save: bind("s", "S", "ㄴ"),
		share: bind("r", "R", "ㄱ", "ㄲ"), edit: bind("e", "E", "ㄷ", "ㄸ"), fix: bind("f", "F", "ㄹ"),
		again: bind("a", "A", "ㅁ"), command: bind("v", "V", "ㅍ"), close: bind("esc"),
		toWizard: bind("w", "W", "ㅈ", "ㅉ"), words: bind("x", "X", "ㅌ"), help: bind("?"), newline: bind("alt+enter", "ctrl+j", "ctrl+ㅓ", "shift+enter"),
		found:     bind("b", "B", "ㅠ"),
		lineStart: bind("home", "ctrl+a", "ctrl+ㅁ"), lineEnd: bind("end", "ctrl+e", "ctrl+ㄷ"),
		erase: bind("backspace", "ctrl+h", "ctrl+ㅗ"), deleteNext: bind("delete", "ctrl+d", "ctrl+ㅇ"),
		cutWord:   bind("ctrl+w", "ctrl+ㅈ", "alt+backspace", "ctrl+backspace"),
		cutBefore: bind("ctrl+u", "ctrl+ㅕ"), cutAfter: bind("ctrl+k", "ctrl+ㅏ"),
	}
}

// huh gives a form the keys that move inside a field. Going on and back, and
// with them the field's own checks, stay with the root.
func (k keyMap) huh() *huh.KeyMap {
	m := &huh.KeyMap{}
	m.Confirm.Toggle = bind("left", "right", "h", "l", "ㅗ", "ㅣ", "up", "down")
	return m
}
