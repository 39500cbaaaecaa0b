// A page that uses the ts module as its first comment says.
import * as payment from "./payment";

declare const ORDER: payment.Order;
const button = document.querySelector("button")!;
const box = document.querySelector("p")!;
const show = ({ state, message }: { state: string; message: string }) => {
  box.textContent = message;
  box.dataset["state"] = state;
};
const tell = (message: string) => show({ state: "", message });

button.addEventListener("click", async () => {
  const work = payment.requestPay(ORDER, tell);
  if (!work) return;
  button.disabled = true;
  show(await work);
  button.disabled = false;
});

void (async () => {
  const ready = (payment as { loadSdk?: () => Promise<unknown> }).loadSdk?.() ?? true; // a package brings its own
  const outcome = await payment.returnedPayment(tell);
  if (outcome) show(outcome);
  button.disabled = !(await ready);
})();
