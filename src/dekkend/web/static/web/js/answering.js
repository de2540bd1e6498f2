// The page on which a copy is filled in: forms [data-queued] in main[data-copy]. What changes goes into the queue first.

import { alike, controls, isText, setValue, valueOf } from "./fields.js";
import { Meter } from "./meter.js";
import { Pace } from "./pace.js";
import { Queue } from "./queue.js";
import { keepOnDevice } from "./device.js";
import { clearErrors, refuse, say, TOO_LATE, TWO_TEXTS } from "./signs.js";

const PAUSE = 800; // ms after the last letter
const REST = 400; // ms after walking through answers with the arrow keys
const PATIENCE = 3000; // ms a button of another form waits for what was typed
const WAITS = "staat op dit apparaat, gaat mee zodra er verbinding is";

const main = document.querySelector("main[data-copy]");
const forms = new Map([...main.querySelectorAll("form[data-queued]")].map((form) => [form.getAttribute("action"), form]));
const queue = new Queue(main.dataset);
const pace = new Pace(queue.owner, queue.copy);
const meter = new Meter(main, queue, pace);
const mine = new Map(); // address and field -> what was typed here and is not known to be on the server
const clashes = new Set(); // forms in which two texts are shown

const urlOf = (form) => form.getAttribute("action");
const revisionOf = (form) => form.elements.namedItem("revision");

let timer;
function sendAfter(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => queue.drain(), wait);
}

// --- From the page to the queue

function changed(form, names, wait) {
  const fields = Object.fromEntries(names.map((name) => [name, valueOf(form, name)]));
  for (const name of names) mine.set(`${urlOf(form)} ${name}`, fields[name]);
  clearErrors(form);
  meter.count();
  queue.put(urlOf(form), fields, Number(revisionOf(form).value)).then(() => sendAfter(wait));
}

let walking = false;
document.addEventListener("keydown", (event) => {
  walking = event.key.startsWith("Arrow") && event.target.type === "radio";
});
document.addEventListener("pointerdown", () => (walking = false));

main.addEventListener("input", ({ target }) => {
  if (forms.has(target.form && urlOf(target.form)) && target.name && isText(target)) changed(target.form, [target.name], PAUSE);
});

main.addEventListener("change", ({ target }) => {
  if (!target.name || !forms.has(target.form && urlOf(target.form))) return;
  if (isText(target)) return sendAfter(0);
  if (!walking) pace.answered();
  changed(target.form, [target.name], walking ? REST : 0);
});

main.addEventListener("submit", (event) => {
  const form = event.target;
  if (!forms.has(urlOf(form))) return;
  event.preventDefault();
  if (event.submitter?.name === "clear") clear(form);
  else queue.drain();
});

// A button of another form, such as one that takes over last year, waits until what was typed is on the server, or until
// it is plain that there is no line: the queue keeps it either way.
const waited = new WeakSet();
document.addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (event.defaultPrevented || forms.has(urlOf(target)) || target.matches("[data-leave]") || waited.has(target)) return;
  event.preventDefault();
  waited.add(target);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([queue.drain(), patience]).then(() => {
    target.requestSubmit(submitter);
    waited.delete(target);
  });
}, { capture: true });

document.addEventListener("dekkend:taken", ({ target, detail }) => {
  queue.learn(urlOf(target), detail.revision, detail.fields);
  meter.count();
});

function clear(form) {
  const inputs = [...form.querySelectorAll(".choice__input")];
  for (const input of inputs) input.checked = false;
  changed(form, [...new Set(inputs.map((input) => input.name))], 0);
}

// --- From the queue to the page

const told = {
  put: ({ entry, isFar }) => put(entry, isFar),
  chosen: () => {},
  line: () => {},
  marked: ({ entry, isFar }) => draw(entry, isFar),
  kept: ({ url, body, sent }) => arrived(forms.get(url), body, sent),
};

queue.addEventListener("news", ({ detail }) => {
  told[detail.kind]?.(detail);
  meter.draw();
});

