package answers

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"smartro-wizard/wizard/value"
)

// problems reads the names of all problems from the table in problem.go.
func problems(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "problem.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "problem" {
			name, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, name)
		}
		return true
	})
	return all
}

func TestEveryProblemHasItsSentences(t *testing.T) {
	want := map[string]bool{}
	for _, p := range problems(t) {
		for _, part := range []string{"message", "why", "fix"} {
			want[p+"."+part] = true
		}
	}
	for _, k := range []kind{isText, isNumber, isNames, isObject, isParams} {
		want["want-"+string(k)] = true
	}
	for _, k := range []value.Kind{value.Null, value.Bool, value.Number, value.String, value.List, value.Object} {
		want["got-"+k.String()] = true
	}
	want["about"], want["about-unsupported"] = true, true
	for _, path := range paths(contract, "") {
		want["about-"+strings.ReplaceAll(path, ".", "-")] = true
	}
	raw, err := os.ReadFile("../../assets/texts/answers.ko.json")
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]string
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	for id := range want {
		if got[id] == "" {
			t.Errorf("no sentence answers.%s", id)
		}
	}
	for id := range got {
		if !want[id] {
			t.Errorf("nothing says answers.%s", id)
		}
	}
}

// TestEveryProblemIsTested holds the table of problems and the table of the
// tests together.
func TestEveryProblemIsTested(t *testing.T) {
	var tests strings.Builder
	for _, name := range []string{"decode_test.go", "set_test.go"} {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(src)
	}
	for _, p := range problems(t) {
		if !regexp.MustCompile(`[" ](answers-)?` + p + `[ "]`).MatchString(tests.String()) {
			t.Errorf("no test expects %s", p)
		}
	}
}

func TestNearest(t *testing.T) {
	among := []string{"version", "mode", "sdk", "module", "user_code", "tier_code", "buyer_email", "card.direct.code"}
	tests := []struct {
		s, near string
		sure    bool
	}{
		{"MODE", "mode", true},
		{"userCode", "user_code", true},
		{"user-code", "user_code", true},
		{"modle", "mode", false},
		{"moduel", "module", false},
		{"buyer_emial", "buyer_email", false},
		{"ersion", "version", false},
		{"sk", "sdk", false},
		{"", "", false},
		{"colour", "", false},
		{"결제", "", false},
		{strings.Repeat("mode", 30), "", false},
	}
	for _, tt := range tests {
		if near, sure := nearest(tt.s, among); near != tt.near || sure != tt.sure {
			t.Errorf("nearest(%q) = %q, %v, want %q, %v", tt.s, near, sure, tt.near, tt.sure)
		}
	}
}
