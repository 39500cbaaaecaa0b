package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Escrow, which has a MID of its own.
var v2EscrowRows = []Rule{
	{
		ID:       "escrow-required",
		When:     v2For(escrowed),
		Reads:    []string{isEscrow},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: escrowOff, Mend: put(value.Truth(true)),
		Sources: []string{bsdk + " L6014-6022"},
	},
	{
		ID:       "escrow-pay-methods",
		When:     v2(),
		Reads:    []string{"params.payMethod", isEscrow},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   inEscrow(always(oneOf("CARD", "TRANSFER", "VIRTUAL_ACCOUNT"))),
		Sources: []string{page + ` "결제 가능 결제수단"`, page2 + " L438-513"},
	},
	{
		ID:       "escrow-no-card-direct",
		When:     v2(),
		Reads:    []string{cardCompany, isEscrow},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: inEscrow(forbidden), Mend: dropUnsure,
		Sources: []string{page2 + " L438-464", caution + ` "에스크로 결제시 카드사/가상계좌 은행 다이렉트 호출 불가능"`},
	},
	{
		ID:       "escrow-no-vbank-direct",
		When:     v2(),
		Reads:    []string{accountBank, isEscrow},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: inEscrow(forbidden), Mend: dropUnsure,
		Sources: []string{page2 + " L466-484", bsdk + " L6313-6315"},
	},
	{
		ID: "escrow-register-delivery", Functions: []string{WholeCase},
		When:     v2For(escrowed),
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps, Confidence: Derived,
		Person:  Person{Who: Developer},
		Sources: []string{oas2 + " applyEscrowLogistics"},
	},
}

const isEscrow = "params.isEscrow"

// escrowAsked: the type of the channel, or the parameter alone in somebody's code.
func escrowAsked(l *Look) bool {
	return l.Case.Setup.Type == wizard.TypeEscrow || l.At(isEscrow).Bool()
}

// inEscrow narrows a check of the row's first paths to escrow.
func inEscrow(check Check) Check {
	return func(l *Look) []Verdict {
		if !escrowAsked(l) {
			return nil
		}
		if n := len(l.reads) - 1; l.reads[n] == isEscrow {
			l.reads = l.reads[:n]
		}
		return check(l)
	}
}

func escrowOff(l *Look) []Verdict {
	if v, ok := l.Value(isEscrow); ok && !v.Bool() {
		return found(isEscrow)
	}
	return missing(l, isEscrow)
}
