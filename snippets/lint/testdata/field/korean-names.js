const 주문 = { 번호: 새번호(), 이름: "머그컵", 금액: 15000, 전화: "010-9876-5432" };
function 새번호() { return "o" + Date.now(); }
function 결제하기() {
  IMP.request_pay({
    channelKey: "channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab",
    pay_method: "card",
    merchant_uid: 주문.번호,
    name: 주문.이름,
    amount: 주문.금액,
    buyer_tel: 주문.전화,
    m_redirect_url: "https://상점.kr/돌아옴",
  }, function (응답) {
    if (응답.error_code) return 알림(응답.error_msg);
    서버로(응답.imp_uid);
  });
}
document.querySelector("#결제").onclick = 결제하기;
