// IMP.request_pay({ amount: '100' }) was here once
/* IMP.init('x') */
const help = "call IMP.request_pay({ amount: '100' }) yourself";
console.log(help);
