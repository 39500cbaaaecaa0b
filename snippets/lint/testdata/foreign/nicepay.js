AUTHNICE.requestPay({ clientId: 'x', method: 'card', orderId: 'o_1', amount: 100, goodsName: 'x', returnUrl: '/x' });
