const re = /IMP\.request_pay\(/g;
export const find = (s) => s.match(re);
