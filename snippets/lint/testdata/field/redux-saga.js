import { call, put, takeLatest } from "redux-saga/effects";
function* requestPay({ payload }) {
  const rsp = yield call((params) => new Promise((r) => window.IMP.request_pay(params, r)), { channelKey: payload.key, pay_method: "card", merchant_uid: payload.no, name: payload.name, amount: payload.amount, buyer_tel: payload.tel, m_redirect_url: payload.back });
  if (rsp.error_code) yield put({ type: "PAY_FAILED", error: rsp.error_msg });
  else yield put({ type: "PAY_DONE", imp_uid: rsp.imp_uid });
}
export default function* () { yield takeLatest("PAY", requestPay); }
