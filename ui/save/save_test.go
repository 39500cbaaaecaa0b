//go:build !windows

package save

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard/text"
)

func file(path, body string) snippets.File { return snippets.File{Path: path, Body: body} }

func put(t *testing.T, dir, name, body string) string {
	t.Helper()
	at := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(body), 0o640)); err != nil {
		t.Fatal(err)
	}
	return at
}

func plans(t *testing.T, dir string, files ...snippets.File) []Change {
	t.Helper()
	changes, err := Plan(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// tree gives every file below dir with what is in it.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		all[filepath.ToSlash(rel)] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func why(err error) disk.Why {
	var e *Error
	if errors.As(err, &e) {
		return e.Why
	}
	return ""
}

func TestNewFilesAreWrittenAlsoIntoFoldersThatAreNotThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	changes := plans(t, dir, file("pay.html", "1\n"), file("src/components/Pay.tsx", "2\n"))
	if changes[0].State != New || changes[1].State != New {
		t.Fatalf("states %v", changes)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("planning made the folder")
	}
	if err := Write(dir, changes, false); err != nil {
		t.Fatal(err)
	}
	got := tree(t, dir)
	if len(got) != 2 || got["pay.html"] != "1\n" || got["src/components/Pay.tsx"] != "2\n" {
		t.Errorf("have %v", got)
	}
}

func TestTheSameFileIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	at := put(t, dir, "pay.html", "same\n")
	before, _ := os.Stat(at)
	changes := plans(t, dir, file("pay.html", "same\n"))
	if changes[0].State != Same {
		t.Fatalf("state %s", changes[0].State)
	}
	if err := Write(dir, changes, false); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.Stat(at); !os.SameFile(before, after) {
		t.Error("the file was written again")
	}
}

// The difference is text, whatever encoding the file lies in.
func TestAFileInEUCKRIsComparedAsItLies(t *testing.T) {
	dir := t.TempDir()
	korean := func(body string) snippets.File {
		return snippets.File{Path: "old.html", Encoding: "euc-kr", Body: body}
	}
	first := plans(t, dir, korean("결제\n"))
	if err := Write(dir, first, false); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir)["old.html"]; got != "\xb0\xe1\xc1\xa6\n" {
		t.Errorf("wrote %q", got)
	}
	if again := plans(t, dir, korean("결제\n")); again[0].State != Same {
		t.Errorf("the same file is %v", again[0].State)
	}
	if other := plans(t, dir, korean("취소\n")); other[0].State != Differs || !strings.Contains(other[0].Diff, "-결제") || !strings.Contains(other[0].Diff, "+취소") {
		t.Errorf("got %v\n%s", other[0].State, other[0].Diff)
	}
}

func TestAFileThatDiffersIsReplacedOnlyWithForceAndKeepsItsMode(t *testing.T) {
	dir := t.TempDir()
	at := put(t, dir, "pay.html", "theirs\n")
	changes := plans(t, dir, file("pay.html", "ours\n"), file("other.html", "x\n"))
	if changes[0].State != Differs || !strings.Contains(changes[0].Diff, "-theirs\n+ours\n") {
		t.Fatalf("change %+v", changes[0])
	}
	if err := Write(dir, changes, false); why(err) != WhyDiffers || !strings.Contains(err.Error(), "pay.html") {
		t.Errorf("without force: %v", err)
	}
	if got := tree(t, dir); len(got) != 1 || got["pay.html"] != "theirs\n" {
		t.Errorf("without force there is %v", got)
	}
	if err := Write(dir, changes, true); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got["pay.html"] != "ours\n" || got["other.html"] != "x\n" {
		t.Errorf("with force there is %v", got)
	}
	if info, _ := os.Stat(at); info.Mode().Perm() != 0o640 {
		t.Errorf("mode is %v, want the old one", info.Mode())
	}
}

