// Who else is in this copy and at which item, and what a colleague just changed: <form data-presence>. With words
// in it, <form data-presence="kijkt nu ook in dit deel" data-every="20">, only who else has this page open.
// It never changes what somebody types; a press does, and only where nothing waits to be saved.

import { post } from "./post.js";
import { setValue } from "./fields.js";
import { say, showState } from "./signs.js";

const form = document.querySelector("[data-presence]");
const EVERY = 1000 * (form?.dataset.every ?? 5); // ms
const SLOWEST = 60000;
const STILL = 3000; // ms without a key before another's text may come in

const said = document.querySelector("[data-presence-said]");
const set = (name, value) => {
  const field = form.elements.namedItem(name);
  if (field) field.value = value;
};
const here = form?.dataset.presence || "is hier ook";
let wait = EVERY;
let timer = 0;
let known = new Set();

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
};

async function ask() {
  if (document.visibilityState === "hidden") return;
  const { status, body } = await post(form, new FormData(form));
  if (status === 200) {
    wait = EVERY;
    set("since", body.since);
    showPeople(body.people);
    for (const change of body.changes) showChange(change);
  } else if (status === 0 || status >= 500 || status === 429) {
    wait = Math.min(wait * 2, SLOWEST);
    showPeople([]);
  } else {
    return; // signed out, or the profile was submitted: saving says so
  }
  later();
}

function showPeople(people) {
  form.hidden = !people.length;
  const words = people.map(({ name, where }) => (where ? `${name} is bij ${where}` : `${name} ${here}`));
  form.querySelector('[data-part="people"]').textContent = words.join(", ");
  for (const old of document.querySelectorAll(".presence__here")) old.remove();
  for (const { name, item } of people) {
    const place = item && document.querySelector(`#onderdeel-${CSS.escape(item)} .item__text`);
    if (place) place.after(line("presence__here", `${name} is hier`));
  }
  // Only who comes and goes is said aloud; who walks from item to item is not.
  const now = new Set(people.map(({ name }) => name));
  const came = [...now].filter((name) => !known.has(name));
  const left = [...known].filter((name) => !now.has(name));
  const news = [...came.map((name) => `${name} is er ook.`), ...left.map((name) => `${name} is weg.`)].join(" ");
  if (news) said.textContent = news;
  known = now;
}

function line(className, words) {
  const p = document.createElement("p");
  p.className = className;
  p.textContent = words;
  return p;
}

// What is typed and not yet kept: from the first key until it is said to be saved.
const typed = new WeakMap();
const dirty = new WeakSet();
document.addEventListener("input", ({ target }) => {
  if (!target.form?.matches("[data-queued]")) return;
  dirty.add(target.form);
  typed.set(target.form, Date.now());
});
document.addEventListener("dekkend:saved", ({ target }) => {
  dirty.delete(target);
  target.closest("[data-item]")?.querySelector(".changed")?.remove();
});
const isStill = (one) => !dirty.has(one) && Date.now() - (typed.get(one) ?? 0) > STILL;

function showChange(change) {
  const place = document.getElementById(`onderdeel-${change.item}`);
  const theirs = place?.querySelector("form[data-queued]");
  if (!theirs || change.revision <= Number(theirs.elements.namedItem("revision").value)) return;
  const shown = place.querySelector(".changed");
  if (shown?.dataset.revision === String(change.revision)) return;
  shown?.remove();
  const block = document.getElementById("changed-by-another").content.firstElementChild.cloneNode(true);
  block.dataset.revision = change.revision;
  block.querySelector('[data-part="who"]').textContent = change.who;
  block.querySelector('[data-part="value"]').textContent = change.value;
  const button = block.querySelector("button");
  button.addEventListener("click", () => {
    if (isStill(theirs)) return take(theirs, change, block);
    button.remove();
    block.querySelector("[hidden]").hidden = false;
    return undefined;
  });
  theirs.before(block);
  said.textContent = `${change.who} heeft ${change.number} zojuist veranderd.`;
}

function take(theirs, change, block) {
  for (const [name, value] of Object.entries({ ...change.fields, revision: change.revision })) {
    setValue(theirs, name, value);
  }
  showState({ [`mark-${change.item}`]: change.mark, [`overall-${change.item}`]: change.value });
  say(theirs, "saved", `bewaard door ${change.who}`);
  const { fields, revision } = change;
  theirs.dispatchEvent(new CustomEvent("dekkend:taken", { bubbles: true, detail: { fields, revision } }));
  block.remove();
  (theirs.querySelector(":checked") ?? theirs.querySelector("input:not([type=hidden])"))?.focus();
}

if (form) {
  document.addEventListener("dekkend:turned", ({ detail }) => set("question", detail));
  document.addEventListener("focusin", ({ target }) => {
    const item = target.closest?.("[data-item]");
    set("item", item ? item.id.replace(/^onderdeel-/, "") : "");
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") ask();
    else clearTimeout(timer);
  });
  ask();
}
