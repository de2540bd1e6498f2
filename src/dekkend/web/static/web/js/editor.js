// Four buttons above a text, and clean pasting from Word. The text itself stays Markdown that one can read.

import { toMarkdown } from "./paste.js";

const BUTTONS = [
  { act: "bold", word: "Vet", keys: "Control+B", run: (area) => wrap(area, "**") },
  { act: "italic", word: "Schuin", keys: "Control+I", run: (area) => wrap(area, "*") },
  { act: "list", word: "Lijst", keys: "", run: list },
  { act: "link", word: "Link", keys: "", run: link },
];

for (const area of document.querySelectorAll("textarea[data-markdown]")) dress(area);

export function dress(area) {
  if (area.previousElementSibling?.matches(".toolbar")) return;
  area.before(toolbar(area));
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const mark = { b: "**", i: "*" }[event.key];
    if (!mark) return;
    event.preventDefault();
    wrap(area, mark);
  });
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    const text = html && toMarkdown(html);
    if (!text) return;
    event.preventDefault();
    put(area, text);
  });
}

function toolbar(area) {
  const bar = document.createElement("div");
  bar.className = "toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Opmaak");
  if (area.id) bar.setAttribute("aria-controls", area.id);
  const buttons = BUTTONS.map(({ act, word, keys, run }, number) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "toolbar__button";
    button.dataset.act = act;
    button.textContent = word;
    button.tabIndex = number ? -1 : 0;
    if (keys) button.setAttribute("aria-keyshortcuts", keys);
    button.addEventListener("click", () => run(area));
    return button;
  });
  bar.append(...buttons);
  bar.addEventListener("keydown", (event) => walk(event, buttons));
  return bar;
}

// One stop for Tab; the arrows walk along the buttons.
function walk(event, buttons) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = buttons.indexOf(document.activeElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

// Through the browser's own editing, so that undo knows it.
function put(area, text, from = area.selectionStart, to = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

const chosen = (area) => area.value.slice(area.selectionStart, area.selectionEnd);

function wrap(area, mark) {
  const { selectionStart: from, selectionEnd: to } = area;
  const [, lead, words, trail] = chosen(area).match(/^(\s*)([\s\S]*?)(\s*)$/);
  const isMarked = words.length > 2 * mark.length && words.startsWith(mark) && words.endsWith(mark);
  const bare = isMarked ? words.slice(mark.length, -mark.length) : words;
  const inside = isMarked ? bare : mark + bare + mark;
  put(area, lead + inside + trail, from, to);
  const start = from + lead.length + (isMarked ? 0 : mark.length);
  area.setSelectionRange(start, start + bare.length);
}

function list(area) {
  const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = area.value.indexOf("\n", area.selectionEnd);
  const to = end < 0 ? area.value.length : end;
  const lines = area.value.slice(from, to).split("\n");
  const isList = lines.every((line) => /^\s*- /.test(line));
  const made = lines.map((line) => (isList ? line.replace("- ", "") : line.trim() || lines.length === 1 ? `- ${line}` : line));
  put(area, made.join("\n"), from, to);
}

function link(area) {
  const from = area.selectionStart;
  const words = chosen(area).trim();
  const isAddress = /^(https?:\/\/|mailto:|www\.)\S+$/.test(words);
  const address = isAddress ? words.replace(/^www\./, "https://www.") : "https://";
  const name = isAddress || !words ? "tekst van de link" : words;
  put(area, `[${name}](${address})`);
  const start = isAddress || !words ? from + 1 : from + name.length + 3;
  area.setSelectionRange(start, start + (isAddress || !words ? name.length : address.length));
}
