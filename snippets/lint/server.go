package lint

import (
	"regexp"
	"strings"

	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// apiCall finds the address of a REST call in code of any language. What
// follows the address on its line tells whether a query is added to it.
var apiCall = lazy(`https?://api\.iamport\.kr(/[A-Za-z/_]*)([^\s"'` + "`" + `]*)(["'` + "`" + `][^\n;]*)?`)

// base finds the name that a file gives to the host of the API.
var base = lazy(`([A-Za-z_]\w*)\s*=\s*["']https?://api\.iamport\.kr/?["']`)

// behindBase finds addresses that begin with that name, as texts are put
// together in PHP, Python and Java; nil where there is no such name.
func behindBase(text string) *regexp.Regexp {
	m := base().FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	return regexp.MustCompile(`(?:\{\$?` + m[1] + `\}|\b` + m[1] + `\s*[.+]\s*f?["'])(/[A-Za-z/_]*)([^\s"'` + "`" + `]*)(["'` + "`" + `][^\n;]*)?`)
}

// serverCalls finds REST calls in PHP, Python and Java, as far as an address
// tells: which call is meant, and whether test payments are asked for.
func (c *code) serverCalls() []rest {
	var all []rest
	for i := range c.file.Servers {
		s := &c.file.Servers[i]
		calls := apiCall().FindAllStringSubmatchIndex(s.Text, 50)
		if based := behindBase(s.Text); based != nil {
			calls = append(calls, based.FindAllStringSubmatchIndex(s.Text, 50)...)
		}
		for _, m := range calls {
			if r, ok := c.serverCall(s, m); ok {
				all = append(all, r)
			}
		}
	}
	return all
}

func (c *code) serverCall(s *region.Server, m []int) (rest, bool) {
	path := s.Text[m[2]:m[3]]
	tail := s.Text[m[4]:m[5]]
	if m[6] >= 0 {
		tail += s.Text[m[6]:m[7]]
	}
	variable := strings.HasSuffix(path, "/")
	if variable {
		path += "{}"
	}
	method := "POST"
	if variable && path == "/payments/{}" {
		method = "GET"
	}
	fn, exact := endpoint(endpoints, method, path)
	if fn == "" || fn == "POST /users/getToken" {
		return rest{}, false
	}
	at := value.Span{Start: c.file.ServerPlace(s, m[0]), End: c.file.ServerPlace(s, max(m[5], m[3])-1) + 1}
	params := value.OpenObject(s.Language)
	if method == "GET" {
		params = value.ObjectOf()
		switch near := s.Text[m[0]:min(len(s.Text), m[1]+400)]; {
		case strings.Contains(tail, "include_sandbox=true"):
			params = params.With("include_sandbox", value.Text("true").At(at))
		case strings.Contains(near, "include_sandbox"):
			params = params.With("include_sandbox", value.UnknownBecause("include_sandbox").At(at))
		}
	}
	r := rest{request: wizard.Request{Function: fn, Params: params.At(at)}, facts: facts{}}
	if !exact {
		r.facts.set("facts.rest.path", value.Text(path).At(at))
	}
	return r, true
}
