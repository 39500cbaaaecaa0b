type Handler<T> = (value: T) => void;
export async function pay<T extends { id: string; amount: number }>(order: T, onDone: Handler<string>): Promise<void> {
  const imp = (window as Window & { IMP?: Iamport }).IMP;
  if (!imp) throw new Error("SDK not loaded");
  imp.request_pay(
    <RequestPayParams>{ channelKey: config.key, pay_method: "card", merchant_uid: order.id, name: "상품", amount: order.amount, buyer_tel: config.tel, m_redirect_url: config.back },
    (rsp: RequestPayResponse) => (rsp.error_code ? alert(rsp.error_msg) : onDone(rsp.imp_uid!)),
  );
}
