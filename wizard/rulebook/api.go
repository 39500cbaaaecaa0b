// Package rulebook holds the rules, one row each, and judges a Case by them.
package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Judge gives the findings of a case in the given language, sorted by moment,
// then severity, then the order of the rows.
func Judge(c wizard.Case, l text.Lang) []wizard.Finding { return nil }
