package wizard

import (
	"encoding/json"
	"slices"
	"sync"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/text"
)

// Question is one question of the wizard. AskedWhen: every listed key must
// match one of its values; empty means always. Default is what Enter takes on
// an untouched field, as text ("" with HasDefault false: the person has to choose).
type Question struct {
	ID          string              `json:"id"`
	Stage       string              `json:"stage"`
	Screen      string              `json:"screen"` // neighbours of one screen stand on one form
	Kind        string              `json:"kind"`   // select, multi, text, number, days, checklist, confirm, note
	AskedWhen   map[string][]string `json:"asked_when"`
	Name        text.Pair           `json:"name"` // short, where answers are listed
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
	V2          Wording             `json:"v2"`
}

// Wording is what a question says otherwise where the version is V2. What is
// empty stays.
type Wording struct {
	Title       text.Pair `json:"title"`
	Help        text.Pair `json:"help"`
	Where       text.Pair `json:"where"`
	Example     string    `json:"example"`
	Placeholder string    `json:"placeholder"`
	Rules       []string  `json:"rules"`
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
	V2          string              `json:"v2"`      // the word of V2 for Value, where no table of codes has it
	HintV2      text.Pair           `json:"hint_v2"` // instead of Hint where the version is V2
}

// WrongBox is a value that people paste at this question by mistake. LooksLike
// names a shape of Shapes.
type WrongBox struct {
	LooksLike string              `json:"looks_like"`
	Text      text.Pair           `json:"text"`
	AskedWhen map[string][]string `json:"asked_when"`
	Sets      map[string]string   `json:"sets"` // answers with which the value's own question is asked
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

// Catalogue of questions: the stages, the questions in their order but for the
// first, the shapes that tell a value in the wrong box (name to RE2 pattern),
// and what the quick start asks and takes.
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

//go:generate go run -C .. -tags rows ./e2e/rows

var (
	questions = rows[questionFile]("questions")
	symptoms  = rows[[]Symptom]("symptoms")
)

var allQuestions = sync.OnceValue(func() []Question { return slices.Concat(firstRows, questions().Questions) })

// rows reads a file of facts when it is first asked for, and once. What every
// start needs is not read but compiled, see rows_gen.go.
func rows[T any](name string) func() T {
	return sync.OnceValue(func() T {
		var t T
		raw, err := assets.Files.ReadFile("facts/" + name + ".json")
		if err == nil {
			err = json.Unmarshal(raw, &t)
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

// QuestionsIn are Questions in the words of a version.
func QuestionsIn(sdk SDK) []Question {
	if sdk == V2 {
		return questionsV2()
	}
	return allQuestions()
}

var questionsV2 = sync.OnceValue(func() []Question {
	all := slices.Clone(allQuestions())
	for i := range all {
		all[i] = all[i].inV2()
	}
	return all
})

func (q Question) inV2() Question {
	for _, w := range []struct{ at, to *text.Pair }{{&q.Title, &q.V2.Title}, {&q.Help, &q.V2.Help}, {&q.Where, &q.V2.Where}} {
		if *w.to != (text.Pair{}) {
			*w.at = *w.to
		}
	}
	for _, w := range []struct{ at, to *string }{{&q.Example, &q.V2.Example}, {&q.Placeholder, &q.V2.Placeholder}} {
		if *w.to != "" {
			*w.at = *w.to
		}
	}
	if q.V2.Rules != nil {
		q.Rules = q.V2.Rules
	}
	q.Options = slices.Clone(q.Options)
	for i := range q.Options {
		if o := &q.Options[i]; o.HintV2 != (text.Pair{}) {
			o.Hint = o.HintV2
		}
	}
	return q
}

// QuestionOf finds a question by its id. That of the first screen is there
// before the rest is read.
func QuestionOf(id string) (Question, bool) {
	if q, ok := questionIn(firstRows, id); ok {
		return q, true
	}
	return questionIn(questions().Questions, id)
}

func questionIn(list []Question, id string) (Question, bool) {
	i := slices.IndexFunc(list, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, false
	}
	return list[i], true
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
