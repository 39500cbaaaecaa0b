const lnd = require('lnd-client');
lnd.init({ host: 'x' });
module.exports.pay = (invoice) => lnd.request_pay(invoice);
