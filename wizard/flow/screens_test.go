package flow_test

import (
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
)

// shown are the questions of each screen.
func shown(d flow.Draft) string {
	var screens []string
	for _, screen := range d.Screens() {
		var ids []string
		for _, q := range screen {
			ids = append(ids, q.ID)
		}
		screens = append(screens, strings.Join(ids, "+"))
	}
	return strings.Join(screens, " ")
}

func TestACardTakesADozenScreens(t *testing.T) {
	have := flow.Guided().With("channel_ready", typed("have"))
	for _, c := range []struct {
		name  string
		draft flow.Draft
		want  string
	}{
		{"a channel that is there", have, "mode module type channel_ready sdk+page_state user_code+channel_key pay_method " +
			"order_id_source+order_name+amount buyer_tel+buyer_name+buyer_email m_redirect_url extras front_target+server_target+file_encoding+comments"},
		{"what follows from an answer joins the form", have.With("order_id_source", typed("browser")), "mode module type channel_ready sdk+page_state user_code+channel_key pay_method " +
			"order_id_source+order_id_prefix+order_name+amount buyer_tel+buyer_name+buyer_email m_redirect_url extras front_target+server_target+file_encoding+comments"},
		{"a quick start asks one at a time", flow.Quick(), "user_code channel_key buyer_tel"},
	} {
		if got := shown(c.draft); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	if n := len(have.Screens()); n > 12 {
		t.Errorf("a card takes %d screens", n)
	}
}

// Whatever is chosen, the screens hold each question of the walk once, in its
// order, and a screen stays within its stage.
func TestScreensAreTheWalkCutIntoForms(t *testing.T) {
	for _, d := range channels() {
		var ids []string
		for _, screen := range d.Screens() {
			for _, q := range screen {
				ids = append(ids, q.ID)
				if q.Stage != screen[0].Stage || len(screen) > 1 && q.Screen != screen[0].Screen {
					t.Errorf("%s stands beside %s", q.ID, screen[0].ID)
				}
			}
		}
		var walk []string
		for _, q := range d.Questions() {
			walk = append(walk, q.ID)
		}
		if got, want := strings.Join(ids, " "), strings.Join(walk, " "); got != want {
			t.Fatalf("screens hold\n%s\nthe walk has\n%s", got, want)
		}
	}
}

func TestEveryQuestionOfTheWalkHasAName(t *testing.T) {
	for _, q := range wizard.Questions() {
		if inWalk(q) && (q.Name.Ko == "" || q.Name.En == "") {
			t.Errorf("%s has no short name", q.ID)
		}
	}
}
