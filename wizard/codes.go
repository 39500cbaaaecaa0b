package wizard

import "smartro-wizard/wizard/text"

// The tables of codes.
const (
	CodesPayMethods   = "pay_methods"
	CodesCards        = "cards"         // card.direct.code and card_code of a look-up
	CodesForeignCards = "foreign_cards" // card_code of a look-up
	CodesBanks        = "banks"         // of virtual accounts and refunds
	CodesCouriers     = "couriers"
	CodesReceipts     = "receipts"      // of the window
	CodesReceiptsREST = "receipts_rest" // of the REST API, which has words of its own
	CodesStatuses     = "statuses"

	CodesPayMethodsV2 = "v2_pay_methods"
	CodesEasyPayV2    = "v2_easy_pay" // easyPay.easyPayProvider
	CodesCardsV2      = "v2_cards"    // card.cardCompany
	CodesBanksV2      = "v2_banks"    // virtualAccount.bankCode
	CodesReceiptsV2   = "v2_receipts"
)

// CodeTable is a table of codes with where it comes from.
type CodeTable struct {
	Items   []Code   `json:"items"`
	Sources []string `json:"sources"`
}

// Code is one code of a table. The marks say what is special about it.
type Code struct {
	Code             string    `json:"code"`
	Name             text.Pair `json:"name"`
	EasyPay          bool      `json:"easy_pay"`
	WindowsOnly      bool      `json:"windows_only"`        // a card company that opens at once on Windows only
	NotInTest        bool      `json:"not_in_test"`         // refused on the shared test MIDs
	NotInTestBilling bool      `json:"not_in_test_billing"` // its cards cannot be registered on the shared test MID
	InWindow         bool      `json:"in_window"`           // a bank whose virtual accounts the window issues
	Identifier       bool      `json:"identifier"`          // a receipt that wants an identifier
	Unconfirmed      bool      `json:"unconfirmed"`         // in the schema for Smartro, and in no list of what Smartro has
	Twin             string    `json:"twin"`                // V1's word for the same, in tables of V2
	REST             string    `json:"rest"`                // the word of V2's REST API, where it has another
}

var codes = rows[map[string]CodeTable]("codes")

// Codes is the table of that name. Do not change the rows.
func Codes(table string) []Code { return codes()[table].Items }

// CodeTables are all tables by name.
func CodeTables() map[string]CodeTable { return codes() }

// CodeOf finds a code in a table.
func CodeOf(table, code string) (Code, bool) {
	if code == "" {
		return Code{}, false // most payments name no code, and need no table
	}
	for _, c := range Codes(table) {
		if c.Code == code {
			return c, true
		}
	}
	return Code{}, false
}
