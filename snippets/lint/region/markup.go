package region

import (
	"strings"
)

// maxHandlers bounds how many attributes with code are read.
const maxHandlers = 500

// markup walks through the tags of a page.
func (f *File) markup(text string, at int, what form, e engines) {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		low = text // a letter that changes its length; rare enough to go without
	}
	m := &walker{file: f, text: text, low: low, at: at, what: what, engines: e}
	if strings.Contains(low, "<html") || strings.Contains(low, "<!doctype") {
		f.Page = true
	}
	for m.pos < len(text) {
		i := f.seek(text[m.pos:], "<")
		if i < 0 {
			return
		}
		m.pos += i
		m.open()
	}
}

type walker struct {
	file    *File
	text    string
	low     string
	at, pos int
	what    form
	engines engines
	checked int // attributes with code so far
}

// open reads what begins with "<".
func (m *walker) open() {
	s := m.low[m.pos:]
	switch {
	case strings.HasPrefix(s, "<!--"):
		m.skip("-->", 4)
	case strings.HasPrefix(s, "<%--"):
		m.skip("--%>", 4)
	case strings.HasPrefix(s, "<%"):
		start := m.pos + len("<%")
		m.skip("%>", 2)
		if m.what == jsp && !hasAny(s, "<%@") {
			m.file.Servers = append(m.file.Servers, Server{"java", strings.TrimSuffix(m.text[start:m.pos], "%>"), m.at + start})
		}
	case strings.HasPrefix(s, "<?"):
		m.skip("?>", 2)
	case len(s) > 1 && (s[1] >= 'a' && s[1] <= 'z'):
		m.tag()
	default:
		m.pos++
	}
}

// skip goes behind the mark, searched from n bytes on.
func (m *walker) skip(mark string, n int) {
	rest := m.text[m.pos+n:]
	if i := m.file.seek(rest, mark); i >= 0 {
		m.pos += n + i + len(mark)
		return
	}
	m.pos = len(m.text)
}

// attribute is one of a tag; the value's place counts in the page's text.
type attribute struct {
	name, value string
	start, end  int
}

func (m *walker) tag() {
	name := m.low[m.pos+1:]
	if i := strings.IndexFunc(name, func(r rune) bool { return r <= ' ' || r == '>' || r == '/' || r == '<' }); i >= 0 {
		name = name[:i]
	}
	m.pos += 1 + len(name)
	var attrs []attribute
	for m.pos < len(m.text) {
		a, more := m.attribute()
		if !more {
			break
		}
		attrs = append(attrs, a)
		if name != "script" {
			m.handler(a)
		}
	}
	if name == "script" {
		m.script(attrs)
	}
}

// attribute reads the next one and reports false at the end of the tag.
func (m *walker) attribute() (a attribute, more bool) {
	for m.pos < len(m.text) {
		switch c := m.text[m.pos]; {
		case c == '>':
			m.pos++
			return a, false
		case c == '<':
			if !hasAny(m.text[m.pos:], "<%", "<?") {
				return a, false // a tag that was never closed
			}
			m.open()
		case c <= ' ' || c == '/':
			m.pos++
		default:
			return m.pair(), true
		}
	}
	return a, false
}

func (m *walker) pair() attribute {
	start := m.pos
	for m.pos < len(m.text) && m.text[m.pos] > ' ' && strings.IndexByte("=></", m.text[m.pos]) < 0 {
		m.pos++
	}
	if m.pos == start {
		m.pos++
	}
	a := attribute{name: m.low[start:m.pos]}
	if m.pos >= len(m.text) || m.text[m.pos] != '=' {
		return a
	}
	m.pos++
	for m.pos < len(m.text) && (m.text[m.pos] == ' ' || m.text[m.pos] == '\n') {
		m.pos++
	}
	a.start = m.pos
	if m.pos >= len(m.text) {
		return a
	}
	switch c := m.text[m.pos]; c {
	case '"', '\'':
		a.start++
		a.end = m.closing(c)
		m.pos = min(a.end+1, len(m.text))
	case '{':
		n := balanced(m.text[m.pos:], 0)
		a.start++
		a.end = max(m.pos+n-1, a.start)
		m.pos = max(m.pos+n, a.start)
	default:
		for m.pos < len(m.text) && m.text[m.pos] > ' ' && m.text[m.pos] != '>' {
			m.pos++
		}
		a.end = m.pos
	}
	a.end = min(a.end, len(m.text))
	a.value = m.text[a.start:a.end]
	return a
}

