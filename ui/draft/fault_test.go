//go:build !windows

package draft

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"smartro-wizard/ui/disk"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("DRAFT_VICTIM"); dir != "" {
		victim(dir)
		return
	}
	os.Exit(m.Run())
}

// victim saves again and again, says what is saved, and kills itself before
// the operation that DRAFT_KILL_AT names.
func victim(dir string) {
	at, _ := strconv.Atoi(os.Getenv("DRAFT_KILL_AT"))
	s, err := Open(dir)
	if err != nil {
		panic(err)
	}
	count := 0
	s.hook = func(op, name string) error {
		if count++; count == at {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		return nil
	}
	sess, err := s.Begin()
	if err != nil {
		panic(err)
	}
	for n := 1; n <= 4; n++ {
		if err := sess.save(holding(fmt.Sprintf(`{"n":%d}`, n))); err != nil {
			panic(err)
		}
		fmt.Println(n)
	}
}

func TestAKillAtEveryOperationLosesNoSavedAnswer(t *testing.T) {
	for at := 1; ; at++ {
		dir := filepath.Join(t.TempDir(), "state")
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "DRAFT_VICTIM="+dir, fmt.Sprint("DRAFT_KILL_AT=", at))
		out, err := cmd.Output()
		saved := strings.Count(string(out), "\n")
		s, openErr := Open(dir)
		if openErr != nil {
			t.Fatal(openErr)
		}
		checkOffered(t, s, at, saved)
		if err == nil {
			if saved != 4 || at < 20 {
				t.Fatalf("run ended by itself at operation %d with %d saves", at, saved)
			}
			return
		}
	}
}

// checkOffered wants the last save that was reported, or the next one, which
// may have reached the disk without the report.
func checkOffered(t *testing.T, s *Store, at, saved int) {
	t.Helper()
	list := s.Unfinished()
	if len(list) == 0 && saved == 0 {
		return
	}
	if len(list) != 1 || s.SetAside() != 0 {
		t.Fatalf("killed at operation %d after %d saves: offered %v, set aside %d", at, saved, list, s.SetAside())
	}
	raw, sess, err := s.resume(list[0].ID)
	if err != nil {
		t.Fatalf("killed at operation %d: %v", at, err)
	}
	defer sess.Close()
	now, next := fmt.Sprintf(`{"n":%d}`, saved), fmt.Sprintf(`{"n":%d}`, saved+1)
	if got := string(raw); got != now && got != next {
		t.Errorf("killed at operation %d: have %s, want %s or %s", at, got, now, next)
	}
	if err := sess.save(holding(`{"n":9}`)); err != nil {
		t.Errorf("killed at operation %d, saving afterwards: %v", at, err)
	}
}

func TestAFailedOperationKeepsTheOldAnswersAndTheNextSaveWorks(t *testing.T) {
	for n := 1; ; n++ {
		s := store(t)
		count, at := 0, -1
		s.hook = func(op, name string) error {
			if count++; count == at {
				return syscall.ENOSPC
			}
			return nil
		}
		sess := begin(t, s)
		save(t, sess, `{"n":1}`)
		at = count + n
		err := sess.save(holding(`{"n":2}`))
		failed := count >= at
		at = -1
		if failed && why(err) != disk.WhyFull {
			t.Errorf("operation %d: %v, want %s", n, err, disk.WhyFull)
		}
		e, readErr := s.read(sess.folder, sess.id+fileEnd)
		if got := string(e.Draft); readErr != nil || got != `{"n":1}` && got != `{"n":2}` {
			t.Errorf("operation %d: file has %s, %v", n, got, readErr)
		}
		save(t, sess, `{"n":3}`)
		sess.Close()
		if left, _ := os.ReadDir(s.dir); len(left) != 1 {
			t.Errorf("operation %d left %v", n, left)
		}
		if !failed {
			if err != nil || n < 6 {
				t.Errorf("untouched run at %d: %v", n, err)
			}
			return
		}
	}
}

func TestModesHoldUnderAnyUmask(t *testing.T) {
	for _, umask := range []int{0, 0o022, 0o777} {
		t.Run(fmt.Sprintf("%04o", umask), func(t *testing.T) {
			s := store(t)
			old := syscall.Umask(umask)
			sess, err := s.Begin()
			if err == nil {
				err = sess.save(holding(`{}`))
			}
			syscall.Umask(old)
			if err != nil {
				t.Fatal(err)
			}
			defer sess.Close()
			for path, want := range map[string]os.FileMode{s.dir: 0o700, sess.path(): 0o600, sess.lock.Path(): 0o600} {
				info, err := os.Stat(path)
				if err != nil || info.Mode().Perm() != want {
					t.Errorf("%s has %v, %v; want %o", filepath.Base(path), info.Mode(), err, want)
				}
			}
		})
	}
}

func TestAFolderThatWasOpenToOthersIsClosed(t *testing.T) {
	s := store(t)
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	begin(t, s)
	if info, _ := os.Stat(s.dir); info.Mode().Perm() != 0o700 {
		t.Errorf("folder has %v", info.Mode())
	}
}
