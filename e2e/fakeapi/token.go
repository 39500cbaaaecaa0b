package fakeapi

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

const (
	tokenLife     = 30 * 60
	tokenLast     = 60 // in its last minute a token that is asked for again lives longer
	tokenExtended = 5 * 60
)

type token struct {
	text    string
	expires int64
}

// admits reports whether the header carries the token that lives.
func (api *API) admits(header string) bool {
	sent, bearer := strings.CutPrefix(header, "Bearer ")
	return bearer && sent != "" && sent == api.token.text && api.unix() < api.token.expires
}

func (api *API) getToken(c *call) answer {
	if c.text("imp_key") != Key || c.text("imp_secret") != Secret {
		return unauthorized()
	}
	now := api.unix()
	switch left := api.token.expires - now; {
	case left <= 0:
		api.serial++
		sum := sha256.Sum256([]byte(Secret + strconv.Itoa(api.serial)))
		api.token = token{hex.EncodeToString(sum[:20]), now + tokenLife}
	case left < tokenLast:
		api.token.expires += tokenExtended
	}
	return ok(map[string]any{"access_token": api.token.text, "expired_at": api.token.expires, "now": now})
}

// Expire ends the token that was given out, as half an hour would.
func (api *API) Expire() {
	api.mu.Lock()
	defer api.mu.Unlock()
	api.token.expires = 0
}
