// What stands beside the text: bouwstenen, or this part as it will be printed. On a phone one of the three at a time.

const KEY = "dekkend-naast-de-tekst";
const LEAVES = ".paper-section :is(p, li, dd, dt, th, td, h3, h4)";

const choice = document.querySelector("[data-panes]");
const panes = choice.closest(".panes");
const aside = panes.querySelector("[data-paper]");
const sheet = aside.querySelector("[data-sheet]");
const buttons = [...choice.querySelectorAll("button")];
const wide = matchMedia("(min-width: 72rem)");

const remembered = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is shut
  }
};

function show(pane) {
  panes.dataset.pane = pane;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === pane));
  if (pane === "paper") refresh();
}

// On a wide screen the text is always there; beside it stand the bouwstenen of the part, if it has any.
const usual = () => (wide.matches && buttons.some((button) => button.value === "blocks") ? "blocks" : "text");

choice.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const isOff = wide.matches && button.getAttribute("aria-pressed") === "true";
  show(isOff ? usual() : button.value);
  try {
    if (wide.matches) localStorage.setItem(KEY, panes.dataset.pane);
  } catch {
    // Storage is shut: the choice holds for this page.
  }
});

// A way from the text to what stands beside it. Without a script it is further down the page.
for (const way of document.querySelectorAll("[data-pane-go]")) {
  way.addEventListener("click", () => show(way.dataset.paneGo));
}

const start = () => show(wide.matches && remembered() === "paper" ? "paper" : usual());
wide.addEventListener("change", start);

let mark = "";
let asking = null;

// One question at a time; what was saved meanwhile is asked after it.
async function refresh() {
  if (panes.dataset.pane !== "paper") return;
  if (asking) {
    asking = "again";
    return;
  }
  asking = "once";
  try {
    const answer = await fetch(aside.dataset.paper, { headers: mark ? { "If-None-Match": mark } : {} });
    if (answer.status === 200) put(await answer.text());
    if (answer.ok) mark = answer.headers.get("ETag") ?? "";
  } catch {
    // No line: what stood there stays, and the next save asks anew.
  }
  const isStale = asking === "again";
  asking = null;
  if (isStale) refresh();
}

// What was not there before is marked for a moment; the sheet stays where one was reading.
function put(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const known = new Set([...sheet.querySelectorAll(LEAVES)].map((leaf) => leaf.textContent));
  const at = aside.scrollTop;
  for (const leaf of known.size ? body.querySelectorAll(LEAVES) : []) {
    if (!known.has(leaf.textContent) && !leaf.querySelector(LEAVES)) leaf.classList.add("paper-fresh");
  }
  sheet.replaceChildren(...body.childNodes);
  aside.scrollTop = at;
}

document.addEventListener("dekkend:saved", refresh);
choice.hidden = false;
aside.hidden = false;
start();
