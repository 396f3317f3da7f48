"use strict";
// Whatever came from a sample reaches the document as text nodes only; the page's policy refuses markup from strings.
(() => {
  const $ = (id) => document.getElementById(id);
  const STATUSES = ["pass", "fail", "timeout", "error"];
  const KEYS = ["q", "run", "status", "kind", "domain", "lib", "set", "sort"];
  const MARKED = { K: 1, S: 1, D: 1, C: 1, N: 1, E: 1, F: 1, B: 1, A: 1 };
  // Control characters, what turns or hides text, and lone surrogates.
  const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

  const list = $("list"), rows = $("rows"), form = $("filters"), detail = $("detail"), help = $("help"), tip = $("tip");
  let data;
  let shown = [];      // Numbers of the samples that the filters leave, in order.
  let chosen = 0;      // A place in `shown`.
  let opened = -1;     // Number of the sample in the dialog.
  let state = {};
  let haystacks = null; // Per sample: lower-case text that is searched once the code is there.
  let loading = null;

  // --- Data ---------------------------------------------------------------------------------------------------------

  async function unpack(id) {
    const bytes = Uint8Array.from(atob($(id).textContent), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  }

  const whole = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
    else resolve();
  });

  const kept = new Map();
  async function row(kind, number) {
    const id = `${kind}-${Math.floor(number / data.perBlock)}`;
    if (!kept.has(id)) {
      if (!$(id)) await whole;
      kept.set(id, unpack(id));
      if (kept.size > 24) kept.delete(kept.keys().next().value);
    }
    return (await kept.get(id))[number % data.perBlock];
  }

  const count = () => data.task.length;
  const task = (i) => data.tasks[data.task[i]];
  const label = (i) => `${task(i).id}[${data.number[i]}]`;
  // An address takes no lone surrogates.
  const wellFormed = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  const nodeid = (i) => wellFormed(data.nodeid[i] || `${data.runs[data.run[i]].nodeid}::${label(i)}`);
  const grouped = (number) => number.toLocaleString("en");

  // --- Elements -----------------------------------------------------------------------------------------------------

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  /** Text with its odd characters shown as what they are. */
  function visible(text) {
    const parts = [];
    let last = 0;
    for (const found of text.matchAll(ODD)) {
      if (found.index > last) parts.push(text.slice(last, found.index));
      const code = found[0].charCodeAt(0).toString(16).padStart(4, "0");
      parts.push(make("span", { class: "odd", title: `character U+${code.toUpperCase()}` }, `\\u${code}`));
      last = found.index + 1;
    }
    if (last < text.length) parts.push(text.slice(last));
    return parts;
  }

  function pill(status) {
    return make("span", { class: `pill ${STATUSES.includes(status) ? status : "error"}` }, status === "error" ? "not judged" : status);
  }

  function swatch(run) {
    return make("span", { class: `swatch run-${run % data.colours}`, title: data.runs[run].name });
  }

  /** Code as numbered lines; marks say what each stretch is. */
  function codeBlock(code, marks, highlighted = [], name = "") {
    const pre = make("pre", { tabindex: "0", "aria-label": name });
    const marked = new Set(highlighted);
    let number = 0, line;
    const next = () => {
      number += 1;
      line = make("span", { class: marked.has(number) ? "l marked" : "l", "data-n": number });
      pre.append(line);
    };
    const put = (text, mark) => {
      text.split("\n").forEach((part, i) => {
        if (i) { line.append("\n"); next(); }
        if (part.endsWith("\r")) part = part.slice(0, -1);
        if (!part) return;
        if (MARKED[mark]) line.append(make("span", { class: `t-${mark}` }, ...visible(part)));
        else line.append(...visible(part));
      });
    };
    next();
    code = code.replace(/\n+$/, "");
    let at = 0;
    for (const [, mark, length] of marks.matchAll(/([A-Z])([0-9a-z]+)/g)) {
      const end = at + parseInt(length, 36);
      put(code.slice(at, end), mark);
      at = end;
    }
    put(code.slice(at), "");
    return pre;
  }

  function failureBlock(text) {
    const pre = make("pre", { class: "failure", tabindex: "0", "aria-label": "Failure" });
    for (const line of text.replace(/\n+$/, "").split("\n")) {
      // pytest's line between two failures.
      if (/^(_ ){8,}_?$/.test(line)) { pre.append(make("hr")); continue; }
      const kind = /^E( |$)/.test(line) ? "e-line" : line.startsWith(">") ? "e-source" : /^ *# /.test(line) ? "e-place" : "";
      pre.append(make("span", { class: `l ${kind}` }, ...visible(line), "\n"));
    }
    return pre;
  }

  // --- The place in the address -------------------------------------------------------------------------------------

  const encode = (text) => encodeURIComponent(wellFormed(text)).replace(/%(2F|3A|5B|5D|2C)/g, (code) => decodeURIComponent(code));

  function hashOf(fields, open) {
    const parts = KEYS.filter((key) => fields[key]).map((key) => `${key}=${encode(fields[key])}`);
    if (open >= 0) parts.push(`open=${encode(nodeid(open))}`);
    return `#${parts.join("&")}`;
  }

  function parse(hash) {
    const fields = {};
    for (const part of hash.replace(/^#/, "").split("&")) {
      const cut = part.indexOf("=");
      if (cut < 1) continue;
      try { fields[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1)); } catch { /* not ours */ }
    }
    return fields;
  }

  let byNodeid = null;
  function find(id) {
    if (!byNodeid) byNodeid = new Map(data.task.map((_, i) => [nodeid(i), i]));
    return byNodeid.has(id) ? byNodeid.get(id) : -1;
  }

  function go(fields, open, push) {
    const hash = hashOf(fields, open);
    if (hash !== location.hash) history[push ? "pushState" : "replaceState"](null, "", hash === "#" ? location.pathname + location.search : hash);
    apply();
  }

  function apply() {
    const fields = parse(location.hash);
    const open = fields.open ? find(fields.open) : -1;
    const before = KEYS.map((key) => state[key]).join("\0");
    state = {};
    for (const key of KEYS) if (fields[key]) state[key] = fields[key];
    for (const key of KEYS) {
      const control = form.elements[key];
      if (control.value !== (state[key] || "") && !(control === document.activeElement && key === "q")) control.value = state[key] || "";
      if (control.value !== (state[key] || "") && key !== "q") delete state[key];
      control.classList.toggle("set", Boolean(state[key]));
    }
    if (before !== KEYS.map((key) => state[key]).join("\0")) filter();
    if (open >= 0) {
      const place = shown.indexOf(open);
      if (place >= 0) choose(place, false);
    }
    if (open !== opened) open >= 0 ? show(open) : hide();
  }

  // --- Filters ------------------------------------------------------------------------------------------------------

  function fill(name, first, options) {
    const select = form.elements[name];
    select.append(make("option", { value: "" }, first));
    for (const [value, text] of options) select.append(make("option", { value }, text));
    if (options.length < 2 && name !== "set" && name !== "sort" && name !== "kind") select.hidden = true;
  }

  function tallied(values) {
    const counts = new Map();
    for (const value of values) if (value !== "") counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }

  let differing = new Set(); // Tasks on which the runs do not agree.

  function prepareFilters() {
    const numbered = (counts, order) => [...counts].sort(order).map(([value, number]) => [value, `${value} (${grouped(number)})`]);
    const most = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
    const byName = (a, b) => (a[0] < b[0] ? -1 : 1);
    const all = data.task.map((_, i) => i);
    fill("run", "all files", data.runs.map((run) => [run.name, run.name]));
    const statuses = tallied(data.status);
    const failed = count() - (statuses.get("pass") || 0) - (statuses.get("error") || 0);
    const options = STATUSES.filter((status) => statuses.has(status)).map((status) => [status, `${status === "error" ? "not judged" : status} (${grouped(statuses.get(status))})`]);
    if (statuses.has("timeout") && statuses.has("fail")) options.push(["not-passed", `fail or timeout (${grouped(failed)})`]);
    fill("status", "any status", options);
    fill("kind", "any kind", numbered(tallied(data.kind), most));
    form.elements.kind.hidden = !failed;
    fill("domain", "all domains", numbered(tallied(all.flatMap((i) => task(i).domains)), byName));
    fill("lib", "all libraries", numbered(tallied(all.flatMap((i) => task(i).libs)), byName));
    const sets = [];
    const hard = all.filter((i) => task(i).hard).length;
    if (hard && hard < count()) sets.push(["hard", `hard (${grouped(hard)})`]);
    if (data.runs.length > 1) {
      const passed = data.tasks.map(() => new Map());
      for (const i of all) {
        const runs = passed[data.task[i]];
        runs.set(data.run[i], runs.get(data.run[i]) || data.status[i] === "pass");
      }
      differing = new Set(passed.flatMap((runs, number) => (new Set(runs.values()).size > 1 ? [number] : [])));
      sets.push(["differ", `files differ (${grouped(differing.size)} tasks)`]);
    }
    fill("set", "all tasks", sets);
    form.elements.set.hidden = !sets.length;
    fill("sort", "in file order", [["task", "by task"], ["slow", "slowest first"], ["kind", "by kind"]]);
    list.classList.toggle("many", data.runs.length > 1);
  }

  const headTexts = [];
  function headText(i) {
    return (headTexts[i] ||= [nodeid(i), data.kind[i], data.message[i], task(i).entry, task(i).libs.join(" "), task(i).domains.join(" ")].join("\n").toLowerCase());
  }

  /** Unpack all text once, a block at a time, so that it can be searched. */
  function loadHaystacks() {
    loading ||= (async () => {
      await whole;
      const prompts = [], result = [];
      for (let block = 0; block * data.perBlock < data.tasks.length; block++)
        for (const each of await unpack(`tasks-${block}`)) prompts.push(`${each.instruct}\n${each.complete[0]}`.toLowerCase());
      for (let block = 0; block * data.perBlock < count(); block++)
        for (const each of await unpack(`samples-${block}`)) result.push(`${each.code}\n${each.text}\n${each.message}`.toLowerCase());
      haystacks = { prompts, samples: result };
      filter();
    })();
  }

  function matcher(query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length) loadHaystacks();
    return (i) => words.every((word) => headText(i).includes(word)
      || (haystacks && (haystacks.samples[i].includes(word) || haystacks.prompts[data.task[i]].includes(word))));
  }

  function filter() {
    const keep = shown[chosen];
    const matches = matcher(state.q || "");
    const run = state.run ? data.runs.findIndex((each) => each.name === state.run) : -1;
    shown = [];
    for (let i = 0; i < count(); i++) {
      if (run >= 0 && data.run[i] !== run) continue;
      if (state.status && (state.status === "not-passed" ? !["fail", "timeout"].includes(data.status[i]) : data.status[i] !== state.status)) continue;
      if (state.kind && data.kind[i] !== state.kind) continue;
      if (state.domain && !task(i).domains.includes(state.domain)) continue;
      if (state.lib && !task(i).libs.includes(state.lib)) continue;
      if (state.set === "hard" && !task(i).hard) continue;
      if (state.set === "differ" && !differing.has(data.task[i])) continue;
      if (state.q && !matches(i)) continue;
      shown.push(i);
    }
    if (state.sort === "task") shown.sort((a, b) => data.task[a] - data.task[b] || data.run[a] - data.run[b] || a - b);
    if (state.sort === "slow") shown.sort((a, b) => data.wall[b] - data.wall[a] || a - b);
    if (state.sort === "kind") shown.sort((a, b) => (data.kind[a] < data.kind[b] ? -1 : data.kind[a] > data.kind[b] ? 1 : a - b));
    chosen = Math.max(0, shown.indexOf(keep));
    say();
    list.style.setProperty("--rows", shown.length);
    list.scrollTop = 0;
    draw(true);
    reveal();
  }

  function say() {
    const passed = shown.filter((i) => data.status[i] === "pass").length;
    const judged = shown.filter((i) => data.status[i] !== "error").length;
    const all = shown.length === count() ? "" : ` of ${grouped(count())}`;
    const rate = judged ? `, ${((100 * passed) / judged).toFixed(1)}% pass` : "";
    const waiting = state.q && !haystacks ? " · searching code …" : "";
    $("count").textContent = `${grouped(shown.length)}${all}${rate}${waiting}`;
    $("clear").hidden = !KEYS.some((key) => state[key] && key !== "sort");
  }

  // --- The list, of which only what is in sight exists ----------------------------------------------------------------

  let height = 36, drawn = new Map();

  function draw(anew = false) {
    if (anew) { rows.replaceChildren(); drawn.clear(); }
    height = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 36;
    rows.style.height = `${shown.length * height}px`;
    if (!shown.length) {
      if (!drawn.size) rows.replaceChildren(make("p", { class: "empty" }, "No sample fits these filters."));
      list.removeAttribute("aria-activedescendant");
      return;
    }
    const first = Math.max(0, Math.floor(list.scrollTop / height) - 8);
    const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / height) + 8);
    for (const [place, element] of drawn) if (place < first || place >= last) { element.remove(); drawn.delete(place); }
    for (let place = first; place < last; place++) {
      let element = drawn.get(place);
      if (!element) {
        element = makeRow(place);
        drawn.set(place, element);
        rows.append(element);
      }
      element.style.top = `${place * height}px`;
      element.setAttribute("aria-selected", place === chosen);
    }
    list.setAttribute("aria-activedescendant", `row-${chosen}`);
  }

  // What tells tasks apart stands last: where there is no room for all of an id, its folders are cut.
  function idParts(id) {
    const end = id.lastIndexOf("/") + 1;
    return [make("span", { class: "folders" }, ...visible(id.slice(0, end))), make("span", {}, ...visible(id.slice(end)))];
  }

  function makeRow(place) {
    const i = shown[place];
    return make("a", {
      class: "row", role: "option", id: `row-${place}`, tabindex: "-1", href: hashOf(state, i),
      "aria-setsize": shown.length, "aria-posinset": place + 1,
    },
    pill(data.status[i]),
    make("span", { class: "id", title: label(i) }, ...idParts(label(i))),
    make("span", { class: "run", title: data.runs[data.run[i]].name }, swatch(data.run[i]), data.runs[data.run[i]].name),
    make("span", { class: "domains" }, task(i).domains.join(", ")),
    make("span", { class: "kind" }, data.kind[i]),
    make("span", { class: "message", title: data.message[i] }, ...visible(data.message[i])),
    make("span", { class: "wall" }, data.status[i] === "error" ? "" : `${data.wall[i].toFixed(2)} s`));
  }

  function choose(place, focus = true) {
    chosen = Math.max(0, Math.min(shown.length - 1, place));
    reveal();
    draw();
    if (focus) list.focus({ preventScroll: true });
  }

  function reveal() {
    const top = chosen * height;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
  }

  // --- One sample ---------------------------------------------------------------------------------------------------

  async function show(i) {
    opened = i;
    const [sample, about] = await Promise.all([row("samples", i), row("tasks", data.task[i])]);
    if (opened !== i) return;
    detail.replaceChildren(bar(i), body(i, sample, about));
    if (!detail.open) detail.showModal();
    detail.scrollTop = 0;
    detail.focus();
    for (const pre of detail.querySelectorAll("pre")) {
      const marked = pre.querySelector(".marked");
      if (marked) pre.scrollTop = marked.offsetTop - pre.offsetTop - pre.clientHeight / 3;
    }
    document.body.dataset.opened = nodeid(i);
  }

  function hide() {
    opened = -1;
    delete document.body.dataset.opened;
    if (detail.open) detail.close();
    detail.replaceChildren();
    draw();
    list.focus({ preventScroll: true });
  }

  function step(by) {
    const place = shown.indexOf(opened);
    const next = place < 0 ? (by > 0 ? 0 : -1) : place + by;
    if (next >= 0 && next < shown.length) go(state, shown[next], false);
  }

  function bar(i) {
    const place = shown.indexOf(i);
    const command = `pytest '${nodeid(i).replace(/'/g, "'\\''")}'`;
    return make("div", { class: "bar" },
      pill(data.status[i]),
      make("h2", { id: "detail-title" }, ...visible(label(i))),
      make("span", { class: "run" }, swatch(data.run[i]), data.runs[data.run[i]].name),
      make("div", { class: "buttons" },
        make("span", { class: "place" }, place < 0 ? "not among the filtered" : `${grouped(place + 1)} of ${grouped(shown.length)}`),
        make("button", { type: "button", "aria-label": "Sample before", disabled: place <= 0, onclick: () => step(-1) }, "←"),
        make("button", { type: "button", "aria-label": "Sample after", disabled: place === shown.length - 1, onclick: () => step(1) }, "→"),
        copyButton("Copy link", () => location.href.split("#")[0] + hashOf({}, i), "copy-link"),
        copyButton("Copy command", () => command, "copy-command", command),
        make("button", { type: "button", id: "close", onclick: () => go(state, -1, false) }, "Close")));
  }

  function copyButton(name, text, id, title) {
    return make("button", { type: "button", id, title, onclick: (event) => copy(text(), event.currentTarget, name) }, name);
  }

  async function copy(text, button, name) {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // A page from a file may have no clipboard but this one.
      const area = make("textarea", {}, text);
      (detail.open ? detail : document.body).append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = name; }, 1200);
  }

  function panel(title, content, ...tools) {
    return make("section", { class: "panel" }, make("div", { class: "head" }, make("h3", {}, title), ...tools), content);
  }

  function body(i, sample, about) {
    const parts = [facts(i, sample)];
    const others = siblings(i);
    if (others.length > 1) parts.push(chips(i, others));
    parts.push(outcome(i, sample), prompt(about),
      panel("Solution", codeBlock(sample.code, sample.marks, sample.places.solution, "Solution"), copyButton("Copy", () => sample.code)),
      beside(i, others, about),
      make("div", { class: "wide" }, panel("Tests", codeBlock(about.test[0], about.test[1], testLines(sample, about.test[0]), "Tests"))));
    return make("div", { class: "body" }, ...parts);
  }

  function facts(i, sample) {
    const link = (key, value) => make("a", { href: hashOf({ [key]: value }, -1) }, value);
    const joined = (key, values) => values.flatMap((value, n) => (n ? [", ", link(key, value)] : [link(key, value)]));
    const about = task(i);
    return make("p", { class: "facts wide" },
      data.kind[i] && make("span", {}, make("b", {}, data.kind[i]), ` (${data.kinds[data.kind[i]] || ""})`),
      sample.detail && make("span", {}, ...visible(sample.detail)),
      about.domains.length > 0 && make("span", {}, "domains: ", ...joined("domain", about.domains)),
      about.libs.length > 0 && make("span", {}, "libraries: ", ...joined("lib", about.libs)),
      about.hard && make("span", {}, "hard"),
      data.status[i] !== "error" && make("span", {}, `${data.wall[i].toFixed(2)} s, ${sample.cpu.toFixed(2)} s of CPU, ${grouped(sample.mib)} MiB`),
      sample.stored && make("span", {}, "stored verdict"));
  }

  function siblings(i) {
    const result = [];
    data.task.forEach((number, j) => { if (number === data.task[i]) result.push(j); });
    return result;
  }

  function chips(i, others) {
    return make("div", { class: "chips wide", role: "group", "aria-label": "Samples for this task" },
      ...others.map((j) => make("a", { href: hashOf(state, j), "aria-current": j === i, title: nodeid(j) },
        swatch(data.run[j]), `${data.runs.length > 1 ? data.runs[data.run[j]].name : ""}[${data.number[j]}]`, pill(data.status[j]))));
  }

  function outcome(i, sample) {
    const names = Object.entries(sample.tests);
    const tests = make("ul", { class: "tests" }, ...names.map(([name, result]) =>
      make("li", { class: ["passed", "failed", "error"].includes(result) ? result : "other" },
        ...visible(`${result === "passed" ? "✓" : "✗"} ${name}`), result === "passed" || result === "failed" ? "" : ` (${result.replace("_", " ")})`)));
    const text = sample.text || (data.status[i] === "pass" ? "" : sample.message);
    const passed = names.filter(([, result]) => result === "passed").length;
    const title = data.status[i] === "pass" ? "Tests passed" : data.status[i] === "error" ? "Why it was not judged" : "What failed";
    return panel(names.length ? `${title} (${passed} of ${names.length} passed)` : title,
      make("div", {}, names.length > 0 && tests, text && failureBlock(text)));
  }

  /** Text whose fenced code stands as code. */
  function fenced(text) {
    return text.split(/(^```[^\n]*\n[^]*?^```$)/m).flatMap((part, n) => (n % 2 ? [make("code", {}, ...visible(part))] : visible(part)));
  }

  function prompt(about) {
    const place = make("div");
    const buttons = ["Instruct", "Complete"].map((name) => make("button", { type: "button", onclick: () => turn(name) }, name));
    const turn = (name) => {
      buttons.forEach((button) => button.setAttribute("aria-pressed", button.textContent === name));
      place.replaceChildren(name === "Instruct"
        ? make("pre", { class: "text", tabindex: "0", "aria-label": "Instruct prompt" }, ...fenced(about.instruct))
        : codeBlock(about.complete[0], about.complete[1], [], "Complete prompt"));
    };
    turn(about.instruct.trim() ? "Instruct" : "Complete");
    return panel("Prompt", place, ...buttons);
  }

  /** The canonical solution, or another sample for the same task. */
  function beside(i, others, about) {
    const place = make("div", {}, codeBlock(about.canonical[0], about.canonical[1], [], "Canonical solution"));
    const select = make("select", { "aria-label": "Beside the solution", onchange: async () => {
      const j = Number(select.value);
      const other = j >= 0 ? await row("samples", j) : null;
      place.replaceChildren(other ? codeBlock(other.code, other.marks, other.places.solution, "Other sample")
        : codeBlock(about.canonical[0], about.canonical[1], [], "Canonical solution"));
    } }, make("option", { value: -1 }, "Canonical solution"),
    ...others.filter((j) => j !== i).map((j) => make("option", { value: j }, `${data.runs[data.run[j]].name} [${data.number[j]}] (${data.status[j]})`)));
    return others.length > 1 ? panel("Beside it", place, select) : panel("Canonical solution", place);
  }

  /** Lines of the tests' source to point at: where the failure went through, else the tests that did not pass. */
  function testLines(sample, source) {
    if (sample.places.test) return sample.places.test;
    const bad = new Set(Object.entries(sample.tests).filter(([, result]) => result !== "passed").map(([name]) => name));
    return source.split("\n").flatMap((line, n) => {
      const found = /^\s+(?:async )?def (\w+)/.exec(line);
      return found && bad.has(found[1]) ? [n + 1] : [];
    });
  }

  // --- Events -------------------------------------------------------------------------------------------------------

  function listen() {
    let typing;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      clearTimeout(typing);
      const change = () => go({ ...state, [event.target.name]: event.target.value }, -1, false);
      if (event.target.name === "q") typing = setTimeout(change, 120); else change();
    });
    $("clear").addEventListener("click", () => { form.elements.q.value = ""; go(state.sort ? { sort: state.sort } : {}, -1, false); list.focus(); });
    $("help-button").addEventListener("click", () => help.showModal());
    window.addEventListener("hashchange", apply);
    window.addEventListener("popstate", apply);
    window.addEventListener("resize", () => draw());
    list.addEventListener("scroll", () => draw(), { passive: true });
    detail.addEventListener("cancel", (event) => { event.preventDefault(); go(state, -1, false); });
    // Some ways to close a dialog cannot be refused.
    detail.addEventListener("close", () => { if (opened >= 0) go(state, -1, false); });
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      const href = link.getAttribute("href") || link.getAttribute("xlink:href") || "";
      if (link.matches("[data-skip]")) { event.preventDefault(); $("samples").scrollIntoView(); list.focus(); return; }
      if (!link.closest(".charts")) return;
      // A bar or a table's name adds its filter, or takes it away again.
      event.preventDefault();
      const [[key, value]] = Object.entries(parse(href));
      go({ ...state, [key]: state[key] === value ? "" : value }, -1, true);
      $("samples").scrollIntoView();
    });
    for (const chart of document.querySelectorAll(".chart")) {
      chart.addEventListener("pointermove", (event) => {
        const mark = event.target.closest("a [aria-label]");
        tip.hidden = !mark;
        if (!mark) return;
        tip.textContent = mark.getAttribute("aria-label");
        tip.style.left = `${Math.max(4, Math.min(event.clientX + 12, innerWidth - tip.offsetWidth - 8))}px`;
        tip.style.top = `${Math.max(4, event.clientY - tip.offsetHeight - 10)}px`;
      });
      chart.addEventListener("pointerleave", () => { tip.hidden = true; });
    }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.target === form.elements.q && (event.key === "Escape" || event.key === "ArrowDown" || event.key === "Enter")) {
      event.preventDefault();
      if (event.key === "Escape") { form.elements.q.value = ""; go({ ...state, q: "" }, -1, false); }
      list.focus();
      return;
    }
    if (typing || (event.key.startsWith("Arrow") && event.target.matches("pre"))) return;
    const act = detail.open ? detailKeys[event.key] : listKeys(event)[event.key];
    if (act) { event.preventDefault(); act(); }
  }

  const detailKeys = {
    ArrowLeft: () => step(-1), k: () => step(-1), ArrowRight: () => step(1), j: () => step(1),
    y: () => $("copy-link").click(), "?": () => help.showModal(),
  };

  function listKeys(event) {
    const general = {
      "/": () => { form.elements.q.focus(); form.elements.q.select(); }, "?": () => help.showModal(),
      j: () => choose(chosen + 1), k: () => choose(chosen - 1),
    };
    if (event.target !== list && event.target !== document.body && !event.target.closest("#list")) return general;
    const page = Math.max(1, Math.floor(list.clientHeight / height) - 1);
    const inList = {
      ...general,
      ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1),
      PageDown: () => choose(chosen + page), PageUp: () => choose(chosen - page),
      Home: () => choose(0), End: () => choose(shown.length - 1),
      Enter: () => { if (shown.length) go(state, shown[chosen], true); },
    };
    return event.target === document.body ? { ...general, Enter: inList.Enter } : inList;
  }

  // --- Begin --------------------------------------------------------------------------------------------------------

  async function begin() {
    if (!("DecompressionStream" in window)) {
      rows.replaceChildren(make("p", { class: "empty" }, "This browser is too old to unpack the samples; the tables above hold the rates."));
      return;
    }
    data = await unpack("index");
    prepareFilters();
    filter();
    listen();
    document.documentElement.dataset.ready = Math.round(performance.now());
    apply();
  }

  begin();
})();
