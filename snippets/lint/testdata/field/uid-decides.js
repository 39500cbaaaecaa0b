function pay(order) {
  IMP.request_pay(order, function (rsp) {
    if (rsp.imp_uid) {
      fetch("/complete", { method: "POST", body: JSON.stringify({ imp_uid: rsp.imp_uid }) });
    }
  });
}
