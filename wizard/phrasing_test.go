package wizard_test

import (
	"testing"

	"smartro-wizard/wizard"
)

// phrasings are what people write to a support desk: error texts with slips,
// with their own values in them, in part or out of order, and what they say
// instead of one. The symptom is the one that has to come first, "" for none.
var phrasings = []struct{ words, want string }{
	// A text of PortOne's, as it was copied, typed or remembered.
	{"[F500]등록된 PG 설정 정보가 없습니다. 라고 떠요", "pg-config-not-found"},
	{"등록된PG설정정보가없습니다", "pg-config-not-found"},
	{"pg설정 정보가 등록된게 없다고 나오는데요", "pg-config-not-found"},
	{"등록 된 피지 설정 정보가 없읍니다 PG 설정정보", "pg-config-not-found"},
	{"Error: Not found PG [smartro_v2.t_2302141m] in your info.", "pg-config-not-found"},
	{"there is not any PG in your info", "pg-config-not-found"},
	{"결제창 호출에 실패했습니다 채널정보를 조회할수없습니다", "channel-info-not-found"},
	{"채널 정보 조회가 안된다고 합니다. 채널 정보를 조회할 수 없습니다(channel-key-1234)", "channel-info-not-found"},
	{"결제 창 호출에 실패하였습니다. [F500]", "channel-info-not-found"},
	{"스토어정보를 조회 하는데 실패 하였습니다 userCode=imp12341234", "store-info-not-found"},
	{"가맹점 식별코드가 잘못됐다고 나옵니다", "store-info-not-found"},
	{"이미결제가 이루어진 거래건 입니다.", "order-id-reused"},
	{"[F1002] ORD-20261121-001 은 이미 승인된 주문번호", "order-id-reused"},
	{"같은 주문번호로 두번 결제하니까 이미 결제가 이뤄진 거래건이라고", "order-id-reused"},
	{"중복된 주문번호 입니다", "order-id-reused"},
	{"존재하지않는 결제정보입니다 404", "v1-lookup-404-test-payment"},
	{"imp_123412341234 조회하면 존재하지 않는 결제정보", "v1-lookup-404-test-payment"},
	{"PAYMENT_NOT_FOUND 에러 txId로 조회했어요", "v2-lookup-with-txid"},
	{"{\"type\":\"PAYMENT_NOT_FOUND\",\"message\":\"\"}", "v2-lookup-with-txid"},
	{"payMethod는 필수 파라미터 입니다", "v1-v2-mixed"},
	{"기취소거래 라고 나오면서 취소가 안돼요", "test-cancel-already-cancelled"},
	{"이미 취소된 거래라는데요 테스트 결제", "test-cancel-already-cancelled"},
	// A browser's or a server's words.
	{"Uncaught ReferenceError: IMP is not defined", "imp-not-defined"},
	{"Uncaught TypeError: Cannot read properties of undefined (reading 'request_pay')", "imp-not-defined"},
	{"TypeError: Cannot read property 'init' of undefined", "imp-not-defined"},
	{"PortOne is not defined at pay (order.js:33:5)", "imp-not-defined"},
	{"IMP가 정의되지 않았다고 나와요 IMP is not define", "imp-not-defined"},
	{"$ is not defined iamport.payment-1.2.0.js:1", "jquery-missing"},
	{"jQuery is not definded", "jquery-missing"},
	{"Refused to load the script 'https://cdn.iamport.kr/v1/iamport.js' because it violates the following Content Security Policy directive", "csp-blocked"},
	{"Refused to frame 'https://pay.smartropay.co.kr/' because it violates CSP", "csp-blocked"},
	{"Access to XMLHttpRequest at 'https://api.iamport.kr/users/getToken' from origin 'http://localhost:3000' has been blocked by CORS policy", "secret-or-cors"},
	{"토큰 발급 받을때 cors 에러나요", "secret-or-cors"},
	{"net::ERR_UNKNOWN_URL_SCHEME intent://pay", "webview-app-scheme"},
	{"앱 웹뷰에서 카드사 앱이 안열려요", "webview-app-scheme"},
	{"javax.net.ssl.SSLHandshakeException: Remote host closed connection during handshake", "old-java-tls"},
	{"Received fatal alert: protocol_version api.iamport.kr", "old-java-tls"},
	{"about:blank 흰 화면만 나와요 모바일 결제 후", "redirect-url-malformed"},
	{"Cannot GET /payments/redirect 결제하고 나서", "redirect-url-malformed"},
	{"ERR_CONNECTION_REFUSED 휴대폰에서 결제 완료하면", "redirect-url-malformed"},
	// What customers say.
	{"결제는 성공했는데 실패 페이지로 가요 에러내용 : undefined", "success-flag-missing"},
	{"rsp.success 가 undefined 에요", "success-flag-missing"},
	{"SDK 바꾸고 나서 결제 성공해도 실패 분기로 빠집니다", "success-flag-missing"},
	{"모바일에서 결제하면 콜백이 안옴", "mobile-result-lost"},
	{"핸드폰으로 결제하면 주문이 없어요 pc는 됨", "mobile-result-lost"},
	{"결제창이 안떠요", "window-blocked"},
	{"버튼 눌러도 결제창이 뜨지를 않습니다. 팝업차단", "window-blocked"},
	{"결제창 닫았는데 주문완료 됨", "cancel-treated-as-paid"},
	{"전화번호 없는 회원은 결제가 안됩니다 buyer_tel", "phone-missing"},
	{"amount가 문자열이면 안되나요 amount type error", "amount-type"},
	{"주문번호에 특수문자(-) 넣으니까 안됩니다", "order-id-special-char"},
	{"order id special character not allowed merchant_uid hyphen", "order-id-special-char"},
	{"주문번호가 뒤에 잘려서 저장되네요 40자", "order-id-truncated"},
	{"테스트로 결제했는데 진짜 돈이 출금됐어요", "test-mode-real-charge"},
	{"테스트인데 실제로 결제되고 다음 날까지 자동취소 안됨", "live-key-in-test"},
	{"국민카드만 결제가 안돼요 테스트", "test-mode-refused"},
	{"카카오뱅크 카드 테스트 결제 실패", "test-mode-refused"},
	{"콘솔 결제내역에 테스트 결제가 안보여요", "test-payment-not-in-console"},
	{"결제예정 상태로 계속 남아있어요", "ready-stays"},
	{"status가 ready 에서 안바뀜", "ready-stays"},
	{"웹훅이 안들어와요", "webhook-not-arriving"},
	{"webhook not received at our server", "webhook-not-arriving"},
	{"웹훅이랑 콜백이 둘다 와서 주문이 두번 처리됐어요", "webhook-and-callback-twice"},
	{"실연동 전환했는데 모든 카드가 거절됩니다", "live-refused-before-review"},
	{"카드사 심사중이면 결제 안되나요 거래정지 가맹점", "live-refused-before-review"},
	{"가상계좌 입금기한 설정 에러 vbank_due", "vbank-due"},
	{"휴대폰 소액결제 창에서 에러가 나요 digital", "phone-pay-product-type"},
	{"빌링키 발급이 안됩니다 customer_id", "billing-identity"},
	{"정기결제할때 매번 본인인증 하라고 나와요", "billing-identity"},
	{"구모듈에서 정기결제 되나요", "billing-not-offered"},
	{"부분취소가 안돼요 취소 비밀번호 오류", "cancel-refused"},
	{"스마트로 관리자(스마일비즈)에서 취소했는데 포트원은 그대로 결제완료", "cancelled-at-pg-not-synced"},
	{"가상계좌 환불했는데 돈이 안들어와요", "vbank-refund-later"},
	{"상품명 한글이 깨져서 나옵니다", "garbled-korean-euc-kr"},
	{"상품명에 작은따옴표(') 넣으면 빈 화면", "order-name-quote"},
	{"금액 위변조 어떻게 막나요", "no-server-verification"},
	{"사전등록 금액과 다르다고 나와요", "prepare-mismatch"},
	{"이니시스 결제도 success가 안와요 SDK 교체 후", "other-pg-callback-changed"},
	{"paymentId가 리디렉션 쿼리에 없어요 payment_id", "v2-redirect-param-name"},
	{"storeId를 IMP.init에 넣었는데요", "v1-v2-mixed"},
	{"다른 PG 결제창이 떠요 이니시스 창", "no-pg-given"},
	{"뒤로가기 하면 결제창 iframe이 안닫혀요 리액트", "spa-overlay-or-unmount"},
	{"구버전 SDK iamport.payment-1.1.8.js 쓰는데 신모듈이 안열려요", "legacy-sdk"},
	// The same in English, from developers abroad and from machines.
	{"The payment window does not open when the button is clicked, popup blocked", "window-blocked"},
	{"payment succeeded but our page shows failure, response.success is undefined", "success-flag-missing"},
	{"callback never fires on mobile after paying", "mobile-result-lost"},
	{"test payment was really charged to my card", "test-mode-real-charge"},
	{"the order id was already paid F1002", "order-id-reused"},
	{"cannot find the merchant code imp00000000", "store-info-not-found"},
	{"TypeError: Cannot read properties of undefined (reading 'requestPayment')", "imp-not-defined"},
	{"billing key issue fails, asks identity verification every time", "billing-identity"},
	{"webhook and callback both arrive and order is processed twice", "webhook-and-callback-twice"},
	{"amount mismatch between server and payment, tampered price", "no-server-verification"},
	// V2's codes.
	{"{\"type\":\"UNAUTHORIZED\",\"message\":\"\"}", "v2-api-unauthorized"},
	{"V2 API 호출하면 401 UNAUTHORIZED 나옵니다", "v2-api-unauthorized"},
	{"code: ChannelNotFound 채널을 찾을 수 없습니다", "channel-info-not-found"},
	{"ALREADY_PAID 409 paymentId order20261121", "order-id-reused"},
	{"RequestParseFailed totalAmount", "v2-request-refused"},
	{"INVALID_REQUEST 오류가 나요", "v2-request-refused"},
	{"BILLING_KEY_NOT_FOUND 정기결제 청구할 때", "v2-billing-key-not-found"},
	{"PAYMENT_SCHEDULE_ALREADY_EXISTS 예약 결제", "v2-schedule-exists"},
	{"PG_PROVIDER pgCode 3011 pgMessage 카드번호 오류", "v2-pg-refused"},
	{"AmountNotEqualToPredefined 라고 나옵니다", "prepare-mismatch"},
	{"StoreNotFound storeId", "store-info-not-found"},
	{"FAILURE_TYPE_PG 사용자가 결제를 취소하였습니다", "cancel-treated-as-paid"},
	// Nothing of ours.
	{"안녕하세요 문의드립니다", ""},
	{"배송은 언제 되나요", ""},
	{"npm ERR! code ERESOLVE", ""},
	{"비밀번호를 잊어버렸어요", ""},
	{"Segmentation fault (core dumped)", ""},
}

// TestPhrasings: the best match of each is the one that a colleague would name.
func TestPhrasings(t *testing.T) {
	right := 0
	for _, p := range phrasings {
		all := wizard.Matches(p.words)
		got := ""
		if len(all) > 0 {
			got = all[0].Symptom.ID
		}
		if got != p.want {
			t.Errorf("%q gives %v, want %q first", p.words, ids(all[:min(len(all), 3)]), p.want)
			continue
		}
		right++
	}
	t.Logf("%d of %d phrasings have their symptom first", right, len(phrasings))
}
