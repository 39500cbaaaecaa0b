export const CODE = `IMP.request_pay({ merchant_uid: 'order_1', amount: '1' })`;
