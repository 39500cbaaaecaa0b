package rulebook

import (
	"smartro-wizard/wizard"
)

// Rule is one row: what is judged, when, and by which check. Its sentences
// stand in assets/texts/rules.*.json under its id. One fact of both PortOne
// versions has one id; where the versions read it from other parameters, each
// has a row, and the sentences of the second stand in rulesv2.*.json where
// they differ.
type Rule struct {
	ID        string
	Functions []string // the calls that are judged; none is the window that pays. EveryCall, RESTCall and WholeCase stand for groups
	When      When
	Reads     []string // paths that the check may look at, the first is blamed; a star is every place of a list

	Severity   wizard.Severity
	Moment     wizard.Moment
	Confidence Confidence
	Differs    bool // the severity is not that of V1's row; the sentence "differs" says why

	Check   Check  // none: the row is a line of the checklist, see Person
	Mend    Mend   // none: a person has to put it right
	Person  Person // who ticks the line, where no program can judge
	Sources []string
}

// When narrows a rule to a part of the catalogue. An empty list is no limit.
type When struct {
	Modules []wizard.Module
	Types   []wizard.Type
	Methods []wizard.PayMethod
	Mode    wizard.Mode // "" is both
	SDK     wizard.SDK  // "" is V1; AnySDK is both
}

// AnySDK in When.SDK judges the calls of both PortOne versions. Words of pay
// methods are then those of both.
const AnySDK wizard.SDK = "any"

// Words that stand in Rule.Functions beside the names of calls.
const (
	EveryCall = "call" // whatever is called
	RESTCall  = "rest" // every call of the REST API, its name is METHOD /path
	WholeCase = "case" // once, also where nothing is called
)

// Confidence is how well a rule is founded.
type Confidence = wizard.Confidence

// The confidences.
const (
	Documented   = wizard.Documented
	Corroborated = wizard.Corroborated
	Derived      = wizard.Derived
)

// Check looks at a case and gives what it found broken, usually nothing.
type Check func(*Look) []Verdict

// Verdict is what a check found at one place. The zero State is found, the
// zero Severity that of the row. Variant names a second sentence that says
// more than the row's message; Args fill its placeholders.
type Verdict struct {
	Path     string
	State    wizard.State
	Severity wizard.Severity
	Variant  string
	Args     []string
}

// Mend gives the ways to put a verdict right.
type Mend func(*Look, Verdict) []wizard.Mend

// Person tells who can tick a row that no program can judge, and where it
// applies beyond When. The row's fix says how.
type Person struct {
	Who Who
	If  func(*Look) bool
}

// Who is the person that a line of the checklist is for.
type Who string

// The people of the checklist.
const (
	Console   Who = "console"   // has the login of the PortOne console or of 스마일비즈
	Contract  Who = "contract"  // talks with Smartro and PortOne
	Developer Who = "developer" // writes page and server
	Tester    Who = "tester"    // pays on the test channel
)
