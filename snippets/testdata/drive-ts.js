// A page that uses the ts module as its first comment says.
{
  const button = element("#smartro-pay");
  const box = element("#smartro-message");
  const show = ({ state, message }) => { box.textContent = message; box.dataset.state = state; };
  const tell = (message) => show({ state: "", message });
  button.on.click = async (event) => {
    if (event.detail > 1) return;
    const work = Payment.requestPay(makeOrder(), tell);
    if (!work) return;
    button.disabled = true;
    show(await work);
    button.disabled = false;
  };
  const start = async () => {
    const ready = Payment.loadSdk?.();
    button.disabled = !!ready;
    const outcome = await Payment.returnedPayment(tell);
    if (outcome) show(outcome);
    if (!ready) return;
    const IMP = await ready;
    if (!outcome) show(IMP ? { state: "", message: "" } : { state: "failed", message: "cdn.iamport.kr" });
    button.disabled = !IMP;
  };
  start();
}
