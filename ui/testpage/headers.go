package testpage

import (
	"net/http"
	"strings"
)

// plainHeaders go with every answer. no-referrer would make form posts of the
// payment window say that they come from nowhere, and same-origin openers
// would cut its pop-ups off and make them look closed.
func plainHeaders(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "strict-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
}

// policy pins scripts and leaves the rest open by scheme: nobody publishes the
// hosts that the payment window uses, and blocking one keeps it from opening.
func policy(nonce string) string {
	return strings.Join([]string{
		"default-src https: http: data: blob:",
		"script-src 'nonce-" + nonce + "' 'strict-dynamic'",
		"style-src https: http: 'unsafe-inline'",
		"img-src https: http: data: blob:",
		"font-src https: http: data:",
		"connect-src https: http: wss:",
		"frame-src https: http: data: blob:",
		"form-action https: http:",
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	}, "; ")
}
