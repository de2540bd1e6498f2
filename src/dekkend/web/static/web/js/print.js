// A button that prints the page. What is folded and belongs on paper is opened first.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

const folded = () => document.querySelectorAll("details.unfold--print:not([open])");
let opened = [];

window.addEventListener("beforeprint", () => {
  opened = [...folded()];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
