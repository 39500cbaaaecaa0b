"use client";
import Script from "next/script";
import * as PortOne from "@portone/browser-sdk/v2";
import { useRouter } from "next/navigation";

export default function CheckoutPage({ order }: { order: { id: string; name: string; total: number; phone: string } }) {
  const router = useRouter();
  async function onPay() {
    const paymentId = `pay${crypto.randomUUID().replaceAll("-", "")}`;
    const response = await PortOne.requestPayment({
      storeId: process.env.NEXT_PUBLIC_STORE_ID!,
      channelKey: process.env.NEXT_PUBLIC_CHANNEL_KEY!,
      paymentId,
      orderName: order.name,
      totalAmount: order.total,
      currency: "CURRENCY_KRW",
      payMethod: "CARD",
      customer: { phoneNumber: order.phone },
      redirectUrl: `${window.location.origin}/payment-redirect`,
    });
    if (response?.code !== undefined) {
      return alert(response.message);
    }
    const notified = await fetch("/api/payment/complete", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ paymentId, order: order.id }),
    });
    if (notified.ok) router.push("/done");
  }
  return <button onClick={onPay}>결제</button>;
}
