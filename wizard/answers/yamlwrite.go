package answers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// YAML is the form for people. It reads back as the same answers: what YAML
// cannot say by the contract's reading (a number where the catalogue has text,
// a key of over 1,000 bytes, one that stands twice) makes it indented JSON,
// which is as good a file.
func YAML(a wizard.Answers) []byte {
	root := tree(a)
	if !sayable(a.Call(), root, "") {
		var b bytes.Buffer
		if err := json.Indent(&b, JSON(a), "", "  "); err != nil {
			panic("answers: " + err.Error())
		}
		return append(b.Bytes(), '\n')
	}
	var b strings.Builder
	for _, f := range root.Fields() {
		levels := map[string]int{"params": MaxDepth, "make": 1}[f.Key]
		yamlWriter{&b}.field(f, f.Key, levels, "")
	}
	return []byte(b.String())
}

const longestKey = 1000 // YAML looks no further than 1,024 for the colon behind a key

// sayable reports whether YAML brings every value below path back.
func sayable(call wizard.Call, v value.Value, path string) bool {
	switch v.Kind() {
	case value.Bool, value.Number:
		return !textual(call, path)
	case value.List:
		for _, item := range v.Items() {
			if !sayable(call, item, path) {
				return false
			}
		}
	case value.Object:
		seen := map[string]bool{}
		for _, f := range v.Fields() {
			if len(quoted(f.Key)) > longestKey || seen[f.Key] || !sayable(call, f.Value, under(path, f.Key)) {
				return false
			}
			seen[f.Key] = true
		}
	}
	return true
}

type yamlWriter struct{ *strings.Builder }

// field writes a key and its value. As many levels of objects as given go a
// line for each key, deeper ones on one line.
func (w yamlWriter) field(f value.Field, path string, levels int, indent string) {
	w.WriteString(indent + quoted(f.Key) + ":")
	if f.Value.Kind() == value.Object && f.Value.Len() > 0 && levels > 0 {
		w.WriteString("\n")
		for _, below := range f.Value.Fields() {
			w.field(below, under(path, below.Key), levels-1, indent+"  ")
		}
		return
	}
	w.WriteString(" ")
	w.flow(f.Value, path)
	w.WriteString("\n")
}

// flow writes a value on one line.
func (w yamlWriter) flow(v value.Value, path string) {
	switch v.Kind() {
	case value.List:
		w.WriteString("[")
		for i, item := range v.Items() {
			w.comma(i)
			w.flow(item, path)
		}
		w.WriteString("]")
	case value.Object:
		w.WriteString("{")
		for i, f := range v.Fields() {
			w.comma(i)
			w.WriteString(quoted(f.Key) + ": ")
			w.flow(f.Value, under(path, f.Key))
		}
		w.WriteString("}")
	case value.Bool:
		fmt.Fprint(w, v.Bool())
	case value.Number:
		w.WriteString(v.Text())
	case value.String:
		w.WriteString(quoted(v.Text()))
	default:
		w.WriteString("null")
	}
}

func (w yamlWriter) comma(i int) {
	if i > 0 {
		w.WriteString(", ")
	}
}

var (
	// plainText needs no quotes for any reader of YAML: it begins with a letter
	// or a slash and has nothing in it that could be syntax.
	plainText = lazy(`^[/A-Za-z가-힣][A-Za-z0-9가-힣_./@+-]*( [A-Za-z0-9가-힣_./@+(-][A-Za-z0-9가-힣_./@+()-]*)*$`)
	// phone is the one thing of digits that no reader takes for a number or a date.
	phone = lazy(`^0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}$`)
	// reserved words mean something to one reader of YAML or another.
	reserved = lazy(`^(?i:null|true|false|yes|no|on|off|y|n|nan|inf)$`)
)

// lazy compiles a pattern when it is first used: most runs write no YAML.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

func quoted(s string) string {
	if (plainText().MatchString(s) || phone().MatchString(s)) && !reserved().MatchString(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r > 0xffff && safe.Hidden(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		case safe.Hidden(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
