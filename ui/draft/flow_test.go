package draft

import (
	"reflect"
	"testing"

	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
)

// The draft itself comes back: place, answers, and what was typed without being passed.
func TestTheWizardsStateComesBackAsItWas(t *testing.T) {
	s := store(t)
	d := flow.Quick().With("user_code", flow.Entry{Text: "imp10000001"})
	d, ok := d.Next()
	if !ok {
		t.Fatal("the merchant code does not pass")
	}
	d = d.With("channel_key", flow.Entry{Text: "channel-key-0000 반쯤"})
	sess := begin(t, s)
	if err := sess.Save(d); err != nil {
		t.Fatal(err)
	}
	if err := sess.Close(); err != nil {
		t.Fatal(err)
	}
	list := s.Unfinished()
	if len(list) != 1 || list[0].Module != d.Answers().Module {
		t.Fatalf("offered %+v", list)
	}
	again, back, err := s.Resume(list[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if back.Place() != d.Place() || !back.Confirmed("user_code") || !reflect.DeepEqual(back.Entry("channel_key"), d.Entry("channel_key")) {
		t.Errorf("back at %s with %+v", back.Place(), back.Entry("channel_key"))
	}
	if got, want := string(answers.JSON(back.Answers())), string(answers.JSON(d.Answers())); got != want {
		t.Errorf("answers are\n%s\nwant\n%s", got, want)
	}
	if err := again.Save(back); err != nil {
		t.Errorf("going on: %v", err)
	}
}

func TestAStateThatFlowCannotReadIsSetAside(t *testing.T) {
	s := store(t)
	sess := begin(t, s)
	save(t, sess, `["no draft"]`)
	sess.Close()
	if _, _, err := s.Resume(sess.id); why(err) != WhyDamaged || s.SetAside() != 1 {
		t.Errorf("got %v, set aside %d", err, s.SetAside())
	}
	var none *Session
	if err := none.Save(flow.Quick()); err != nil {
		t.Errorf("a nil session: %v", err)
	}
}
