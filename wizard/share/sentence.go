package share

import (
	"errors"

	"smartro-wizard/wizard/text"
)

// Sentence says to a person what is wrong with a code and what to do about it.
func Sentence(err error, l text.Lang) string {
	if errors.Is(err, ErrNewer) {
		return text.Of(l, "share.newer")
	}
	return text.Of(l, "share.damaged")
}
