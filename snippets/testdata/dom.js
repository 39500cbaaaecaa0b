// The least of a browser that generated code needs, with what it does written
// down in seen. QUERY, BLOCKED, HAVE (the
// page has the SDK) and GLOBAL (what the window has it by) come before.
const seen = { init: [], requests: [], posts: [], history: [], errors: [], scripts: [] };

var window = globalThis;
var console = { error: (e) => seen.errors.push(String(e)) };
var history = { state: { router: 1 }, replaceState: (state, title, url) => seen.history.push([state.router, String(url)].join(" ")) };
var location = { origin: "https://shop.example.com", pathname: "/pay", search: QUERY, hash: "" };
location.href = location.origin + location.pathname + location.search;
var crypto = { getRandomValues: (bytes) => bytes.map(() => Math.floor(Math.random() * 256)) };

const timers = new Map();
let nextTimer = 1;
var setTimeout = (run, ms) => { timers.set(nextTimer, { run, ms }); return nextTimer++; };
var clearTimeout = (id) => { timers.delete(id); };
const pass = (ms) => { for (const t of [...timers.values()]) if (t.ms <= ms) t.run(); };
const waiting = (ms) => [...timers.values()].filter((t) => t.ms === ms).length;

const listeners = {};
const listen = (kind, run, options) => {
  const all = (listeners[kind] ??= new Set());
  all.add(run);
  options?.signal?.whenAborted.push(() => all.delete(run));
};
const fire = (kind, event) => { for (const run of [...(listeners[kind] ?? [])]) run(event); };
window.addEventListener = listen;
var AbortSignal = {};
var AbortController = class {
  signal = { whenAborted: [] };
  abort() { this.signal.whenAborted.forEach((run) => run()); }
};

class Element {
  textContent = "";
  dataset = {};
  disabled = false;
  on = {};
  addEventListener(kind, run) {
    const before = this.on[kind];
    this.on[kind] = before ? (event) => { before(event); run(event); } : run;
  }
  setAttribute(name, value) { this.dataset[name.replace("data-", "")] = value; }
  removed = false;
  remove() { this.removed = true; }
  arrive() {
    if (!BLOCKED) window[GLOBAL] = theSDK;
    const kind = BLOCKED ? "error" : "load";
    (this.on[kind] ?? this["on" + kind])({});
  }
}
const elements = {};
const element = (selector) => (elements[selector] ??= new Element());
const head = { append: (script) => { seen.scripts.push(script.src); arriving.push(script); } };
head.appendChild = head.append;
const arriving = [];
var document = {
  querySelector: (selector) => (selector.startsWith("#") ? element(selector) : THERE[selector] ?? null),
  getElementById: (id) => element("#" + id),
  getElementsByTagName: () => [head],
  createElement: () => new Element(),
  addEventListener: listen,
  head,
};
const THERE = {}; // script elements of others, by selector

var URL = class {
  constructor(href) {
    const [base, query = ""] = href.split("?");
    const pairs = query.split("&").filter(Boolean).map((p) => p.split("=").map(decodeURIComponent));
    this.searchParams = {
      get: (key) => pairs.find(([k]) => k === key)?.[1] ?? null,
      delete: (key) => pairs.splice(0, pairs.length, ...pairs.filter(([k]) => k !== key)),
    };
    this.toString = () => base + (pairs.length ? "?" + pairs.map((p) => p.join("=")).join("&") : "");
  }
};

// What the shop's server answers: a status and a text, or nothing where there is no server.
let answer = { status: 200, text: '{"status":"' + DONE + '"}' };
var fetch = async (url, options) => {
  seen.posts.push({ url, method: options.method, type: options.headers["Content-Type"], body: JSON.parse(options.body) });
  if (!answer) throw new TypeError("Failed to fetch");
  return { ok: answer.status < 300, json: async () => JSON.parse(answer.text) };
};
var XMLHttpRequest = class {
  open(method, url) { Object.assign(this, { method, url }); }
  setRequestHeader(name, type) { this.type = type; }
  send(body) {
    seen.posts.push({ url: this.url, method: this.method, type: this.type, body: JSON.parse(body) });
    if (!answer) return this.onerror();
    Object.assign(this, { status: answer.status, responseText: answer.text });
    this.onload();
  }
};

const Later = Promise; // what old browsers lack is taken away from the page, not from the SDK
const opens = (name) => (params) => new Later((resolve, reject) => {
  seen.requests.push({ name, params, callback: resolve, fail: reject, json: JSON.stringify(params) });
});
const theSDK = GLOBAL === "PortOne" ? { requestPayment: opens("requestPayment"), requestIssueBillingKey: opens("requestIssueBillingKey") } : {
  init: (...codes) => { seen.init.push(codes); },
  agency: (...codes) => { seen.init.push(codes); },
  request_pay: (params, callback) => { seen.requests.push({ params, callback, json: JSON.stringify(params) }); },
};
if (HAVE && !BLOCKED) window[GLOBAL] = theSDK;

// The package of V2, which brings the SDK at the first call.
const bring = (name) => async (params) => {
  if (BLOCKED) throw new Error("[PortOne] Failed to load window.PortOne");
  return (window.PortOne ??= theSDK)[name](params);
};
const thePackage = { requestPayment: bring("requestPayment"), requestIssueBillingKey: bring("requestIssueBillingKey") };
var require = () => thePackage;

// What a person does and sees. A disabled button takes no clicks.
const press = { run: (event) => { const b = element("#smartro-pay"); (b.on.click ?? b.onclick)(event); }, disabled: () => element("#smartro-pay").disabled };
const click = (detail = 1) => { if (!press.disabled()) press.run({ detail }); };
const screen = () => ({
  text: element("#smartro-message").textContent, state: element("#smartro-message").dataset.state ?? "", disabled: press.disabled(),
  name: element("#order-name").textContent, amount: element("#order-amount").textContent,
});
// The scripts that were asked for arrive, and the page is ready.
const loaded = () => {
  if (TAG && !BLOCKED) window[GLOBAL] = theSDK;
  arriving.splice(0).forEach((script) => script.arrive());
  fire("DOMContentLoaded", {});
};
const callback = (result) => seen.requests.at(-1).callback(result);
// What a shop hands in: an order, or where the server numbers them how to get one.
const hex = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
const freshOrder = async (id, digits) => ({ ...ORDER, [id]: ORDER[id].slice(0, -digits) + hex().slice(0, digits) });
const makeOrder = () => {
  const id = ["merchantUid", "paymentId", "issueId"].find((name) => ORDER[name]);
  return id ? () => freshOrder(id, id === "issueId" ? 16 : 32) : { ...ORDER };
};
