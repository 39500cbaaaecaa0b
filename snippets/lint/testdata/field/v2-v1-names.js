PortOne.requestPayment({
  storeId: "store-4e5f6789-0a1b-2c3d-8abc-0123456789ab",
  pg: "smartro_v2",
  pay_method: "card",
  merchant_uid: "order1",
  name: "머그컵",
  amount: 15000,
  buyer_tel: "010-9876-5432",
}).then((rsp) => { if (rsp.success) location.href = "/ok"; });
