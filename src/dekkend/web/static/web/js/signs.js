// What the page says about saving: the line of a form, of the page, errors at fields, figures that move along.

export const TWO_TEXTS = "Er zijn twee teksten. Kies welke blijft.";
export const TOO_LATE = "Dit kan hier niet meer bewaard worden. Kopieer je tekst en ververs de bladzijde.";

const ICONS = { saved: "tick", waiting: "wait", stopped: "alert" };
const SVG = "http://www.w3.org/2000/svg";

export function say(form, state, words) {
  const line =
    form.querySelector("[data-saved]") ?? document.querySelector(`[data-saved="${CSS.escape(form.id || "-")}"]`);
  if (line) write(line, state, words);
}

function write(line, state, words) {
  line.dataset.state = state;
  const text = document.createElement("span");
  text.textContent = words;
  line.replaceChildren(icon(ICONS[state]), " ", text);
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

// For the whole page, in [data-saved-all]: how many forms wait, or when the last was kept.
export function sayForPage(drafts) {
  const line = document.querySelector("[data-saved-all]");
  const waiting = drafts.filter((draft) => draft.isStuck).length;
  const last = drafts.map((draft) => draft.savedAt).sort().at(-1);
  if (!line) return;
  if (waiting === 1) write(line, "waiting", "Eén wijziging is nog niet bewaard");
  else if (waiting) write(line, "waiting", `${waiting} wijzigingen zijn nog niet bewaard`);
  else if (last) write(line, "saved", `Bewaard ${last}`);
}

// state: {"progress": "36 van de 59", "mark-3": "full", "done": "36/59"}
export function showState(state) {
  for (const [key, value] of Object.entries(state)) {
    const name = CSS.escape(key);
    for (const place of document.querySelectorAll(`[data-live="${name}"]`)) place.textContent = value;
    for (const mark of document.querySelectorAll(`[data-live-mark="${name}"]`)) {
      mark.querySelector("use").setAttribute("href", `#m-${value || "blank"}`);
    }
    for (const line of document.querySelectorAll(`[data-live-track="${name}"]`)) {
      line.setAttribute("d", `M0 4h${parseFloat(value) || 0}`);
    }
  }
}

export function clearErrors(form) {
  for (const error of form.querySelectorAll("[data-live-error]")) error.remove();
  for (const control of form.querySelectorAll("[data-was-described]")) {
    control.removeAttribute("aria-invalid");
    if (control.dataset.wasDescribed) control.setAttribute("aria-describedby", control.dataset.wasDescribed);
    else control.removeAttribute("aria-describedby");
    delete control.dataset.wasDescribed;
  }
}

// The server asks for a repair: the errors stand at their fields.
export function refuse(form, errors = {}) {
  showErrors(form, errors);
  say(form, "stopped", "Nog niet bewaard, kijk wat er bij het veld staat");
}

export function showErrors(form, errors) {
  clearErrors(form);
  for (const [name, sentences] of Object.entries(errors)) {
    const control = [...form.elements].find((one) => one.name === name && one.type !== "hidden");
    const error = document.createElement("div");
    error.id = `error-${form.id || "form"}-${name}`;
    error.dataset.liveError = "";
    for (const sentence of sentences) {
      const line = document.createElement("p");
      line.className = "field__error";
      line.textContent = sentence;
      error.append(line);
    }
    place(form, control, error);
    if (control) tie(control, error.id);
  }
}

function place(form, control, error) {
  if (!control) form.prepend(error);
  else if (control.type === "radio") (control.closest(".choice, .options") ?? control).before(error);
  else control.before(error);
}

function tie(control, id) {
  const was = control.getAttribute("aria-describedby") ?? "";
  control.dataset.wasDescribed = was;
  control.setAttribute("aria-describedby", `${was} ${id}`.trim());
  control.setAttribute("aria-invalid", "true");
}
