<?php
session_start();
require_once 'config.php';
$order = get_order($_SESSION['order_id']);
?>
<!DOCTYPE html>
<html><head><script src="https://cdn.iamport.kr/v1/iamport.js"></script></head>
<body>
<button id="pay">결제</button>
<script>
IMP.init("<?= IMP_CODE ?>");
document.getElementById("pay").addEventListener("click", function () {
  IMP.request_pay({
    channelKey: "<?= CHANNEL_KEY ?>",
    pay_method: "<?php echo $order['method']; ?>",
    merchant_uid: "<?= $order['no'] ?>",
    name: <?= json_encode($order['name']) ?>,
    amount: <?= (int)$order['amount'] ?>,
    buyer_tel: "<?= htmlspecialchars($order['tel']) ?>",
    m_redirect_url: "https://<?= $_SERVER['HTTP_HOST'] ?>/return.php"
  }, function (rsp) {
    if (rsp.error_code) { alert(rsp.error_msg); } else { location.replace("/complete.php?imp_uid=" + rsp.imp_uid); }
  });
});
</script>
</body></html>
