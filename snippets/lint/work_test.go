package lint_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard/text"
)

const (
	v1Call = `IMP.request_pay({channelKey:"a",merchant_uid:"b"+Date.now(),pay_method:"card",amount:1},function(r){if(r.error_code)return;send(r.imp_uid)});` + "\n"
	v2Call = `PortOne.requestPayment({storeId:"a",channelKey:"b",paymentId:"c"+Date.now(),totalAmount:1}).then(function(r){if(r.code)return;send(r.paymentId)});` + "\n"
)

// again repeats a piece up to a length, counted gives each its number, around
// puts something before and behind.
func again(piece string) func(int) string {
	return func(n int) string { return strings.Repeat(piece, n/len(piece)) }
}

func counted(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.NewReplacer("#+", fmt.Sprint(i+1), "#", fmt.Sprint(i)).Replace(format))
		}
		return b.String()
	}
}

func around(head string, middle func(int) string, tail string) func(int) string {
	return func(n int) string { return head + middle(n) + tail }
}

// heavy are texts that repeat what may cost more the more there is of it.
var heavy = map[string]func(int) string{
	"calls of V1": again(v1Call), "calls of V2": again(v2Call), "calls of both": again(v1Call + v2Call), "inits": again("IMP.init('imp12345678');\n"),
	"functions": counted("function f#(){f#+();" + v1Call + "}\n"), "names": counted("var a#+=a#+'x';"), "names that double": counted("var a#+=a#+a#;"),
	"aliases": counted("var i#+=i#;i#.request_pay({});"), "aliases that fork": counted("var i#+=i#||i#;i#.request_pay({});"),
	"spreads": counted("var a#+={...a#,...a#,k#:1};"), "keys": around("IMP.request_pay({", counted("key#:1,"), "})"),
	"windows with spreads": func(n int) string {
		return counted("var a#+={...a#,...a#,k#:1};")(600) + strings.Repeat("IMP.request_pay(a20);", n/21)
	},
	"one key": around("IMP.request_pay({", again("pg:1,"), "})"), "assigned": around("var p={};", again("p.pg='a';"), "IMP.request_pay(p)"),
	"sites": around("function pay(p){IMP.request_pay(p)}", again("pay({pg:'a'});"), ""), "sites of a large function": func(n int) string {
		return "function key(){" + strings.Repeat("a();", n/8) + "return 'x'}" + strings.Repeat("b(key());", n/18) + "IMP.request_pay({pg:key()})"
	},
	"recursion": around("function pay(){"+v1Call, again("pay();"), "}"), "answers handed on": around("function f(r){", again("f(r);"), "}IMP.request_pay({},f)"),
	"uses": around("IMP.request_pay({},function(r){", again("if(r.success)a(r);"), "})"), "promises": counted("function p#(){return new Promise(r=>IMP.request_pay({},r))}p#().then(r=>r.success);"),
	"secrets": again("imp_secret:'a83bd1c2e45f6789',"), "secrets in comments": again("/*imp_secret:'a83bd1c2e45f6789'*/\n"),
	"addresses": again("fetch('https://api.iamport.kr/payments/'+a);\n"), "elements": again("<IMP.Payment data={{pg:'x'}}/>"), "imports": again("import a from 'b';"),
	"heredocs": counted("<<<A#\n"), "heredocs in a line": again("<<<A "), "php": again("<?php "), "scriptlets": again("<% "), "page comments": again("<!--"),
	"jsp comments": again("<%--"), "quotes of attributes": again("<a b=\"<%"), "one attribute": around("<a b=\"", again("<%"), ""), "script tags": again("<script>a"),
	"scripts": again("<script>a</script>"), "sdk scripts": again("<script src='https://cdn.iamport.kr/v1/iamport.js'></script>"),
	"handlers": again("<a onclick='IMP.request_pay({})'>"), "handlers by name": counted("<a onclick='pay#()'>"), "fences": again("```\n"), "fenced": again("```js\na\n```\n"),
	"three quotes": again("'''"), "quoted lines": again("> a\n"), "marked": again("pg: 1, // TODO(smartro-wizard): pg\n"),
	"ignored": again("IMP.request_pay({pg:'x'}) // smartro-wizard-ignore unknown-key yes\n"), "braces": again("{{"), "dollars": again("${"), "inlined": again("[[$"),
	"lines": again("\n"), "thymeleaf": again("/*[["), "one line": around("x='", again("가"), "'"), "nested": func(n int) string {
		return strings.Repeat("function a(){", n/14) + v1Call + strings.Repeat("}", n/14)
	},
}

// kinds are how heavy text stands in a file.
var kinds = map[string]string{
	"a.js": v1Call, "a.jsp": "<!doctype html><script>" + v1Call, "a.php": "<?php /* iamport.kr */ ", "a.md": "```js\n" + v1Call, "": "> " + v1Call,
}

// TestTwiceTheTextIsTwiceTheWork counts what is looked at from the bytes of a
// file to its findings. A clock would tell less on a busy machine.
func TestTwiceTheTextIsTwiceTheWork(t *testing.T) {
	t.Parallel()
	const size = 12 << 10
	most, worst := 0, ""
	for name, repeat := range heavy {
		for file, head := range kinds {
			once, twice := lint.Work(file, head+repeat(size)), lint.Work(file, head+repeat(2*size))
			if float64(twice) > 2.5*float64(once) {
				t.Errorf("%s in %q: %d looks for %d bytes, %d for twice as many", name, file, once, size, twice)
			}
			if twice > most {
				most, worst = twice, name+" in "+file
			}
		}
	}
	t.Logf("%d kinds of text in %d kinds of file, at most %d looks a byte (%s)", len(heavy), len(kinds), most/(2*size), worst)
}

// TestMemoryStaysFlat reads a file many times and holds that nothing of it is
// kept, and that a file at the limit takes no more than a fixed sum.
func TestMemoryStaysFlat(t *testing.T) {
	body := []byte("<!doctype html><script>" + strings.Repeat(v1Call, 50) + "</script>")
	read := func() {
		if _, err := lint.Read("a.html", body, lint.Options{Lang: text.Ko, Today: today}); err != nil {
			t.Fatal(err)
		}
	}
	read() // tables that are made once
	before := held()
	for range 100 {
		read()
	}
	if after := held(); after > before+1<<20 {
		t.Errorf("%d bytes are held after a hundred files, %d before", after, before)
	}
	large := []byte(strings.Repeat(v1Call, lint.MaxScript/len(v1Call)))
	var was, is runtime.MemStats
	runtime.ReadMemStats(&was)
	if _, err := lint.Read("a.js", large, lint.Options{Lang: text.Ko, Today: today}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&is)
	if made := (is.TotalAlloc - was.TotalAlloc) >> 20; made > 512 {
		t.Errorf("%d MB for the largest script", made)
	}
}

// held is what stays on the heap.
func held() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
