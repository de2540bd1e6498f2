// The advice beside a text: fresh after a save, to the words on request, and waved away. It never takes the cursor.

const said = (margin, words) => (margin.querySelector("[data-advice-said]").textContent = words);
const count = (margin) => Number(margin.querySelector("[data-count]")?.dataset.count ?? 0);
const told = (number) => (number === 0 ? "Geen advies meer." : number === 1 ? "Eén advies." : `${number} adviezen.`);

async function refresh(margin) {
  const turn = (margin.turn = (margin.turn ?? 0) + 1);
  try {
    const answer = await fetch(margin.dataset.advice, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    fill(margin, await answer.text(), turn);
  } catch {
    // Without a line the former advice stays; the next save asks again.
  }
}

function fill(margin, html, turn) {
  const notes = margin.querySelector("[data-advice-notes]");
  if (turn !== margin.turn || notes.contains(document.activeElement)) return;
  const before = count(margin);
  const wasOpen = notes.querySelector("details")?.open;
  notes.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  const fold = notes.querySelector("details");
  if (fold && wasOpen) fold.open = true;
  if (count(margin) !== before) said(margin, told(count(margin)));
}

document.addEventListener("dekkend:saved", ({ target }) => {
  for (const margin of document.querySelectorAll("[data-advice]")) {
    const { of, ofEach: each } = margin.dataset;
    if (of === target.id || (each && target.id.startsWith(each))) refresh(margin);
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-advice-words]");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
  const { adviceWords: words, adviceAt: at } = link.dataset;
  if (!words || !field.matches("textarea")) return;
  // Somebody may have typed on since: then the words stand elsewhere.
  const start = field.value.startsWith(words, Number(at)) ? Number(at) : field.value.indexOf(words);
  if (start >= 0) field.setSelectionRange(start, start + words.length);
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const margin = form.matches("[data-advice-wave]") && form.closest("[data-advice]");
  if (!margin || event.defaultPrevented) return;
  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error();
  } catch {
    return form.submit(); // the server says on a page of its own what is wrong
  }
  margin.focus({ preventScroll: true }); // the button goes; its place stays
  refresh(margin);
});
