package gather

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNamed(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "내 가게.html")
	if err := os.WriteFile(name, []byte("IMP.init()"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		name, "  " + name + "\n", "'" + name + "'", `"` + name + `"`, strings.ReplaceAll(name, " ", `\ `),
		"file://" + strings.ReplaceAll(name, " ", "%20"), "~/내 가게.html",
	} {
		if f, ok := Named(s, dir); !ok || f.Err != nil || string(f.Body) != "IMP.init()" {
			t.Errorf("%q gave %v, %v", s, ok, f.Err)
		}
	}
	for s, want := range map[string]error{dir: ErrFolder, os.DevNull: ErrOdd, dir + "/none.html": fs.ErrNotExist, "none.vue": fs.ErrNotExist} {
		if f, ok := Named(s, ""); !ok || !errors.Is(f.Err, want) {
			t.Errorf("%q gave %v, %v", s, ok, f.Err)
		}
	}
	for _, s := range []string{"", "IMP.request_pay({})", "a\nb.html", "IMP.init", `require("a.js")`, strings.Repeat("a", 5000) + ".js", "a\x00.js"} {
		if f, ok := Named(s, dir); ok {
			t.Errorf("%q was taken for the file %q", s, f.Name)
		}
	}
}
