// The least of React in StrictMode: state, effects run twice, elements. The
// code under test comes as a CommonJS module.
var module = { exports: {} };
var exports = module.exports;
var tree;
const slots = [];
let at = 0;
let due = [];
const hooks = {
  useState(initial) {
    const i = at++;
    if (!(i in slots)) slots[i] = initial;
    return [slots[i], (next) => { slots[i] = next; render(); }];
  },
  useEffect(run) {
    const i = at++;
    if (!(i in slots)) { slots[i] = true; due.push(run); }
  },
};
require = (name) => (name.startsWith("@portone/") ? thePackage : name === "react" ? hooks : { jsx: (type, props) => ({ type, props }), jsxs: (type, props) => ({ type, props }) });
function render() {
  at = 0;
  tree = module.exports.default({ order: makeOrder() });
  const effects = due;
  due = [];
  for (const run of effects) { run()(); run(); }
}
const part = (type) => tree.props.children.find((child) => child.type === type).props;
press.run = (event) => part("button").onClick(event);
press.disabled = () => part("button").disabled;
element("#smartro-message").dataset = { get state() { return part("p")["data-state"]; } };
Object.defineProperty(element("#smartro-message"), "textContent", { get: () => part("p").children });
