export default function Payments({ rows }: { rows: { merchant_uid: string; pay_method: string; amount: number }[] }) {
  return <ul>{rows.map((r) => <li key={r.merchant_uid}>{r.pay_method} {r.amount}</li>)}</ul>;
}
