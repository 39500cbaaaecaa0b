package lint

import (
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// what can be wrong with code as such. The finding's rule is code-NAME, its
// sentences are lint.NAME.message, .why and .fix.
type trouble string

const (
	tooLong      trouble = "too-large"
	tooDeep      trouble = "too-deep"
	tooMany      trouble = "too-many"
	noComma      trouble = "comma"
	noBracket    trouble = "bracket"
	strayBracket trouble = "stray"
	openString   trouble = "string"
	openComment  trouble = "comment"
	curlyQuote   trouble = "quote"
	noValue      trouble = "value"
	unreadable   trouble = "unreadable"
	ignoreReason trouble = "ignore-reason"
)

var troubles = []trouble{tooLong, tooDeep, tooMany, noComma, noBracket, strayBracket, openString, openComment, curlyQuote, noValue, unreadable, ignoreReason}

var troubleOf = map[js.Mistake]trouble{
	js.NoComma: noComma, js.NoClose: noBracket, js.StrayClose: strayBracket, js.OpenString: openString, js.CurlyQuote: curlyQuote,
	js.Unreadable: unreadable, js.TooDeep: tooDeep, js.MissingValue: noValue, js.OpenComment: openComment,
}

// faultPrefix is what the rules of this package begin with.
const faultPrefix = "code-"

// Rules are the rules of findings about code as such.
func Rules() []string {
	all := make([]string, len(troubles))
	for i, t := range troubles {
		all[i] = faultPrefix + string(t)
	}
	return all
}

// Explain says what a rule of Rules is about.
func Explain(rule string, l text.Lang) (wizard.Finding, bool) {
	name, ours := strings.CutPrefix(rule, faultPrefix)
	if !ours || !slices.Contains(troubles, trouble(name)) {
		return wizard.Finding{}, false
	}
	return fault(l, trouble(name), value.Span{}), true
}

func fault(l text.Lang, t trouble, at value.Span) wizard.Finding {
	f := wizard.Finding{
		Rule: faultPrefix + string(t), Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: wizard.Documented.String(),
		State: wizard.StateFound, Span: at,
	}
	switch t {
	case tooLong, tooDeep, tooMany:
		f.Severity, f.State = wizard.SeverityInfo, wizard.StateUnknown
	case ignoreReason:
		f.Severity, f.Moment = wizard.SeverityWarning, wizard.MomentOps
	}
	say := func(part string) string {
		return text.Of(l, "lint."+string(t)+"."+part, "limit", strconv.Itoa(MaxScript>>10), "calls", strconv.Itoa(maxWindows))
	}
	f.Message, f.Why, f.Fix = say("message"), say("why"), say("fix")
	return f
}

// prose reports whether a line of a paste is a sentence to the reader and not code.
func (c *code) prose(start int) bool {
	if region.Reads(c.file.Name) || start > len(c.file.Text) {
		return false
	}
	line, rest, _ := strings.Cut(c.file.Text[start:], "\n")
	if strings.Trim(line, "> \t\r") == "" && strings.TrimSpace(rest) == "" { // the end: what is before it was not finished
		line = strings.TrimRight(c.file.Text[:start], "> \t\r\n")
		line = line[strings.LastIndexByte(line, '\n')+1:]
	}
	hangul := strings.IndexFunc(line, func(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 }) >= 0
	return hangul && !strings.ContainsAny(line, "(){}[]=:;\"'`")
}

// faults are the mistakes that were stepped over while reading. Those of code
// that has nothing to do with payments are somebody else's.
func (c *code) faults(l text.Lang) []wizard.Finding {
	var all []wizard.Finding
	for _, s := range c.large {
		all = append(all, fault(l, tooLong, value.Span{Start: s.Start, End: s.Start}))
	}
	if len(c.windows) == 0 && len(c.inits) == 0 {
		return all
	}
	if c.more != nil {
		all = append(all, fault(l, tooMany, spanOf(c.more)))
	}
	told := map[int]bool{}
	for _, p := range c.problems {
		line := strings.LastIndexByte(c.file.Text[:min(p.Start, len(c.file.Text))], '\n')
		if told[line] || c.prose(line+1) {
			continue // one mistake makes the next
		}
		if p.What == js.NoClose && told[-2] {
			continue // code that ends in the middle lacks all its brackets
		}
		told[line] = true
		told[-2] = told[-2] || p.What == js.NoClose
		if p.What == js.NoComma {
			p.End = p.Start
		}
		all = append(all, fault(l, troubleOf[p.What], value.Span{Start: p.Start, End: p.End}))
	}
	return all
}
