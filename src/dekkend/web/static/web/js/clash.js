// Two people wrote in the same words: both texts side by side, a person chooses. Needs web/parts/two_texts_template.html.

import { controls, isText, setValue, span, valueOf } from "./fields.js";

// body: {revision, fields: {note: {label, mine, theirs, who, when}}}. `done` is called when every field is chosen; the
// form then goes on from what the server had.
export function showClash(form, body, done) {
  const open = new Set(Object.keys(body.fields));
  for (const [name, sides] of Object.entries(body.fields)) {
    showOne(form, name, sides, () => {
      open.delete(name);
      if (open.size) return;
      const base = form.elements.namedItem("revision");
      if (base) base.value = body.revision;
      done();
    });
  }
}

function showOne(form, name, sides, chosen) {
  const control = controls(form, name)[0];
  const block = document.getElementById("two-texts").content.firstElementChild.cloneNode(true);
  const part = (key) => block.querySelector(`[data-part="${key}"]`);
  const mine = () => (isText(control) ? valueOf(form, name) : (sides.mine_shown ?? sides.mine ?? ""));
  const theirs = sides.theirs_shown ?? sides.theirs ?? "";
  const draw = () => {
    compare(part("mine"), mine(), theirs);
    compare(part("theirs"), theirs, mine());
  };

  if (sides.label) block.querySelector("h3 span").textContent = `Er zijn twee teksten bij ${lowerFirst(sides.label)}`;
  part("my-label").textContent = "Jij, zojuist";
  part("their-label").textContent = [sides.who || "Een ander", sides.when].filter(Boolean).join(", ");
  if (!control?.matches("textarea")) block.querySelector('[value="both"]').closest("p").remove();
  draw();
  control?.addEventListener("input", draw);

  block.addEventListener("click", (event) => {
    const take = event.target.closest("button")?.value;
    if (!take) return;
    event.preventDefault();
    if (take === "theirs") setValue(form, name, sides.theirs);
    if (take === "both") setValue(form, name, [valueOf(form, name), sides.theirs].filter(Boolean).join("\n\n"));
    control?.removeEventListener("input", draw);
    block.remove();
    focusOn(form, name);
    chosen();
  });
  const field = control?.closest(".field, .choice-set");
  if (field) field.after(block);
  else form.append(block);
}

function focusOn(form, name) {
  const all = controls(form, name);
  (all.find((control) => control.checked) ?? all[0])?.focus();
}

const lowerFirst = (word) => (/^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1));

// Write `text` with the words that the other does not have marked.
function compare(place, text, other) {
  const edit = span(other, text);
  let [start, end] = [edit.start, edit.start + edit.text.length];
  while (start > 0 && /\S/.test(text[start - 1])) start -= 1;
  while (end < text.length && /\S/.test(text[end])) end += 1;
  const mark = document.createElement("mark");
  mark.textContent = text.slice(start, end);
  place.replaceChildren(text.slice(0, start), mark.textContent ? mark : "", text.slice(end) || (text ? "" : "(leeg)"));
}
