import { loadScript } from "./load.mjs";
let ready;
const sdk = () => (ready ??= loadScript("https://cdn.iamport.kr/v1/iamport.js").then(() => { window.IMP.init("imp31415926"); return window.IMP; }));
export const openWindow = async (order) => {
  const IMP = await sdk();
  return new Promise((done) => IMP.request_pay({ channelKey: order.key, pay_method: "card", merchant_uid: order.no, name: order.name, amount: order.amount, buyer_tel: order.tel, m_redirect_url: `${origin}/return` }, done));
};
