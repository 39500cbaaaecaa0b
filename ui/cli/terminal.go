package cli

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/term"

	"smartro-wizard/wizard/safe"
)

// longest is how much of a text that is not ours stands in a sentence.
const longest = 300

func shown(s string) string { return safe.Line(s, longest) }

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// asks reports whether there is somebody to ask.
func (a *app) asks() bool { return !a.noInput && isTerminal(a.in) && isTerminal(a.err) }

// colour reports whether f may be written to in colour.
func (a *app) colour(f *os.File) bool {
	return !a.noColor && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb" && isTerminal(f)
}

// width is the screen's, or 0 where there is none.
func width(f *os.File) int {
	if w, _, err := term.GetSize(int(f.Fd())); err == nil {
		return w
	}
	return 0
}

// asciiOnly reports whether borders and marks should be plain ASCII: on request,
// where wide terminals double box drawing, and where it cannot be shown.
func asciiOnly(getenv func(string) string, goos string) bool {
	if getenv("RUNEWIDTH_EASTASIAN") == "1" || getenv("TERM") == "linux" {
		return true
	}
	if goos == "windows" {
		// The old console draws in the code page's raster font; newer ones say who they are.
		return getenv("WT_SESSION") == "" && getenv("TERM_PROGRAM") == ""
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(getenv(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return goos != "darwin" // no locale is the C locale; macOS is UTF-8 throughout
}

func (a *app) wantsASCII() bool { return a.ascii || asciiOnly(a.getenv, runtime.GOOS) }

// masked reports whether values are hidden from the first frame on.
func (a *app) masked() bool {
	v := a.getenv("SMARTRO_WIZARD_MASK")
	return a.mask || v != "" && v != "0"
}

// draws reports whether there is a terminal that the wizard can draw on.
func (a *app) draws() bool {
	return isTerminal(a.in) && isTerminal(a.out) && a.getenv("TERM") != "dumb" && (a.getenv("TERM") != "" || runtime.GOOS == "windows")
}

// gone reports whether the reader of our output went away.
func gone(err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // of Windows
	return errors.Is(err, syscall.EPIPE) || runtime.GOOS == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, noData))
}
