export function registerCard(member, done) {
  IMP.request_pay({
    channelKey: keys.billing, pay_method: "card", customer_uid: "card_" + member.id, customer_id: member.email,
    merchant_uid: "b" + Date.now(), name: "정기결제 카드 등록", amount: 0, buyer_tel: member.tel, m_redirect_url: location.origin + "/r",
  }, done);
}
