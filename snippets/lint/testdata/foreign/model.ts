export interface Payment { imp_uid: string; merchant_uid: string; amount: number }
export const row = (p: Payment) => ({ imp_uid: p.imp_uid, merchant_uid: p.merchant_uid, amount: p.amount });
