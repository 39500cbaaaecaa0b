const express = require("express");
const axios = require("axios");
const app = express();
app.use(express.json());

async function token() {
  const { data } = await axios.post("https://api.iamport.kr/users/getToken", { imp_key: process.env.IMP_KEY, imp_secret: process.env.IMP_SECRET });
  return data.response.access_token;
}
app.post("/payments/complete", async (req, res) => {
  const { imp_uid, merchant_uid } = req.body;
  const { data } = await axios.get(`https://api.iamport.kr/payments/${imp_uid}`, {
    headers: { Authorization: `Bearer ${await token()}` },
    params: { include_sandbox: true },
  });
  const paid = data.response;
  const order = await orders.find(merchant_uid);
  if (paid.status === "paid" && paid.amount === order.amount) return res.json({ status: "success" });
  res.status(400).json({ status: "forgery" });
});
app.post("/payments/cancel", async (req, res) => {
  const { data } = await axios.post("https://api.iamport.kr/payments/cancel", { imp_uid: req.body.imp_uid, reason: req.body.reason, amount: req.body.amount, checksum: req.body.checksum },
    { headers: { Authorization: `Bearer ${await token()}` } });
  if (data.code !== 0) return res.status(400).json(data);
  res.json(data.response);
});
