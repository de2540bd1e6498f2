// Keys on the digiboard: each button says its own in data-key. A clicker for slides sends PageDown and PageUp.

// The arrows up and down read on in a long explanation.

const SAME = { PageDown: "ArrowRight", PageUp: "ArrowLeft" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const key = SAME[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (key === "ArrowDown" || key === "ArrowUp") return read(event, key === "ArrowDown" ? 1 : -1);
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (button.matches("summary")) button.parentElement.querySelector("input[type=number]")?.focus();
});

function read(event, way) {
  const inside = document.activeElement?.closest("[data-scroll]");
  const text = inside ?? [...document.querySelectorAll("[data-scroll]")].find((one) => one.scrollHeight > one.clientHeight);
  if (!text) return;
  event.preventDefault();
  text.scrollBy({ top: way * text.clientHeight * 0.8 });
}
