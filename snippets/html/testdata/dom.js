// The least of a browser that payment.html needs, with what it does written
// down in seen.
const seen = { init: [], agency: [], requests: [], posts: [], history: [], errors: [] };
const timers = new Map();
let nextTimer = 1;
const listeners = {};
const elements = {};

function element(selector) {
  return (elements[selector] ??= {
    textContent: "", dataset: {}, disabled: selector === "#pay", on: {},
    addEventListener(kind, run) { this.on[kind] = run; },
  });
}

var document = {
  querySelector: element,
  addEventListener(kind, run) { listeners[kind] = run; },
};
var window = globalThis;
window.addEventListener = (kind, run) => { listeners[kind] = run; };
var console = { error: (e) => seen.errors.push(String(e)) };
var history = { replaceState: (state, title, url) => seen.history.push(String(url)) };
var location = { origin: "https://shop.example.com", href: "https://shop.example.com/pay" + QUERY };
var crypto = { getRandomValues: (bytes) => bytes.map(() => Math.floor(Math.random() * 256)) };
var setTimeout = (run) => { timers.set(nextTimer, run); return nextTimer++; };
var clearTimeout = (id) => timers.delete(id);
var AbortSignal = {};

class URL {
  constructor(href) {
    const [base, query = ""] = href.split("?");
    const pairs = query.split("&").filter(Boolean).map((p) => p.split("=").map(decodeURIComponent));
    this.base = base;
    this.searchParams = {
      get: (key) => pairs.find(([k]) => k === key)?.[1] ?? null,
      delete: (key) => pairs.splice(0, pairs.length, ...pairs.filter(([k]) => k !== key)),
    };
    this.toString = () => base + (pairs.length ? "?" + pairs.map((p) => p.join("=")).join("&") : "");
  }
}

// What the shop's server answers: an object, or nothing where there is no server.
let answer = { ok: true, body: { status: "paid" } };
var fetch = async (url, options) => {
  seen.posts.push({ url, ...options, body: JSON.parse(options.body) });
  if (!answer) throw new TypeError("Failed to fetch");
  return { ok: answer.ok, json: async () => answer.body };
};

const sdk = {
  init: (code) => seen.init.push(code),
  agency: (...codes) => seen.agency.push(codes),
  request_pay: (params, callback) => seen.requests.push({ params, callback, json: JSON.stringify(params) }),
};

const click = (detail = 1) => element("#pay").on.click({ detail });
const ready = () => listeners.DOMContentLoaded();
const screen = () => ({
  text: element("#message").textContent, state: element("#message").dataset.state, disabled: element("#pay").disabled,
  name: element("#order-name").textContent, amount: element("#order-amount").textContent,
});
