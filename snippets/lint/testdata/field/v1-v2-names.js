IMP.request_pay({
  storeId: "store-4e5f6789-0a1b-2c3d-8abc-0123456789ab",
  channelKey: "channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab",
  paymentId: "order1",
  orderName: "머그컵",
  totalAmount: 15000,
  payMethod: "CARD",
  customer: { phoneNumber: "010-9876-5432" },
  redirectUrl: "https://shop.kr/r",
}, function (rsp) { if (rsp.error_code) return; send(rsp.imp_uid); });
