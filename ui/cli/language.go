package cli

import (
	"strings"

	"smartro-wizard/wizard/text"
)

// language is known before any flag is parsed, because a flag that is wrong is
// already answered in it: --lang, else an English locale, else Korean.
func language(args []string, getenv func(string) string) text.Lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		val, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			val, ok = args[i+1], true
		}
		if ok && known(val) {
			return text.Lang(val)
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := getenv(name); locale != "" {
			if english(locale) {
				return text.En
			}
			break
		}
	}
	return text.Ko
}

func known(lang string) bool {
	for _, l := range text.Langs {
		if string(l) == lang {
			return true
		}
	}
	return false
}

// english is for en, en_US.UTF-8 and the like, not for a language whose code
// only begins with en.
func english(locale string) bool {
	code := strings.ToLower(locale)
	if i := strings.IndexAny(code, "_.-@"); i >= 0 {
		code = code[:i]
	}
	return code == "en"
}
