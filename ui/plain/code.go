package plain

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/gather"
	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// endOfCode is the line that ends pasted code.
const endOfCode = "."

// lint reads somebody's code and tells what is wrong with it. began is true
// where the person goes on with the answers that stand in it.
func (t *talk) lint() (began bool, err error) {
	for {
		t.tell("plain.lint_paste")
		code, ended, err := t.code()
		if err != nil {
			return false, err
		}
		if ended && strings.TrimSpace(code) == "" {
			return false, &EndError{t.missing()}
		}
		r, read := t.found(code)
		if t.over = ended; ended || !read {
			return false, nil
		}
		if again, began, err := t.then(r); !again || err != nil {
			return began, err
		}
	}
}

// code takes lines as they stand until one that says the end, or the end of
// the input. What is too long is read and forgotten.
func (t *talk) code() (code string, ended bool, err error) {
	var b strings.Builder
	fits := true
	for {
		if t.failed != nil {
			return "", false, t.failed
		}
		got, err := t.lines.code(t.ctx)
		switch {
		case err != nil:
			return "", false, err
		case errors.Is(got.err, io.EOF):
			ended = true
		case errors.Is(got.err, errLong):
			fits = false
			continue
		case got.err != nil:
			return "", false, got.err
		case got.text != endOfCode:
			if fits = fits && b.Len()+len(got.text) < lint.MaxFile; fits {
				b.WriteString(got.text + "\n")
			}
			continue
		}
		if !fits {
			t.tell("desk.too_large", "limit", strconv.Itoa(lint.MaxFile>>20))
			return "", ended, nil
		}
		return b.String(), ended, nil
	}
}

// found tells what is wrong with the code, or why that cannot be told.
func (t *talk) found(code string) (r lint.Report, read bool) {
	if strings.TrimSpace(code) == "" {
		return r, false
	}
	name, raw := "", []byte(code)
	home, _ := os.UserHomeDir()
	if f, named := gather.Named(code, home); named {
		if f.Err != nil {
			t.noFile(f)
			return r, false
		}
		name, raw = f.Name, f.Body
	}
	r, err := lint.Read(name, raw, lint.Options{Lang: t.Lang, Today: t.Today()})
	switch {
	case errors.Is(err, lint.ErrTooLarge):
		t.tell("desk.too_large", "limit", strconv.Itoa(lint.MaxFile>>20))
	case err != nil:
		t.tell("desk.binary")
	case r.Calls == 0 && len(r.Findings) == 0:
		t.tell("desk.no_call")
	default:
		if r.File == "" {
			r.File = text.Of(t.Lang, "desk.pasted_code")
		}
		var b strings.Builder
		_ = report.Desk(&b, r, report.Options{Lang: t.Lang, Mask: t.Mask})
		t.say(strings.TrimRight(b.String(), "\n"))
		t.say(report.Summary(wizard.ReportOf(r.Findings).Summary, t.Lang))
		return r, true
	}
	return r, false
}

func (t *talk) noFile(f gather.File) {
	id := "desk.unread"
	switch {
	case errors.Is(f.Err, fs.ErrNotExist):
		id = "desk.no_file"
	case errors.Is(f.Err, gather.ErrFolder):
		id = "desk.folder"
	}
	t.tell(id, "path", safe.Line(f.Name, 120))
}

// then asks what to do after the findings.
func (t *talk) then(r lint.Report) (again, began bool, err error) {
	t.tell("plain.lint_then")
	for {
		typed, ok, err := t.answer()
		var end *EndError
		if errors.As(err, &end) {
			t.over = true
			return false, false, nil
		}
		if err != nil {
			return false, false, err
		}
		switch typed = strings.TrimSpace(typed); {
		case !ok:
		case typed == "1":
			if t.carry(r) {
				return false, true, nil
			}
		case typed == "2":
			return true, false, nil
		case typed == "3", typed == "":
			return false, false, nil
		case words[strings.ToLower(typed)] == quit:
			return false, false, ErrQuit
		default:
			t.tell("plain.no_choice", "typed", t.echo(typed), "most", "3")
		}
	}
}

// carry begins with the answers of the code, and tells which they are.
func (t *talk) carry(r lint.Report) bool {
	got, ok := r.Take()
	if !ok {
		t.tell("desk.no_window")
		return false
	}
	t.tell("desk.take_help")
	t.tell("desk.taken")
	for _, p := range got.Got {
		t.say("- " + t.part(p, t.taken(p.Value)))
	}
	if len(got.Left) > 0 {
		t.tell("desk.left")
	}
	for _, p := range got.Left {
		t.say("- " + t.part(p, text.Of(t.Lang, "desk.left_"+string(p.Why))))
	}
	t.d = flow.Open(got.Answers)
	return true
}

func (t *talk) part(p lint.Part, says string) string {
	line := ""
	if p.Line > 0 {
		line = text.Of(t.Lang, "desk.line", "n", strconv.Itoa(p.Line)) + " "
	}
	return line + safe.Line(p.Path, 80) + ": " + says
}

// taken is a value as it may be told.
func (t *talk) taken(v value.Value) string {
	switch v.Kind() {
	case value.Made:
		return text.Of(t.Lang, "desk.made")
	case value.String, value.Number:
		if !t.Mask {
			return safe.Shown(v.Text(), 120)
		}
	default:
		if raw, err := v.MarshalJSON(); err == nil && !t.Mask {
			return safe.Shown(string(raw), 120)
		}
	}
	return safe.Mask
}
