const toss = TossPayments('test_ck_x');
toss.requestPayment('카드', { amount: 100, orderId: 'order_1', orderName: '토스' });
