// An old profile, passage by passage: "Volgende" goes to the button of the next one that is open below where one is, without a new page; n and p do so by key.
// The keys work only with the focus inside a passage or on "Volgende", and never while typing.

const lines = [...document.querySelectorAll("[data-old] .old__line")];
const isOpen = (line) => line.hasAttribute("data-open");
const typing = 'textarea, select, input:not([type="radio"], [type="checkbox"])';
let at = lines.findIndex((line) => `#${line.id}` === location.hash);

// After a press one goes on from there, with the next key: once the browser went there itself, which takes the focus away.
addEventListener("load", () => {
  if (at >= 0) requestAnimationFrame(() => lines[at].querySelector("[data-next]")?.focus({ preventScroll: true }));
});

for (const hint of document.querySelectorAll("[data-keys-hint]")) hint.hidden = false;

// Who reads on with the wheel goes on from there.
function here() {
  const focused = lines.indexOf(document.activeElement?.closest?.(".old__line"));
  if (focused >= 0) return focused;
  const seen = at >= 0 && lines[at].getBoundingClientRect();
  if (seen && seen.bottom > 0 && seen.top < innerHeight) return at;
  return lines.findIndex((line) => line.getBoundingClientRect().top > 0) - 1;
}

function go(step) {
  const from = here();
  const rest = step > 0 ? lines.slice(from + 1) : lines.slice(0, Math.max(from, 0)).reverse();
  const next = rest.find(isOpen);
  if (!next) return false;
  at = lines.indexOf(next);
  next.querySelector(".old__do .button").focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-next]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Nothing open below: the link itself knows the next sheet, or the first one again.
  if (go(1)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(typing)) return;
  if (!event.target.closest(".old__line, [data-next]")) return;
  if (event.key === "n") {
    event.preventDefault();
    if (!go(1)) document.querySelector(".pace [data-next]")?.click();
  } else if (event.key === "p") {
    event.preventDefault();
    go(-1);
  }
});
