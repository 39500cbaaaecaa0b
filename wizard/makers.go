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

// issueIDBytes makes 16 digits, which with a prefix of 4 letters is the 20 of
// Smartro's own number for a card that is registered.
const issueIDBytes = 8

// Make makes an order number. Randomness comes from rand.
func (id MakeOrderID) Make(rand io.Reader) (string, error) { return id.make(rand, orderIDBytes) }

// MakeIssue makes the issue id of a billing key. Randomness comes from rand.
func (id MakeOrderID) MakeIssue(rand io.Reader) (string, error) { return id.make(rand, issueIDBytes) }

func (id MakeOrderID) make(rand io.Reader, bytes int) (string, error) {
	raw := make([]byte, bytes)
	if _, err := io.ReadFull(rand, raw); err != nil {
		return "", fmt.Errorf("make order number: %w", err)
	}
	return id.Prefix + hex.EncodeToString(raw), nil
}

// How the windows take a day: V1's in digits, V2's as the calendar has it.
const (
	dateOnly    = "20060102"
	firstMoment = "T00:00:00+09:00" // behind a day of the calendar; digits in a layout would be taken for its own
	lastMoment  = "T23:59:59+09:00"
)

func (d MakeVbankDue) day(now time.Time) time.Time { return now.In(Korea).AddDate(0, 0, d.Days) }

// Make gives the day on which a virtual account of a payment at that moment
// ends, for V1.
func (d MakeVbankDue) Make(now time.Time) string { return d.day(now).Format(dateOnly) }

// MakeDueDate is Make for V2.
func (d MakeVbankDue) MakeDueDate(now time.Time) string { return d.day(now).Format(time.DateOnly) }

func (p MakePeriod) days(now time.Time) (first, last time.Time) {
	first = now.In(Korea)
	return first, first.AddDate(0, 0, p.Days-1)
}

// Make gives both days of the term of a payment at that moment, for V1.
func (p MakePeriod) Make(now time.Time) (from, to string) {
	first, last := p.days(now)
	return first.Format(dateOnly), last.Format(dateOnly)
}

// MakeRange is Make for V2: from the first moment of the first day to the last
// of the last.
func (p MakePeriod) MakeRange(now time.Time) (from, to string) {
	first, last := p.days(now)
	return first.Format(time.DateOnly) + firstMoment, last.Format(time.DateOnly) + lastMoment
}

// Make puts the path behind the page's origin, which has no slash at its end.
func (r MakeRedirect) Make(origin string) string { return origin + r.Path }
