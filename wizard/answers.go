package wizard

import "smartro-wizard/wizard/value"

// AnswersVersion is the version that this build reads and writes.
const AnswersVersion = 1

// Answers are the typed decisions and the only stored form: file, flags, saved
// progress and share code all hold this. Secrets have no field.
type Answers struct {
	Version  int
	Mode     Mode
	SDK      SDK
	Module   Module
	Type     Type
	UserCode string      // V1: 고객사 식별코드; empty when it was not given or is in Later
	TierCode string      // V1: only for a sub-store
	StoreID  string      // V2: 상점아이디; a sub-store has one of its own
	Params   value.Value // an Object with exactly the SDK's names; only what somebody typed
	Make     Make
	Later    []string // names left open on purpose: parameter paths, and those of Call.Setup
	Options  Options
}

// Make says which parameters are worked out at run time, and from what. A
// parameter stands here or in Params, never in both. The fields have the names
// of V1; which parameter of the call each makes tells Call.
type Make struct {
	MerchantUID  *MakeOrderID  // Call.OrderID
	MRedirectURL *MakeRedirect // Call.Redirect
	Period       *MakePeriod   // Call.Period
	VbankDue     *MakeVbankDue // Call.Due
}

// MakeOrderID makes an order number, or a billing key's issue id, for each attempt.
type MakeOrderID struct {
	From   string // FromBrowser or FromServer
	Prefix string // up to 8 letters or digits before the 32 made ones; 4 before the 16 of an issue id
}

// Where an order number is made.
const (
	FromBrowser = "browser" // the page makes it at each attempt
	FromServer  = "server"  // the page is handed it
)

// MakeRedirect makes the return address absolute: the page's origin and Path.
type MakeRedirect struct{ Path string }

// MakePeriod makes the two dates of a term of service: from is the day of the
// payment in Asia/Seoul, to is Days-1 days later.
type MakePeriod struct{ Days int }

// MakeVbankDue makes the day on which a virtual account ends: Days after the
// day of the payment in Asia/Seoul.
type MakeVbankDue struct{ Days int }

// Options steer the output and never the request.
type Options struct {
	Locale   string   // language of the comments in code: ko, en, none; empty is ko
	Targets  []string // names of targets, in the order they are written
	Page     string   // PageNew or PageV1; empty is PageNew
	Syntax   string   // SyntaxModern or SyntaxES5, of targets that no compiler reads; empty is SyntaxModern
	Encoding string   // of the files, EncodingUTF8 or EncodingEUCKR; empty is EncodingUTF8
	Server   []string // parts of a server that an operator calls, of ServerParts
	Java     string   // Java8 or Java11, of servers in Java; empty is Java11
}

// Values of the options.
const (
	PageNew       = "new" // nothing on the page pays through PortOne: code brings the script and IMP.init
	PageV1        = "v1"  // the page has v1/iamport.js and IMP.init already: code brings neither
	SyntaxModern  = "modern"
	SyntaxES5     = "es5" // for old WebViews and Internet Explorer 11
	EncodingUTF8  = "utf-8"
	EncodingEUCKR = "euc-kr" // as browsers read it, with all that MS949 adds
)

// Account is the code of the merchant's account: that of V1, or the store of V2.
func (a Answers) Account() string {
	if a.SDK != V2 {
		return a.UserCode
	}
	if at := a.Params.Get(storeIDParam); a.StoreID == "" && !at.IsAbsent() {
		return at.Text()
	}
	return a.StoreID
}

// LeftOpen reports whether name was left for later.
func (a Answers) LeftOpen(name string) bool {
	for _, l := range a.Later {
		if l == name {
			return true
		}
	}
	return false
}
