// Pages that follow a talk: <div data-follow="address" data-tag="…">. What comes back takes the place of what was there.

const root = document.querySelector("[data-follow]");
const EVERY = 1000; // ms
const PATIENCE = 8000;
let tag = root.dataset.tag;
let gone = false; // the line
let running = 0; // the round of questions that counts

export const say = (words) => {
  const line = root.querySelector("[data-say]");
  if (line) line.textContent = words;
};

async function ask() {
  const answer = await fetch(root.dataset.follow, {
    headers: { "If-None-Match": tag },
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.status === 304) return;
  if (answer.redirected || [404, 410].includes(answer.status)) location.reload();
  if (!answer.ok) throw new Error(answer.status);
  const html = await answer.text();
  if (isTyping()) return; // the tag stays, so the next round brings it again
  tag = answer.headers.get("ETag").replace(/^W\//, "");
  swap(html);
}

const isTyping = () => document.activeElement?.matches?.("input:not([type=hidden])") && root.contains(document.activeElement);

function swap(html) {
  const held = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const isHandsOpen = root.querySelector("details[open]") !== null;
  const places = [...root.querySelectorAll("[data-scroll]")].map((one) => [one.dataset.scroll, one.textContent, one.scrollTop]);
  root.innerHTML = html;
  for (const [name, words, top] of places) {
    const now = root.querySelector(`[data-scroll="${name}"]`);
    if (now?.textContent === words) now.scrollTop = top;
  }
  if (isHandsOpen) root.querySelector("details")?.setAttribute("open", "");
  if (held) root.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
  startClock();
  root.dispatchEvent(new CustomEvent("dekkend:followed"));
  const shown = root.querySelector("[data-shown]")?.dataset.shown;
  if (shown !== undefined && shown !== root.dataset.page) location.assign(location.pathname);
}

export async function follow() {
  const mine = ++running;
  while (mine === running) {
    try {
      await ask();
      if (gone) {
        gone = false;
        say("De verbinding is terug. Dit is het punt dat nu op het bord staat.");
        root.dispatchEvent(new CustomEvent("dekkend:back"));
      }
    } catch {
      gone = true;
      say("Geen verbinding. We proberen het steeds opnieuw; wat je koos blijft bewaard.");
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}

// Buttons: one press is sent, and at once we look what it did.
root.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-press]")) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  document.activeElement?.matches("input") && document.activeElement.blur();
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
    const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    if (answer.status === 409) say("Iemand koos net iets anders. Kijk wat er staat en kies opnieuw.");
    else if (!answer.ok) say(told.error ?? Object.values(told.errors ?? {}).flat().join(" "));
    else root.querySelector("details[open]")?.removeAttribute("open");
    follow();
  } catch {
    say("Geen verbinding. Druk straks nog een keer.");
  }
});

// The clock: whole minutes, no alarm.
let until = 0;
function startClock() {
  const place = root.querySelector("[data-left]");
  until = place && !("still" in place.dataset) ? Date.now() + 1000 * Number(place.dataset.left) : 0;
}
setInterval(() => {
  const place = root.querySelector("[data-left]");
  if (!place || !until) return;
  const minutes = Math.max(0, Math.ceil((until - Date.now()) / 60000));
  const words = minutes ? `Nog ${minutes} ${minutes === 1 ? "minuut" : "minuten"}` : "De tijd is om";
  if (place.textContent !== words) place.textContent = words;
}, 1000);

startClock();
follow();
