const requestPay = (params) =>
  new Promise((resolve, reject) => {
    const { IMP } = window;
    IMP.request_pay(params, (rsp) => {
      if (rsp.error_code) reject(new Error(rsp.error_msg));
      else resolve(rsp);
    });
  });

export async function checkout(cart) {
  const order = await api.post("/orders", cart);
  try {
    const { imp_uid } = await requestPay({
      channelKey: order.channelKey,
      pay_method: order.method,
      merchant_uid: order.number,
      name: order.name,
      amount: order.amount,
      buyer_tel: order.tel,
      m_redirect_url: `https://shop.kr/orders/${order.number}/return`,
    });
    return await api.post("/payments", { imp_uid });
  } catch (e) {
    toast(e.message);
  }
}
