// Package back is what all server targets have in common: the flat data that
// their templates see and the manners of writing it. It knows no language.
//
// # Adding a target
//
// A target is a folder snippets/NAME with its templates beside a small Go file:
//
//	//go:generate go run ../compile -data ../back server.py.tmpl orders.py.tmpl env.tmpl
//
//	func Write(p plan.Plan) (plan.Output, error) {
//		return back.Write(p, back.Style{Literal: literal, Files: []back.File{
//			{Path: "server.py", Language: "python", Comment: "#", Template: server},
//			{Path: "orders.py", Language: "python", Comment: "#", Template: orders},
//			{Path: ".env.example", Language: "env", Comment: "#", Template: back.Env},
//		}, Start: "python3 server.py"})
//	}
//
// Literal is the language's encoder (package js and its sisters): it gives a
// value exactly as a complete literal, or refuses it by name. Templates take
// what it gives (Lit) and text of ours (Words), nothing else. Then the target
// gets a row in snippets.targets with Side "server", its sentence
// cli.proof-NAME, and a launcher in e2e/servers.
//
// In a template {{.Comment "back.x" 4}} is a whole line of comment behind four
// blanks, {{.Trail "back.x"}} a comment behind code, {{.Say "back.x"}} a
// sentence as a literal of the language, {{.Mark "orders"}} marks the line of a
// thing to do. {{range .Order}} walks the example order: Name is its field,
// Key the same as a literal, Value what was typed.
//
// # What every server does
//
// The routes, outcomes and rules are those of the scenario table in
// e2e/servers. Where the table cannot tell how, all languages do the same:
//
//   - AFTER_PAYMENT is "/", which serves index.html of the folder {{.Pages}}.
//   - imp_uid has to match ^imps?_[A-Za-z0-9_-]{1,60}$; merchant_uid
//     ^[A-Za-z0-9]{1,40}$ (what Smartro takes). Anything else is bad_request.
//   - An order that nobody made is unknown_order before PortOne is asked.
//   - Order of checks after the look-up: merchant_uid, sandbox, pg_provider and
//     pg_id (not if Routed), currency, amount: each a mismatch; then the status.
//   - Account: ready answers Say "back.ready" and behind it bank, a blank, the
//     number, and if vbank_date is over 0 a comma, a blank and the date in Korea
//     as 2026-11-21 23:59.
//   - A look-up that answers 200 and code 0 with another imp_uid or
//     customer_uid, or with none, is unconfirmed.
//   - Card: the look-up is GET /subscribe/customers/{customer_uid} with the
//     customer_uid of the order, and what differs there is sandbox, pg_provider
//     or pg_id. Orders of charges (again, schedule) are looked up as payments.
//   - ready and paid are decided by the payment alone: ready is ready only with
//     pay_method vbank. cancelled ends the order only if cancel_amount is all.
//   - A charge or an account by API is an order of its own (create with its
//     amount). Its number may be sent again while nothing came of it.
//   - Operators: an envelope with another code than 0 is refused, with PortOne's
//     message behind Say "back.refused"; HTTP 401 and 502 and above, code 0 with
//     another HTTP than 2xx, and whatever is no envelope are unconfirmed.
//   - The example's orders.fulfil prints one line: "fulfil " and the number.
//   - Logs go to standard error, in English: what was asked, the order number,
//     the reason; text from outside only as JSON.
package back

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Words is text of ours. What people typed reaches a template as Lit only; a
// test holds that nothing else is to be had there.
type Words string

// Lit is a complete literal of the target's language; only its encoder makes it.
type Lit struct{ code string }

// String is the code.
func (l Lit) String() string { return l.code }

// Style is how a target writes.
type Style struct {
	// Literal writes a value as a literal, in ASCII only where that is asked.
	// The error is a *refusal.Error.
	Literal func(v value.Value, ascii bool) (fmt.Stringer, error)
	Types   bool // of TypeScript: what T has stays
	OwnPort bool // the framework does not take PORT from the file .env
	Files   []File
	Parts   []Blocks // templates that several files use
	Before  []string // things to do before it is started
	After   []string // and when it is
	Start   string   // the line that starts the server
	Folder  string   // of the files, with a slash, where the top is the page's project
	// Commands is for what is no server but asks PortOne all the same: it has
	// no orders, no webhook and no MID to compare with.
	Commands bool
}

// File is one file of a target. Comment begins a comment; without it the file
// has none. Gap stands between code and a comment behind it: a blank, where a
// language does not want another.
type File struct {
	Path, Language, Comment, Gap string
	Template                     Blocks
}

// up leads from the file to the top of the target.
func (f File) up() string { return strings.Repeat("../", strings.Count(f.Path, "/")) }

// Data is what templates see.
type Data struct {
	Lang    text.Lang
	Live    bool
	Sandbox bool // test mode: the payment has to be one of a test channel

	PG     Lit  // what pg_provider has to be
	MID    Lit  // what pg_id has to be, in test mode
	OwnMID bool // the MID is the shop's own and comes from PORTONE_MID
	Routed bool // smart routing: another PG and MID may take the payment
	Money  Lit  // the currency
	Agency bool // a sub-store: every call has the header Tier
	Tier   Lit

	Done    Words // the good end: paid, ready or registered
	Paid    bool  // the money is there
	Account bool  // an account waits for the money
	Card    bool  // a card is registered

	ServerID bool  // only numbers that the server made are known
	Prefix   Lit   // of order numbers
	Return   Words // the path to which phones return
	Pages    Words // the folder with the start page: public, or dist where a bundler builds it

	Order    []Entry // the example order, as the page has it, without its number
	Price    Lit     // what it costs
	Priced   bool    // Order has it, as amount
	Channel  Lit     // its channel key
	Customer bool    // the order has a customerUid

	// What an operator may ask for.
	Cancel, Again, Schedule, Vbank, Escrow, Receipt, Prepare bool
	Operator                                                 bool // any of these has a route
	MakesOrders                                              bool // for charges and accounts without a window
	KnowsOrders                                              bool // asks for an order by its number
	Calls                                                    bool // any of these calls PortOne

	OwnPort   bool
	OldModule bool
	Java8     bool

	style    Style
	plan     plan.Plan
	comments text.Lang
	ascii    bool
	file     File
	blocks   []Blocks
	out      *plan.Lines
	marks    []plan.Mark
	todos    map[string]place
	failed   error
}

