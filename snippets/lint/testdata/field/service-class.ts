import type { RequestPayParams, RequestPayResponse } from "./iamport";

export class PaymentService {
  private readonly imp = (window as unknown as { IMP: Iamport }).IMP;
  constructor(private readonly http: HttpClient, private readonly config: { code: string; channelKey: string }) {
    this.imp.init(this.config.code);
  }
  async pay(order: Order): Promise<void> {
    const params: RequestPayParams = {
      channelKey: this.config.channelKey,
      pay_method: "card" as const,
      merchant_uid: order.id,
      name: order.title,
      amount: order.amount satisfies number,
      buyer_tel: order.buyer.tel!,
      m_redirect_url: `${location.origin}/payments/mobile`,
    };
    const rsp = await this.open(params);
    if (rsp.error_code) {
      throw new PaymentError(rsp.error_code, rsp.error_msg);
    }
    await this.http.post("/payments/complete", { impUid: rsp.imp_uid });
  }
  private open(params: RequestPayParams): Promise<RequestPayResponse> {
    return new Promise((resolve) => this.imp.request_pay(params, resolve));
  }
}
