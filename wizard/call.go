package wizard

// The calls that open a window of Smartro.
const (
	RequestPay             = "IMP.request_pay"
	RequestPayment         = "PortOne.requestPayment"
	RequestIssueBillingKey = "PortOne.requestIssueBillingKey" // registers a card and takes no money
)

// Call tells which parameter of a window's call says what, where the rows of
// the catalogue alone do not. Paths are empty where the call has no such thing.
type Call struct {
	Function  string
	Setup     []string // the names outside params, see Answers
	Method    string   // how the buyer pays
	OrderID   string   // new for each attempt
	Name      string   // what is paid for, as the buyer reads it
	Amount    string   // what it costs, or what a window shows that takes no money
	Selectors []string // what chooses the channel, the usual one first
	Redirect  string
	Due       string // the day on which a virtual account ends
	Period    string // the term of service

	makers map[string]string // by path, see Make
}

var calls = []Call{
	{
		Function: RequestPay, Setup: []string{userCode, tierCode}, Method: "pay_method", OrderID: "merchant_uid", Name: "name", Amount: "amount",
		Selectors: []string{"channelKey", "channelGroupId", "pg"}, Redirect: "m_redirect_url", Due: "vbank_due", Period: "period",
		makers: map[string]string{"merchant_uid": MakerOrderID, "vbank_due": MakerVbankDue, "period": MakerPeriod},
	},
	{
		Function: RequestPayment, Setup: []string{storeID}, Method: "payMethod", OrderID: "paymentId", Name: "orderName", Amount: "totalAmount",
		Selectors: []string{"channelKey", "channelGroupId"}, Redirect: "redirectUrl",
		Due: "virtualAccount.accountExpiry.dueDate", Period: "offerPeriod.range",
		makers: map[string]string{"paymentId": MakerOrderID, "virtualAccount.accountExpiry.dueDate": MakerDueDate, "offerPeriod.range": MakerOfferPeriod},
	},
	{
		Function: RequestIssueBillingKey, Setup: []string{storeID}, Method: "billingKeyMethod", OrderID: "issueId", Name: "issueName", Amount: "displayAmount",
		Selectors: []string{"channelKey"}, Redirect: "redirectUrl",
		makers: map[string]string{"issueId": MakerIssueID},
	},
}

// The names of what is decided outside the parameters.
const (
	userCode = "user_code" // V1
	tierCode = "tier_code" // V1
	storeID  = "store_id"  // V2, where the call takes it as storeId
)

// storeIDParam is where the store id stands in a call of V2.
const storeIDParam = "storeId"

// FunctionOf is the call that opens the window of a payment type. Without a
// version it is that of V1.
func FunctionOf(sdk SDK, typ Type) string {
	switch {
	case sdk != V2:
		return RequestPay
	case typ == TypeBilling:
		return RequestIssueBillingKey
	}
	return RequestPayment
}

// Maker is what works out the parameter of that path where it was not typed.
func (c Call) Maker(path string) string { return c.makers[path] }

// SDK is the version that the call belongs to.
func (c Call) SDK() SDK {
	if c.Function == RequestPay {
		return V1
	}
	return V2
}

// Calls are all calls that open a window. Do not change them.
func Calls() []Call { return calls }

// CallOf tells about a window's call; one that is none has nothing but its name.
func CallOf(function string) Call {
	for i := range calls {
		if calls[i].Function == function {
			return calls[i]
		}
	}
	return Call{Function: function}
}

// Call is the call that the answers lead to.
func (a Answers) Call() Call { return CallOf(FunctionOf(a.SDK, a.Type)) }

// Call is the call that opens the window of this setup.
func (s Setup) Call() Call { return CallOf(FunctionOf(s.SDK, s.Type)) }
