// What one sees of an item on the page: whether it is open, and its mark. [data-item] in a [data-leaf].

const groups = (item) => new Set([...item.querySelectorAll(".choice__input")].map((input) => input.name));
const chosen = (item) => [...item.querySelectorAll(".choice__input:checked")];

export const itemsOf = (root) => [...root.querySelectorAll("[data-item]")];

export function lacksReason(item) {
  const reason = item.querySelector('[name="reason"]');
  return Boolean(reason && !reason.value.trim() && item.querySelector("[data-asks-reason]:checked"));
}

export function isOpen(item) {
  const names = groups(item);
  return names.size > 0 && (chosen(item).length < names.size || lacksReason(item));
}

// The mark of an item with one question; of topics only the server knows what they make together.
export function markOf(item) {
  if (groups(item).size !== 1) return null;
  return chosen(item)[0]?.dataset.mark ?? "blank";
}

// "2 van 5 beantwoord", "klaar, 1 in ontwikkeling".
export function sentenceOf(leaf) {
  const items = itemsOf(leaf);
  const done = items.filter((item) => !isOpen(item)).length;
  const far = done === items.length ? "klaar" : done ? `${done} van ${items.length} beantwoord` : "leeg";
  const feeding = items.map((item) => item.querySelector(".choice-set--main [data-feeds]:checked")).filter(Boolean);
  const word = feeding[0]?.parentElement.querySelector(".choice__word").textContent.toLowerCase();
  return word ? `${far}, ${feeding.length} ${word}` : far;
}

// Bring an item into view, also when its question is turned away.
export function reach(item) {
  item.dispatchEvent(new CustomEvent("dekkend:reach", { bubbles: true }));
  const inputs = [...item.querySelectorAll(".choice__input")];
  const input = inputs.find((one) => one.checked) ?? inputs[0];
  input?.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}