func TestWhatChangedSinceThePlanIsNotOverwritten(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, dir string){
		"edited":   func(t *testing.T, dir string) { put(t, dir, "pay.html", "theirs, later\n") },
		"removed":  func(t *testing.T, dir string) { _ = os.Remove(filepath.Join(dir, "pay.html")) },
		"appeared": func(t *testing.T, dir string) { put(t, dir, "fresh.html", "came in between\n") },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, "pay.html", "theirs\n")
			changes := plans(t, dir, file("pay.html", "ours\n"), file("fresh.html", "ours\n"))
			change(t, dir)
			want := tree(t, dir)
			if err := Write(dir, changes, true); why(err) != WhyChanged {
				t.Errorf("got %v, want %s", err, WhyChanged)
			}
			if got := tree(t, dir); len(got) != len(want) || got["pay.html"] != want["pay.html"] || got["fresh.html"] != want["fresh.html"] {
				t.Errorf("have %v, want %v", got, want)
			}
		})
	}
}

func TestNoLinkIsFollowed(t *testing.T) {
	link := func(t *testing.T, to, at string) {
		t.Helper()
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.Symlink(to, at)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, dir, at string
	}{
		{"the file", "proj", "proj/src/pay.html"},
		{"its folder", "proj", "proj/src"},
		{"the folder that was named", "proj", "proj"},
	} {
		t.Run(c.name, func(t *testing.T) {
			top := t.TempDir()
			target := put(t, top, "elsewhere/pay.html", "precious\n")
			if c.at != "proj/src/pay.html" {
				target = filepath.Dir(target)
			}
			if c.at != "proj" {
				_ = os.Mkdir(filepath.Join(top, "proj"), 0o755)
			}
			link(t, target, filepath.Join(top, filepath.FromSlash(c.at)))
			_, err := Plan(filepath.Join(top, c.dir), []snippets.File{file("src/pay.html", "ours\n")})
			if why(err) != WhyLink {
				t.Errorf("plan: %v, want %s", err, WhyLink)
			}
			if got := tree(t, filepath.Join(top, "elsewhere")); len(got) != 1 || got["pay.html"] != "precious\n" {
				t.Errorf("behind the link: %v", got)
			}
		})
	}
}

func TestALinkPutInPlaceDuringTheWriteIsNotFollowed(t *testing.T) {
	for _, state := range []State{New, Differs} {
		t.Run(string(state), func(t *testing.T) {
			top := t.TempDir()
			dir := filepath.Join(top, "proj")
			put(t, top, "elsewhere/pay.html", "precious\n")
			if state == Differs {
				put(t, dir, "src/pay.html", "theirs\n")
			}
			changes := plans(t, dir, file("src/pay.html", "ours\n"))
			swap := func(op, name string) error {
				if op == "sync" {
					_ = os.Rename(filepath.Join(dir, "src"), filepath.Join(dir, "moved"))
					_ = os.Symlink(filepath.Join(top, "elsewhere"), filepath.Join(dir, "src"))
				}
				return nil
			}
			_ = write(dir, changes, true, swap)
			if got := tree(t, filepath.Join(top, "elsewhere")); len(got) != 1 || got["pay.html"] != "precious\n" {
				t.Errorf("behind the link: %v", got)
			}
		})
	}
}

