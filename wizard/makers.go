package wizard

import (
	"encoding/hex"
	"fmt"
	"io"
	"time"
)

// orderIDBytes makes 32 digits, which with a prefix of 8 letters is the 40
// that Smartro takes.
const orderIDBytes = 16

// Make makes an order number. Randomness comes from rand.
func (id MakeOrderID) Make(rand io.Reader) (string, error) {
	var raw [orderIDBytes]byte
	if _, err := io.ReadFull(rand, raw[:]); err != nil {
		return "", fmt.Errorf("make order number: %w", err)
	}
	return id.Prefix + hex.EncodeToString(raw[:]), nil
}

// dateOnly is how the window takes a day.
const dateOnly = "20060102"

// Make gives the day on which a virtual account of a payment at that moment ends.
func (d MakeVbankDue) Make(now time.Time) string {
	return now.In(Korea).AddDate(0, 0, d.Days).Format(dateOnly)
}

// Make gives both days of the term of a payment at that moment.
func (p MakePeriod) Make(now time.Time) (from, to string) {
	first := now.In(Korea)
	return first.Format(dateOnly), first.AddDate(0, 0, p.Days-1).Format(dateOnly)
}

// Make puts the path behind the page's origin, which has no slash at its end.
func (r MakeRedirect) Make(origin string) string { return origin + r.Path }
