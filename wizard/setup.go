// Package wizard is the domain: the decisions that lead to a payment window,
// the case that the rulebook judges, the findings a person gets, and the rows
// of the catalogue. It knows no terminal, disk, network, clock or randomness;
// what it needs of those is passed in. The rules stand in wizard/rulebook, the
// order of questions in wizard/flow, reading and writing of answers in
// wizard/answers and wizard/share.
package wizard

import "smartro-wizard/wizard/value"

// Mode is the console's 연동 모드.
type Mode string

// The modes.
const (
	ModeTest Mode = "test" // 테스트 연동: shared MIDs, money is taken and given back the same night
	ModeLive Mode = "live" // 실연동: the merchant's own MID
)

// SDK is the PortOne version that code and server speak.
type SDK string

// The PortOne versions.
const (
	V1 SDK = "v1" // IMP.request_pay
	V2 SDK = "v2" // PortOne.requestPayment
)

// Module is the PG's program, by its PG Provider name.
type Module string

// The modules of Smartro.
const (
	ModuleNew Module = "smartro_v2" // 신모듈
	ModuleOld Module = "smartro"    // 구모듈
)

// Type is the payment type, the console's 결제방식.
type Type string

// The payment types.
const (
	TypeGeneral      Type = "general"       // [결제창] 일반결제
	TypeEscrow       Type = "escrow"        // [결제창] 에스크로 결제
	TypeBilling      Type = "billing"       // [결제창] 정기결제: the window registers a card
	TypeOverseas     Type = "overseas"      // [결제창] 해외결제
	TypeAPIKeyin     Type = "api_keyin"     // [API] 수기결제
	TypeAPIRecurring Type = "api_recurring" // [API] 정기결제
)

// Types are the payment types, windows first.
var Types = []Type{TypeGeneral, TypeEscrow, TypeBilling, TypeOverseas, TypeAPIKeyin, TypeAPIRecurring}

// PayMethod is the value of pay_method.
type PayMethod string

// PayCard opens the card window. The other methods are rows of the catalogue.
const PayCard PayMethod = "card"

// Setup is what is decided before a request is made. UserCode and TierCode are
// values because they may be left for later or be unknown in pasted code.
type Setup struct {
	Mode     Mode
	SDK      SDK
	Module   Module
	Type     Type
	UserCode value.Value // 고객사 식별코드, the argument of IMP.init
	TierCode value.Value // absent unless the payment is for a sub-store
}
