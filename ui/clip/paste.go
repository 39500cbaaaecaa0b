package clip

import (
	"context"

	"github.com/atotto/clipboard"
)

// Paste reads the clipboard. ErrElsewhere says that this machine's clipboard is
// not the person's.
func Paste(ctx context.Context, getenv func(string) string) (string, error) {
	if clipboard.Unsupported || !Near(getenv) {
		return "", ErrElsewhere
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	type reading struct {
		text string
		err  error
	}
	done := make(chan reading, 1)
	go func() {
		text, err := clipboard.ReadAll()
		done <- reading{text, err}
	}()
	select {
	case r := <-done:
		return r.text, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
