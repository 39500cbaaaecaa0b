package lint

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// made puts the names of makers in for values that are put together at run
// time in a way that is known to be sound. What is only somehow made stays
// unknown.
func (c *code) made(w window, v value.Value) value.Value {
	for key, maker := range map[string]func([]scope.Piece) string{
		"merchant_uid": c.orderMaker, "paymentId": c.orderMaker, "issueId": c.issueMaker, "m_redirect_url": c.returnMaker, "redirectUrl": c.returnMaker, "vbank_due": c.dayMaker,
		"virtualAccount.accountExpiry.dueDate": c.momentMaker, "offerPeriod.range.from": c.momentMaker, "offerPeriod.range.to": c.momentMaker, "period.from": c.dayMaker, "period.to": c.dayMaker,
	} {
		if key == "issueId" && !w.v2() {
			continue
		}
		was := v.Get(key)
		if was.Kind() != value.Unknown || was.Sort() == value.Number || !has(v, key) {
			continue
		}
		n, way := c.fieldAt(w, key)
		if n == nil {
			continue
		}
		if name := maker(c.program.Pieces(n, way)); name != "" {
			v = v.With(key, value.MadeBy(name).At(was.Span()))
		}
	}
	return v
}

func has(v value.Value, path string) bool {
	head, rest, deeper := strings.Cut(path, ".")
	return v.Has(head) && (!deeper || has(v.Get(head), rest))
}

// fieldAt is field for a path of several keys.
func (c *code) fieldAt(w window, path string) (*js.Node, *scope.Calls) {
	head, rest, deeper := strings.Cut(path, ".")
	n, way := c.field(w, head)
	if n == nil || !deeper {
		return n, way
	}
	for n != nil && deeper {
		head, rest, deeper = strings.Cut(rest, ".")
		n, way = c.fieldOf(n, way, head, farthest)
	}
	return n, way
}

// orderMaker knows numbers of letters and digits alone that differ each time.
func (c *code) orderMaker(pieces []scope.Piece) string {
	return c.idMaker(pieces, 40, wizard.MakerOrderID)
}

// issueMaker is the same for the number of a registration, which is shorter.
func (c *code) issueMaker(pieces []scope.Piece) string {
	return c.idMaker(pieces, 20, wizard.MakerIssueID)
}

// momentMaker knows a moment or a day as V2 takes it.
func (c *code) momentMaker(pieces []scope.Piece) string {
	src := ""
	for _, p := range pieces {
		src += p.Text
		if p.Expr != nil {
			src += c.program.Source(p.Expr)
		}
	}
	if strings.HasSuffix(src, "toISOString()") || strings.HasSuffix(src, "toISOString().slice(0, 10)") || strings.HasSuffix(src, "+09:00") {
		return wizard.MakerDueDate
	}
	return ""
}

func (c *code) idMaker(pieces []scope.Piece, most int, maker string) string {
	random, long := false, 0
	for _, p := range pieces {
		if p.Expr == nil {
			if strings.IndexFunc(p.Text, notPlain) >= 0 {
				return ""
			}
			long += len(p.Text)
			continue
		}
		n, ok := plainPiece(c.program.Source(p.Expr), c.maker(p.Expr))
		if !ok {
			return ""
		}
		random, long = true, long+n
	}
	if !random || long > most {
		return ""
	}
	return maker
}

var byteCount = lazy(`Uint8Array\((\d{1,3})\)`)

func notPlain(r rune) bool {
	return (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}

// plainPiece reports whether a piece is letters and digits, and about how many.
func plainPiece(src, maker string) (n int, ok bool) {
	switch {
	case maker == "uuid_without_hyphens":
		return 32, true
	case maker == "clock":
		return 13, !strings.Contains(src, "toISOString") && !strings.Contains(src, "Locale") && !strings.Contains(src, "format(")
	case strings.Contains(src, "random()") && (strings.Contains(src, "toString(36)") || strings.Contains(src, "toString(16)") || strings.Contains(src, "floor(")):
		return 11, !strings.Contains(src, "'-'") && !strings.Contains(src, `"-"`)
	case strings.Contains(src, "toString(16)") && byteCount().MatchString(src) && strings.Contains(src, "join("):
		n, _ := strconv.Atoi(byteCount().FindStringSubmatch(src)[1])
		return 2 * n, !strings.Contains(src, `join("-`) && !strings.Contains(src, `join('-`)
	case strings.Contains(src, "toString(16)") && strings.Contains(src, `join("")`), strings.Contains(src, "toString(16)") && strings.Contains(src, "join('')"):
		return 32, true
	}
	return 0, false
}

// returnMaker knows the page's own origin with a path behind it.
func (c *code) returnMaker(pieces []scope.Piece) string {
	if first := pieces[0].Expr; first == nil || !strings.HasSuffix(pathOf(first), "location.origin") {
		if first != nil && len(pieces) == 1 && ownAddress().MatchString(c.program.Source(first)) {
			return wizard.MakerRedirect
		}
		return ""
	}
	for _, p := range pieces[1:] {
		if strings.Contains(p.Text, "#") || strings.Contains(p.Text, "{") {
			return ""
		}
	}
	return wizard.MakerRedirect
}

var ownAddress = lazy(`^(window\.)?location\.href$|^new URL\([^,]+, *(window\.)?location(\.(href|origin))?\)\.(href|toString\(\))$`)

// dayMaker knows a day written YYYYMMDD.
func (c *code) dayMaker(pieces []scope.Piece) string {
	if len(pieces) != 1 || pieces[0].Expr == nil {
		return ""
	}
	src := c.program.Source(pieces[0].Expr)
	iso := strings.Contains(src, "toISOString()") && (strings.Contains(src, "/-/g") || strings.Contains(src, "split"))
	if iso || strings.Contains(src, `format("YYYYMMDD`) || strings.Contains(src, `format('YYYYMMDD`) {
		return wizard.MakerVbankDue
	}
	return ""
}
