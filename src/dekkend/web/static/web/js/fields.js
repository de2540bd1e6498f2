// Reading and setting what stands in a form, whatever kind of field it is.

export const controls = (form, name) => [...form.elements].filter((control) => control.name === name);

export const valueOf = (form, name) => new FormData(form).get(name) ?? "";

export const isText = (control) =>
  Boolean(control?.matches('textarea, input:not([type="radio"], [type="checkbox"])'));

// The server drops blanks at the ends, and has another sign for the end of a line.
export const alike = (one, other) => plain(one) === plain(other);
const plain = (value) => String(value ?? "").replace(/\r\n?/g, "\n").trim();

export function setValue(form, name, value) {
  for (const control of controls(form, name)) {
    if (control.type === "radio") control.checked = control.value === String(value ?? "");
    else if (control.type === "checkbox") control.checked = value === true || control.value === String(value);
    else setText(control, String(value ?? ""));
  }
}

// The cursor stays with the word it was at.
function setText(control, text) {
  if (control.value === text) return;
  const before = control.value;
  const at = document.activeElement === control ? control.selectionStart : null;
  control.value = text;
  if (at === null) return;
  const edit = span(before, text);
  const moved = at <= edit.start ? at : Math.max(edit.start, at + edit.text.length - (edit.end - edit.start));
  control.setSelectionRange(moved, moved);
}

// The one stretch in which two texts differ: in `before` from start to end stands, in `after`, text.
export function span(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const room = Math.min(before.length, after.length) - start;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

// Both edits of one text, or null when they touch.
export function together(base, mine, theirs) {
  const [a, b] = [span(base, mine), span(base, theirs)].sort((one, two) => one.start - two.start);
  if (a.end >= b.start) return null;
  return base.slice(0, a.start) + a.text + base.slice(a.end, b.start) + b.text + base.slice(b.end);
}
