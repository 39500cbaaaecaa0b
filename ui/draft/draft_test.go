package draft

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

var card = wizard.Answers{Mode: wizard.ModeTest, Module: wizard.ModuleNew, Type: wizard.TypeGeneral}

func store(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "state", "smartro-wizard"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func begin(t *testing.T, s *Store) *Session {
	t.Helper()
	sess, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sess.Close() })
	return sess
}

// holding is what a session of card saves.
func holding(raw string) envelope {
	return envelope{Mode: card.Mode, Module: card.Module, Type: card.Type, Draft: json.RawMessage(raw)}
}

func save(t *testing.T, sess *Session, raw string) {
	t.Helper()
	if err := sess.save(holding(raw)); err != nil {
		t.Fatal(err)
	}
}

func why(err error) disk.Why {
	var e *Error
	if errors.As(err, &e) {
		return e.Why
	}
	return ""
}

func TestWhatWasSavedLastIsOfferedAndComesBack(t *testing.T) {
	s := store(t)
	sess := begin(t, s)
	save(t, sess, `{"n":1}`)
	save(t, sess, `{"n":2}`)
	if got := s.Unfinished(); len(got) != 0 {
		t.Errorf("a session in use is offered: %v", got)
	}
	sess.Close()
	list := s.Unfinished()
	if len(list) != 1 || list[0].Module != wizard.ModuleNew || list[0].Mode != wizard.ModeTest || list[0].Type != wizard.TypeGeneral {
		t.Fatalf("list %+v", list)
	}
	raw, again, err := s.resume(list[0].ID)
	if err != nil || string(raw) != `{"n":2}` {
		t.Fatalf("resumed %s, %v", raw, err)
	}
	if err := again.Done(); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(s.dir); len(left) != 0 {
		t.Errorf("a finished session left %v", left)
	}
}

func TestSeveralSessionsAtOnceDoNotDisturbEachOther(t *testing.T) {
	s := store(t)
	a, b := begin(t, s), begin(t, s)
	save(t, a, `{"who":"a"}`)
	save(t, b, `{"who":"b"}`)
	b.Close()
	list := s.Unfinished()
	if len(list) != 1 || list[0].ID != b.id {
		t.Fatalf("list %+v, want only %s", list, b.id)
	}
	if _, _, err := s.resume(a.id); why(err) != WhyInUse {
		t.Errorf("second writer got %v, want %s", err, WhyInUse)
	}
	save(t, a, `{"who":"a2"}`)
	a.Close()
	if raw, sess, err := s.resume(a.id); err != nil || string(raw) != `{"who":"a2"}` {
		t.Errorf("a is %s, %v", raw, err)
	} else {
		sess.Close()
	}
}

func TestTheListIsLatestFirstAndForgetsAfterThirtyDays(t *testing.T) {
	s := store(t)
	start := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	var ids []string
	for day := range 3 {
		s.now = func() time.Time { return start.AddDate(0, 0, day) }
		sess := begin(t, s)
		save(t, sess, `{}`)
		sess.Close()
		ids = append(ids, sess.id)
	}
	s.now = func() time.Time { return start.AddDate(0, 0, 30).Add(time.Second) }
	list := s.Unfinished()
	if len(list) != 2 || list[0].ID != ids[2] || list[1].ID != ids[1] {
		t.Fatalf("list %+v, want %s and %s", list, ids[2], ids[1])
	}
	if _, err := os.Stat(filepath.Join(s.dir, ids[0]+fileEnd)); err == nil {
		t.Error("work older than thirty days is still there")
	}
}

func TestOnlyTimeAndChannelStandInTheList(t *testing.T) {
	raw, err := json.Marshal(Entry{})
	if want := `{"ID":"","When":"0001-01-01T00:00:00Z","Mode":"","Module":"","Type":""}`; err != nil || string(raw) != want {
		t.Errorf("an entry holds %s", raw)
	}
}