function put(entry, isFar) {
  const form = forms.get(entry.key);
  if (!form) return;
  if (isFar) fill(form, entry);
  if (queue.line !== "open" && entry.state === "waiting") say(form, "waiting", WAITS);
}

// From another tab or from the device. What was typed in this tab stands there already, and may be newer.
function fill(form, entry) {
  for (const [name, value] of Object.entries(entry.fields)) if (valueOf(form, name) !== value) setValue(form, name, value);
}

// A change as it waits on the device: for a line, for a choice, or for a repair.
function draw(entry, isFar) {
  const form = forms.get(entry.key);
  if (!form) return;
  if (isFar) fill(form, entry);
  if (queue.line !== "open" && entry.state === "waiting") say(form, "waiting", WAITS);
  if (entry.state === "clash" && !clashes.has(form)) clashed(form, entry);
  if (entry.state === "fault") {
    refuse(form, entry.errors);
    open(form);
  }
  if (entry.state === "stopped") say(form, "stopped", entry.words ?? TOO_LATE);
}

function clashed(form, { body, fields }) {
  clashes.add(form);
  take(form, Object.entries(body.row).filter(([name]) => !(name in fields)), body.merged);
  open(form, Object.keys(body.fields));
  say(form, "waiting", TWO_TEXTS);
  import("./clash.js").then(({ showClash }) => showClash(form, body, () => {
    clashes.delete(form);
    const chosen = Object.fromEntries(Object.keys(body.fields).map((name) => [name, valueOf(form, name)]));
    queue.choose(urlOf(form), { ...body.merged, ...chosen }, body.revision).then(() => queue.drain());
  }));
}

function arrived(form, body, sent) {
  if (!form) return;
  clearErrors(form);
  for (const block of form.querySelectorAll("[data-two-texts]")) block.remove(); // chosen in another tab
  clashes.delete(form);
  take(form, Object.entries(body.row).filter(([name]) => !isNewer(form, name, sent)));
  revisionOf(form).value = body.revision;
  meter.hear(body.state);
  say(form, "saved", `bewaard ${body.saved}`);
  form.dispatchEvent(new CustomEvent("dekkend:saved", { bubbles: true, detail: body }));
  meter.count();
}

// Typed on in this field while the save was under way: then what stands here stays, and is sent after it.
function isNewer(form, name, sent) {
  const key = `${urlOf(form)} ${name}`;
  if (mine.has(key) && mine.get(key) !== sent[name]) return true;
  mine.delete(key);
  return false;
}

// The row as the server has it: what somebody else wrote comes in.
function take(form, fields, merged = {}) {
  for (const [name, value] of [...fields, ...Object.entries(merged)]) {
    if (controls(form, name).length && !alike(valueOf(form, name), value)) setValue(form, name, value);
  }
}

// What asks for attention is not left folded away.
function open(form, names = null) {
  const isInside = (details) => !names || names.some((name) => controls(form, name).some((one) => details.contains(one)));
  for (const details of form.querySelectorAll("details")) if (isInside(details)) details.open = true;
}

// --- When the page opens: first what was kept since it was made, then what still waits

async function begin() {
  for (const form of forms.values()) form.reset(); // what the browser filled in by itself is older than the queue
  await Promise.all([queue.wake(), pace.load()]);
  meter.count();
  for (const row of await queue.kept()) {
    const form = forms.get(row.key);
    if (!form || row.revision <= Number(revisionOf(form).value)) continue;
    take(form, Object.entries(row.fields));
    revisionOf(form).value = row.revision;
    meter.hear(row.state);
  }
  for (const entry of await queue.entries()) draw(entry, true);
  meter.count();
  meter.draw();
  queue.drain();
  keepOnDevice(main.dataset);
}

if (matchMedia("(any-pointer: coarse)").matches) import("./swipe.js");
addEventListener("online", () => queue.drain());
addEventListener("focus", () => queue.drain());
document.addEventListener("visibilitychange", () => queue.drain());
begin();
