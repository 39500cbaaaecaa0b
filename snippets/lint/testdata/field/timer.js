window.onload = function () {
  setTimeout(function () {
    IMP.request_pay({ channelKey: key, pay_method: "card", merchant_uid: id, name: n, amount: a, buyer_tel: t, m_redirect_url: u }, done);
  }, 1000);
};
