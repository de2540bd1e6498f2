// Signing out takes everything of this person from the device. What still waits is said first; pressed again it goes.

import { all, forget } from "./store.js";

const isOfPerson = (row) => !row.owner.startsWith("code:");

export async function waiting() {
  return (await all("entries")).filter(isOfPerson).length;
}

// Take away all that belongs to the owners of which `isGone({ owner })` holds.
export async function clean(isGone = isOfPerson) {
  await forget(isGone);
  if (!globalThis.caches) return;
  for (const name of (await caches.keys()).filter((one) => one.startsWith("dekkend-"))) {
    const cache = await caches.open(name);
    let left = 0;
    for (const request of await cache.keys()) {
      const owner = (await cache.match(request)).headers.get("Dekkend-Owner");
      if (owner === null) continue;
      if (isGone({ owner })) await cache.delete(request);
      else left += 1;
    }
    if (!left) await caches.delete(name);
  }
  if ((await caches.keys()).some((one) => one.startsWith("dekkend-"))) return;
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
}

// The form with which one signs out.
export async function leave(form) {
  const number = await waiting();
  if (number && !form.dataset.warned) return warn(form, number);
  await clean();
  form.submit();
}

function warn(form, number) {
  form.dataset.warned = "1";
  const words = document.createElement("p");
  words.className = "message message--warning";
  words.setAttribute("role", "alert");
  const wait = number === 1 ? "wacht 1 antwoord dat" : `wachten ${number} antwoorden die`;
  words.textContent = `Op dit apparaat ${wait} nog niet bewaard ${number === 1 ? "is" : "zijn"}. Log je uit, dan ${number === 1 ? "gaat het" : "gaan ze"} weg. Wacht tot er verbinding is.`;
  form.prepend(words);
  form.querySelector("button").textContent = number === 1 ? "Toch uitloggen en weggooien" : `Toch uitloggen en ${number} antwoorden weggooien`;
}
