// Last year's answers in one press, and back, without leaving the page: forms with data-take and data-undo.
// Load after answering.js, which first keeps what was typed. Without a line, or when refused, the page says so.

import { post } from "./post.js";
import { setValue } from "./fields.js";
import { say, showState } from "./signs.js";

const NO_LINE = "Geen verbinding, er is niets veranderd. Probeer het straks nog eens.";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-take], [data-undo]") || event.defaultPrevented) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  const { status, body } = await post(form, new FormData(form));
  button.disabled = false;
  if (status === 0) return tell(form, NO_LINE);
  if (status !== 200) return form.submit();
  for (const one of body.taken) fill(one, body.saved);
  showState(body.state);
  if (form.matches("[data-undo]")) back(form, body);
  else taken(form, body);
});

const itemForm = (item) => document.querySelector(`#onderdeel-${CSS.escape(item)} form[data-queued]`);
const asideOf = (item) => document.querySelector(`#onderdeel-${CSS.escape(item)} [data-lastyear]`);
const takeForm = (item) => asideOf(item)?.querySelector("[data-take]");

function fill({ item, revision, fields }, saved) {
  const form = itemForm(item);
  if (!form) return;
  for (const [name, value] of Object.entries({ ...fields, revision })) setValue(form, name, value);
  say(form, "saved", `bewaard ${saved}`);
  form.dispatchEvent(new CustomEvent("dekkend:taken", { bubbles: true, detail: { revision, fields } }));
}

function taken(form, body) {
  if (!body.taken.length) return tell(form, body.words);
  for (const { item } of body.taken) shut(takeForm(item));
  const whole = form.closest("[data-lastyears]");
  if (whole) shut(form);
  const undo = leafOf(form).querySelector("template[data-lastyear-undo]").content.firstElementChild.cloneNode(true);
  undo.elements.namedItem("csrfmiddlewaretoken").value = form.elements.namedItem("csrfmiddlewaretoken").value;
  undo.elements.namedItem("steps").value = body.steps;
  if (whole && body.taken.length > 1) {
    undo.querySelector('[data-part="words"]').textContent = `${body.taken.length} antwoorden overgenomen van vorig jaar.`;
  }
  if (!whole) undo.querySelector('[data-part="onward"]')?.remove();
  place(form).replaceChildren(undo);
  undo.querySelector("button").focus();
  restShut(leafOf(form));
  return undefined;
}

function back(form, body) {
  const gone = new Set(body.taken.map(({ item }) => item));
  for (const item of gone) takeForm(item)?.removeAttribute("hidden");
  if (gone.size) restOpen(leafOf(form));
  const at = place(form);
  at.textContent = gone.size ? "Ongedaan gemaakt." : body.words;
  const whole = at.closest("[data-leaf]").querySelector("[data-lastyears] [data-take]:not([hidden]) button");
  (at.closest("[data-lastyear]")?.querySelector("[data-take]:not([hidden]) button") ?? whole)?.focus();
}

// The place beside a form where is said what became of it.
function place(form) {
  const whole = form.closest("[data-lastyears]");
  if (whole) return whole.querySelector("[data-lastyear-said]");
  const aside = form.closest("[data-lastyear]");
  let at = aside.querySelector('[role="status"]');
  if (!at) {
    at = document.createElement("div");
    at.setAttribute("role", "status");
    aside.append(at);
  }
  return at;
}

const tell = (form, words) => {
  place(form).textContent = words;
};
const shut = (form) => form?.setAttribute("hidden", "");
const leafOf = (form) => form.closest("[data-leaf]");
const wholeForm = (leaf) => leaf.querySelector("[data-lastyears] [data-take]");
const someLeft = (leaf) => [...leaf.querySelectorAll("[data-lastyear] [data-take]")].some((one) => !one.hidden);

function restShut(leaf) {
  if (!someLeft(leaf)) shut(wholeForm(leaf));
}

function restOpen(leaf) {
  wholeForm(leaf)?.removeAttribute("hidden");
}
