// Rows that are put in order by hand: <form data-order> in an <li>, with a button "up" and a button "down".
// With the cursor in a row, Alt and an arrow do the same. Load after autosave.js, which first keeps what was typed.

import { post } from "./post.js";

const line = document.createElement("p");
line.className = "hidden-text";
line.setAttribute("role", "status");
document.body.append(line);

const say = (words) => {
  line.textContent = "";
  requestAnimationFrame(() => (line.textContent = words));
};

const formOf = (row) => row.querySelector(":scope form[data-order]");
const button = (row, to) => formOf(row)?.querySelector(`button[value="${to}"]`);

let running = Promise.resolve(); // one move after the other, so that a quick hand ends where it should

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-order]") || event.defaultPrevented || !event.submitter) return;
  event.preventDefault();
  running = running.then(() => move(form, event.submitter));
});

async function move(form, pressed) {
  const row = form.closest("li");
  const other = pressed.value === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  const data = new FormData(form);
  data.set("to", pressed.value);
  const { status, body } = await post(form, data);
  if (status === 0) return say("Geen verbinding, de volgorde is niet veranderd. Probeer het straks nog eens.");
  if (status !== 200) return location.reload();
  const held = row.contains(document.activeElement) ? document.activeElement : pressed;
  pressed.value === "up" ? other.before(row) : other.after(row);
  for (const each of row.parentElement.children) showEnds(each);
  (held.hidden ? button(row, pressed.value === "up" ? "down" : "up") : held).focus();
  row.scrollIntoView({ block: "nearest" });
  say(body.said);
}

function showEnds(row) {
  const [up, down] = [button(row, "up"), button(row, "down")];
  if (up) up.hidden = !row.previousElementSibling;
  if (down) down.hidden = !row.nextElementSibling;
}

document.addEventListener("keydown", (event) => {
  const to = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (!to || !event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const row = event.target.closest("li:has(form[data-order])");
  const wanted = row && button(row, to);
  if (!wanted) return;
  event.preventDefault();
  if (!wanted.hidden) formOf(row).requestSubmit(wanted);
});
