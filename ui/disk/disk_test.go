package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// failAt fails the nth operation and counts all of them.
func failAt(n int, with error) (Hook, *int) {
	count := new(int)
	return func(op, name string) error {
		if *count++; *count == n {
			return with
		}
		return nil
	}, count
}

func open(t *testing.T, dir string, hook Hook) *Folder {
	t.Helper()
	f, err := Open(dir, hook)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func create(f *Folder, name, data string) error {
	temp := name + ".tmp"
	if err := f.Stage(temp, []byte(data), 0o666, false); err != nil {
		return err
	}
	return f.Place(temp, name, []byte(data))
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestEveryFailedOperationLeavesTheOldFileOrTheNewOneAndNoLitter(t *testing.T) {
	old, fresh := []byte("old, and longer than what comes"), []byte("new")
	for n := 1; ; n++ {
		dir := t.TempDir()
		at := filepath.Join(dir, "pay.html")
		if err := os.WriteFile(at, old, 0o640); err != nil {
			t.Fatal(err)
		}
		hook, count := failAt(n, syscall.ENOSPC)
		err := open(t, dir, hook).Replace(".tmp", "pay.html", fresh, 0o640)
		got, _ := os.ReadFile(at)
		if !bytes.Equal(got, old) && !bytes.Equal(got, fresh) {
			t.Fatalf("operation %d: file is %q", n, got)
		}
		if l := names(t, dir); len(l) != 1 {
			t.Errorf("operation %d left %v", n, l)
		}
		if *count < n {
			if err != nil || !bytes.Equal(got, fresh) {
				t.Errorf("untouched run: %v, file %q", err, got)
			}
			if n < 5 {
				t.Errorf("only %d operations went through the hook", n-1)
			}
			return
		}
		if Reason(err) != WhyFull {
			t.Errorf("operation %d: reason %q of %v, want %q", n, Reason(err), err, WhyFull)
		}
	}
}

func TestAFailedCreateLeavesNothingAndANewTrySucceeds(t *testing.T) {
	for n := 1; ; n++ {
		dir := t.TempDir()
		hook, count := failAt(n, syscall.EIO)
		f := open(t, dir, hook)
		err := create(f, "pay.html", "new")
		if *count < n {
			if err != nil {
				t.Errorf("untouched run: %v", err)
			}
			return
		}
		if err == nil {
			t.Errorf("operation %d failed unnoticed", n)
		}
		left := names(t, dir)
		if len(left) == 0 {
			err = create(f, "pay.html", "new")
		} else if len(left) != 1 || left[0] != "pay.html" {
			t.Errorf("operation %d left %v", n, left)
			continue
		} else {
			err = nil // only the folder's sync failed: the file is whole
		}
		if got, _ := os.ReadFile(filepath.Join(dir, "pay.html")); err != nil || string(got) != "new" {
			t.Errorf("operation %d, second try: %v, file %q", n, err, got)
		}
	}
}

func TestCreateWritesInPlaceWhereThereAreNoLinks(t *testing.T) {
	dir := t.TempDir()
	noLink := func(op, name string) error {
		if op == "link" {
			return errors.ErrUnsupported
		}
		return nil
	}
	f := open(t, dir, noLink)
	if err := create(f, "a", "x"); err != nil {
		t.Fatal(err)
	}
	if err := create(f, "a", "y"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("second create: %v, want fs.ErrExist", err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "a")); string(got) != "x" {
		t.Errorf("file %q, want the first one", got)
	}
	if l := names(t, dir); len(l) != 1 {
		t.Errorf("left %v", l)
	}
}

func TestNothingIsWrittenThroughALinkThatLeavesTheFolder(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "out")); err != nil {
		t.Fatal(err)
	}
	if err := create(open(t, dir, nil), "out/x", "x"); err == nil {
		t.Error("a link out of the folder was followed")
	}
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("in", filepath.Join(dir, "also")); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{"out", "also"} {
		if _, err := open(t, dir, nil).Sub(link); Reason(err) != WhyNotFolder {
			t.Errorf("Sub(%s), a link: %v", link, err)
		}
	}
	if l := names(t, outside); len(l) != 0 {
		t.Errorf("outside has %v", l)
	}
}

func TestReasonNamesWhatAPersonCanActOn(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Why
	}{
		{&fs.PathError{Err: syscall.ENOSPC}, WhyFull},
		{&fs.PathError{Err: syscall.EDQUOT}, WhyFull},
		{&fs.PathError{Err: syscall.EACCES}, WhyDenied},
		{&fs.PathError{Err: syscall.EROFS}, WhyReadOnly},
		{&fs.PathError{Err: syscall.ENOTDIR}, WhyNotFolder},
		{&fs.PathError{Err: syscall.EISDIR}, WhyIsFolder},
		{&fs.PathError{Err: syscall.ENAMETOOLONG}, WhyTooLong},
		{&fs.PathError{Err: syscall.ENOENT}, WhyMissing},
		{errors.New("odd"), WhyOther},
	} {
		if got := Reason(c.err); got != c.want {
			t.Errorf("Reason(%v) = %q, want %q", c.err, got, c.want)
		}
	}
}
