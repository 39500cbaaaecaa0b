Kakao.init('c089c8172def97eb00c07217cae17495');
Kakao.Payment.request_pay({ cid: 'TC0ONETIME', amount: '100' });
