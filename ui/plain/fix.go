package plain

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"smartro-wizard/wizard/safe"
)

// finish gives the result, and as long as errors keep code from being made it
// asks which of them to put right.
func (t *talk) finish() error {
	for {
		err := t.result()
		var refused *FindingsError
		if !errors.As(err, &refused) {
			return err
		}
		if fixing := t.fix(); fixing != nil {
			if errors.Is(fixing, io.EOF) {
				return refused
			}
			return fixing
		}
	}
}

// fix lists what is wrong with the way out of each, and takes one of them. The
// end of the input is io.EOF.
func (t *talk) fix() error {
	all := t.d.Refusals(t.Today(), t.Lang)
	t.tell("plain.fix")
	for i, r := range all {
		out := safe.Line(r.Say(t.Lang), 400)
		if t.Mask && r.Question == "" { // it has the value that it puts in
			out = safe.Mask
		}
		t.say(strconv.Itoa(i+1) + ") " + safe.Line(r.Finding.Message, 400) + " " + out)
	}
	for {
		typed, ok, err := t.answer()
		var end *EndError
		switch {
		case errors.As(err, &end):
			return io.EOF
		case err != nil:
			return err
		case !ok:
			continue
		case words[strings.ToLower(typed)] == quit:
			return ErrQuit
		}
		n, err := strconv.Atoi(typed)
		if err != nil || n < 1 || n > len(all) {
			t.tell("plain.no_choice", "typed", t.echo(typed), "most", strconv.Itoa(len(all)))
			continue
		}
		if r := all[n-1]; r.Question != "" {
			t.d = t.d.Go(r.Question)
		} else {
			t.d = t.d.Amend(r)
			t.save()
		}
		return t.walk()
	}
}
