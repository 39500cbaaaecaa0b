<%@ page %>
<script>
innopay.init('x');
innopay.goPay({ PayMethod: 'CARD', MID: 'testpay01m', Amt: '${amt}', Moid: 'order_${id}' });
</script>
