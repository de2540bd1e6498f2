// Choosing by key: 1 to 9 and 0 within the item that has the focus, n and p to the next and previous open item.
// Also in another question of the same document. Works only with the focus inside an item ([data-item]) and never while typing; [data-keys-switch] turns it off.

import { isOpen, itemsOf, reach } from "./items.js";

const OFF = "dekkend-keys-off";
const switches = document.querySelectorAll("[data-keys-switch]");
const typing = 'textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable]';

const remembered = () => {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null; // storage is shut: the keys are on
  }
};
let isOff = remembered() === "1";
for (const box of switches) {
  box.checked = !isOff;
  box.addEventListener("change", () => {
    isOff = !box.checked;
    try {
      localStorage.setItem(OFF, isOff ? "1" : "0");
    } catch {
      // It holds for this page then.
    }
  });
}

document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.("[data-item]");
  if (isOff || !item || event.ctrlKey || event.metaKey || event.altKey || event.target.matches(typing)) return;
  if (/^[0-9]$/.test(event.key)) choose(event, item);
  else if (event.key === "n") go(event, item, 1);
  else if (event.key === "p") go(event, item, -1);
});

function choose(event, item) {
  const set = event.target.closest(".choice-set") ?? item.querySelector(".choice-set");
  const answer = set?.querySelector(`[data-key="${event.key}"]:not(:disabled)`);
  if (!answer) return;
  event.preventDefault();
  answer.focus();
  answer.click();
}

function go(event, item, step) {
  const items = itemsOf(document).filter((one) => !one.closest("[hidden]:not([data-leaf])"));
  const rest = step > 0 ? items.slice(items.indexOf(item) + 1) : items.slice(0, items.indexOf(item)).reverse();
  const next = rest.find(isOpen);
  if (!next) return;
  event.preventDefault();
  reach(next);
}
