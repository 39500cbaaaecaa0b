package answers

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// problem names what can be wrong with an answers file. Its finding has the
// rule answers-NAME, its sentences are answers.NAME.message, .why and .fix.
type problem string

// What is wrong with the file as such; nothing is read from it then.
const (
	emptyFile     problem = "empty"
	tooLarge      problem = "too-large"
	notUTF8       problem = "not-utf8"
	looksEUCKR    problem = "euc-kr"
	looksUTF16    problem = "utf16"
	byteOrderMark problem = "bom"
	rawControl    problem = "control"
	lineSeparator problem = "separator"
	yamlSyntax    problem = "yaml-syntax"
	yamlQuote     problem = "yaml-quote"
	yamlColon     problem = "yaml-colon"
	yamlNoColon   problem = "yaml-no-colon"
	yamlTab       problem = "yaml-tab"
	yamlStart     problem = "yaml-start"
	jsonSyntax    problem = "json-syntax"
	manyDocuments problem = "documents"
	notMapping    problem = "not-mapping"
	tooDeep       problem = "too-deep"
	anchor        problem = "anchor"
	alias         problem = "alias"
	tag           problem = "tag"
	keyNotText    problem = "key-not-text"
	keyDuplicate  problem = "key-duplicate"
	surrogate     problem = "surrogate"
)

// What is wrong with one key or its value.
const (
	keyUnknown     problem = "key-unknown"
	keyNear        problem = "key-near"
	keyPlace       problem = "key-place"
	secretKey      problem = "secret"
	keyMissing     problem = "key-missing"
	keyTwice       problem = "key-twice"
	wrongType      problem = "type"
	valueUnknown   problem = "value-unknown"
	valueNear      problem = "value-near"
	versionMissing problem = "version-missing"
	versionUnknown problem = "version-unknown"
	versionNewer   problem = "version-newer"
	laterUnknown   problem = "later-unknown"
	laterNear      problem = "later-near"
	badPath        problem = "path"
	badDays        problem = "days"
	keyVersion     problem = "key-version"
	keyVersionOnly problem = "key-version-only"
)

// prefix is what the rules of this package begin with.
const prefix = "answers-"

// shownValue is how much of a value a finding shows, in code points.
const shownValue = 80

// finding words a problem. args are pairs of placeholder and text.
func finding(l text.Lang, p problem, path string, args ...string) wizard.Finding {
	f := wizard.Finding{
		Rule: prefix + string(p), Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Confidence: "documented", State: wizard.StateFound, Path: path,
	}
	if p == versionMissing {
		f.Severity, f.Moment = wizard.SeverityWarning, wizard.MomentOps
	}
	args = append(args, "path", path)
	say := func(part string) string { return text.Of(l, "answers."+string(p)+"."+part, args...) }
	f.Message, f.Why, f.Fix = say("message"), say("why"), say("fix")
	return f
}

// report adds a problem at a place; shown is the value that the person sees.
func (r *reader) report(p problem, path string, at value.Span, shown string, args ...string) *wizard.Finding {
	shown = safe.Shown(shown, shownValue)
	f := finding(r.lang, p, path, append(args, "value", shown)...)
	f.Value = shown
	if r.src != nil {
		r.src.place(&f, at)
	}
	r.found = append(r.found, f)
	return &r.found[len(r.found)-1]
}

// mend offers one edit, with its replacement where that is one value.
func mend(f *wizard.Finding, sure bool, e value.Edit) {
	f.Mends = []wizard.Mend{{Sure: sure, Edits: []value.Edit{e}}}
	if e.Op == value.Set {
		f.Replacement = e.New.Text()
	}
}
