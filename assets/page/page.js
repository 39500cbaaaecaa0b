// What the page does: load the script, ask for an attempt before each click,
// open the window inside the click, and tell the terminal what happens.
const SDK_WITHIN = 15000;
const QUIET_AFTER = 60000;
const GONE_FOR = 1500; // a window that swaps its frames is not a closed one
const [SDK, FUNCTION] = data.call.split("."); // IMP of V1, PortOne of V2
const V2 = SDK === "PortOne";

const run = { sdk: "loading", key: data.key_from, attempt: null, asking: false, waiting: null, popups: [], opened: 0, shown: null, thrown: null,
  focus: true }; // the button takes the focus as soon as it can be pressed

// Reports go out one after the other, so that the terminal sees them in order.
let line = Promise.resolve();
function post(path, body) {
  const send = () => fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive: true, cache: "no-store",
  }).then((r) => (r.ok ? r.json() : null), () => {
    $("gone").hidden = false;
    return null;
  });
  const sent = line.then(send);
  line = sent;
  return sent;
}

const tell = (event) => post(data.base + "/event", event);
const tellTry = (a, event) => post("/try/" + a.token + "/event", event);

function draw() {
  const ask = run.key !== data.key_want;
  $("key").hidden = !ask;
  $("act").hidden = ask;
  for (const b of $("choices").children) b.setAttribute("aria-pressed", String(b.value === run.key));
  $("advice").hidden = !(run.key === "live" || run.key === "unsure");
  $("advice").replaceChildren(...(run.key === "live" ? ["live_1", "live_2"] : ["unsure_1", "unsure_2", "unsure_3"]).map((k) => view.el("p", "", view.t(k))));
  $("heading").textContent = view.t(ask ? "heading_key" : "heading");
  $("open").textContent = view.t(run.waiting ? "opening" : run.opened ? "again" : "open");
  $("open").disabled = run.sdk !== "loaded" || !run.attempt || Boolean(run.waiting);
  if (run.focus && !ask && !$("open").disabled) {
    run.focus = false;
    $("open").focus({ preventScroll: true });
  }
  $("stop").textContent = view.t("stop");
  $("stop").hidden = !run.waiting;
  const trouble = run.sdk === "blocked" ? "hint_blocked" : run.sdk === "timeout" ? "hint_timeout" : run.sdk === "loading" ? "hint_loading" : "";
  $("hint").textContent = ask ? "" : view.t(trouble || (run.waiting ? "hint_waiting" : "hint_ready"));
  $("hint").className = "small " + (!ask && (run.sdk === "blocked" || run.sdk === "timeout") ? "note bad" : "dim");
}

function drawChoices() {
  $("choices").replaceChildren(...["test", "live", "unsure"].map((from) => {
    const b = view.el("button", "choice", view.t("key_" + from));
    b.type = "button";
    b.value = from;
    b.addEventListener("click", () => chooseKey(from));
    return b;
  }));
}

function chooseKey(from) {
  run.key = from;
  run.focus = from === data.key_want;
  draw();
  prepare();
}

// prepare asks for the attempt of the next click: a browser that sees the call
// come after an answer of the network may take it for a pop-up and block it.
async function prepare() {
  if (run.asking || run.attempt || !run.key) return;
  run.asking = true;
  let from, got;
  do { // another answer may have been chosen meanwhile
    from = run.key;
    got = await post(data.base + "/attempt", { key_from: from });
  } while (run.key !== from);
  run.asking = false;
  if (got && got.token) {
    run.attempt = got;
  } else if (got && got.refused) {
    run.key = got.refused;
  }
  draw();
}

function loadScript() {
  const script = document.createElement("script");
  const timer = setTimeout(() => sdkState("timeout"), SDK_WITHIN);
  const settle = (state) => {
    clearTimeout(timer);
    if (state === "loaded") init();
    sdkState(state);
  };
  script.src = data.script;
  script.charset = "utf-8";
  script.onload = () => settle(window[SDK] ? "loaded" : "blocked");
  script.onerror = () => settle("blocked");
  document.head.append(script);
}

// init runs once for each load of the page. What it throws keeps nothing from
// being tried: the call that follows says more. V2 wants none.
function init() {
  if (V2) return;
  try {
    if (data.tier_code) window.IMP.agency(data.user_code, data.tier_code);
    else window.IMP.init(data.user_code);
  } catch (e) {
    console.error(e);
  }
}

function sdkState(state) {
  run.sdk = state;
  tell({ event: "sdk", state });
  view.note("log_sdk_" + state, { host: new URL(data.script).host }, state === "loaded" ? "" : "bad");
  draw();
}

function openWindow() {
  if ($("open").disabled) return;
  const a = run.attempt;
  run.attempt = null;
  run.waiting = a;
  run.opened++;
  run.shown = run.thrown = null;
  run.popups = [];
  for (const id of ["result", "next", "silence"]) $(id).hidden = true;
  view.drawRows(run.rows = a.rows.map((r) => ({ ...r, made: true })));
  view.note("log_window", { order: a.order });
  draw();
  tellTry(a, { event: "window" });
  watch(a);
  try {
    if (V2) window.PortOne[FUNCTION](a.params).then((answer) => promised(a, answer), (e) => threw(a, wordsOf(e)));
    else window.IMP.request_pay(a.params, (answer) => finish(a, answer));
  } catch (e) {
    threw(a, wordsOf(e));
  }
}

// wordsOf is what an error says: one of V2 has a code besides.
function wordsOf(e) {
  const words = String((e && e.message) || e);
  return e && typeof e.code === "string" ? e.code + " " + words : words;
}

