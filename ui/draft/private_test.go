package draft

import (
	"os"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard/flow"
)

const buyerTel = "010-2345-6789"

// bought is a draft with a buyer in it.
func bought(t *testing.T) flow.Draft {
	t.Helper()
	d := flow.Quick()
	for _, v := range []string{"imp10000001", "channel-key-01234567-89ab-cdef-0123-456789abcdef", buyerTel} {
		next, ok := d.With(d.Place(), flow.Entry{Text: v}).Next()
		if !ok {
			t.Fatalf("%s does not pass", v)
		}
		d = next
	}
	return d
}

func holds(t *testing.T, sess *Session) bool {
	t.Helper()
	raw, err := os.ReadFile(sess.path())
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(raw), buyerTel)
}

func TestABuyerIsKeptOnlyWhileTheRunLives(t *testing.T) {
	for _, keep := range []bool{false, true} {
		s := store(t)
		s.KeepBuyer = keep
		sess := begin(t, s)
		if err := sess.Save(bought(t)); err != nil {
			t.Fatal(err)
		}
		if !holds(t, sess) {
			t.Error("a confirmed answer is not on the disk while the run lives")
		}
		if err := sess.Leave(bought(t)); err != nil {
			t.Fatal(err)
		}
		if got := holds(t, sess); got != keep {
			t.Errorf("asked to keep %t, kept %t", keep, got)
		}
		again, d, err := s.Resume(s.Unfinished()[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		again.Close()
		if want := map[bool]string{true: "", false: "buyer_tel"}[keep]; d.Place() != want {
			t.Errorf("asked to keep %t, goes on at %q", keep, d.Place())
		}
	}
}

// A run that was killed left all it had. It is offered for a day, then without the buyer.
func TestWhatAKilledRunLeftForgetsTheBuyerAfterADay(t *testing.T) {
	s := store(t)
	sess := begin(t, s)
	if err := sess.Save(bought(t)); err != nil {
		t.Fatal(err)
	}
	sess.Close() // the lock of a killed process is free
	if s.Unfinished(); !holds(t, sess) {
		t.Error("the buyer is gone at the next start")
	}
	saved := s.Unfinished()[0].When
	s.now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	if list := s.Unfinished(); len(list) != 1 || holds(t, sess) {
		t.Errorf("after a day the list is %v, the buyer is kept: %t", list, holds(t, sess))
	}
	if got := s.Unfinished(); len(got) != 1 || !got[0].When.Equal(saved) {
		t.Errorf("forgetting changed the list to %v", got)
	}
	again, d, err := s.Resume(sess.id)
	if err != nil || d.Place() != "buyer_tel" {
		t.Fatalf("goes on at %q, %v", d.Place(), err)
	}
	again.Close()
}

func TestWhoAskedToKeepABuyerKeepsIt(t *testing.T) {
	s := store(t)
	s.KeepBuyer = true
	sess := begin(t, s)
	if err := sess.Leave(bought(t)); err != nil {
		t.Fatal(err)
	}
	s.now = func() time.Time { return time.Now().Add(48 * time.Hour) }
	if s.Unfinished(); !holds(t, sess) {
		t.Error("the buyer was forgotten")
	}
}
