// Package answers reads and writes wizard.Answers: YAML, JSON, and flags.
package answers

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Decode reads an answers file, YAML or JSON. What is wrong with it comes back
// as findings with line and column, in the given language; the answers are as
// whole as they could be read. name is the file's name for the findings.
func Decode(name string, src []byte, l text.Lang) (wizard.Answers, []wizard.Finding) {
	return wizard.Answers{}, nil
}

// Set changes one answer as a flag does: path is mode, user_code, params.amount, make.merchant_uid.prefix ...
func Set(a wizard.Answers, path, val string, l text.Lang) (wizard.Answers, []wizard.Finding) {
	return a, nil
}

// JSON is the canonical form: keys in the order of the contract, no blanks.
func JSON(a wizard.Answers) []byte { return nil }

// YAML is the form for people.
func YAML(a wizard.Answers) []byte { return nil }
