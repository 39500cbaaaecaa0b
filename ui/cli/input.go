package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/value"
)

// given is what a command line says about the answers.
type given struct {
	file, from string
	settings   []setting
}

// setting is one flag that sets an answer, in the order of the command line.
type setting struct{ path, val string }

// shortcuts are the flags for answers that every payment has. Of what they
// take, the catalogue knows more than this table.
var shortcuts = []struct {
	flag, path, help string
	known            func(wizard.Channel) []string
}{
	{"mode", "mode", "cli.flag-mode", func(c wizard.Channel) []string { return []string{string(c.Mode)} }},
	{"sdk", "sdk", "cli.flag-sdk", func(wizard.Channel) []string { return texts(wizard.SDKs) }},
	{"module", "module", "cli.flag-module", func(c wizard.Channel) []string { return []string{string(c.Module)} }},
	{"type", "type", "cli.flag-type", func(c wizard.Channel) []string { return []string{string(c.Type)} }},
	{"user-code", "user_code", "cli.flag-user-code", nil},
}

func texts[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, x := range list {
		all[i] = string(x)
	}
	return all
}

// knownOf gathers a column of the channels that open a window, each value once.
func knownOf(of func(wizard.Channel) []string) []string {
	var all []string
	if of == nil {
		return nil
	}
	for _, c := range wizard.Channels() {
		for _, x := range of(c) {
			if c.Opens() && !slices.Contains(all, x) {
				all = append(all, x)
			}
		}
	}
	return all
}

// answerFlags gives a command the flags from which answers are made.
func (a *app) answerFlags(cmd *cobra.Command, g *given) {
	f := cmd.Flags()
	f.StringVarP(&g.file, "answers", "a", "", a.say("cli.flag-answers"))
	f.StringVar(&g.from, "from", "", a.say("cli.flag-from"))
	for _, s := range shortcuts {
		known := knownOf(s.known)
		f.Var(&setFlag{g: g, path: s.path}, s.flag, a.say(s.help, "known", strings.Join(known, ", ")))
		if len(known) > 0 {
			_ = cmd.RegisterFlagCompletionFunc(s.flag, cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	f.Var(&setFlag{g: g}, "set", a.say("cli.flag-set"))
	f.Var(&setFlag{g: g, path: "later"}, "later", a.say("cli.flag-later"))
}

// setFlag collects settings; several of the same are fine, the last one counts.
type setFlag struct {
	g    *given
	path string // "" for PATH=VALUE
	last string
}

var errNoEquals = errors.New("no equals sign")

func (s *setFlag) Set(val string) error {
	set := setting{s.path, val}
	if s.path == "" {
		path, v, ok := strings.Cut(val, "=")
		if !ok || path == "" {
			return errNoEquals
		}
		set = setting{path, v}
	}
	s.g.settings, s.last = append(s.g.settings, set), val
	return nil
}

func (s *setFlag) String() string { return s.last }
func (s *setFlag) Type() string   { return "string" }

var _ pflag.Value = (*setFlag)(nil)

// anything reports whether something was said about the answers at all.
func (g *given) anything() bool { return g.file != "" || g.from != "" || len(g.settings) > 0 }

// reading is what came of the answers of a command line.
type reading struct {
	answers  wizard.Answers
	src      source
	found    []wizard.Finding // about the text and the flags, not about the payment
	readable bool             // something was understood
}

// read takes what the file has, then each flag over it. The error is for what
// could not be opened at all.
func (a *app) read(cmd *cobra.Command, g *given) (reading, error) {
	if g.file != "" && g.from != "" {
		return reading{}, a.usage(cmd, "cli.file-and-from")
	}
	src, err := a.source(g)
	if err != nil {
		return reading{}, err
	}
	r := reading{src: src}
	r.answers, r.found, r.readable = a.parse(src)
	for _, s := range g.settings {
		var more []wizard.Finding
		r.answers, more = answers.Set(r.answers, s.path, s.val, a.lang)
		r.found = append(r.found, more...)
	}
	return r, nil
}

// judge adds what the rulebook says of the whole.
func (a *app) judge(r reading) []wizard.Finding {
	if !r.readable {
		return r.found
	}
	ans := r.answers
	more := slices.Concat(answers.Check(ans, a.lang), rulebook.Judge(ans.Case(wizard.Day(a.now())), a.lang))
	if r.src.text != nil && !r.src.coded {
		more = answers.Locate(more, r.src.name, r.src.text, ans)
	}
	return answers.Merge(r.found, more)
}

// source is the text that answers are read from; no text is answers by flags alone.
type source struct {
	name  string
	text  []byte
	coded bool // text is a share code
}

func (a *app) source(g *given) (source, error) {
	switch {
	case share.Looks(g.from):
		return source{"--from", []byte(g.from), true}, nil
	case g.from != "":
		s, err := a.open(g.from)
		s.coded = share.Looks(string(s.text))
		return s, err
	case g.file != "":
		return a.open(g.file)
	}
	return source{}, nil
}

// open reads a file, or standard input for "-", a little past the limit so
// that the one who decodes it can say that it is too large.
func (a *app) open(path string) (source, error) {
	file, name := a.in, a.say("cli.stdin")
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return source{}, &exit{exitUsage, a.say(openError(err), "path", shown(path), "cause", shown(err.Error()))}
		}
		defer f.Close()
		file, name = f, path
	} else if isTerminal(a.in) {
		if a.noInput {
			return source{}, &exit{exitUsage, a.say("cli.no-input-stdin")}
		}
		a.note("%s\n", a.say("cli.reading-stdin"))
	}
	raw, err := io.ReadAll(io.LimitReader(file, answers.MaxSize+1))
	if err != nil {
		return source{}, &exit{exitUsage, a.say(openError(err), "path", shown(name), "cause", shown(err.Error()))}
	}
	return source{name: name, text: append([]byte{}, raw...)}, nil
}

// openError is the sentence for a file that cannot be read.
func openError(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "cli.file-missing"
	case errors.Is(err, fs.ErrPermission):
		return "cli.file-denied"
	case errors.Is(err, syscall.EISDIR):
		return "cli.file-is-folder"
	}
	return "cli.file-other"
}

// parse gives the answers of a source as they are; readable is false when
// nothing was understood, so that nothing else should be said about them.
func (a *app) parse(src source) (ans wizard.Answers, found []wizard.Finding, readable bool) {
	switch {
	case src.coded:
		ans, err := share.Open(string(src.text))
		if err != nil {
			return blank(), []wizard.Finding{a.codeFinding(err)}, false
		}
		return ans, nil, true
	case src.text != nil:
		ans, found = answers.Parse(src.name, src.text, a.lang)
		return ans, found, ans.Version != 0 || ans.Mode != "" || len(found) == 0
	}
	return blank(), nil, true
}

func blank() wizard.Answers {
	return wizard.Answers{Version: wizard.AnswersVersion, Params: value.ObjectOf()}
}

// codeFinding says what is wrong with a share code.
func (a *app) codeFinding(err error) wizard.Finding {
	return wizard.Finding{Rule: "share-code", Severity: wizard.SeverityError, Moment: wizard.MomentOps, State: wizard.StateFound,
		Confidence: "documented", Path: "--from", Message: share.Sentence(err, a.lang)}
}

func hasErrors(found []wizard.Finding) bool { return wizard.ReportOf(found).Summary.Errors > 0 }
