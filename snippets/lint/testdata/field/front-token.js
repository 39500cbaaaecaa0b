import axios from "axios";
export async function cancel(impUid) {
  const { data } = await axios({ url: "https://api.iamport.kr/users/getToken", method: "post", data: { imp_key: "7234567890123456", imp_secret: import.meta.env.VITE_IMP_SECRET } });
  document.querySelector("#state").textContent = "취소 중";
  await axios.post("https://api.iamport.kr/payments/cancel", { imp_uid: impUid, reason: "고객 요청" }, { headers: { Authorization: data.response.access_token } });
}
