// What is folded and belongs on paper is opened before the page is printed; the button itself is in ready.js.

const folded = () => document.querySelectorAll("details.unfold--print:not([open])");
let opened = [];

window.addEventListener("beforeprint", () => {
  opened = [...folded()];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
