package report

import "smartro-wizard/wizard/text"

// Narrowing are the questions that narrow an error down which no symptom knows.
func Narrowing(l text.Lang) (questions []string) {
	for _, id := range []string{"cli.symptom-where", "cli.symptom-when", "cli.symptom-words", "cli.symptom-setup", "cli.symptom-code"} {
		questions = append(questions, text.Of(l, id))
	}
	return questions
}
