package browse

import (
	"context"
	"errors"
	"os/exec"
	"testing"
	"time"
)

const ours = "http://127.0.0.1:4173/page/abc_-1"

func env(pairs map[string]string) func(string) string {
	return func(name string) string { return pairs[name] }
}

// screen is an opener on a machine with a screen that does what open says.
func screen(open func(string) error) Opener {
	return Opener{Env: env(map[string]string{"DISPLAY": ":0"}), OS: "linux", Open: open, Wait: time.Minute}
}

func TestAllowed(t *testing.T) {
	for address, want := range map[string]bool{
		ours:                                  true,
		"http://127.0.0.1:1/":                 true,
		"http://127.0.0.1/":                   false,
		"http://127.0.0.1:0/":                 false,
		"http://localhost:4173/":              false,
		"https://127.0.0.1:4173/":             false,
		"http://127.0.0.1:4173@evil.example/": false,
		"http://u@127.0.0.1:4173/":            false,
		"http://127.0.0.1.evil.example:1/":    false,
		"http://127.0.0.1:4173/$(touch x)":    false,
		"http://127.0.0.1:4173/&calc":         false,
		"http://127.0.0.1:4173/a b":           false,
		"http://127.0.0.1:4173/\x1b":          false,
		"-h":                                  false,
		"--new-window http://127.0.0.1:1/":    false,
		"file:///etc/passwd":                  false,
		"javascript:alert(1)":                 false,
		"https://evil.example/":               false,
		"":                                    false,
		"https://developers.portone.io/opi/ko/support/faq/undefined":   true,
		"https://developers.portone.io/opi/ko/support/faq/undefined#x": false,
	} {
		if got := Allowed(address); got != want {
			t.Errorf("%q: got %v, want %v", address, got, want)
		}
	}
}

func TestOpenHandsTheAddressOnAsItIs(t *testing.T) {
	var got string
	err := screen(func(a string) error { got = a; return nil }).Try(context.Background(), ours)
	if err != nil || got != ours {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWhatIsNotAllowedReachesNoOpener(t *testing.T) {
	err := screen(func(string) error { t.Error("opened"); return nil }).Try(context.Background(), "-h")
	if !errors.Is(err, ErrRefused) {
		t.Errorf("got %v", err)
	}
}

func TestWhereNoBrowserIsSeen(t *testing.T) {
	for name, c := range map[string]struct {
		os   string
		env  map[string]string
		want error
	}{
		"desktop":              {"linux", map[string]string{"DISPLAY": ":0"}, nil},
		"wayland":              {"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, nil},
		"container":            {"linux", nil, ErrNoOpener},
		"over SSH":             {"linux", map[string]string{"SSH_CONNECTION": "a", "DISPLAY": ":10"}, ErrNoOpener},
		"a Mac over SSH":       {"darwin", map[string]string{"SSH_TTY": "x"}, ErrNoOpener},
		"an editor's helper":   {"linux", map[string]string{"SSH_CONNECTION": "a", "BROWSER": "helper"}, nil},
		"Mac":                  {"darwin", nil, nil},
		"Windows":              {"windows", nil, nil},
		"Linux inside Windows": {"linux", map[string]string{"WSL_DISTRO_NAME": "Ubuntu"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			o := Opener{Env: env(c.env), OS: c.os, Open: func(string) error { return nil }, Wait: time.Minute}
			if err := o.Try(context.Background(), ours); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestF12Openers(t *testing.T) {
	failed := errors.New("exit status 3")
	block := make(chan struct{})
	t.Cleanup(func() { close(block) })
	for name, c := range map[string]struct {
		open func(string) error
		want error
	}{
		"missing":  {func(string) error { return &exec.Error{Name: "xdg-open", Err: exec.ErrNotFound} }, ErrNoOpener},
		"failing":  {func(string) error { return failed }, failed},
		"blocking": {func(string) error { <-block; return nil }, ErrSlow},
	} {
		t.Run(name, func(t *testing.T) {
			o := screen(c.open)
			if name == "blocking" {
				o.Wait = time.Millisecond
			}
			if err := o.Try(context.Background(), ours); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	t.Run("panicking", func(t *testing.T) {
		if err := screen(func(string) error { panic("x") }).Try(context.Background(), ours); err == nil {
			t.Error("got nothing")
		}
	})
	t.Run("given up by the caller", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		err := screen(func(string) error { <-block; return nil }).Try(ctx, ours)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
}
