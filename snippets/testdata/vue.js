// The least of Vue: refs and a hook. The code under test comes as a CommonJS
// module that has the component's setup at its end, run by mount().
var module = { exports: {} };
var exports = module.exports;
const hooks = [];
require = (name) => (name.startsWith("@portone/") ? thePackage : {
  ref: (value) => ({ value }),
  onMounted: (run) => hooks.push(run),
  toRaw: (value) => value,
});
var defineProps = () => ({ get order() { return makeOrder(); } });
function mount() {
  const { note, busy, handlePay } = module.exports.setup();
  press.run = (event) => handlePay(event);
  press.disabled = () => busy.value;
  element("#smartro-message").dataset = { get state() { return note.value.state; } };
  Object.defineProperty(element("#smartro-message"), "textContent", { get: () => note.value.message });
  for (const run of hooks) run();
}
