// All questions in one document, one to be seen. Address and history follow; a link to a question only turns the leaf.

import { itemsOf } from "./items.js";

const leaves = [...document.querySelectorAll("[data-leaf]")];
const leafAt = (path) => leaves.find((leaf) => leaf.dataset.leaf === path);
export const shown = () => leaves.find((leaf) => !leaf.hidden);
export const beside = (step) => leaves[leaves.indexOf(shown()) + step];

function show(leaf) {
  for (const each of leaves) each.hidden = each !== leaf;
  document.title = document.title.replace(/^[^,]*/, leaf.dataset.title);
  for (const link of document.querySelectorAll(".questions__link")) {
    if (link.pathname === leaf.dataset.leaf) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.dispatchEvent(new CustomEvent("dekkend:turned", { detail: leaf.id.replace("vraag-", "") }));
}

export function turn(leaf, { hash = "" } = {}) {
  if (!leaf) return;
  if (leaf !== shown()) {
    history.pushState(null, "", leaf.dataset.leaf + hash);
    show(leaf);
  }
  look(leaf, hash);
}

function look(leaf, hash) {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target) return target.scrollIntoView();
  scrollTo({ top: topOf(leaf), behavior: "instant" });
  leaf.querySelector("h1").focus({ preventScroll: true });
}

// The head of the page stays out of sight once somebody is under way.
const topOf = (leaf) => Math.max(0, leaf.getBoundingClientRect().top + scrollY - 16);

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.origin !== location.origin) return;
  const inside = link.hash && link.pathname === location.pathname;
  const leaf = inside ? document.getElementById(link.hash.slice(1))?.closest("[data-leaf]") : leafAt(link.pathname);
  if (!leaf) return;
  event.preventDefault();
  const fold = link.closest("details.questions");
  if (fold?.querySelector("summary").offsetParent) fold.open = false;
  turn(leaf, { hash: link.hash });
});

document.addEventListener("dekkend:reach", ({ target }) => {
  const leaf = target.closest("[data-leaf]");
  if (!leaf?.hidden) return;
  history.pushState(null, "", leaf.dataset.leaf);
  show(leaf);
  const isFirst = itemsOf(leaf)[0] === target;
  if (isFirst) scrollTo({ top: topOf(leaf), behavior: "instant" });
});

addEventListener("popstate", () => {
  const leaf = leafAt(location.pathname);
  if (leaf && leaf.hidden) show(leaf);
});

// A page from the device may have been made for another question, or stand at the address of the copy itself.
const asked = leafAt(location.pathname);
if (asked?.hidden) show(asked);
else if (!asked && shown()) history.replaceState(null, "", shown().dataset.leaf);
