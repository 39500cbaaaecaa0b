package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"smartro-wizard/wizard"
)

// A file is one line "smartro-wizard-draft VERSION SHA256" and below it a JSON
// object. The sum is of all bytes below the line, so that a file cut anywhere is noticed.
const (
	magic   = "smartro-wizard-draft"
	version = 1
)

var errUnreadable = errors.New("not a draft that this version can read")

type envelope struct {
	Saved  time.Time       `json:"saved"`
	Mode   wizard.Mode     `json:"mode"`
	Module wizard.Module   `json:"module"`
	Type   wizard.Type     `json:"type"`
	Buyer  bool            `json:"buyer,omitempty"` // it holds a buyer whom nobody asked to keep
	Draft  json.RawMessage `json:"draft"`
}

func (e envelope) bytes() ([]byte, error) {
	body, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("write draft: %w", err)
	}
	return append(fmt.Appendf(nil, "%s %d %s\n", magic, version, sum(body)), body...), nil
}

func parse(raw []byte) (envelope, error) {
	var e envelope
	head, body, _ := bytes.Cut(raw, []byte("\n"))
	if string(head) != fmt.Sprintf("%s %d %s", magic, version, sum(body)) {
		return e, errUnreadable
	}
	if err := json.Unmarshal(body, &e); err != nil {
		return e, errUnreadable
	}
	return e, nil
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}
