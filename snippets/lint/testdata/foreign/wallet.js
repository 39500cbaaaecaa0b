import Wallet from 'wallet-sdk';
const wallet = new Wallet({ node: 'https://node' });
wallet.init('imp-node');
wallet.request_pay({ amount: 10, to: 'abc', memo: 'x' }, (rsp) => { if (rsp.success) alert(rsp.tx); });
