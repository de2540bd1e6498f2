// Something is made aside: <div data-watch data-busy> is fetched anew until it is no longer busy. Nothing that has
// the focus is lost, and only what became another is read aloud (`data-say`, into [data-said]).

const EVERY = 2000; // ms
const PATIENCE = 8000;
const root = document.querySelector("[data-watch]");
const said = document.querySelector("[data-said]");
let words = wordsOf(root);

function wordsOf(part) {
  return [...part.querySelectorAll("[data-say]")].map((one) => one.dataset.say).join(" ");
}

async function look() {
  const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  if (answer.redirected || answer.status === 404) return location.reload(); // signed out
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-watch]");
  if (fresh) show(fresh);
}

function show(fresh) {
  const bar = root.querySelector("progress");
  const next = fresh.querySelector("progress");
  const count = root.querySelector("label");
  if (bar && next && bar.max === next.max && wordsOf(fresh) === words) {
    bar.value = next.value;
    count.replaceChildren(...fresh.querySelector("label").childNodes);
  } else {
    const held = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    root.replaceChildren(...fresh.childNodes);
    if (held) (root.querySelector(`[data-key="${CSS.escape(held)}"]`) ?? root.querySelector("[data-key]"))?.focus();
  }
  if (wordsOf(root) !== words) said.textContent = words = wordsOf(root);
  root.toggleAttribute("data-busy", fresh.hasAttribute("data-busy"));
}

while (root.hasAttribute("data-busy")) {
  await new Promise((resolve) => setTimeout(resolve, EVERY));
  await look().catch(() => {}); // no line: again in a moment
}
