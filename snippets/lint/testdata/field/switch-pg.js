const PG = { card: "smartro_v2", kakao: "kakaopay", toss: "tosspay" };
export function pay(method, order, done) {
  IMP.request_pay({ pg: PG[method], pay_method: "card", merchant_uid: order.no, name: order.name, amount: order.amount, buyer_tel: order.tel, m_redirect_url: order.back }, done);
}
