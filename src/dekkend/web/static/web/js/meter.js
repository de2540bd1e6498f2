// How far the copy is, how long still, what waits on this device, and the way to the next open item.

import { isOpen, itemsOf, lacksReason, markOf, reach, sentenceOf } from "./items.js";
import { showState } from "./signs.js";
import { shown } from "./turn.js";
import { wordsOf, write } from "./waiting.js";

export class Meter {
  constructor(main, queue, pace) {
    Object.assign(this, { main, queue, pace, items: itemsOf(main) });
    this.button = main.querySelector("[data-next-open]");
    this.end = main.querySelector("[data-all-answered]");
    this.line = main.querySelector("[data-waiting]");
    this.button.addEventListener("click", () => this.goOn());
    document.addEventListener("dekkend:turned", () => this.count());
  }

  count() {
    const open = this.items.filter(isOpen);
    const answered = this.items.length - open.length;
    const state = {
      answered: String(answered),
      progress: `${answered} van de ${this.items.length} onderdelen beantwoord`,
    };
    for (const item of this.items) {
      const id = item.id.replace("onderdeel-", "");
      const mark = markOf(item);
      if (mark) state[`mark-${id}`] = mark;
      write(item.querySelector("[data-reason]"), [lacksReason(item) ? this.main.dataset.needsReason : ""]);
      write(item.querySelector(".item__foot .unfold__shut"), [
        item.querySelector('[name="note"]').value ? "lezen" : "schrijven",
      ]);
    }
    for (const leaf of this.main.querySelectorAll("[data-leaf]")) {
      state[`standing-${leaf.id.replace("vraag-", "")}`] = `, ${sentenceOf(leaf)}`;
    }
    this.show(state);
    this.left(this.pace.words(open.length));
    this.button.hidden = !open.length;
    this.end.hidden = Boolean(open.length);
    if (open.length) this.button.firstElementChild.textContent = this.wordsTo(this.nextOpen());
  }

  // "nog ongeveer 6 minuten"; on a phone there is no room for the word in the middle.
  left(words) {
    const [before, after] = words.split("ongeveer ");
    const about = document.createElement("span");
    about.className = "pace__about";
    about.textContent = "ongeveer ";
    this.main.querySelector("[data-time-left]").replaceChildren(before, ...(after ? [about, after] : []));
  }

  // Only what changed: the page is large, and somebody presses on.
  show(state) {
    const news = Object.entries(state).filter(([key, value]) => this.before?.[key] !== value);
    this.before = state;
    showState(Object.fromEntries(news));
  }

  // What only the server knows, such as what topics make together; how far one is, this page knows best.
  hear(state = {}) {
    showState(Object.fromEntries(Object.entries(state).filter(([key]) => !(key in (this.before ?? {})))));
  }

  // After the one the button went to last, or from the first of this question; at the end it begins anew.
  nextOpen() {
    const leaf = shown();
    const isHere = this.reached && leaf.contains(this.reached);
    const from = isHere ? this.items.indexOf(this.reached) + 1 : this.items.indexOf(itemsOf(leaf)[0]);
    return [...this.items.slice(from), ...this.items.slice(0, from)].find(isOpen);
  }

  wordsTo(item) {
    const leaf = item.closest("[data-leaf]");
    if (leaf !== shown()) return `Naar ${leaf.dataset.title.toLowerCase()}`;
    return `Volgend open: ${item.querySelector(".item__nr").textContent}`;
  }

  goOn() {
    this.reached = this.nextOpen();
    if (this.reached) reach(this.reached);
    this.count();
  }

  async draw() {
    const entries = await this.queue.entries();
    const clashes = entries.filter((entry) => entry.state === "clash" && entry.copy === this.queue.copy);
    write(this.line, [...wordsOf(this.queue, entries, this.main.dataset.login), ...this.choices(clashes)]);
  }

  choices(clashes) {
    const forms = [...this.main.querySelectorAll("form[data-queued]")];
    const here = forms.filter((form) => clashes.some((entry) => entry.key === form.getAttribute("action")));
    if (!here.length) return [];
    const link = document.createElement("a");
    link.href = `#${here[0].closest("[id]").id}`;
    const where = here.length === 1 ? "Bij 1 onderdeel" : `Bij ${here.length} onderdelen`;
    link.textContent = `${where} zijn er twee antwoorden`;
    return [link, "om uit te kiezen."];
  }
}