// place is a line of a file.
type place struct {
	path string
	line int
}

var done = map[plan.Ends]Words{plan.EndsPaid: "paid", plan.EndsAccount: "ready", plan.EndsRegistered: "registered"}

func newData(p plan.Plan, s Style) (*Data, error) {
	d := &Data{
		Lang: p.Lang, Live: p.Mode == wizard.ModeLive, Sandbox: p.Mode != wizard.ModeLive,
		OwnMID: p.Server.MID == "", Routed: p.Server.Routed, Agency: p.Server.Tier.Name != "",
		Done: done[p.Ends], Paid: p.Ends == plan.EndsPaid, Account: p.Ends == plan.EndsAccount, Card: p.Ends == plan.EndsRegistered,
		ServerID: p.ServerID, Return: ReturnPath(p), Java8: p.Server.Java != wizard.Java11, OldModule: p.Server.Module == wizard.ModuleOld,
		OwnPort: s.OwnPort, style: s, plan: p, comments: p.Lang, ascii: p.EUCKR, todos: map[string]place{},
	}
	d.Pages = "public"
	if p.Bundled {
		d.Pages = Words(strings.Repeat("../", strings.Count(s.Folder, "/")) + "dist") // where Vite puts it
	}
	if p.EUCKR {
		d.comments = text.En // such a file is ASCII in every line
	}
	if err := d.parts(); err != nil {
		return nil, err
	}
	return d, d.values()
}

// values are the literals of the whole.
func (d *Data) values() error {
	p := d.plan
	for _, v := range []struct {
		path string
		v    value.Value
		into *Lit
	}{
		{"module", value.Text(string(p.Server.Module)), &d.PG},
		{"mode", value.Text(p.Server.MID), &d.MID},
		{"params.currency", p.Server.Money, &d.Money},
		{"tier_code", p.Server.Tier.Value, &d.Tier},
		{"make.merchant_uid.prefix", p.OrderPrefix, &d.Prefix},
		{p.Server.Key.Where(), p.Server.Key.Value, &d.Channel},
	} {
		if v.v.IsAbsent() {
			continue
		}
		var err error
		if *v.into, err = d.lit(v.v); err != nil {
			return refusal.Under(v.path, err)
		}
	}
	return d.order()
}

func (d *Data) order() error {
	for _, p := range d.plan.Order {
		e, err := d.entry(p)
		if err != nil {
			return err
		}
		d.Order = append(d.Order, e)
		d.Priced = d.Priced || p.Path == d.plan.Server.Price.Path
		d.Customer = d.Customer || p.Path == "customer_uid"
	}
	price := d.plan.Server.Price
	if price.Value.Kind() != value.Number {
		return &refusal.Error{Reason: refusal.NoNumber, Path: price.Where()}
	}
	var err error
	d.Price, err = d.lit(price.Value)
	return refusal.Under(price.Where(), err)
}

func (d *Data) lit(v value.Value) (Lit, error) {
	code, err := d.style.Literal(v, d.ascii)
	if err != nil {
		return Lit{}, err
	}
	return Lit{code.String()}, nil
}

// parts are those that were chosen. One that payments of this kind do not have
// is refused: it would be a route that never works.
func (d *Data) parts() error {
	s := d.plan.Server
	known := wizard.PartsOf(s.Module, s.Type, s.Method)
	for i, part := range s.Parts {
		if !slices.Contains(known, part) {
			return &refusal.Error{Reason: refusal.NoPart, Path: "options.server." + strconv.Itoa(i), Known: known}
		}
		*map[string]*bool{
			wizard.PartCancel: &d.Cancel, wizard.PartAgain: &d.Again, wizard.PartSchedule: &d.Schedule, wizard.PartVbank: &d.Vbank,
			wizard.PartEscrow: &d.Escrow, wizard.PartReceipt: &d.Receipt, wizard.PartPrepare: &d.Prepare,
		}[part] = true
		d.Operator, d.Calls = d.Operator || part != wizard.PartPrepare, true
	}
	d.MakesOrders = d.Again || d.Schedule || d.Vbank
	d.KnowsOrders = d.Cancel || d.Escrow || d.Receipt
	return nil
}

// usualReturn is where phones return if the answers name no path that a route
// of ours could have.
const usualReturn = "/payments/redirect"

// ReturnPath is the path to which phones return. The start page is none: the
// page itself reads the result there. Nor is one that a router would read as a
// pattern; the way from there to the usual one is then a thing to do.
func ReturnPath(p plan.Plan) Words {
	path := p.RedirectPath.Text()
	plain := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("/-_", r)
	}
	ours := []string{"/payments/complete", "/payments/webhook", "/payments/orders"}
	odd := strings.IndexFunc(path, func(r rune) bool { return !plain(r) }) >= 0
	if len(path) < 2 || path[0] != '/' || odd || strings.Contains(path, "//") || strings.Contains(path, "/_") || strings.HasSuffix(path, "/") || slices.Contains(ours, path) {
		return usualReturn
	}
	return Words(path)
}
