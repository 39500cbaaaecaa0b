package wizard_test

import (
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

// TestMatches: what people type and paste, and the symptom that it is about.
func TestMatches(t *testing.T) {
	for words, want := range map[string]struct {
		id  string
		how wizard.How
	}{
		"등록된 PG 설정 정보가 없습니다":     {"pg-config-not-found", wizard.ByText},
		"PG 설정 정보가 등록되어 있지 않습니다": {"pg-config-not-found", wizard.BySimilar},
		"등록됀 PG설정 정보가 업습니다":      {"pg-config-not-found", wizard.BySimilar},
		"[2026-11-21 10:02] imp31415926 결제창 호출에 실패하였습니다. 채널 정보를 조회할수 없습니다 (주문 order_1)": {"channel-info-not-found", wizard.BySimilar},
		"결제 창 호출에 실패하였습니다":                                                                           {"channel-info-not-found", wizard.ByText},
		"Not found PG [smartro] in your info":                                                        {"pg-config-not-found", wizard.ByText},
		"Uncaught ReferenceError: IMP is not defined at pay.js:12":                                   {"imp-not-defined", wizard.ByText},
		"imp is not definde":                                                                         {"imp-not-defined", wizard.BySimilar},
		"스토어 정보를 조회하는데 실패":                                                                           {"store-info-not-found", wizard.ByText},
		"이미 결제가 이루어진 거래건입니다":                                                                         {"order-id-reused", wizard.ByText},
		"존재하지 않는 결제정보입니다.":                                                                           {"v1-lookup-404-test-payment", wizard.ByText},
		"$ is not defined":                                                                           {"jquery-missing", wizard.ByHint},
		"모바일에서 결제했는데 콜백이 안 와요":                                                                       {"mobile-result-lost", wizard.ByHint},
		"결제는 됐는데 에러 내용: undefined 가 떠요":                                                              {"success-flag-missing", wizard.ByHint},
		"javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure":               {"old-java-tls", wizard.ByHint},
		"Access to fetch at 'https://api.iamport.kr/users/getToken' has been blocked by CORS policy": {"secret-or-cors", wizard.ByHint},
		"테스트 결제가 결제내역에 없어요":                                                                          {"test-payment-not-in-console", wizard.ByHint},
		"상품명 한글이 깨져요 euc-kr":                                                                         {"garbled-korean-euc-kr", wizard.ByHint},
		"가상계좌 입금기한 오류":                                                                               {"vbank-due", wizard.ByHint},
		"net::ERR_UNKNOWN_URL_SCHEME":                                                                {"webview-app-scheme", wizard.ByText},
		"웹훅이 안 와요":                                                                                   {"webhook-not-arriving", wizard.ByHint},
		"기 취소 거래":                                                                                    {"test-cancel-already-cancelled", wizard.ByText},
		"처음 보는 문구":                                                                                   {"", ""},
		"hello":                                                                                      {"", ""},
		"":                                                                                           {"", ""},
		"감사합니다":                                                                                      {"", ""},
	} {
		t.Run(words, func(t *testing.T) {
			all := wizard.Matches(words)
			switch {
			case want.id == "" && len(all) > 0:
				t.Errorf("got %s %s %d, want none", all[0].Symptom.ID, all[0].How, all[0].Score)
			case want.id == "":
			case len(all) == 0:
				t.Errorf("got none, want %s", want.id)
			case all[0].Symptom.ID != want.id || all[0].How != want.how:
				t.Errorf("got %s %s %d, want %s %s", all[0].Symptom.ID, all[0].How, all[0].Score, want.id, want.how)
			}
		})
	}
}

// TestEverySymptomIsFoundByItsOwnWords: its title, and its texts with slips.
func TestEverySymptomIsFoundByItsOwnWords(t *testing.T) {
	for _, s := range wizard.Symptoms() {
		for _, p := range s.Patterns {
			for _, words := range []string{p, strings.ToUpper(p), "12:01 " + p + " order_20261121", strings.ReplaceAll(p, " ", "")} {
				all := wizard.Matches(words)
				if len(all) == 0 || all[0].Symptom.ID != s.ID {
					t.Errorf("%q does not find %s: %v", words, s.ID, ids(all))
				}
			}
		}
		for _, l := range s.Likely {
			found := false
			for _, m := range wizard.Matches(l + " " + s.Title.Ko) {
				found = found || m.Symptom.ID == s.ID
			}
			if !found {
				t.Errorf("%q with its title does not find %s", l, s.ID)
			}
		}
	}
}

func ids(all []wizard.Match) []string {
	var out []string
	for _, m := range all {
		out = append(out, m.Symptom.ID)
	}
	return out
}

func TestLongWordsTakeNoTime(t *testing.T) {
	if len(wizard.Matches(strings.Repeat("가나다 결제 오류 ", 1<<20))) > 60 {
		t.Error("more matches than symptoms")
	}
}

func BenchmarkMatches(b *testing.B) {
	for b.Loop() {
		wizard.Matches("[2026-11-21] imp31415926 결제창 호출에 실패하였습니다. 채널 정보를 조회할 수 없습니다")
	}
}
