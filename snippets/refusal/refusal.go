// Package refusal names why a value cannot be written into code. An encoder
// gives back a value exactly or one of these; there is no third outcome.
package refusal

import (
	"errors"
	"strings"

	"smartro-wizard/wizard/text"
)

// Reason is a stable name of a refusal.
type Reason string

// The reasons.
const (
	InvalidUTF8   Reason = "invalid-utf8"     // bytes that are no text
	InexactNumber Reason = "inexact-number"   // digits that the language would change
	DuplicateKey  Reason = "duplicate-key"    // an object of which the language would drop a part
	TooDeep       Reason = "too-deep"         // nested further than readers of the code bear
	NoValue       Reason = "no-value"         // later, made or unknown where a value has to stand
	UnknownLater  Reason = "unknown-later"    // a name left for later that no parameter has
	UnknownTarget Reason = "unknown-target"   // an output that this build does not have
	OrderIDFrom   Reason = "unknown-order-id" // an order number from neither browser nor server
	UnknownOption Reason = "unknown-option"   // an option with a value that this build does not have
	NoWindow      Reason = "no-window"        // a payment type that V1 opens no window for
	NoWindowV2    Reason = "no-window-v2"     // the same in V2
	NoVersion     Reason = "no-version"       // an output that has no code for V2
	PageOfV1      Reason = "page-of-v1"       // a page that pays through V1 already, for code of V2
	KeyInES5      Reason = "key-in-es5"       // a key that a literal of ES5 cannot have
	NoPart        Reason = "no-part"          // a part of a server that payments of this kind do not have
	NoNumber      Reason = "no-number"        // something else where a server has to reckon
	TooLong       Reason = "too-long"         // a text that a constant of the language cannot hold
	ZeroCharacter Reason = "zero-character"   // a character that no text of the language can hold
)

var sentences = map[Reason]string{
	InvalidUTF8:   "code.refuse_invalid_utf8",
	InexactNumber: "code.refuse_inexact_number",
	DuplicateKey:  "code.refuse_duplicate_key",
	TooDeep:       "code.refuse_too_deep",
	NoValue:       "code.refuse_no_value",
	UnknownLater:  "code.refuse_unknown_later",
	UnknownTarget: "code.refuse_unknown_target",
	OrderIDFrom:   "code.refuse_order_id_from",
	UnknownOption: "code.refuse_unknown_option",
	NoWindow:      "code.refuse_no_window",
	NoWindowV2:    "code.refuse_no_window_v2",
	NoVersion:     "code.refuse_no_version",
	PageOfV1:      "code.refuse_page_of_v1",
	KeyInES5:      "code.refuse_key_in_es5",
	NoPart:        "code.refuse_no_part",
	NoNumber:      "code.refuse_no_number",
	TooLong:       "code.refuse_too_long",
	ZeroCharacter: "code.refuse_zero_character",
}

// Error is a refusal and what is refused: the path of a parameter, or the name
// of a target. The path may hold what somebody typed: make it safe before a
// terminal sees it.
type Error struct {
	Reason Reason
	Path   string
	Known  []string // what could have stood there, if that can be said
}

// Error is for logs and tests; people read Say.
func (e *Error) Error() string { return "cannot write " + e.Path + ": " + string(e.Reason) }

// Say is the sentence for people.
func (e *Error) Say(l text.Lang) string {
	return text.Of(l, sentences[e.Reason], "path", e.Path, "targets", strings.Join(e.Known, ", "))
}

// Under puts path before the path of a refusal, on the way up a tree.
func Under(path string, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Path != "" {
		path += "." + e.Path
	}
	return &Error{Reason: e.Reason, Path: path}
}
