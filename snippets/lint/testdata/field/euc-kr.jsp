<%@ page language="java" contentType="text/html; charset=EUC-KR" pageEncoding="EUC-KR"%>
<%@ taglib uri="http://java.sun.com/jsp/jstl/core" prefix="c"%>
<%
  String orderNo = (String) request.getAttribute("orderNo");
  int amount = (Integer) request.getAttribute("amount");
%>
<!DOCTYPE html>
<html>
<head>
<script type="text/javascript" src="https://cdn.iamport.kr/v1/iamport.js"></script>
</head>
<body>
<c:choose><c:when test="${empty sessionScope.user}"><a href="/login">로그인</a></c:when>
<c:otherwise><button onclick="requestPay()">결제</button></c:otherwise></c:choose>
<script>
var IMP = window.IMP;
IMP.init("imp31415926");
function requestPay() {
  <c:if test="${order.ready}">
  IMP.request_pay({
    channelKey : "<%= config.getChannelKey() %>",
    pay_method : "카드",
    merchant_uid : "<%= orderNo %>",
    name : "<c:out value='${order.name}'/>",
    amount : <%= amount %>,
    buyer_tel : "${user.tel}",
    m_redirect_url : "${pageContext.request.scheme}://${header.host}/pay/return.do"
  }, function(rsp) {
    if (rsp.error_code) { alert(rsp.error_msg); return; }
    document.payForm.imp_uid.value = rsp.imp_uid;
    document.payForm.submit();
  });
  </c:if>
}
</script>
</body>
</html>
