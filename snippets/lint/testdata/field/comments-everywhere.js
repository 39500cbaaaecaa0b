/* 결제 모듈 v2
 * IMP.request_pay({ pg: "html5_inicis" }) 예전 방식
 */
// IMP.init("imp00000000"); // 테스트
export function pay(order /* 주문 */, done) {
  IMP.request_pay(/* params */ {
    // pg: "smartro_v2.t_2302141m",
    channelKey: order.key, // 콘솔의 채널키
    pay_method: /* card | vbank */ "card",
    merchant_uid: order.no /* 영문과 숫자 */,
    name: order.name, amount: order.amount, // 숫자
    /* buyer_email: "test@test.com", */
    buyer_tel: order.tel,
    m_redirect_url: order.returnUrl, // https
  }, /* 콜백 */ done);
}
