//go:build e2e

package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// parts of the tree that a build reads, and what a zip carries.
var parts = []string{"go.mod", "go.sum", "main.go", "assets", "wizard", "snippets", "ui", "LICENSE", "README.md", "README.ko.md"}

// copyTree lays the sources out in a new folder.
func copyTree(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, part := range parts {
		from, to := filepath.Join("..", "..", part), filepath.Join(dir, part)
		info, err := os.Stat(from)
		if err != nil {
			t.Fatal(err)
		}
		if info.IsDir() {
			err = os.CopyFS(to, os.DirFS(from))
		} else {
			var body []byte
			if body, err = os.ReadFile(from); err == nil {
				err = os.WriteFile(to, body, 0o644)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Every platform builds, and two builds in different folders give the same bytes.
func TestReproducible(t *testing.T) {
	here, there := copyTree(t), copyTree(t)
	for _, p := range platforms {
		t.Run(p.zip(), func(t *testing.T) {
			one, err := pack(here, p)
			if err != nil {
				t.Fatal(err)
			}
			two, err := pack(there, p)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(one, two) {
				t.Errorf("two builds differ: %d and %d bytes", len(one), len(two))
			}
			for _, dir := range []string{here, there} {
				for name, body := range unpack(t, one) {
					if bytes.Contains(body, []byte(dir)) {
						t.Errorf("%s names the folder of the build", name)
					}
				}
			}
		})
	}
}

func unpack(t *testing.T, packed []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		body, err := r.Open(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(body); err != nil {
			t.Fatal(err)
		}
		files[f.Name] = b.Bytes()
	}
	return files
}

func TestZipHolds(t *testing.T) {
	p := platform{"windows", "amd64"}
	packed, err := pack(copyTree(t), p)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range unpack(t, packed) {
		names = append(names, name)
	}
	slices.Sort(names)
	want := []string{program + "/COMPONENTS.txt", program + "/LICENSE", program + "/README.ko.md", program + "/README.md", program + "/smartro-wizard.exe"}
	if !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}
