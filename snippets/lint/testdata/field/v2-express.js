import express from "express";
import * as PortOne from "@portone/server-sdk";
const app = express();
const portone = PortOne.PortOneClient({ secret: process.env.PORTONE_API_SECRET });
app.post("/api/payment/complete", async (req, res) => {
  const { paymentId } = req.body;
  const payment = await portone.payment.getPayment({ paymentId });
  const order = await orders.byPayment(paymentId);
  if (payment.status !== "PAID") return res.status(400).json({ status: payment.status });
  if (payment.amount.total !== order.amount || payment.currency !== "KRW") return res.status(400).end();
  await order.complete();
  res.json({ status: "PAID" });
});
app.post("/api/payment/webhook", express.text({ type: "application/json" }), async (req, res) => {
  try {
    const webhook = await PortOne.Webhook.verify(process.env.WEBHOOK_SECRET, req.body, req.headers);
    if ("data" in webhook && "paymentId" in webhook.data) await sync(webhook.data.paymentId);
  } catch (e) {
    if (e instanceof PortOne.Webhook.WebhookVerificationError) return res.status(400).end();
    throw e;
  }
  res.status(200).end();
});
