package rulebook

import (
	"encoding/json"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const (
	shownValue = 80 // code points of a value that a finding shows
	shownArg   = 60 // code points of a value inside a sentence
	shownPath  = 200
)

func (b *broken) finding(l text.Lang) wizard.Finding {
	r, v := b.rule, b.look.At(b.Path)
	f := wizard.Finding{
		Rule: r.ID, Severity: b.Severity, Moment: r.Moment, Confidence: r.Confidence.String(),
		State: b.State, Path: shownAt(b.Path), Value: b.value(v),
		Message: b.message(l),
		Why:     r.say(b.look.Case.Setup.SDK, l, "why"),
		Fix:     r.say(b.look.Case.Setup.SDK, l, "fix"),
		Source:  r.link(),
		Span:    b.span(v),
	}
	if r.Mend != nil && b.State == wizard.StateFound {
		f.Mends = r.Mend(&b.look, b.Verdict)
		f.Replacement = replacement(f.Mends)
	}
	return f
}

// shownAt is a path as a finding prints it. Its keys are somebody's text too.
func shownAt(path string) string {
	keys := strings.Split(path, ".")
	for i, key := range keys {
		if safe.Secret(key) {
			keys[i] = safe.Mask
		}
	}
	return safe.Line(strings.Join(keys, "."), shownPath)
}

// message is the row's sentence, or its variant where the check knows more.
func (b *broken) message(l text.Lang) string {
	part := "message"
	if b.Variant != "" {
		part = b.Variant
	}
	args := make([]string, len(b.Args))
	for i, a := range b.Args {
		args[i] = safe.Shown(a, shownArg)
	}
	m := b.rule.say(b.look.Case.Setup.SDK, l, part, args...)
	switch b.State {
	case wizard.StateUnknown:
		return text.Of(l, "rules.state.unknown", "message", m)
	case wizard.StateLater:
		return text.Of(l, "rules.state.later", "message", m)
	}
	return m
}

// span is where the value stands, or the call where nothing stands.
func (b *broken) span(v value.Value) value.Span {
	if s := v.Span(); s != (value.Span{}) || !strings.HasPrefix(b.Path, "params") {
		return s
	}
	return b.look.Request.Params.Span()
}

// value is what the finding shows. An identifier of a cash receipt may be a
// resident number, which nobody should read over a shoulder, and a card is nobody's business.
func (b *broken) value(v value.Value) string {
	if !blank(v) && hidden(b.Path) {
		return safe.Mask
	}
	return shown(v)
}

func hidden(path string) bool {
	path = strings.ToLower(path)
	return strings.HasSuffix(path, "identifier") || strings.HasSuffix(path, "identitynumber") || strings.Contains(path, ".credential.")
}

// shown is a value as a finding prints it: JSON, safe, short, and masked where
// any text in it may be a secret.
func shown(v value.Value) string {
	switch v.Kind() {
	case value.Absent, value.Later, value.Made:
		return ""
	case value.Unknown:
		return safe.Shown(v.Text(), shownValue)
	}
	if secret(v) {
		return safe.Mask
	}
	raw, err := v.MarshalJSON()
	if err != nil {
		return ""
	}
	return safe.Line(string(raw), shownValue)
}

func secret(v value.Value) bool {
	for _, item := range v.Items() {
		if secret(item) {
			return true
		}
	}
	for _, f := range v.Fields() {
		if secret(f.Value) || safe.Secret(f.Key) {
			return true
		}
	}
	return v.Kind() == value.String && safe.Secret(v.Text())
}

// replacement is the new text of the value where the mends are one that is one set.
func replacement(mends []wizard.Mend) string {
	if len(mends) != 1 || len(mends[0].Edits) != 1 || mends[0].Edits[0].Op != value.Set {
		return ""
	}
	raw, err := json.Marshal(mends[0].Edits[0].New)
	if err != nil {
		return ""
	}
	return string(raw)
}
