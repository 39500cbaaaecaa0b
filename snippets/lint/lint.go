// Package lint reads somebody's code and says what is wrong in it: a file
// becomes regions of JavaScript (package region), a region a tree (js), names
// and values (scope), and those the cases that the rulebook judges as it
// judges answers. It runs nothing, opens nothing and fetches nothing. What
// cannot be known is said to be unknown.
package lint

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Why a file is not read at all.
var (
	ErrTooLarge = region.ErrTooLarge
	ErrBinary   = region.ErrBinary
)

// MaxFile and MaxScript are the limits of a file and of one piece of JavaScript.
const (
	MaxFile   = region.MaxFile
	MaxScript = region.MaxScript
)

// Options say what is known beforehand. Empty fields of Setup are inferred.
type Options struct {
	Setup wizard.Setup // Mode, SDK, Module and Type
	Lang  text.Lang
	Today string // YYYY-MM-DD in Asia/Seoul
	World *World // what other files tell, nil for nothing
}

// Report is what was found in one file.
type Report struct {
	File     string
	Text     string       // as UTF-8; places of findings count in it
	Setup    wizard.Setup // under which the file was judged
	Sources  Sources
	OtherPG  string // the code is for this PG and was judged as if it moved
	Calls    int    // windows and REST calls
	Findings []wizard.Finding
	Ignored  int // findings that a comment with a reason takes away

	cases []wizard.Case // that were judged, for Take
}

// Sources tell where each part of the setup comes from.
type Sources struct{ Mode, SDK, Module, Type Source }

// Source is where a part of the setup comes from.
type Source string

// The sources, best first.
const (
	Given    Source = "given"    // by the person who asks
	Inferred Source = "inferred" // from the code
	Assumed  Source = "assumed"  // the usual case
)

// marks are words without one of which there is nothing to find. A file that
// only mentions PortOne is left alone: folders are full of those.
var marks = []string{
	"request_pay", "requestPayment", "requestIssueBillingKey", "IMP.", "api.portone.io", "@portone/", "PortOneClient", "browser-sdk.js", "iamport.kr", "iamport.payment", "imp_key", "imp_secret", "impKey", "impSecret",
}

// looseMarks are those of a text that is no file: parameters alone, say.
var looseMarks = []string{"merchant_uid", "pay_method", "paymentId", "issueId", "IMP"}

// Concerns reports whether a text can have anything to do with payments.
func Concerns(name, s string) bool {
	in := func(mark string) bool { return strings.Contains(s, mark) }
	return slices.ContainsFunc(marks, in) || !region.Reads(name) && slices.ContainsFunc(looseMarks, in)
}

// Reads reports whether a file of that name is one that is read in a folder.
func Reads(name string) bool { return region.Reads(name) }

// Read judges one file. The error says why it was not read at all. A file that
// has nothing to do with payments gives an empty report.
func Read(name string, raw []byte, o Options) (Report, error) {
	body, err := region.Decode(raw)
	if err != nil {
		return Report{File: name}, err
	}
	r := Report{File: name, Text: body}
	if !Concerns(name, body) {
		return r, nil
	}
	c := newCode(region.Split(name, body))
	c.judge(&r, o)
	return r, nil
}
