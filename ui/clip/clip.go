// Package clip puts text on the clipboard of the machine that the person sits
// at, where that can be known to have worked. Over SSH, in WSL and where no
// helper is installed it refuses, and the caller asks the terminal instead
// (OSC 52), which never answers.
package clip

import (
	"context"
	"errors"
	"time"

	"github.com/atotto/clipboard"
)

// ErrElsewhere says that this machine's clipboard is not the person's, or
// cannot be written: the terminal has to be asked.
var ErrElsewhere = errors.New("clipboard is not on this machine")

// patience is how long a helper such as xclip may take.
const patience = 2 * time.Second

// Near reports whether the environment looks like the person's own machine.
// clip.exe, which WSL would use, garbles Korean on code page 949.
func Near(getenv func(string) string) bool {
	for _, name := range []string{"SSH_CONNECTION", "SSH_TTY", "WSL_DISTRO_NAME", "WSL_INTEROP"} {
		if getenv(name) != "" {
			return false
		}
	}
	return true
}

// Copy writes text to the clipboard. A nil error means that it is there.
func Copy(ctx context.Context, getenv func(string) string, text string) error {
	if clipboard.Unsupported || !Near(getenv) {
		return ErrElsewhere
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- clipboard.WriteAll(text) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
