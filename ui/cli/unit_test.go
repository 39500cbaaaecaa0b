package cli

import (
	"testing"

	"smartro-wizard/wizard/text"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  func(string) string
		want text.Lang
	}{
		{"nothing is Korean", nil, env(), text.Ko},
		{"English locale", nil, env("LANG", "en_US.UTF-8"), text.En},
		{"short English locale", nil, env("LANG", "en"), text.En},
		{"C is Korean", nil, env("LANG", "C.UTF-8"), text.Ko},
		{"Enets begins with en too", nil, env("LANG", "enf_RU.UTF-8"), text.Ko},
		{"LC_ALL first", nil, env("LC_ALL", "ko_KR.UTF-8", "LANG", "en_US.UTF-8"), text.Ko},
		{"an empty LC_ALL is none", nil, env("LC_ALL", "", "LC_MESSAGES", "en_US.UTF-8", "LANG", "ko_KR.UTF-8"), text.En},
		{"flag", []string{"check", "--lang", "en"}, env("LANG", "ko_KR.UTF-8"), text.En},
		{"flag with equals", []string{"--lang=ko"}, env("LANG", "en_US.UTF-8"), text.Ko},
		{"unknown flag value", []string{"--lang", "fr"}, env("LANG", "en_US.UTF-8"), text.En},
		{"after --", []string{"--", "--lang", "en"}, env(), text.Ko},
		{"no value", []string{"--lang"}, env(), text.Ko},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := language(c.args, c.env); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestASCIISet(t *testing.T) {
	for _, c := range []struct {
		name, goos string
		env        func(string) string
		want       bool
	}{
		{"UTF-8 locale", "linux", env("LANG", "ko_KR.UTF-8", "TERM", "xterm-256color"), false},
		{"utf8 as some write it", "linux", env("LANG", "ko_KR.utf8"), false},
		{"EUC-KR locale", "linux", env("LANG", "ko_KR.eucKR"), true},
		{"LC_ALL wins", "linux", env("LC_ALL", "C", "LANG", "ko_KR.UTF-8"), true},
		{"no locale is C", "linux", env(), true},
		{"macOS is UTF-8", "darwin", env(), false},
		{"wide ambiguous", "linux", env("LANG", "ko_KR.UTF-8", "RUNEWIDTH_EASTASIAN", "1"), true},
		{"the kernel's console", "linux", env("LANG", "ko_KR.UTF-8", "TERM", "linux"), true},
		{"old Windows console", "windows", env(), true},
		{"Windows Terminal", "windows", env("WT_SESSION", "x"), false},
		{"VS Code on Windows", "windows", env("TERM_PROGRAM", "vscode"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := asciiOnly(c.env, c.goos); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestEverySentenceExists(t *testing.T) {
	for _, s := range shortcuts {
		for _, l := range text.Langs {
			if !text.Has(l, s.help) {
				t.Errorf("%s: no %s in %s", s.flag, s.help, l)
			}
		}
	}
}
