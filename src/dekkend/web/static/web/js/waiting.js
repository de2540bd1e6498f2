// "3 antwoorden wachten op verbinding": what this device still has to send, in words.

import { isLasting } from "./store.js";

// Words and links, to be written one after the other; none when nothing has to wait.
export function wordsOf(queue, entries, login) {
  const number = entries.filter((entry) => entry.state === "waiting").length;
  const wait = number === 1 ? "1 antwoord wacht" : `${number} antwoorden wachten`;
  const words = [];
  if (number && queue.line === "shut") words.push(`${wait} op verbinding, op dit apparaat.`);
  if (number && queue.line === "out") words.push(`${wait} op dit apparaat.`, linkTo(login), "om ze te bewaren.");
  if (number && !isLasting) words.push("Laat dit venster open: deze browser bewaart niets.");
  return words;
}

function linkTo(login) {
  const link = document.createElement("a");
  link.href = `${login}?next=${encodeURIComponent(location.pathname)}`;
  link.textContent = "Log in";
  return link;
}

// Said once, and again only when it is something else.
export function write(line, words) {
  const now = words.map((word) => word.textContent ?? word).join(" ");
  if (line.textContent !== now) line.replaceChildren(...words.flatMap((word, at) => (at ? [" ", word] : [word])));
}
