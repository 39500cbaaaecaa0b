const base = { channelKey: import.meta.env.VITE_KEY, pay_method: "card", m_redirect_url: `${location.origin}/r` } as const;
export const pay = (order: Order) => window.IMP.request_pay({ ...base, ...toParams(order) }, onPaid);
const toParams = (o: Order) => ({ merchant_uid: o.id, name: o.title.slice(0, 20), amount: Math.round(o.total), buyer_tel: o.tel });
function onPaid(rsp: Response) {
  if (rsp.error_code) return dispatch(failed(rsp.error_msg));
  dispatch(complete({ impUid: rsp.imp_uid }));
}
