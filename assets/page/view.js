// What the page shows. Text that comes from answers, the browser or the
// payment window goes into text nodes only.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);

const view = {
  lang: data.lang,
  log: [],

  t(key, args) {
    const s = data.texts[view.lang][key] || key;
    return s.replace(/\{(\w+)\}/g, (whole, name) => (args && name in args ? String(args[name]) : whole));
  },

  both(pair) {
    return pair ? pair[view.lang] || pair.ko || "" : "";
  },

  // visible names what steers or hides text, as the terminal does; a joiner inside an emoji stays.
  visible(s) {
    return s.replace(/(\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic})|\p{Extended_Pictographic}\ufe0f|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
      (c) => (/^\p{Extended_Pictographic}/u.test(c) || c === "\n" ? c : "\\u" + c.codePointAt(0).toString(16).padStart(4, "0")));
  },

  // el makes an element; children are text or nodes.
  el(tag, className, ...children) {
    const e = document.createElement(tag);
    if (className) e.className = className;
    e.append(...children.filter((c) => c !== null && c !== undefined && c !== "").map((c) => (typeof c === "string" ? view.visible(c) : c)));
    return e;
  },

  // korea is the hour and the clock in Korea by the time of the program that serves the page.
  korea() {
    return new Date(Date.now() + view.offset + 9 * 3600e3);
  },

  clock() {
    return view.korea().toISOString().slice(11, 19);
  },

  note(key, args, tone, hintKey) {
    view.log.push({ at: view.clock(), key, args, tone, hintKey });
    view.drawLog();
  },

  drawLog() {
    $("log").replaceChildren(
      ...view.log.map((l) => {
        const words = view.el("span", "", view.t(l.key, l.args));
        if (l.hintKey) words.append(view.el("small", "", view.t(l.hintKey, l.args)));
        return view.el("li", l.tone || "", view.el("time", "", l.at), words);
      }),
    );
  },

  drawRows(rows) {
    $("rows").replaceChildren(
      ...rows.map((r) => {
        const name = view.el("th", "", view.el("code", "", r.path), view.el("small", "", view.both(r.label)));
        name.scope = "row";
        const fresh = r.note === "order" && !r.made;
        const val = view.el("td", "", view.el("code", "", r.value + (fresh ? " + " + view.t("order_digits") : "")));
        if (r.note) val.append(view.el("small", "", view.t("note_" + r.note)));
        return view.el("tr", "", name, val);
      }),
    );
  },

  drawCost() {
    const late = view.korea().getUTCHours() === 23;
    const live = data.mode === "live";
    const first = data.type === "billing" ? "cost_billing" : live ? "cost_live" : "cost_real";
    const lines = [view.el("p", "", view.el("b", "", view.t(first, { amount: data.amount })))];
    if (live) lines.push(view.el("p", "", view.t("cost_stays")));
    else lines.push(view.el("p", "", view.t(late ? "cost_late" : "cost_cancel")), view.el("p", "small", view.t("cost_cards")));
    lines.push(view.el("p", "small", view.t(data.notice ? "webhook_own" : "webhook_" + data.mode, { url: data.notice || "" })));
    $("cost").replaceChildren(...lines);
  },

  facts(pairs) {
    const list = view.el("dl", "facts");
    for (const [name, val, more] of pairs) {
      const dd = view.el("dd", "", view.el("code", "", val));
      if (more) dd.append(" ", view.el("span", "dim small", more));
      list.append(view.el("dt", "", name), dd);
    }
    return list;
  },

  symptom(s) {
    const box = view.el("div", "symptom");
    box.append(
      view.el("p", "", view.el("span", "badge", view.t(s.sure ? "symptom_sure" : "symptom_like")), " ", view.el("span", "badge", view.t("certainty_" + s.certainty))),
      view.el("h3", "", view.both(s.title)),
    );
    const list = view.el("dl", "facts");
    for (const part of ["cause", "ask", "fix"]) {
      list.append(view.el("dt", "", view.t(part)), view.el("dd", "", view.both(s[part])));
    }
    box.append(list, view.el("p", "dim small", view.t("checked", { date: data.checked })));
    return box;
  },

  drawResult(r) {
    const shown = Object.entries(r.fields || {}).map(([name, val]) => {
      const differs = (r.differs || []).includes(name);
      const equal = (name === "merchant_uid" || name === "paymentId") && !differs && val === r.order;
      return [name, val === null ? "null" : String(val), differs ? view.t("differs") : equal ? view.t("same_order") : ""];
    });
    const parts = [
      view.el("p", "", view.el("span", "badge " + r.verdict, view.t("unverified"))),
      view.el("h2", "", view.t("result_" + r.verdict)),
      view.el("p", "dim", view.t("result_" + r.verdict + "_help")),
      view.facts(shown),
    ];
    if (r.verdict === "mismatch") parts.push(view.el("p", "note bad", view.t("sent_order", { order: r.order })));
    if (r.more && r.more.length) parts.push(view.el("p", "dim small", view.t("more_fields", { names: r.more.join(", ") })));
    if (r.symptom) parts.push(view.symptom(r.symptom));
    else if (r.verdict === "error") parts.push(view.el("p", "note", view.t("symptom_none")));
    view.fill("result", parts);
    if (r.verdict === "error") $("next").hidden = true;
    else view.drawNext(r.lookup);
  },

  drawThrown(message, s) {
    const parts = [view.el("h2", "", view.t("threw_title")), view.facts([["error", message]])];
    parts.push(s ? view.symptom(s) : view.el("p", "dim", view.t("threw_help")));
    view.fill("result", parts);
  },

  drawNext(command) {
    const copy = view.el("button", "plain", view.t("copy"));
    copy.type = "button";
    copy.addEventListener("click", async () => {
      const ok = await navigator.clipboard.writeText(command).then(() => true, () => false);
      copy.textContent = view.t(ok ? "copied" : "copy_failed");
    });
    const pre = view.el("pre", "command", command);
    pre.tabIndex = 0;
    view.fill("next", [
      view.el("h2", "", view.t("next")),
      view.el("p", "", view.t("next_help")),
      view.facts(data.proofs.map((p) => [p.field, p.value, view.proofHint(p)])),
      view.el("p", "dim small", view.t("next_command")),
      pre,
      copy,
      view.el("p", "dim small", view.t("next_console_" + data.mode)),
    ]);
  },

  proofHint(proof) {
    if (proof.field === "pg_id" || proof.field.endsWith(".pgMerchantId")) return view.t("proof_pg_id");
    if (proof.field === "sandbox") return view.t(proof.value === "true" ? "proof_sandbox" : "proof_sandbox_live");
    if (!proof.field.endsWith("channel.type") && !proof.field.endsWith("].type")) return "";
    return view.t(proof.value === "TEST" ? "proof_type" : "proof_type_live");
  },

  drawSilence() {
    const list = view.el("ul", "why", ...["popup", "inapp", "policy", "network"].map((w) => view.el("li", "", view.t("quiet_" + w))));
    view.fill("silence", [view.el("h2", "", view.t("quiet_title")), view.el("p", "dim", view.t("quiet_help")), list]);
  },

  fill(id, parts) {
    $(id).replaceChildren(...parts);
    $(id).hidden = false;
  },

  drawStatic() {
    document.documentElement.lang = view.lang;
    document.title = view.t("title");
    for (const e of document.querySelectorAll("[data-t]")) e.textContent = view.t(e.dataset.t);
    $("mode").textContent = view.t("mode_" + data.mode);
    $("unproven").textContent = data.mode === "live" ? "" : view.t("mode_unproven");
    document.body.classList.toggle("live", data.mode === "live");
    $("mid").textContent = data.mid || "-";
    $("channel").textContent = view.both(data.channel);
    $("amount").textContent = data.amount ? view.t("won", { amount: data.amount }) : "";
    $("name").textContent = view.visible(data.name);
    $("lang").textContent = view.lang === "ko" ? "English" : "한국어";
    $("lang").lang = view.lang === "ko" ? "en" : "ko";
    $("gone").textContent = view.t("gone");
    const code = JSON.stringify(data.user_code);
    if (data.call.startsWith("PortOne.")) $("init").textContent = `${data.call}(...)`;
    else $("init").textContent = data.tier_code ? `IMP.agency(${code}, ${JSON.stringify(data.tier_code)})` : `IMP.init(${code})`;
    $("phonesteps").replaceChildren(...["1", "2", "3", "4"].map((n) => view.el("li", "", view.t("phone_" + n))));
    $("foot").textContent = view.t("foot", { date: data.checked });
    view.drawLog();
    view.drawCost();
  },
};
view.offset = data.now - Date.now();
