package plain

import (
	"strconv"
	"strings"

	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

// start asks what to do, unless a draft was handed in.
func (t *talk) start() error {
	if t.Draft != nil {
		t.d = *t.Draft
		t.tell("plain.words")
		return nil
	}
	q, _ := wizard.QuestionOf("start")
	unfinished := t.Store.Unfinished()
	options := offered(q, len(unfinished) > 0)
	for {
		t.offer(q, options, len(unfinished))
		if again, err := t.choose(options, unfinished); !again || err != nil {
			return err
		}
	}
}

// offer says what can be done.
func (t *talk) offer(q wizard.Question, options []wizard.Option, unfinished int) {
	t.say(q.Title.In(t.Lang))
	t.explain(q)
	for i, o := range options {
		label := o.Label.In(t.Lang) + ". " + o.Hint.In(t.Lang)
		if o.Value == "resume" {
			label += " (" + strconv.Itoa(unfinished) + ")"
		}
		t.say(strconv.Itoa(i+1) + ") " + label)
	}
	t.tell("plain.enter_choice", "value", "1) "+options[0].Label.In(t.Lang))
	t.tell("plain.words")
}

// choose waits until something was begun. again says that something was done
// and there may be more to do.
func (t *talk) choose(options []wizard.Option, unfinished []draft.Entry) (again bool, err error) {
	for {
		typed, ok, err := t.answer()
		if err != nil {
			return false, err
		}
		if !ok {
			continue
		}
		switch began, err := t.begin(typed, options, unfinished); {
		case err != nil || began || t.over:
			return false, err
		case t.did:
			t.did = false
			return true, nil
		}
	}
}

// offered are the options that work now; an unfinished work is no answer of
// this walk, so the row's condition is told here.
func offered(q wizard.Question, unfinished bool) []wizard.Option {
	var options []wizard.Option
	for _, o := range q.Options {
		if o.Value != "resume" || unfinished {
			options = append(options, o)
		}
	}
	return options
}

func (t *talk) begin(typed string, options []wizard.Option, unfinished []draft.Entry) (bool, error) {
	if c, ok := words[strings.ToLower(typed)]; ok && c == quit {
		return false, ErrQuit
	}
	if share.Looks(typed) {
		return t.open(typed), nil
	}
	choice := typed
	if typed == "" {
		choice = "1"
	}
	for i, o := range options {
		if choice != strconv.Itoa(i+1) && !strings.EqualFold(choice, o.Value) && choice != o.Label.In(t.Lang) {
			continue
		}
		t.tell("plain.answer", "value", o.Label.In(t.Lang))
		switch o.Value {
		case "quick":
			t.d = flow.Quick().Speaking(t.Lang)
		case "guided":
			t.d = flow.Guided().Speaking(t.Lang)
		case "golive":
			t.d = flow.GoLive().Speaking(t.Lang)
		case "lint":
			t.did = true
			return t.lint()
		case "explain":
			t.did = true
			return false, t.explainWords()
		case "resume":
			return t.resume(unfinished)
		case "import":
			return t.paste()
		}
		return true, nil
	}
	t.tell("plain.no_choice", "typed", t.echo(typed), "most", strconv.Itoa(len(options)))
	return false, nil
}

// paste asks for a share code.
func (t *talk) paste() (bool, error) {
	t.tell("plain.paste")
	for {
		typed, ok, err := t.answer()
		if err != nil {
			return false, err
		}
		if ok && (typed == "" || t.open(typed)) {
			return typed != "", nil
		}
	}
}

// open begins with a share code.
func (t *talk) open(code string) bool {
	a, err := share.Open(code)
	if err != nil {
		t.say(share.Sentence(err, t.Lang))
		return false
	}
	t.d = flow.Open(a)
	t.tell("plain.opened")
	return true
}

// resume asks which unfinished work to take up. Only its time and channel show.
func (t *talk) resume(unfinished []draft.Entry) (bool, error) {
	q, _ := wizard.QuestionOf("resume")
	t.say(q.Title.In(t.Lang))
	for i, e := range unfinished {
		t.say(strconv.Itoa(i+1) + ") " + e.When.In(wizard.Korea).Format("2006-01-02 15:04") + " " + t.channel(e))
	}
	t.tell("plain.enter_choice", "value", "1)")
	for {
		typed, ok, err := t.answer()
		if err != nil {
			return false, err
		}
		if !ok {
			continue
		}
		if typed == "" {
			typed = "1"
		}
		n, err := strconv.Atoi(typed)
		if err != nil || n < 1 || n > len(unfinished) {
			t.tell("plain.no_choice", "typed", t.echo(typed), "most", strconv.Itoa(len(unfinished)))
			continue
		}
		sess, d, err := t.Store.Resume(unfinished[n-1].ID)
		if err != nil {
			t.warn(err)
			return false, nil
		}
		t.sess, t.d = sess, d
		t.say(text.Of(t.Lang, "plain.opened"))
		return true, nil
	}
}

// channel names the channel of an unfinished work.
func (t *talk) channel(e draft.Entry) string {
	ch, ok := wizard.ChannelOf(e.Mode, e.Module, e.Type)
	if !ok {
		return ""
	}
	mode, _ := wizard.QuestionOf("mode")
	for _, o := range mode.Options {
		if o.Value == string(e.Mode) {
			return o.Label.In(t.Lang) + ", " + ch.Label.In(t.Lang)
		}
	}
	return ch.Label.In(t.Lang)
}