func TestNamesThatHurtSomewhereAreRefused(t *testing.T) {
	long := strings.Repeat("a", 300)
	for _, name := range []string{"", ".", "..", "../x", "a/../../x", "/etc/passwd", "a//b", "a/", "~", "~root/x", "C:/x", `a\b`, "x.", "x ", "a./b",
		".git/hooks/pre-commit", ".GIT/config", "sub/.git/x", "git~1/x", ".git /x", "CON", "nul.txt", "sub/COM1.html", "lpt9", "com\u00b9", "CONOUT$",
		"a:b", "a?b", "a*", "a\x00b", "a\nb", "a\u202eb", "a\xffb", long, "dir/" + long} {
		dir := t.TempDir()
		if _, err := Plan(dir, []snippets.File{file(name, "x")}); why(err) != WhyBadName {
			t.Errorf("file %.40q: %v, want %s", name, err, WhyBadName)
		}
	}
	for _, dir := range []string{"", "~", "~/x", ".git", "x/.git/y", "nul", "x.", "a\nb", long} {
		t.Chdir(t.TempDir())
		if _, err := Plan(dir, []snippets.File{file("pay.html", "x")}); why(err) != WhyBadName {
			t.Errorf("folder %.40q: %v, want %s", dir, err, WhyBadName)
		}
		if got := tree(t, "."); len(got) != 0 {
			t.Errorf("folder %.40q left %v", dir, got)
		}
	}
	for _, name := range []string{"pay.html", ".env.example", "src/결제.tsx", "com10.html", "console.log", ".gitignore", "a~b"} {
		if _, err := Plan(t.TempDir(), []snippets.File{file(name, "x")}); err != nil {
			t.Errorf("file %q: %v", name, err)
		}
	}
	if _, err := Plan(t.TempDir(), []snippets.File{file("a.html", "x"), file("A.html", "y")}); why(err) != WhyBadName {
		t.Errorf("two names that are one on macOS and Windows: %v", err)
	}
}

func TestWhatIsNoFileIsNotWrittenOver(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "pay.html"), 0o755), syscall.Mkfifo(filepath.Join(dir, "pipe.html"), 0o600)); err != nil {
		t.Fatal(err)
	}
	plainFile := put(t, dir, "plain", "x")
	for _, c := range []struct {
		dir, name string
		want      disk.Why
	}{
		{dir, "pay.html", disk.WhyIsFolder},
		{dir, "pipe.html", WhyDevice},
		{plainFile, "pay.html", disk.WhyNotFolder},
		{dir, "plain/pay.html", disk.WhyNotFolder},
		{"/dev/full", "pay.html", disk.WhyNotFolder},
	} {
		if _, err := Plan(c.dir, []snippets.File{file(c.name, "x")}); why(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestAFaultAtAnyOperationLeavesEveryFileOldOrNew(t *testing.T) {
	for n := 1; ; n++ {
		dir := filepath.Join(t.TempDir(), "proj")
		put(t, dir, "a.html", "old a\n")
		put(t, dir, "sub/b.html", "old b\n")
		changes := plans(t, dir, file("a.html", "new a\n"), file("sub/b.html", "new b\n"), file("sub/deep/c.html", "new c\n"))
		count := 0
		err := write(dir, changes, true, func(op, name string) error {
			if count++; count == n {
				return syscall.ENOSPC
			}
			return nil
		})
		got := tree(t, dir)
		for name, body := range got {
			base := strings.TrimSuffix(filepath.Base(name), ".html")
			if want := []string{"old " + base + "\n", "new " + base + "\n"}; !slices.Contains(want, body) {
				t.Errorf("operation %d: %s has %q", n, name, body)
			}
		}
		if count < n {
			if err != nil || len(got) != 3 || n < 15 {
				t.Errorf("untouched run at %d: %v, %v", n, err, got)
			}
			return
		}
		if why(err) != disk.WhyFull {
			t.Errorf("operation %d: %v, want %s", n, err, disk.WhyFull)
		}
		again := plans(t, dir, file("a.html", "new a\n"), file("sub/b.html", "new b\n"), file("sub/deep/c.html", "new c\n"))
		if err := Write(dir, again, true); err != nil {
			t.Errorf("operation %d, next try: %v", n, err)
		}
	}
}

func TestEveryReasonHasASentence(t *testing.T) {
	for reason, id := range sentences {
		for _, l := range text.Langs {
			if !text.Has(l, id) {
				t.Errorf("%s: no sentence %s in %s", reason, id, l)
			}
			if got := Sentence(&Error{Why: reason, Path: "\x1b[2J", Err: errors.New("\u202e")}, l); strings.ContainsAny(got, "\x1b\u202e{}") {
				t.Errorf("%s: unsafe sentence %q", reason, got)
			}
		}
	}
}