// closing finds the quote that ends an attribute. One inside a template's
// expression ends nothing.
func (m *walker) closing(quote byte) int {
	for i := m.pos + 1; i < len(m.text); i++ {
		m.file.looks++
		switch {
		case m.text[i] == quote:
			return i
		case hasAny(m.text[i:], "<%", "<?"):
			mark := map[byte]string{'%': "%>", '?': "?>"}[m.text[i+1]]
			if n := upTo(m.text[i:], mark); n > 0 {
				i += n - 1
			}
		}
	}
	return len(m.text)
}

// script takes the text of a script element, or notes the file that it loads.
func (m *walker) script(attrs []attribute) {
	r := Region{Tag: true}
	data, late := false, false
	for _, a := range attrs {
		switch a.name {
		case "defer", "async":
			late = true
		case "src", ":src", "th:src":
			m.file.Scripts = append(m.file.Scripts, Script{Src: a.value, Start: m.file.place(m.at + a.start), End: m.file.place(m.at + a.end)})
			defer func(i int) { m.file.Scripts[i].Late = late || r.Module }(len(m.file.Scripts) - 1)
		case "type", "lang":
			kind := strings.ToLower(a.value)
			r.Module = r.Module || kind == "module"
			r.Syntax.NoJSX = kind == "ts"
			data = data || strings.Contains(kind, "json") || strings.Contains(kind, "template") || strings.Contains(kind, "x-") ||
				strings.Contains(kind, "html") || strings.Contains(kind, "importmap")
		}
	}
	start := m.pos
	end := m.file.seek(m.low[start:], "</script")
	if end < 0 {
		end = len(m.text) - start
	}
	m.pos = start + end
	if text := m.text[start:m.pos]; !data && strings.TrimSpace(text) != "" {
		r.Module = r.Module || m.what == component
		m.file.add(text, m.at+start, m.engines, r)
	}
}

// handler takes the code of an attribute such as onclick or @click.
func (m *walker) handler(a attribute) {
	event, native := strings.CutPrefix(a.name, "on")
	ours := native || hasAny(a.name, "@", "v-on:", "(", "th:on", "ng-", "x-on:", "onclick")
	if !ours || a.value == "" || m.checked >= maxHandlers {
		return
	}
	m.checked++
	event = strings.TrimLeft(event, ":@(v-onthgx")
	if hasAny(event, "click", "submit", "touch", "press", "lick", "ubmit", "ouch") || native {
		m.file.Clicks = append(m.file.Clicks, firstName(a.value))
	}
	if strings.Contains(a.value, "request") || strings.Contains(a.value, "IMP") {
		m.file.add(unescape(a.value), m.at+a.start, m.engines, Region{Handler: true})
	}
}

// firstName is the name that an event calls: pay of "pay()", "return pay(this)", "javascript:pay()".
func firstName(code string) string {
	code = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(code), "javascript:"))
	code = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(code, "return "), "this."))
	i := strings.IndexFunc(code, func(r rune) bool {
		return r != '_' && r != '$' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
	})
	if i < 0 {
		return code
	}
	return code[:i]
}

// unescape reads the entities of an attribute and keeps its length.
func unescape(s string) string {
	return strings.NewReplacer("&quot;", `"     `, "&#34;", `"    `, "&#39;", "'    ", "&apos;", "'     ", "&amp;", "&    ", "&lt;", "<   ", "&gt;", ">   ").Replace(s)
}