// promised takes the result of V2. None comes where the page is about to be
// left: then it comes to the return address.
function promised(a, answer) {
  if (answer) finish(a, answer);
  else view.note("log_left");
}

async function threw(a, message) {
  const got = await tellTry(a, { event: "closed", why: "threw", message });
  release(a);
  run.thrown = { message, symptom: got && got.symptom };
  view.note("log_threw", {}, "bad");
  view.drawThrown(message, run.thrown.symptom);
  showResult();
  prepare();
}

async function finish(a, answer) {
  const fields = {};
  const more = [];
  for (const [name, val] of Object.entries(answer || {})) {
    if (val === undefined) continue;
    if (data.known.includes(name) && (val === null || typeof val !== "object")) fields[name] = val;
    else more.push(name.slice(0, 60));
  }
  const got = await post("/try/" + a.token + "/result", { fields, more: more.slice(0, 60) });
  release(a);
  if (!got) {
    view.note("log_ignored", {}, "warn");
  } else {
    run.shown = got;
    view.note("log_result_" + got.verdict, {}, got.verdict === "claimed" ? "" : "bad");
    view.drawResult(got);
    $("silence").hidden = true;
    showResult();
  }
  prepare();
}

function showResult() {
  const card = $("result");
  card.focus({ preventScroll: true });
  if (card.getBoundingClientRect().bottom > innerHeight) card.scrollIntoView({ block: "start" });
}

function release(a) {
  if (run.waiting === a) run.waiting = null;
  draw();
}

// watch looks at what stands on the page: frames that were seen and are gone
// without an answer are a window that was closed.
function watch(a) {
  let seen = false;
  let goneSince = 0;
  const quiet = setTimeout(() => {
    view.note("log_quiet", {}, "warn");
    view.drawSilence();
  }, QUIET_AFTER);
  const timer = setInterval(() => {
    if (run.waiting !== a) {
      clearInterval(timer);
      clearTimeout(quiet);
      return;
    }
    if (windowStands()) {
      seen = true;
      goneSince = 0;
    } else if (seen || run.popups.length > 0) {
      goneSince = goneSince || Date.now();
      if (Date.now() - goneSince >= GONE_FOR) {
        release(a);
        tellTry(a, { event: "closed", why: "window" });
        view.note("log_closed", {}, "warn", "log_closed_help");
        prepare();
      }
    }
  }, 250);
}

function windowStands() {
  const frames = [...document.querySelectorAll("iframe")].some((f) => f.offsetWidth * f.offsetHeight > 10000);
  return frames || run.popups.some((w) => !w.closed);
}

function giveUp() {
  const a = run.waiting;
  if (!a) return;
  release(a);
  tellTry(a, { event: "closed", why: "cancelled" });
  view.note("log_cancelled", {}, "warn");
  run.focus = true;
  prepare();
}

// A pop-up that the browser refused is told; one that opened is watched.
function watchPopups() {
  const open = window.open;
  window.open = function (...args) {
    const w = open.apply(window, args);
    if (w) run.popups.push(w);
    else {
      tell({ event: "policy", directive: "popup", host: String(args[0] || "") });
      view.note("log_popup", {}, "bad");
    }
    return w;
  };
}

function watchPolicy() {
  const told = new Set();
  document.addEventListener("securitypolicyviolation", (e) => {
    let host = e.blockedURI;
    try {
      host = new URL(e.blockedURI).host || e.blockedURI;
    } catch {
      // inline and eval have no address
    }
    const directive = e.effectiveDirective;
    if (told.has(directive + host) || told.size > 30) return;
    told.add(directive + host);
    tell({ event: "policy", directive, host });
    view.note("log_policy", { directive, host }, "bad");
  });
}

function landing() {
  for (const id of ["key", "act", "cost", "sent", "phone", "progress"]) $(id).hidden = true;
  const back = sessionStorage.getItem("smartro-wizard page");
  const drawAll = () => {
    view.drawStatic();
    $("heading").textContent = view.t("landing");
    if (data.result) view.drawResult(data.result);
    else view.fill("result", [view.el("p", "", view.t("landing_empty"))]);
    $("hint").replaceChildren(view.t(back ? "landing_back_help" : "landing_close"));
    if (back && back.startsWith("/page/")) {
      const a = view.el("a", "", view.t("landing_back"));
      a.href = back;
      $("hint").append(" ", a);
    }
  };
  drawAll();
  return drawAll;
}

function page() {
  sessionStorage.setItem("smartro-wizard page", location.pathname);
  run.rows = data.rows;
  const drawAll = () => {
    view.drawStatic();
    view.drawRows(run.rows);
    drawChoices();
    draw();
    if (run.shown) view.drawResult(run.shown);
    if (run.thrown) view.drawThrown(run.thrown.message, run.thrown.symptom);
    if (!$("silence").hidden) view.drawSilence();
  };
  drawAll();
  view.note("log_page");
  watchPolicy();
  watchPopups();
  $("open").addEventListener("click", openWindow);
  $("stop").addEventListener("click", giveUp);
  addEventListener("pagehide", () => run.waiting && navigator.sendBeacon("/try/" + run.waiting.token + "/event",
    new Blob([JSON.stringify({ event: "closed", why: "left" })], { type: "application/json" })));
  setInterval(view.drawCost, 20000);
  prepare();
  loadScript();
  return drawAll;
}

const drawAll = data.kind === "landing" ? landing() : page();
$("lang").addEventListener("click", () => {
  view.lang = view.lang === "ko" ? "en" : "ko";
  drawAll();
});
