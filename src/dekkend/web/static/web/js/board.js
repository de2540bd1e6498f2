// Keys on the digiboard: each button says its own in data-key. A clicker for slides sends PageDown and PageUp.

const SAME = { PageDown: "ArrowRight", PageUp: "ArrowLeft" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const key = SAME[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (button.matches("summary")) button.parentElement.querySelector("input[type=number]")?.focus();
});
