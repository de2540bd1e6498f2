// Forms that save themselves: <form data-autosave method="post" action="…">. What one form does is in draft.js.

import { Draft } from "./draft.js";
import { sayForPage } from "./signs.js";

const PAUSE = 800; // ms after the last letter
const REST = 400; // ms after walking through answers with the arrow keys
const PATIENCE = 3000; // ms a link waits for what was typed

const drafts = new Map();
for (const form of document.querySelectorAll("form[data-autosave]")) drafts.set(form, new Draft(form));

const busy = () => [...drafts.values()].filter((draft) => draft.isBusy);
const saveAll = () => Promise.all(busy().map((draft) => draft.send()));
const isText = (control) => control.matches('textarea, input:not([type="radio"], [type="checkbox"], [type="hidden"])');

let walking = false;
document.addEventListener("keydown", (event) => {
  walking = event.key.startsWith("Arrow") && event.target.type === "radio";
});
document.addEventListener("pointerdown", () => (walking = false));

document.addEventListener("input", ({ target }) => {
  if (target.name && isText(target)) drafts.get(target.form)?.changed(PAUSE);
});

document.addEventListener("change", ({ target }) => {
  const draft = target.name && drafts.get(target.form);
  if (!draft) return;
  if (!isText(target)) draft.changed(walking ? REST : 0);
  else if (draft.isBusy) draft.later(0);
});

document.addEventListener("submit", (event) => {
  const draft = drafts.get(event.target);
  if (event.defaultPrevented) return;
  if (!draft) return afterSaving(event);
  const { submitter } = event;
  const isSaveButton = !submitter || submitter.classList.contains("without-js");
  if (!isSaveButton && !draft.isBusy) return;
  event.preventDefault();
  draft.send().then(() => {
    if (!isSaveButton && !draft.isBusy) event.target.requestSubmit(submitter);
  });
});

// A button of another form, such as one that changes a text, also waits until everything is kept. Pressed a second
// time it goes on; the browser then asks.
const waited = new WeakSet();
function afterSaving(event) {
  const { target, submitter } = event;
  if (!busy().length || waited.has(target)) return;
  event.preventDefault();
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([saveAll(), patience]).then(() => {
    if (!busy().length) target.requestSubmit(submitter);
    else waited.add(target);
  });
}

// A link waits until everything is kept; if that does not work, the browser asks.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download") || !busy().length) return;
  if (link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([saveAll(), patience]).then(() => location.assign(link.href));
});

window.addEventListener("beforeunload", (event) => {
  if (busy().length) event.preventDefault();
});
window.addEventListener("online", saveAll);
window.addEventListener("focus", saveAll);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") saveAll();
});

document.addEventListener("dekkend:saving", () => sayForPage([...drafts.values()]));
