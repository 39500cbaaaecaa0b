package plan

import (
	"bytes"

	"smartro-wizard/wizard/text"
)

// File is one output. Path is slash-separated and relative. Marks tell on
// which line (from 1) a parameter stands, for the preview.
type File struct {
	Path     string `json:"path"`
	Language string `json:"language"`
	Body     string `json:"body"`
	Marks    []Mark `json:"-"`
}

// Mark is the line on which a parameter's value stands.
type Mark struct {
	Param string
	Line  int
}

// Todo is something the person still has to do, with its place in a file where
// there is one. Text is in the language of the code's comments; see Say. Param
// is the parameter it is about, if it is about one that was left open.
type Todo struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Param string `json:"param,omitempty"`
	Path  string `json:"path,omitempty"`
	Line  int    `json:"line,omitempty"`
}

// The things to do, by id.
const (
	TodoLater     = "later"   // fill in what was left open
	TodoOrder     = "order"   // take the order from the server
	TodoVerify    = "verify"  // let the server look the payment up
	TodoReturn    = "return"  // serve the return address
	TodoTestKey   = "channel" // see in which list the channel key stands
	TodoLiveKey   = "channel-live"
	TodoCancelled = "cancelled" // wait for the automatic cancel
)

var todoSentences = map[string]string{
	TodoLater:     "code.todo_later",
	TodoOrder:     "code.todo_order",
	TodoVerify:    "code.todo_verify",
	TodoReturn:    "code.todo_return",
	TodoTestKey:   "code.todo_channel_test",
	TodoLiveKey:   "code.todo_channel_live",
	TodoCancelled: "code.todo_cancelled",
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
// put something.
type Lines struct {
	body bytes.Buffer
	line int
}

// Write takes a part of the file.
func (w *Lines) Write(p []byte) (int, error) {
	w.line += bytes.Count(p, []byte{'\n'})
	return w.body.Write(p)
}

// Line is the current line, from 1.
func (w *Lines) Line() int { return w.line + 1 }

// String is all that was written.
func (w *Lines) String() string { return w.body.String() }
