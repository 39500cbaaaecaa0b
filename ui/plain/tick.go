package plain

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/handover"
)

// box is a line of the result that can be ticked. Its number is its place.
type box struct{ id, line string }

// box adds a line that can be ticked and says it.
func (t *talk) box(id, line string) {
	t.boxes = append(t.boxes, box{id, line})
	t.sayBox(len(t.boxes))
}

func (t *talk) sayBox(number int) {
	b, sign := t.boxes[number-1], ") [ ] "
	if slices.Contains(t.ticked(), b.id) {
		sign = ") [x] "
	}
	t.say(strconv.Itoa(number) + sign + b.line)
}

// ticked are the lines that are done. The console's steps are those of the
// question about them.
func (t *talk) ticked() []string {
	ids := t.d.Ticked()
	for _, step := range t.d.Entry("console_steps").Picked {
		ids = append(ids, handover.GroupConsole+"/"+step)
	}
	return ids
}

// tick takes the numbers of lines that are done, until nothing is typed. Here
// the input may end: everything was said.
func (t *talk) tick() error {
	if len(t.boxes) == 0 {
		return nil
	}
	ids := make([]string, len(t.boxes))
	for i, b := range t.boxes {
		ids[i] = b.id
	}
	t.tell("plain.tick")
	for {
		typed, ok, err := t.answer()
		var end *EndError
		switch {
		case errors.As(err, &end):
			return nil
		case err != nil:
			return err
		case !ok:
			continue
		}
		switch words[strings.ToLower(typed)] {
		case quit:
			return nil
		case list, help:
			for i := range t.boxes {
				t.sayBox(i + 1)
			}
			continue
		}
		if typed == "" {
			return nil
		}
		done, ok := several(typed, ids)
		if !ok {
			t.tell("plain.no_choice", "typed", t.echo(typed), "most", strconv.Itoa(len(t.boxes)))
			continue
		}
		t.take(done)
		t.save()
		t.tell("plain.ticked", "count", strconv.Itoa(t.count()), "of", strconv.Itoa(len(t.boxes)))
	}
}

// take ticks lines besides those that are; none takes all ticks back.
func (t *talk) take(done []string) {
	steps, lines := t.d.Entry("console_steps").Picked, t.d.Ticked()
	if len(done) == 0 {
		steps, lines = nil, nil
	}
	for _, id := range done {
		if step, console := strings.CutPrefix(id, handover.GroupConsole+"/"); console {
			steps = append(slices.Clip(steps), step)
		} else {
			lines = append(lines, id)
		}
	}
	slices.Sort(lines)
	t.d = t.d.With("console_steps", flow.Entry{Picked: steps}).Tick(slices.Compact(lines))
}

func (t *talk) count() (n int) {
	ticked := t.ticked()
	for _, b := range t.boxes {
		if slices.Contains(ticked, b.id) {
			n++
		}
	}
	return n
}
