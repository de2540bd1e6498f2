// A file that is too large is refused before it is sent: <form data-weigh="bytes">.

import { clearErrors, showErrors } from "./signs.js";

const MEGA = 1024 * 1024;

for (const form of document.querySelectorAll("form[data-weigh]")) {
  const inputs = [...form.querySelectorAll('input[type="file"]')];
  const most = Number(form.dataset.weigh);
  const heavy = () => inputs.filter((input) => [...input.files].some((file) => file.size > most));
  const check = () => {
    clearErrors(form);
    const words = `Dit bestand is groter dan ${most / MEGA} MB. Maak het kleiner, of zet er een link naar.`;
    const found = heavy();
    if (found.length) showErrors(form, Object.fromEntries(found.map((input) => [input.name, [words]])));
    return found[0];
  };
  for (const input of inputs) input.addEventListener("change", check);
  form.addEventListener("submit", (event) => {
    const first = check();
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
}
