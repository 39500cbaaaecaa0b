async function pay(order) {
  await loadIamport();
  const rsp = await requestPay(order);
  if (rsp.error_code) {
    return fail(rsp);
  }
  await confirm({ imp_uid: rsp.imp_uid, merchant_uid: rsp.merchant_uid });
}
function requestPay(order) {
  return new Promise((resolve) => {
    window.IMP.request_pay({ ...order, channelKey: CHANNEL, pay_method: "card", m_redirect_url: `${location.origin}/back` }, resolve);
  });
}
function fail(rsp) { alert(rsp.error_msg); }
