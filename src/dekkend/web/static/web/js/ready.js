// For every page: says that scripts run, brings the eye to what went wrong, shuts what was left open.

document.documentElement.classList.add("js");
document.querySelector("[data-focus]")?.focus();

const open = () => document.querySelectorAll("details[data-shut-outside][open]");

document.addEventListener("click", (event) => {
  for (const panel of open()) if (!panel.contains(event.target)) panel.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of open()) {
    panel.open = false;
    if (panel.contains(document.activeElement)) panel.querySelector("summary").focus();
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

// Signing out: first what waits on this device, and then nothing stays there.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-leave]")) return;
  event.preventDefault();
  import("./leave.js").then(({ leave }) => leave(form)).catch(() => form.submit());
});
