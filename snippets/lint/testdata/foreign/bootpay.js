BootPay.request({ price: '1000', name: '물건', order_id: 'o_1', pg: 'inicis', method: 'card' });
