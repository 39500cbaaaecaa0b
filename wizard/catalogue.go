package wizard

import (
	"slices"
	"sync"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/decode"
	"smartro-wizard/wizard/text"
)

// Question is one question of the wizard. AskedWhen: every listed key must
// match one of its values; empty means always. Default is what Enter takes on
// an untouched field, as text ("" with HasDefault false: the person has to choose).
type Question struct {
	ID          string              `json:"id"`
	Stage       string              `json:"stage"`
	Kind        string              `json:"kind"` // select, multi, text, number, days, checklist, confirm, note
	AskedWhen   map[string][]string `json:"asked_when"`
	Title       text.Pair           `json:"title"`
	Help        text.Pair           `json:"help"`
	Where       text.Pair           `json:"where"`
	Default     string              `json:"default"`
	HasDefault  bool                `json:"has_default"`
	Example     string              `json:"example"`
	Later       bool                `json:"later"`
	Optional    bool                `json:"optional"` // an empty field is an answer
	Placeholder string              `json:"placeholder"`
	AsCode      string              `json:"as_code"`
	Params      []string            `json:"params"`
	Rules       []string            `json:"rules"`
	Options     []Option            `json:"options"`
	WrongBox    []WrongBox          `json:"wrong_box"`
	Items       []Item              `json:"items"`
	Certainty   string              `json:"certainty"`
	Sources     []string            `json:"sources"`
}

// Option is one choice of a select or multi question. Sets are the answers to
// other questions that it settles; those are not asked any more.
type Option struct {
	Value       string              `json:"value"`
	Label       text.Pair           `json:"label"`
	Hint        text.Pair           `json:"hint"`
	Recommended bool                `json:"recommended"`
	AskedWhen   map[string][]string `json:"asked_when"`
	Sets        map[string]string   `json:"sets"`
}

// WrongBox is a value that people paste at this question by mistake. LooksLike
// names a shape of Shapes.
type WrongBox struct {
	LooksLike string    `json:"looks_like"`
	Text      text.Pair `json:"text"`
}

// Item is one line of a checklist question.
type Item struct {
	ID        string              `json:"id"`
	Text      text.Pair           `json:"text"`
	AskedWhen map[string][]string `json:"asked_when"`
}

// Settled says why something is not asked, for the answers that When names. What
// a payment type fixes says so itself, see Fixed.
type Settled struct {
	When map[string][]string `json:"when"`
	Text text.Pair           `json:"text"`
}

// Stage groups questions; the stages stand at the left or on top of the screen.
type Stage struct {
	ID    string    `json:"id"`
	Title text.Pair `json:"title"`
}

// Catalogue of questions: the stages, the questions in their order, the shapes
// that tell a value in the wrong box (name to RE2 pattern), and what the quick
// start asks and takes.
type questionFile struct {
	Stages     []Stage           `json:"stages"`
	Shapes     map[string]string `json:"shapes"`
	QuickAsks  []string          `json:"quick_asks"`
	QuickTakes map[string]string `json:"quick_takes"`
	Settled    []Settled         `json:"settled"`
	Questions  []Question        `json:"questions"`
}

// Symptom is a failure that developers report: what was seen, why, and what to do.
type Symptom struct {
	ID        string    `json:"id"`
	Title     text.Pair `json:"title"`
	Patterns  []string  `json:"patterns"` // fragments seen in a source; any one is enough
	Likely    []string  `json:"likely"`   // weaker hints; they rank and never conclude
	Cause     text.Pair `json:"cause"`
	Ask       text.Pair `json:"ask"`
	Fix       text.Pair `json:"fix"`
	Certainty string    `json:"certainty"` // documented, reported, derived
	Question  string    `json:"question"`  // the question of the wizard that mends it, or ""
	Sources   []string  `json:"sources"`
}

// Checked is the day (YYYY-MM-DD) on which the documents behind the facts were read.
const Checked = "2026-08-06"

var (
	first     = rows[[]Question]("first") // of the first screen, which shows before the rest is read
	questions = rows[questionFile]("questions")
	symptoms  = rows[[]Symptom]("symptoms")
)

var allQuestions = sync.OnceValue(func() []Question { return slices.Concat(first(), questions().Questions) })

// rows decodes a file of facts when it is first asked for, and once.
func rows[T any](name string) func() T {
	return sync.OnceValue(func() T {
		var t T
		raw, err := assets.Files.ReadFile("facts/" + name + ".json")
		if err == nil {
			err = decode.JSON(raw, &t)
		}
		if err != nil {
			panic("wizard: facts/" + name + ".json: " + err.Error())
		}
		return t
	})
}

// Stages are the stages in their order.
func Stages() []Stage { return questions().Stages }

// Questions are all questions of this build in their order. Do not change the rows.
func Questions() []Question { return allQuestions() }

// QuestionOf finds a question by its id.
func QuestionOf(id string) (Question, bool) {
	for _, read := range []func() []Question{first, allQuestions} {
		list := read()
		if i := slices.IndexFunc(list, func(q Question) bool { return q.ID == id }); i >= 0 {
			return list[i], true
		}
	}
	return Question{}, false
}

// QuickStart gives the ids of the questions that the quick start asks, and the
// answers that it takes without asking, by question id.
func QuickStart() (asks []string, takes map[string]string) {
	return questions().QuickAsks, questions().QuickTakes
}

// SettledBy are the sentences about what answers settle. Do not change the rows.
func SettledBy() []Settled { return questions().Settled }

// Shapes are the RE2 patterns, by name, that tell what a value looks like.
func Shapes() map[string]string { return questions().Shapes }

// Symptoms are the failures that this build can explain. Do not change the rows.
func Symptoms() []Symptom { return symptoms() }
