// A phone in the talk: an answer is kept here until the server has it, also when the line is gone or the tab is shut.
// What is kept ends with the talk: over.js wipes it.

import { say } from "./follow.js";
import "./board.js";

const root = document.querySelector("[data-phone]");
const PREFIX = "dekkend-gesprek-";
const KEY = PREFIX + root.dataset.phone;
let waiting = {};
try {
  // A phone is in one talk: what waited for an earlier one can arrive nowhere.
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX) && key !== KEY) localStorage.removeItem(key);
  waiting = JSON.parse(localStorage.getItem(KEY) ?? "{}");
} catch {
  // Storage is shut: what waits lives as long as the page.
}

function keep() {
  try {
    if (Object.keys(waiting).length) localStorage.setItem(KEY, JSON.stringify(waiting));
    else localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

const form = () => root.querySelector("[data-vote]");
const token = () => document.querySelector('[name="csrfmiddlewaretoken"]')?.value ?? "";

function draw() {
  const mine = waiting[form()?.dataset.vote];
  if (!mine) return;
  for (const button of form().querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === mine.value));
}

root.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-vote]")) return;
  event.preventDefault();
  waiting[event.target.dataset.vote] = { value: event.submitter.value, address: event.target.getAttribute("action") };
  keep();
  draw();
  send();
});

let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  try {
    for (const [item, mine] of Object.entries(waiting)) await sendOne(item, mine);
  } catch {
    say("Geen verbinding. Je antwoord wacht hier en gaat vanzelf mee.");
  } finally {
    sending = false;
  }
}

async function sendOne(item, mine) {
  const body = new URLSearchParams({ item, value: mine.value, csrfmiddlewaretoken: token() });
  const answer = await fetch(mine.address, { method: "POST", body, headers: { Accept: "application/json" } });
  if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
  const told = await answer.json();
  if (waiting[item] === mine) delete waiting[item];
  else if (waiting[item]) return sendOne(item, waiting[item]);
  keep();
  if (answer.ok) for (const button of form()?.dataset.vote === item ? form().querySelectorAll("button") : []) button.setAttribute("aria-pressed", String(button.value === told.value));
  say(answer.ok ? `Bewaard: ${told.label}` : told.error);
}

root.addEventListener("dekkend:followed", draw);
root.addEventListener("dekkend:back", send);
addEventListener("online", send);
setInterval(() => Object.keys(waiting).length && send(), 3000);

fetch(root.dataset.join, { method: "POST", headers: { Accept: "application/json", "X-CSRFToken": token() } }).catch(() => {});
draw();
send();