func TestAFileThatCannotBeReadIsSetAsideAndNeverDeleted(t *testing.T) {
	whole := func(s *Store) []byte {
		sess := begin(t, s)
		save(t, sess, `{"n":1}`)
		sess.Close()
		raw, _ := os.ReadFile(sess.path())
		_ = os.Remove(sess.path())
		return raw
	}
	for name, change := range map[string]func([]byte) []byte{
		"empty":         func([]byte) []byte { return nil },
		"cut in half":   func(b []byte) []byte { return b[:len(b)/2] },
		"one byte less": func(b []byte) []byte { return b[:len(b)-1] },
		"one byte else": func(b []byte) []byte { b[len(b)-3] ^= 1; return b },
		"garbage":       func([]byte) []byte { return []byte("\x00\xff\x1b]0;x\a") },
		"newer":         func(b []byte) []byte { return []byte(strings.Replace(string(b), " 1 ", " 2 ", 1)) },
		"100 MB":        func([]byte) []byte { return make([]byte, 100<<20) },
	} {
		t.Run(name, func(t *testing.T) {
			s := store(t)
			id := "20261121-000000-00000000"
			bad := change(whole(s))
			if err := os.WriteFile(filepath.Join(s.dir, id+fileEnd), bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, _, err := s.Resume(id); why(err) != WhyDamaged {
				t.Errorf("resume: %v, want %s", err, WhyDamaged)
			}
			if err := os.WriteFile(filepath.Join(s.dir, id+fileEnd), bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if list := s.Unfinished(); len(list) != 0 {
				t.Errorf("offered: %+v", list)
			}
			aside, _ := filepath.Glob(filepath.Join(s.dir, "*"+badEnd))
			if len(aside) != 2 || s.SetAside() != 2 {
				t.Fatalf("set aside %v, counted %d, want 2", aside, s.SetAside())
			}
			if info, err := os.Stat(aside[0]); err != nil || info.Size() != int64(len(bad)) {
				t.Errorf("what was set aside has changed: %v, %v", info, err)
			}
			save(t, begin(t, s), `{}`)
		})
	}
}

func TestALinkOrAForeignNameIsNotReadAsADraft(t *testing.T) {
	s := store(t)
	begin(t, s)
	if err := os.Symlink("/dev/zero", filepath.Join(s.dir, "20261121-000000-00000000.json")); err != nil {
		t.Fatal(err)
	}
	if list := s.Unfinished(); len(list) != 0 || s.SetAside() != 1 {
		t.Errorf("list %v, set aside %d", list, s.SetAside())
	}
	for _, id := range []string{"", "../x", "20261121-000000-0000000g", "/etc/passwd"} {
		if _, _, err := s.Resume(id); why(err) != WhyGone {
			t.Errorf("Resume(%q): %v, want %s", id, err, WhyGone)
		}
	}
}

func TestWithoutAHomeTheReasonIsNamed(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_STATE_HOME", "")
	if _, err := Open(""); why(err) != WhyNoHome {
		t.Errorf("got %v, want %s", err, WhyNoHome)
	}
}

func TestAFolderThatCannotBeIsNamedWithItsReason(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{"the folder is a file": file, "a parent is a file": filepath.Join(file, "sub")} {
		t.Run(name, func(t *testing.T) {
			s, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Begin(); why(err) != disk.WhyNotFolder {
				t.Errorf("got %v, want %s", err, disk.WhyNotFolder)
			}
			if s.Unfinished() != nil {
				t.Error("something is offered")
			}
		})
	}
}

func TestANilStoreAndANilSessionSaveNothing(t *testing.T) {
	var s *Store
	sess, err := s.Begin()
	if sess != nil || err != nil || s.Unfinished() != nil || s.SetAside() != 0 {
		t.Fatalf("nil store: %v, %v", sess, err)
	}
	if err := errors.Join(sess.Done(), sess.Close()); err != nil || sess.Path() != "" {
		t.Errorf("nil session: %v, path %q", err, sess.Path())
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

func BenchmarkSave(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	sess, err := s.Begin()
	if err != nil {
		b.Fatal(err)
	}
	defer sess.Close()
	raw := json.RawMessage(`{"answers":"` + strings.Repeat("x", 1000) + `"}`)
	for b.Loop() {
		if err := sess.save(envelope{Draft: raw}); err != nil {
			b.Fatal(err)
		}
	}
}
