<%@ page contentType="text/html;charset=UTF-8" %>
<html><head><script src="https://cdn.portone.io/v2/browser-sdk.js"></script></head>
<body><button type="button" id="btn">결제</button>
<script>
$("#btn").click(function () {
  PortOne.requestPayment({
    storeId: "${storeId}",
    channelKey: "${channelKey}",
    paymentId: "${order.paymentId}",
    orderName: "${fn:escapeXml(order.name)}",
    totalAmount: "${order.amount}",
    currency: "KRW",
    payMethod: "VIRTUAL_ACCOUNT",
    virtualAccount: { accountExpiry: { validHours: 24 } },
    customer: { phoneNumber: "${user.tel}" },
    redirectUrl: "${pageContext.request.contextPath}/pay/return",
  }).then(function (res) {
    if (res.code) { alert(res.message); return; }
    location.href = "/pay/complete.do?paymentId=" + res.paymentId;
  });
});
</script></body></html>
