package gather

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// lay writes files below a fresh folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(dir string, paths ...string) []string {
	var all []string
	Walk(paths, func(f File) bool {
		rel, _ := filepath.Rel(dir, f.Name)
		if f.Err != nil {
			rel += "!"
		}
		all = append(all, filepath.ToSlash(rel))
		return true
	}, func(int) {})
	slices.Sort(all)
	return all
}

func TestFolders(t *testing.T) {
	dir := lay(t, map[string]string{
		"pay.html": "x", "src/Pay.tsx": "x", "src/types.d.ts": "x", "src/notes.txt": "x", "lib/jquery.min.js": "x", "node_modules/a/index.js": "x",
		"dist/bundle.js": "x", ".git/hook.js": "x", "web/app.js": strings.Repeat("a=1;", 10_000), "web/long.js": strings.Repeat("a = 1;\n", 10_000),
		".gitignore": "# ours\n/secret.js\n*.gen.js\ncache/\nlogs/**\n!keep.gen.js\nsub/only.js\n", "secret.js": "x", "src/secret.js": "x", "a.gen.js": "x", "keep.gen.js": "x",
		"cache/a.js": "x", "src/cache/a.js": "x", "src/cache.js": "x", "logs/a/b.js": "x", "sub/only.js": "x", "src/sub/only.js": "x",
		"inner/.gitignore": "*.vue\n!good.vue\n", "inner/bad.vue": "x", "inner/good.vue": "x", "inner/deep/bad.vue": "x",
	})
	want := []string{"inner/good.vue", "keep.gen.js", "pay.html", "src/Pay.tsx", "src/cache.js", "src/secret.js", "src/sub/only.js", "web/long.js"}
	if got := names(dir, dir); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestNamedFilesAreReadWhateverTheyAre(t *testing.T) {
	dir := lay(t, map[string]string{".gitignore": "*", "a.min.js": "x", "b.txt": "x", "node_modules/c.js": "x"})
	got := names(dir, filepath.Join(dir, "a.min.js"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "node_modules", "c.js"), filepath.Join(dir, "none.js"))
	if want := []string{"a.min.js", "b.txt", "node_modules/c.js", "none.js!"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	dir := lay(t, map[string]string{"in/a.js": "x", "out/b.js": "x"})
	if err := os.Symlink(filepath.Join(dir, "out"), filepath.Join(dir, "in", "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "out", "b.js"), filepath.Join(dir, "in", "b.js")); err != nil {
		t.Fatal(err)
	}
	if got := names(dir, filepath.Join(dir, "in")); !slices.Equal(got, []string{"in/a.js"}) {
		t.Errorf("got %v", got)
	}
}

func TestVisitorEndsTheWalk(t *testing.T) {
	dir := lay(t, map[string]string{"a.js": "x", "b.js": "x", "c/d.js": "x"})
	n := 0
	Walk([]string{dir, dir}, func(File) bool { n++; return n < 2 }, func(int) {})
	if n != 2 {
		t.Errorf("%d visits after the end", n)
	}
}
