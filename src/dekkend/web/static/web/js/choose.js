// One field to search a list or write one's own words: <form data-choose> with a <select> and an <input>.
// Without a script both stand there. An option that is chosen is sent at once; what is typed goes with Enter.

let number = 0;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const make = (tag, attributes, text = "") => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
};

class Chooser {
  constructor(form) {
    this.select = form.querySelector("select");
    this.input = form.querySelector('input[name="what"]');
    this.form = form;
    this.id = `keuzes-${(number += 1)}`;
    this.at = -1;
    this.build();
    this.input.addEventListener("input", () => this.show(this.input.value));
    this.input.addEventListener("click", () => this.list.hidden && this.show(this.input.value));
    this.input.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || this.hide());
  }

  build() {
    this.select.closest(".field").hidden = true;
    this.select.disabled = true; // sent only when chosen
    const label = this.form.querySelector(`label[for="${this.input.id}"]`);
    if (label.dataset.search) label.textContent = label.dataset.search;
    this.list = make("div", { id: this.id, role: "listbox", "aria-label": "Keuzes uit de lijst", class: "choices", hidden: "" });
    this.said = make("p", { class: "hidden-text", role: "status" });
    this.options = [];
    for (const child of this.select.children) {
      if (child.matches("optgroup")) this.group(child);
      else if (child.value) this.list.append(this.option(child));
    }
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.id,
      "aria-expanded": "false",
      autocomplete: "off",
    })) this.input.setAttribute(name, value);
    this.input.closest(".field").append(this.list, this.said);
  }

  group(from) {
    const group = make("div", { role: "group", "aria-label": from.label, class: "choices__group" });
    group.append(make("p", { "aria-hidden": "true", class: "choices__name" }, from.label));
    for (const child of from.children) group.append(this.option(child));
    this.list.append(group);
  }

  option(from) {
    const option = make("div", { role: "option", id: `${this.id}-${this.options.length}`, "aria-selected": "false" }, from.label);
    this.options.push({ option, value: from.value, words: plain(`${from.label} ${from.parentElement.label ?? ""}`) });
    option.addEventListener("pointerdown", (event) => event.preventDefault()); // the cursor stays in the field
    option.addEventListener("click", () => this.choose(option));
    return option;
  }

  get shown() {
    return this.options.filter(({ option }) => !option.hidden).map(({ option }) => option);
  }

  show(text) {
    const asked = plain(text).split(/\s+/).filter(Boolean);
    for (const { option, words } of this.options) option.hidden = !asked.every((word) => words.includes(word));
    for (const group of this.list.querySelectorAll("[role=group]")) {
      group.hidden = !group.querySelector("[role=option]:not([hidden])");
    }
    const count = this.shown.length;
    this.list.hidden = !count;
    this.input.setAttribute("aria-expanded", String(Boolean(count)));
    this.mark(-1);
    if (count) this.said.textContent = `${count} ${count === 1 ? "keuze" : "keuzes"}, loop erdoor met de pijlen`;
    else this.said.textContent = "Staat niet in de lijst. Met Enter komen je eigen woorden erin.";
  }

  hide() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.said.textContent = "";
    this.mark(-1);
  }

  mark(at) {
    const shown = this.shown;
    this.at = at;
    for (const option of shown) option.setAttribute("aria-selected", String(option === shown[at]));
    if (shown[at]) this.input.setAttribute("aria-activedescendant", shown[at].id);
    else this.input.removeAttribute("aria-activedescendant");
    shown[at]?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const count = this.shown.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) return this.show(this.input.value);
      const step = event.key === "ArrowDown" ? 1 : -1;
      return this.mark(this.at < 0 && step < 0 ? count - 1 : (this.at + step + count) % count);
    }
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      return this.hide();
    }
    if (event.key === "Enter" && !event.isComposing && !this.list.hidden && this.at >= 0) {
      event.preventDefault();
      return this.choose(this.shown[this.at]);
    }
    return undefined;
  }

  choose(option) {
    this.select.disabled = false;
    this.select.value = this.options.find((one) => one.option === option).value;
    this.input.required = false;
    this.input.value = "";
    this.hide();
    this.form.requestSubmit();
  }
}

for (const form of document.querySelectorAll("form[data-choose]")) if (form.querySelector("select")) new Chooser(form);

// One thing at a time: a second Enter while the first is under way would take its place. Load after autosave.js.
const underWay = new Set();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-choose]") || event.defaultPrevented) return;
  if (underWay.has(form)) {
    event.preventDefault();
    return;
  }
  underWay.add(form);
  form.elements.namedItem("what").readOnly = true;
});
window.addEventListener("pageshow", () => {
  for (const form of underWay) form.elements.namedItem("what").readOnly = false;
  underWay.clear();
});

// The unfolded field is what one came for.
document.addEventListener("toggle", ({ target }) => {
  if (target.open && target.matches(".thing-new")) target.querySelector('input[name="what"]').focus();
}, true);
