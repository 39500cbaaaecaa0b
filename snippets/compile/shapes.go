package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

// shape is what a name of Data or of Entry is. Only the sources are asked, as
// the package may not build while its templates are not compiled.
type shape struct {
	typ    string // bool, []Entry, ...
	method bool
}

// shapes are the exported fields and methods by type and name.
type shapes map[string]map[string]shape

func readShapes(dir string) (shapes, error) {
	files, err := sourceFiles(dir)
	if err != nil {
		return nil, err
	}
	found := shapes{"Data": {}, "Entry": {}}
	for _, f := range files {
		for _, decl := range f.Decls {
			switch d := decl.(type) {
			case *ast.GenDecl:
				found.fields(d)
			case *ast.FuncDecl:
				found.methods(d)
			}
		}
	}
	return found, nil
}

// sourceFiles parses a package but for its tests and what was compiled into it.
func sourceFiles(dir string) ([]*ast.File, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") || strings.HasSuffix(e.Name(), "_gen.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, e.Name()), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func packageName(dir string) (string, error) {
	files, err := sourceFiles(dir)
	if err != nil || len(files) == 0 {
		return "", err
	}
	return files[0].Name.Name, nil
}

func (s shapes) fields(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		t, ok := spec.(*ast.TypeSpec)
		if !ok || s[t.Name.Name] == nil {
			continue
		}
		if fields, ok := t.Type.(*ast.StructType); ok {
			for _, f := range fields.Fields.List {
				for _, name := range f.Names {
					if name.IsExported() {
						s[t.Name.Name][name.Name] = shape{typ: types.ExprString(f.Type)}
					}
				}
			}
		}
	}
}

func (s shapes) methods(d *ast.FuncDecl) {
	if d.Recv == nil || d.Type.Results == nil || len(d.Type.Results.List) != 1 || !d.Name.IsExported() {
		return
	}
	receiver := strings.TrimPrefix(types.ExprString(d.Recv.List[0].Type), "*")
	if s[receiver] != nil {
		s[receiver][d.Name.Name] = shape{types.ExprString(d.Type.Results.List[0].Type), true}
	}
}
