// Pieces of the page that follow from a save: <div data-piece="margin-visie">. The answer to the save brings them.

const shown = new Map();

document.addEventListener("dekkend:saved", ({ detail }) => {
  for (const [key, html] of Object.entries(detail.pieces ?? {})) {
    const place = document.querySelector(`[data-piece="${CSS.escape(key)}"]`);
    // Where somebody is reading stays as it is until the next save.
    if (!place || shown.get(key) === html || place.contains(document.activeElement)) continue;
    shown.set(key, html);
    const open = [...place.querySelectorAll("details[open]")].map((one) => one.className);
    place.innerHTML = html;
    // What somebody unfolded stays so.
    for (const one of place.querySelectorAll("details")) if (open.includes(one.className)) one.open = true;
  }
});
