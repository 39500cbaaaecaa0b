package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

func TestSymptomFor(t *testing.T) {
	for message, want := range map[string]struct {
		id   string
		sure bool
	}{
		"[F500] 등록된 PG 설정 정보가 없습니다.":                  {"pg-config-not-found", true},
		"Not found pg [smartro] in your info.":        {"pg-config-not-found", true},
		"결제 창 호출에 실패하였습니다. 채널 정보를 조회할 수 없습니다":         {"channel-info-not-found", true},
		"스토어 정보를 조회하는데 실패하였습니다":                       {"store-info-not-found", true},
		"이미 결제가 이루어진 거래건입니다":                          {"order-id-reused", true},
		"Uncaught ReferenceError: IMP IS NOT DEFINED": {"imp-not-defined", true},
		"buyer_tel 파라미터가 없습니다":                        {"phone-missing", false},
		"Refused to frame 'https://pg.example/'":      {"csp-blocked", false},
		"국민카드는 사용할 수 없습니다":                            {"test-mode-refused", false},
		"처음 보는 문구":                                    {"", false},
		"":                                            {"", false},
	} {
		t.Run(message, func(t *testing.T) {
			s, sure, ok := wizard.SymptomFor(message)
			if s.ID != want.id || sure != want.sure || ok != (want.id != "") {
				t.Errorf("got %q %v %v, want %q %v", s.ID, sure, ok, want.id, want.sure)
			}
		})
	}
}

func TestSymptomRowsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range wizard.Symptoms() {
		if seen[s.ID] || s.ID == "" {
			t.Errorf("id %q twice or empty", s.ID)
		}
		seen[s.ID] = true
		for _, p := range []text.Pair{s.Title, s.Cause, s.Ask, s.Fix} {
			if p.Ko == "" || p.En == "" {
				t.Errorf("%s: a text is missing", s.ID)
			}
		}
		if len(s.Patterns)+len(s.Likely) == 0 || len(s.Sources) == 0 {
			t.Errorf("%s: nothing to find it by, or no source", s.ID)
		}
		if !slices.Contains([]string{"documented", "reported", "derived"}, s.Certainty) {
			t.Errorf("%s: certainty %q", s.ID, s.Certainty)
		}
		if _, ok := wizard.QuestionOf(s.Question); s.Question != "" && !ok {
			t.Errorf("%s: no question %q", s.ID, s.Question)
		}
		for _, p := range s.Patterns {
			if strings.TrimSpace(p) == "" {
				t.Errorf("%s: an empty pattern finds everything", s.ID)
			}
		}
	}
}
