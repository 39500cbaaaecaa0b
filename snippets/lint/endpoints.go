package lint

import "strings"

// endpoints are the calls of the V1 API that rules speak of, and those whose
// paths must not be taken for one of them.
var endpoints = []string{
	"GET /payments/{imp_uid}", "POST /payments/cancel", "POST /payments/prepare", "GET /payments/prepare/{merchant_uid}", "PUT /payments/prepare",
	"GET /payments/find/{merchant_uid}/{payment_status}", "GET /payments/find/{merchant_uid}", "GET /payments/findAll/{merchant_uid}",
	"GET /payments/findAll/{merchant_uid}/{payment_status}", "GET /payments/status/{payment_status}", "GET /payments/{imp_uid}/balance", "GET /payments",
	"POST /subscribe/payments/again", "POST /subscribe/payments/onetime", "POST /subscribe/payments/schedule", "POST /subscribe/payments/unschedule",
	"GET /subscribe/payments/schedule", "GET /subscribe/payments/schedule/{merchant_uid}", "GET /subscribe/payments/schedule/customers/{customer_uid}",
	"POST /subscribe/customers/{customer_uid}", "GET /subscribe/customers/{customer_uid}", "DELETE /subscribe/customers/{customer_uid}",
	"GET /subscribe/customers/{customer_uid}/payments", "POST /vbanks", "PUT /vbanks/{imp_uid}", "DELETE /vbanks/{imp_uid}",
	"POST /escrows/logis/{imp_uid}", "GET /escrows/logis/{imp_uid}", "PUT /escrows/logis/{imp_uid}",
	"POST /receipts/external/{merchant_uid}", "GET /receipts/external/{merchant_uid}", "DELETE /receipts/external/{merchant_uid}",
	"POST /receipts/{imp_uid}", "GET /receipts/{imp_uid}", "DELETE /receipts/{imp_uid}", "POST /users/getToken",
}

// endpointsV2 are those of V2 that rules speak of.
var endpointsV2 = []string{
	"GET /payments/{paymentId}", "POST /payments/{paymentId}/instant", "POST /payments/{paymentId}/cancel", "POST /payments/{paymentId}/billing-key",
	"POST /payments/{paymentId}/schedule", "POST /payments/{paymentId}/pre-register", "POST /payments/{paymentId}/cash-receipt", "GET /payments",
	"POST /billing-keys", "GET /billing-keys/{billingKey}", "DELETE /billing-keys/{billingKey}", "GET /billing-keys", "DELETE /payment-schedules",
}

// endpoint finds the call that a method and path mean: exactly, or the only one
// that a slip or two makes of it.
func endpoint(all []string, method, path string) (function string, exact bool) {
	path = strings.TrimRight(path, "/")
	nearest, best := "", 4
	for _, e := range all {
		verb, want, _ := strings.Cut(e, " ")
		if verb != method {
			continue
		}
		switch d := apart(path, want); {
		case d == 0:
			return e, true
		case d < best:
			nearest, best = e, d
		case d == best:
			nearest = ""
		}
	}
	return nearest, false
}

// apart counts the letters in which a path differs from an endpoint's; a
// variable takes any one part.
func apart(path, want string) int {
	a, b := strings.Split(path, "/"), strings.Split(want, "/")
	if len(a) != len(b) {
		return 99
	}
	d := 0
	for i := range a {
		variable := strings.HasPrefix(b[i], "{")
		switch {
		case a[i] == b[i]:
		case variable && a[i] == "":
			return 99
		case variable && word(a[i]) && i == 2 && (b[1] == "payments" || b[1] == "receipts"):
			return 99 // /payments/cancel is no look-up of a payment called cancel
		case variable:
		case strings.Contains(a[i], "{}"):
			return 99
		default:
			d += slips(a[i], b[i])
		}
	}
	return d
}

// word reports whether a part of a path is one of the API's own words.
func word(part string) bool {
	switch part {
	case "cancel", "prepare", "find", "findAll", "status", "external":
		return true
	}
	return false
}

// slips counts the letters to insert, drop or change to make a into b.
func slips(a, b string) int {
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		line := make([]int, len(b)+1)
		line[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			line[j+1] = min(last[j+1]+1, line[j]+1, last[j]+cost)
		}
		last = line
	}
	return last[len(b)]
}
