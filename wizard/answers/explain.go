package answers

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// kinds are all that can be wrong with an answers file as such.
var kinds = []problem{
	emptyFile, tooLarge, notUTF8, looksEUCKR, looksUTF16, byteOrderMark, rawControl, lineSeparator, yamlSyntax, yamlQuote, yamlColon,
	yamlNoColon, yamlTab, yamlStart, jsonSyntax, manyDocuments, notMapping, tooDeep, anchor, alias, tag, keyNotText, keyDuplicate,
	surrogate, keyUnknown, keyNear, keyPlace, secretKey, keyMissing, keyTwice, wrongType, valueUnknown, valueNear, versionMissing,
	versionUnknown, versionNewer, laterUnknown, laterNear, badPath, badDays, keyVersion, keyVersionOnly,
}

// Rules are the rules of findings about an answers file.
func Rules() []string {
	all := make([]string, len(kinds))
	for i, p := range kinds {
		all[i] = "answers-" + string(p)
	}
	return all
}

var blank = lazy(`\{[a-z_]+\}`)

// Explain says what a rule of Rules is about, without a case: where a finding
// has a value, its name stands in capitals.
func Explain(rule string, l text.Lang) (wizard.Finding, bool) {
	name := strings.TrimPrefix(rule, "answers-")
	if name == rule || !slices.Contains(kinds, problem(name)) {
		return wizard.Finding{}, false
	}
	f := finding(l, problem(name), "{path}")
	for _, s := range []*string{&f.Message, &f.Why, &f.Fix} {
		*s = blank().ReplaceAllStringFunc(*s, func(b string) string { return strings.ToUpper(strings.Trim(b, "{}")) })
	}
	return f, true
}
