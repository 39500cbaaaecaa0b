package back

import (
	"strconv"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// kind is what a field of an operator's request holds.
type kind uint8

const (
	textual kind = iota // a text that is not empty
	amount              // a number over 0
	some                // a number from 0
	whole               // an integer from 0, such as UNIX seconds
)

// field is one that a call of PortOne takes and an operator may send, as the
// REST schema has it for Smartro.
type field struct {
	name   string
	kind   kind
	most   int // characters of a text, 0 where the schema sets none
	needed bool
}

const usualText = 255 // of a text without a limit of its own

var buyer = []field{
	{"buyer_name", textual, 16, true}, {"buyer_email", textual, 64, true}, {"buyer_tel", textual, 16, true},
}

// charge is what charging a card takes, now or later.
var charge = append([]field{
	{"amount", amount, 0, true}, {"name", textual, 40, true}}, append(buyer, []field{
	{"tax_free", some, 0, false}, {"product_count", whole, 0, false}}...)...)

// The three objects of a delivery: sender and receiver are persons with a
// formed_address.
const (
	escrowPerson  = wizard.PartEscrow + " person"
	escrowAddress = wizard.PartEscrow + " address"
	escrowLogis   = wizard.PartEscrow + " logis"
)

// calls are the fields by part. Where an order or a payment is named, the
// server does so itself.
var calls = map[string][]field{
	wizard.PartCancel: {
		{"reason", textual, 0, true}, {"amount", amount, 0, false}, {"tax_free", some, 0, false}, {"refund_holder", textual, 0, false},
		{"refund_bank", textual, 0, false}, {"refund_account", textual, 0, false}, {"refund_tel", textual, 0, false},
	},
	wizard.PartAgain:    append(append([]field{{"customer_uid", textual, 80, true}}, charge...), field{"card_quota", whole, 0, false}),
	wizard.PartSchedule: append([]field{{"schedule_at", whole, 0, true}}, charge...),
	wizard.PartVbank: append([]field{
		{"amount", amount, 0, true}, {"vbank_code", textual, 0, true}, {"vbank_due", whole, 0, true}, {"vbank_holder", textual, 16, true}}, append(buyer, []field{
		{"name", textual, 40, false}, {"vbank_num", textual, 0, false}, {"product_count", whole, 0, false}}...)...),
	escrowPerson:  {{"name", textual, 0, true}, {"tel", textual, 0, true}, {"postcode", textual, 0, true}},
	escrowAddress: {{"address_line_1", textual, 0, true}, {"address_line_2", textual, 0, true}},
	escrowLogis:   {{"company", textual, 0, true}, {"invoice", textual, 0, true}, {"sent_at", whole, 0, true}},
	wizard.PartReceipt: {
		{"identifier", textual, 0, true}, {"type", textual, 7, true}, {"buyer_name", textual, 0, true}, {"buyer_tel", textual, 0, true},
		{"buyer_email", textual, 0, false}, {"tax_free", whole, 0, false},
	},
}

// fields gives the rows of a part to templates.
func (d *Data) fields(part string) []Entry {
	var all []Entry
	for _, f := range calls[part] {
		most := f.most
		if most == 0 {
			most = usualText
		}
		e := Entry{Name: Words(f.name), Text: f.kind == textual, Number: f.kind == amount || f.kind == some, Whole: f.kind == whole,
			Zero: f.kind != amount, Needed: f.needed, Most: Words(strconv.Itoa(most)), data: d}
		var err error
		if e.Key, err = d.lit(value.Text(f.name)); err != nil && d.failed == nil {
			d.failed = err
		}
		all = append(all, e)
	}
	return all
}

// CancelFields are what an operator sends to cancel, besides the order.
func (d *Data) CancelFields() []Entry { return d.fields(wizard.PartCancel) }

// AgainFields are what an operator sends to charge a card.
func (d *Data) AgainFields() []Entry { return d.fields(wizard.PartAgain) }

// ScheduleFields are those of each schedule.
func (d *Data) ScheduleFields() []Entry { return d.fields(wizard.PartSchedule) }

// VbankFields are what an operator sends to issue a virtual account.
func (d *Data) VbankFields() []Entry { return d.fields(wizard.PartVbank) }

// PersonFields are those of sender and receiver.
func (d *Data) PersonFields() []Entry { return d.fields(escrowPerson) }

// AddressFields are those of the formed_address of either.
func (d *Data) AddressFields() []Entry { return d.fields(escrowAddress) }

// LogisFields are those of the parcel.
func (d *Data) LogisFields() []Entry { return d.fields(escrowLogis) }

// ReceiptFields are what an operator sends to issue a cash receipt.
func (d *Data) ReceiptFields() []Entry { return d.fields(wizard.PartReceipt) }
