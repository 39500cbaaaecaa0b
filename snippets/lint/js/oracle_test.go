package js

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dop251/goja/ast"
	goja "github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
)

// TestReadsWhatEsbuildReads compares every object of well-formed code with what
// esbuild and goja read: the keys, and the values that are plain.
func TestReadsWhatEsbuildReads(t *testing.T) {
	files, objects := 0, 0
	for _, pattern := range []string{"testdata/sound/*", "../../testdata/js/*.golden", "../../testdata/ts/*.golden", "../../testdata/react/*.golden"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no files at %s: %v", pattern, err)
		}
		for _, name := range names {
			t.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(t *testing.T) {
				src, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				files++
				objects += compare(t, string(src), strings.HasSuffix(strings.TrimSuffix(name, ".golden"), ".ts"))
			})
		}
	}
	t.Logf("%d objects of %d files", objects, files)
}

func compare(t *testing.T, src string, ts bool) int {
	loader := api.LoaderTSX
	if ts {
		loader = api.LoaderTS
	}
	r := api.Transform(src, api.TransformOptions{Loader: loader, Format: api.FormatCommonJS, Target: api.ES2022, JSXFactory: "h", TsconfigRaw: `{"compilerOptions":{"verbatimModuleSyntax":true}}`})
	for _, e := range r.Errors {
		t.Fatalf("esbuild: %s at %+v", e.Text, e.Location)
	}
	code := string(r.Code)
	if i := strings.Index(code, "__toCommonJS(stdin_exports);"); i >= 0 {
		code = code[i+len("__toCommonJS(stdin_exports);"):]
	}
	file, err := goja.ParseFile(nil, "", code, 0, goja.WithDisableSourceMaps)
	if err != nil {
		t.Fatalf("goja: %v\n%s", err, code)
	}
	want := theirs(reflect.ValueOf(file.Body), nil)
	p := Parse(src, nil, Syntax{NoJSX: ts})
	if len(p.Problems) > 0 {
		t.Errorf("problems in sound code: %+v", p.Problems)
		for _, b := range p.Problems {
			t.Logf("%s at line %d: %.40q", b.What, 1+strings.Count(src[:b.Start], "\n"), src[b.Start:])
		}
	}
	got := ours(p.Root)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		for _, g := range got {
			if !slices.Contains(want, g) {
				t.Errorf("only here:    %s", g)
			}
		}
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("only esbuild: %s", w)
			}
		}
		if !t.Failed() {
			t.Errorf("%d objects here, %d at esbuild", len(got), len(want))
		}
	}
	return len(got)
}

// theirs lists the objects below a node of goja.
func theirs(v reflect.Value, all []string) []string {
	switch v.Kind() {
	case reflect.Invalid:
	case reflect.Interface:
		return theirs(v.Elem(), all)
	case reflect.Pointer:
		if v.IsNil() || v.Type().String() == "*file.File" {
			return all
		}
		if o, ok := v.Interface().(*ast.ObjectLiteral); ok {
			all = append(all, describe(o))
		}
		return theirs(v.Elem(), all)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "DeclarationList" {
				all = theirs(v.Field(i), all)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = theirs(v.Index(i), all)
		}
	}
	return all
}

func describe(o *ast.ObjectLiteral) string {
	var b strings.Builder
	for _, p := range o.Value {
		switch p := p.(type) {
		case *ast.PropertyKeyed:
			key := "?"
			if s, ok := p.Key.(*ast.StringLiteral); ok && !p.Computed {
				key = s.Value.String()
			} else if n, ok := p.Key.(*ast.NumberLiteral); ok {
				key = n.Literal
			}
			fmt.Fprintf(&b, "%s=%s ", key, plain(p.Value))
		case *ast.PropertyShort:
			fmt.Fprintf(&b, "%s=? ", p.Name.Name)
		default:
			b.WriteString("... ")
		}
	}
	return b.String()
}

func plain(e ast.Expression) string {
	switch e := e.(type) {
	case *ast.StringLiteral:
		return strconv.Quote(e.Value.String())
	case *ast.NumberLiteral:
		return fmt.Sprint(e.Value)
	case *ast.BooleanLiteral:
		return fmt.Sprint(e.Value)
	case *ast.NullLiteral:
		return "null"
	case *ast.TemplateLiteral:
		if len(e.Expressions) == 0 {
			return strconv.Quote(e.Elements[0].Parsed.String())
		}
	}
	return "?"
}

// ours lists the objects of a tree, patterns apart.
func ours(n *Node) []string {
	var all []string
	Walk(n, func(n *Node) bool {
		if n.Kind == Object && !pattern(n) || n.Kind == Element {
			if s := props(n); n.Kind == Object || s != "" {
				all = append(all, s)
			}
		}
		return true
	})
	return all
}

func pattern(n *Node) bool {
	if n.Up == nil {
		return false
	}
	switch n.Up.Kind {
	case Params, Catch:
		return true
	case Decl, Assign:
		return n.Up.Kids[0] == n
	case Array, Spread:
		return pattern(n.Up)
	case Prop:
		return pattern(n.Up.Up)
	}
	return false
}

func props(n *Node) string {
	var b strings.Builder
	for _, k := range n.Kids {
		switch {
		case k.Kind == Prop && k.Is(Computed):
			fmt.Fprintf(&b, "?=%s ", worth(k.Kids[1]))
		case k.Kind == Prop:
			fmt.Fprintf(&b, "%s=%s ", k.Text, worth(k.Kids[1]))
		case k.Kind == Attr && len(k.Kids) == 0:
			fmt.Fprintf(&b, "%s=true ", k.Text)
		case k.Kind == Attr:
			fmt.Fprintf(&b, "%s=%s ", k.Text, worth(k.Kids[0]))
		case k.Kind == Spread:
			b.WriteString("... ")
		}
	}
	return b.String()
}

func worth(n *Node) string {
	switch n.Kind {
	case String:
		return strconv.Quote(n.Text)
	case Number:
		if f, ok := NumberOf(n.Text); ok {
			return fmt.Sprint(f)
		}
	case Bool:
		return n.Text
	case Null:
		return "null"
	}
	return "?"
}
