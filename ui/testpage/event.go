package testpage

import (
	"encoding/json"
	"fmt"
	"time"

	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// Kind is what happened.
type Kind string

// The kinds of events. The first seven are DESIGN's; the others tell of what a
// person would otherwise wait for in vain.
const (
	Listening Kind = "listening" // the server answers; URL and Redirect
	Page      Kind = "page"      // a browser fetched the page
	SDK       Kind = "sdk"       // State of the script
	Policy    Kind = "policy"    // the page's policy stopped Directive and Host
	Window    Kind = "window"    // the window was called; MerchantUID is the attempt's number, Replaced
	Result    Kind = "result"    // something came back; Via, Fields, Verdict, Symptom
	Closed    Kind = "closed"    // Why
	Quiet     Kind = "quiet"     // nothing came back for a minute after the window was called
	Late      Kind = "late"      // a result of an attempt that was given up; Fields
	Key       Kind = "key"       // State: the console list that the person named on the page
)

// States of the script.
const (
	Loaded  = "loaded"
	Blocked = "blocked"
	Timeout = "timeout"
)

// Ways by which a result comes.
const (
	ViaCallback = "callback" // the PC's way
	ViaRedirect = "redirect" // the phone's way
)

// Verdict is what can be said of a result. None of them says that money moved.
type Verdict string

// The verdicts.
const (
	VerdictError    Verdict = "error"    // the payment was refused, stopped or not begun
	VerdictClaimed  Verdict = "claimed"  // the browser says that the window ended without an error
	VerdictMismatch Verdict = "mismatch" // order number, amount or payment number is not the one of this attempt
)

// Reasons of Closed. Window, Left and Threw do not end the attempt: the page
// may be wrong, so a result that still comes is taken.
const (
	WhyWindow    = "window"    // the frame of the window went away and no answer came
	WhyLeft      = "left"      // the page was left: the phone's way, or a closed tab
	WhyThrew     = "threw"     // the call threw; Message
	WhyCancelled = "cancelled" // given up by the person
	WhyServer    = "server"    // the command ended
	WhyFault     = "fault"     // a fault of this program; the server goes on
)

// Event is one thing that happened. Attempt counts the windows that were
// called from 1; 0 means that it belongs to none. Strings that came from the
// browser are as they came: show them with Say or through wizard/safe.
type Event struct {
	Kind        Kind        `json:"event"`
	At          time.Time   `json:"at"`
	Attempt     int         `json:"attempt"`
	URL         string      `json:"url,omitempty"`
	Redirect    string      `json:"redirect,omitempty"`
	State       string      `json:"state,omitempty"`
	Directive   string      `json:"directive,omitempty"`
	Host        string      `json:"host,omitempty"`
	MerchantUID string      `json:"merchant_uid,omitempty"`
	Replaced    []string    `json:"replaced,omitempty"`
	Via         string      `json:"via,omitempty"`
	Fields      value.Value `json:"fields,omitzero"` // an Object, in the order of arrival
	More        []string    `json:"more,omitempty"`  // names of fields that PortOne does not document
	Verdict     Verdict     `json:"verdict,omitempty"`
	Differs     []string    `json:"differs,omitempty"` // of a mismatch: which fields
	Symptom     string      `json:"symptom,omitempty"` // id of a wizard.Symptom
	Sure        bool        `json:"sure,omitempty"`    // the text was seen in a source; else it only resembles
	Why         string      `json:"why,omitempty"`
	Message     string      `json:"message,omitempty"`

	script string // whose State this is
}

// MarshalJSON writes one line. What steers a terminal or cannot be seen is
// escaped, because a person may watch the machine's output too.
func (e Event) MarshalJSON() ([]byte, error) {
	type plain Event
	raw, err := json.Marshal(plain(e))
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(raw))
	for _, r := range string(raw) {
		switch {
		case !safe.Hidden(r):
			out = append(out, string(r)...)
		case r > 0xffff:
			hi, lo := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			out = fmt.Appendf(out, `\u%04x\u%04x`, hi, lo)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out, nil
}
