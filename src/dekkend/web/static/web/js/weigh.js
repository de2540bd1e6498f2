// A file that is too large is refused before it is sent: <form data-weigh="bytes">.

import { clearErrors, showErrors } from "./signs.js";

const MEGA = 1024 * 1024;

for (const form of document.querySelectorAll("form[data-weigh]")) {
  const input = form.querySelector('input[type="file"]');
  const most = Number(form.dataset.weigh);
  const check = () => {
    clearErrors(form);
    const isTooLarge = [...input.files].some((file) => file.size > most);
    if (isTooLarge) {
      const words = `Dit bestand is groter dan ${most / MEGA} MB. Maak het kleiner, of zet er een link naar.`;
      showErrors(form, { [input.name]: [words] });
    }
    return !isTooLarge;
  };
  input.addEventListener("change", check);
  form.addEventListener("submit", (event) => {
    if (check()) return;
    event.preventDefault();
    input.focus();
  });
}
