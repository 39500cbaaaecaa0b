package plan

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/korean"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// File is one output. Path is slash-separated and relative. Body is text;
// Encoding is how it has to lie on a disk, empty for UTF-8. Marks tell on
// which line (from 1) a parameter stands, for the preview.
type File struct {
	Path     string `json:"path"`
	Language string `json:"language"`
	Encoding string `json:"encoding,omitempty"`
	Body     string `json:"body"`
	Marks    []Mark `json:"-"`
}

// EUCKR is the encoding of old Korean pages, as browsers read it.
const EUCKR = wizard.EncodingEUCKR

// Bytes is the file as it has to lie on a disk. A target that writes in
// another encoding keeps to what that encoding has.
func (f File) Bytes() ([]byte, error) {
	if f.Encoding != EUCKR {
		return []byte(f.Body), nil
	}
	b, err := korean.EUCKR.NewEncoder().Bytes([]byte(f.Body))
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", f.Path, err)
	}
	return b, nil
}

// Text is what such a file says, read from a disk.
func (f File) Text(lying []byte) string {
	if f.Encoding != EUCKR {
		return string(lying)
	}
	text, err := korean.EUCKR.NewDecoder().Bytes(lying)
	if err != nil {
		return string(lying)
	}
	return string(text)
}

// Mark is the line on which a parameter's value stands.
type Mark struct {
	Param string
	Line  int
}

// Todo is something the person still has to do, with its place in a file where
// there is one. Text is in the language of the code's comments; see Say. Param
// is what it is about: the parameter that was left open, the line that starts a
// server, the path to which phones return.
type Todo struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Param string `json:"param,omitempty"`
	Path  string `json:"path,omitempty"`
	Line  int    `json:"line,omitempty"`
}

// The things to do, by id.
const (
	TodoLater     = "later"     // fill in what was left open
	TodoPage      = "page"      // look at what the page does already, and try it again
	TodoButton    = "button"    // give the page a button and a place for sentences
	TodoOrder     = "order"     // take the order from the server instead of the example
	TodoHandOver  = "hand-over" // take the order from the server
	TodoVerify    = "verify"    // let the server look the payment up
	TodoAccount   = "verify-account"
	TodoCard      = "verify-card"
	TodoVerifyV2  = "verify-v2" // the same for V2, of which no server is written
	TodoAccountV2 = "verify-account-v2"
	TodoCardV2    = "verify-card-v2"
	TodoOrdersV2  = "orders-v2"
	TodoInstall   = "install" // install the package of V2
	TodoReturn    = "return"  // serve the return address
	TodoTestKey   = "channel" // see in which list the channel key stands
	TodoLiveKey   = "channel-live"
	TodoCancelled = "cancelled" // wait for the automatic cancel
	TodoStart     = "start"     // fill in .env and start the server
	TodoAddress   = "address"   // open the page where the server that develops lets it live
	TodoOrders    = "orders"    // put the shop's orders in place of the example
	TodoHook      = "webhook"   // enter the webhook's address in the console
	TodoHookLive  = "webhook-live"
	TodoMID       = "mid"      // tell the server the shop's MID
	TodoForward   = "forward"  // lead a return address to the server's route
	TodoScan      = "scan"     // let Spring find the package
	TodoCommands  = "commands" // give commands their keys and run one
)

var todoSentences = map[string]string{
	TodoLater:     "code.todo_later",
	TodoPage:      "code.todo_page",
	TodoButton:    "code.todo_button",
	TodoOrder:     "code.todo_order",
	TodoHandOver:  "code.todo_hand_over",
	TodoVerify:    "code.todo_verify",
	TodoAccount:   "code.todo_verify_account",
	TodoCard:      "code.todo_verify_card",
	TodoVerifyV2:  "code.todo_verify_v2",
	TodoAccountV2: "code.todo_verify_account_v2",
	TodoCardV2:    "code.todo_verify_card_v2",
	TodoOrdersV2:  "code.todo_orders_v2",
	TodoInstall:   "code.todo_install",
	TodoReturn:    "code.todo_return",
	TodoTestKey:   "code.todo_channel_test",
	TodoLiveKey:   "code.todo_channel_live",
	TodoCancelled: "code.todo_cancelled",
	TodoStart:     "back.todo_start",
	TodoAddress:   "back.todo_address",
	TodoOrders:    "back.todo_orders",
	TodoHook:      "back.todo_webhook",
	TodoHookLive:  "back.todo_webhook_live",
	TodoMID:       "back.todo_mid",
	TodoForward:   "back.todo_forward",
	TodoScan:      "back.todo_scan",
	TodoCommands:  "sh.todo_commands",
}

// NewTodo is a thing to do at a line of a file.
func NewTodo(l text.Lang, id, param, path string, line int) Todo {
	t := Todo{ID: id, Param: param, Path: path, Line: line}
	t.Text = t.Say(l)
	return t
}

// Say is the sentence in the given language.
func (t Todo) Say(l text.Lang) string {
	sentence := text.Of(l, todoSentences[t.ID])
	if t.Param == "" {
		return sentence
	}
	return text.Fill(sentence, "param", t.Param)
}

// Output is what a target gives.
type Output struct {
	Files []File `json:"files"`
	Todo  []Todo `json:"todo"`
}

// Lines is a writer that knows its line, so that a template can say where it
// put something, and that can move lines to the right.
type Lines struct {
	body   strings.Builder
	line   int
	blanks string
	inside bool // of a line
}

// Indent puts blanks before every line to come that is not empty.
func (w *Lines) Indent(blanks string) { w.blanks = blanks }

// WriteString takes a part of the file.
func (w *Lines) WriteString(s string) {
	for part := range strings.Lines(s) {
		end := part[len(part)-1] == '\n'
		if !w.inside && !(end && len(part) == 1) {
			w.body.WriteString(w.blanks)
		}
		w.body.WriteString(part)
		if w.inside = !end; end {
			w.line++
		}
	}
}

// Line is the current line, from 1.
func (w *Lines) Line() int { return w.line + 1 }

// String is all that was written.
func (w *Lines) String() string { return w.body.String() }

// BesideServer leaves out what a page alone leaves to do and a server written
// with it does: looking payments up, serving the return address and, if it
// makes the orders, handing them over.
func BesideServer(todo []Todo, makesOrders bool) []Todo {
	does := []string{TodoVerify, TodoAccount, TodoCard, TodoReturn}
	if makesOrders {
		does = append(does, TodoOrder, TodoHandOver)
	}
	return slices.DeleteFunc(slices.Clone(todo), func(t Todo) bool { return slices.Contains(does, t.ID) })
}
