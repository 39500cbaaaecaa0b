package cli

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

func itoa(n int) string { return strconv.Itoa(n) }

// ask puts a question of the catalogue to the person on the terminal, options
// numbered, and gives the option's value. The end of input is no answer.
func (a *app) ask(id string, among []string, fill ...string) (string, error) {
	q, ok := wizard.QuestionOf(id)
	if !ok {
		panic("cli: no question " + id)
	}
	options := slices.DeleteFunc(slices.Clone(q.Options), func(o wizard.Option) bool { return !slices.Contains(among, o.Value) })
	for _, part := range []text.Pair{q.Title, q.Help, q.Where} {
		if s := text.Fill(part.In(a.lang), fill...); s != "" {
			a.note("%s\n", s)
		}
	}
	for i, o := range options {
		a.note("  %d  %s\n", i+1, strings.TrimSpace(o.Label.In(a.lang)+"  "+o.Hint.In(a.lang)))
	}
	in := bufio.NewReader(a.in)
	for {
		a.note("%s ", a.say("cli.ask-number", "last", itoa(len(options))))
		line, err := in.ReadString('\n')
		if n, e := strconv.Atoi(strings.TrimSpace(line)); e == nil && n >= 1 && n <= len(options) {
			return options[n-1].Value, nil
		}
		if errors.Is(err, io.EOF) {
			return "", a.fail("cli.input-ended")
		}
		if err != nil {
			return "", a.fail("cli.input-failed", "cause", shown(err.Error()))
		}
	}
}
