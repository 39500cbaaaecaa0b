function pay(order) {
  IMP.request_pay({
    channelKey: order.key, pay_method: "vbank", merchant_uid: order.no, name: order.name, amount: order.amount,
    buyer_tel: order.tel, m_redirect_url: location.origin + "/r",
    vbank_due: "2024-12-31",
  }, done);
}
