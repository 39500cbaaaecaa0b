import PortOne from "@portone/browser-sdk/v2";

export function CardForm({ member }: { member: { id: string; name: string; tel: string; email: string } }) {
  const register = async () => {
    const issued = await PortOne.requestIssueBillingKey({
      storeId: import.meta.env.VITE_STORE_ID,
      channelKey: import.meta.env.VITE_BILLING_CHANNEL,
      billingKeyMethod: "CARD",
      issueId: "is" + Date.now(),
      issueName: "카드 등록",
      customer: { customerId: member.id, fullName: member.name, phoneNumber: member.tel, email: member.email },
      redirectUrl: window.location.origin + "/billing/return",
    });
    if (issued?.code) {
      alert(issued.message);
      return;
    }
    await fetch("/api/billing", { method: "POST", body: JSON.stringify({ billingKey: issued.billingKey }) });
  };
  return <button onClick={() => register()}>카드 등록</button>;
}
