<script src="https://tpay.smilepay.co.kr/asset/js/SmartroPAY-1.0.min.js"></script>
<script>
smartropay.init({ mode: 'STG' });
smartropay.payment({ FormId: 'tranMgr', Callback: function (r) { r.request_pay; } });
</script>
