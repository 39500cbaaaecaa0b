import { useCallback, useEffect, useState } from "react";
import axios from "axios";

declare global { interface Window { IMP?: any } }
type Props = { order: { no: string; name: string; amount: number }; user: { tel?: string } };

export function usePayment({ order, user }: Props) {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const script = document.createElement("script");
    script.src = "https://cdn.iamport.kr/v1/iamport.js";
    script.async = true;
    script.onload = () => window.IMP?.init(process.env.REACT_APP_IMP_CODE as string);
    document.head.appendChild(script);
    return () => { document.head.removeChild(script); };
  }, []);

  const pay = useCallback(async () => {
    setBusy(true);
    const rsp = await new Promise<any>((resolve) =>
      window.IMP!.request_pay(
        {
          channelKey: process.env.REACT_APP_CHANNEL_KEY!,
          pay_method: "card",
          merchant_uid: `ORD${Date.now()}`,
          name: order.name,
          amount: order.amount,
          buyer_tel: user?.tel,
          m_redirect_url: `${window.location.origin}/pay/return`,
        },
        resolve,
      ),
    );
    setBusy(false);
    if (rsp.error_code != null) throw new Error(rsp.error_msg);
    return axios.post("/api/payments", { imp_uid: rsp.imp_uid });
  }, [order, user]);
  return { busy, pay };
}
