// How far the copy is, how long still, what waits on this device, and the way to the next open item.

import { isOpen, itemsOf, lacksReason, markOf, reach, sentenceOf } from "./items.js";
import { showState } from "./signs.js";
import { isLasting } from "./store.js";
import { shown } from "./turn.js";

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
      state[`reason-${id}`] = lacksReason(item) ? this.main.dataset.needsReason : "";
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
    const waiting = entries.filter((entry) => entry.state === "waiting").length;
    const clashes = entries.filter((entry) => entry.state === "clash" && entry.copy === this.queue.copy);
    const isShut = waiting && this.queue.line !== "open";
    const words = [];
    if (isShut) words.push(...this.waits(waiting));
    if (clashes.length) words.push(...this.choices(clashes));
    if (waiting && !isLasting) words.push("Laat dit venster open: deze browser bewaart niets.");
    this.line.replaceChildren(...words.flatMap((word, at) => (at ? [" ", word] : [word])));
  }

  waits(number) {
    const wait = number === 1 ? "1 antwoord wacht" : `${number} antwoorden wachten`;
    if (this.queue.line !== "out") return [`${wait} op verbinding, op dit apparaat.`];
    const link = document.createElement("a");
    link.href = `${this.main.dataset.login}?next=${encodeURIComponent(location.pathname)}`;
    link.textContent = "Log in";
    return [`${wait} op dit apparaat.`, link, "om ze te bewaren."];
  }

  choices(clashes) {
    const items = clashes.map((entry) => this.main.querySelector(`form[action="${CSS.escape(entry.key)}"]`)).filter(Boolean);
    if (!items.length) return [];
    const link = document.createElement("a");
    link.href = `#${items[0].closest("[id]:not(form)").id}`;
    link.textContent = items.length === 1 ? "Bij 1 onderdeel zijn er twee antwoorden" : `Bij ${items.length} onderdelen zijn er twee antwoorden`;
    return [link, "om uit te kiezen."];
  }
}
