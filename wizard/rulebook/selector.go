package rulebook

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Which channel takes the payment: channelKey, channelGroupId or pg.
var selectorRows = []Rule{
	{
		ID:       "channel-key-required",
		Reads:    []string{"params.channelKey", "params.channelGroupId", "params.pg"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: anyOf,
		Sources: []string{
			page + ` "channelKey"`,
			pg + "v1/smartro L59-67",
			guide + "extra/smart-routing/integration L22-37",
		},
	},
	{
		ID:       "channel-selector-exactly-one",
		Reads:    []string{"params.channelKey", "params.channelGroupId", "params.pg"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: oneSelector,
		Sources: []string{
			guide + "extra/smart-routing/integration L32-37",
			bsdk + " L2299-2316",
			oas + " L5814-5824 (key-in API, pg ignored)",
			v1sdk + "javascript-sdk/payrq L26-85",
		},
	},
	{
		ID:       "channel-key-format",
		Reads:    []string{"params.channelKey"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: matches(`^channel-key-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`), Mend: trimmed(channelKeyShape),
		Sources: []string{
			play + "src/state/v2-pay.ts L113-121",
			play + "src/ui/trial.yaml L205",
		},
	},
	{
		ID:       "pg-value-matches-module",
		Reads:    []string{"params.pg", "setup.module"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: pgOfModule, Mend: pgSpelled,
		Sources: []string{
			page + ` "pg(deprecated)"`,
			pg + "v1/smartro L69-73",
			v1sdk + "javascript-sdk/payrq L26-32, L55-56",
		},
	},
	{
		ID:       "pg-param-deprecated",
		Reads:    []string{"params.pg"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOps,
		Check: forbidden, Mend: pgDrop,
		Sources: []string{
			page + ` "pg(deprecated)"`,
			v1sdk + "javascript-sdk/payrq L26-85",
		},
	},
}

const channelKeyShape = `^channel-key-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`

func oneSelector(l *Look) []Verdict {
	n := 0
	for _, path := range l.reads {
		if l.Sent(path) {
			n++
		}
	}
	if n > 1 {
		return found(l.reads[0])
	}
	return nil
}

var pgShape = lazy(`^(smartro|smartro_v2)(\.[A-Za-z0-9_]+)?$`)

// pgOfModule wants the module's name, alone or with a MID behind a dot.
func pgOfModule(l *Look) []Verdict {
	v, ok := l.Value("params.pg")
	if !ok {
		return nil
	}
	w, _ := word(v)
	name, _, _ := strings.Cut(w, ".")
	if pgShape().MatchString(w) && (l.Case.Setup.Module == "" || name == string(l.Case.Setup.Module)) {
		return nil
	}
	return found("params.pg")
}

// pgSpelled mends the spelling of the module's name, and offers the name of
// the chosen module where the other one stands.
func pgSpelled(l *Look, v Verdict) []wizard.Mend {
	w, ok := word(l.At(v.Path))
	module := string(l.Case.Setup.Module)
	if !ok || module == "" {
		return nil
	}
	name, mid, dotted := strings.Cut(strings.TrimSpace(w), ".")
	to := module
	if dotted {
		to += "." + mid
	}
	if !pgShape().MatchString(to) || to == w {
		return nil
	}
	return []wizard.Mend{{Sure: plainWord(name) == plainWord(module), Edits: []value.Edit{value.Put(v.Path, value.Text(to))}}}
}

// pgDrop takes pg away where something else picks the channel. The channel may
// be another one then, so it is not sure.
func pgDrop(l *Look, v Verdict) []wizard.Mend {
	if l.Sent("params.channelKey") || l.Sent("params.channelGroupId") {
		return dropUnsure(l, v)
	}
	return nil
}
