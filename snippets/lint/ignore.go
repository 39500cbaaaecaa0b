package lint

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// ignoreMark begins a comment that takes findings away:
//
//	smartro-wizard-ignore RULE[,RULE] why
//
// It speaks of the code before it on its line, else of the next line. With
// smartro-wizard-ignore-file it speaks of the whole file. Without a reason it
// takes nothing away and is a finding itself.
const ignoreMark = "smartro-wizard-ignore"

type waiver struct {
	rules []string
	line  int // 0 is the whole file
}

// ignore takes away the findings that comments with a reason name.
func (c *code) ignore(r *Report, found []wizard.Finding, l text.Lang) (kept []wizard.Finding, ignored int) {
	if !strings.Contains(r.Text, ignoreMark) {
		return found, 0
	}
	waivers, bad := waiversIn(r, l)
	for _, f := range found {
		if slices.ContainsFunc(waivers, func(w waiver) bool { return w.covers(f) }) {
			ignored++
			continue
		}
		kept = append(kept, f)
	}
	locate(r, bad)
	return append(kept, bad...), ignored
}

func (w waiver) covers(f wizard.Finding) bool {
	return (w.line == 0 || w.line == f.Line) && slices.Contains(w.rules, f.Rule)
}

func waiversIn(r *Report, l text.Lang) (all []waiver, bad []wizard.Finding) {
	number, pos := 0, 0
	for line := range strings.Lines(r.Text) {
		number++
		before, after, ok := strings.Cut(line, ignoreMark)
		if ok {
			w := waiver{line: number}
			if rest, whole := strings.CutPrefix(after, "-file"); whole {
				w.line, after = 0, rest
			} else if strings.Trim(before, " \t/*<!-#%{") == "" {
				w.line = number + 1
			}
			rules, why := waived(after)
			if w.rules = rules; len(rules) > 0 && why {
				all = append(all, w)
			} else {
				at := pos + len(before)
				bad = append(bad, fault(l, ignoreReason, value.Span{Start: at, End: at + len(ignoreMark)}))
			}
		}
		pos += len(line)
	}
	return all, bad
}

// waived reads the rules of a comment and whether it gives a reason.
func waived(s string) (rules []string, why bool) {
	for _, mark := range []string{"*/", "-->", "--%>", "%}", "?>"} {
		s, _, _ = strings.Cut(s, mark)
	}
	s = strings.TrimLeft(s, ": ")
	names, reason, _ := strings.Cut(strings.TrimSpace(s), " ")
	for name := range strings.SplitSeq(names, ",") {
		if name = strings.Trim(name, " :"); name != "" {
			rules = append(rules, name)
		}
	}
	return rules, len([]rune(strings.TrimSpace(strings.TrimLeft(reason, "-: ")))) >= 2
}
