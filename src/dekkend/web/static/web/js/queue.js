// Every change is first put down on this device, then sent, in order, one sender at a time. A save carries a random key,
// so that one whose answer was lost is not stored twice. What is put down belongs to one person and one copy.

import { alike } from "./fields.js";
import { all, change } from "./store.js";
import { isShut, send, waitAfter, whoIsHere } from "./post.js";

const wire = new BroadcastChannel("dekkend");

export class Queue extends EventTarget {
  // copy: address of the copy; person: mark of who is signed in, "" behind a code; who: where to ask who is here
  constructor({ copy, person, who }) {
    super();
    Object.assign(this, { copy, person, who, owner: ownerOf(person, copy), line: "open", tries: 0, latest: new Map() });
    wire.addEventListener("message", ({ data }) => this.hear(data));
  }

  hear(news) {
    if (news.owner !== this.owner) return;
    if (news.kind === "line") this.line = news.line;
    this.tell({ ...news, isFar: true }, false);
  }

  // In this page and in every other tab of the same person.
  tell(news, far = true) {
    this.dispatchEvent(new CustomEvent("news", { detail: news }));
    if (far) wire.postMessage({ ...news, owner: this.owner });
  }

  async entries() {
    const mine = (await all("entries")).filter((entry) => entry.owner === this.owner);
    return mine.sort((one, two) => one.at - two.at);
  }

  async kept() {
    return (await all("kept")).filter((row) => row.owner === this.owner && row.copy === this.copy);
  }

  // Put down fields of the row behind `url`, changed on revision `base`.
  async put(url, fields, base) {
    const entry = await change("entries", url, (old) => ({
      ...(old?.owner === this.owner ? old : { key: url, owner: this.owner, copy: this.copy, base: Math.max(base, this.latest.get(url) ?? 0), at: later(), unheard: [] }),
      state: old?.state === "clash" ? "clash" : "waiting",
      fields: { ...old?.fields, ...fields },
      id: newKey(),
    }));
    this.tell({ kind: "put", entry });
  }

  // Of two texts one was chosen: go on from what the server had.
  async choose(url, fields, base) {
    await change("entries", url, (old) => ({
      ...old, base, fields: { ...old?.fields, ...fields }, state: "waiting", body: null, unheard: [], id: newKey(),
    }));
    this.tell({ kind: "chosen", url });
  }

  drain() {
    clearTimeout(this.timer);
    this.again = true;
    this.draining ??= alone(() => this.run()).finally(() => (this.draining = null));
    return this.draining;
  }

  async run() {
    while (this.again) {
      this.again = false;
      for (let entry; (entry = (await this.entries()).find((one) => one.state === "waiting")); ) {
        const line = await this.exchange(entry);
        if (line !== "open") return this.pause(line);
      }
    }
    this.tries = 0;
    this.say("open");
  }

  pause(line) {
    this.again = false;
    this.timer = setTimeout(() => this.drain(), waitAfter(this.tries));
    this.tries += 1;
    this.say(line);
  }

  say(line) {
    this.line = line;
    this.tell({ kind: "line", line });
  }

  // One save. "open": go on with the next; "shut": no line; "out": this person is not signed in.
  async exchange(entry, isSecond = false) {
    const unheard = entry.unheard.join(" ");
    await change("entries", entry.key, (now) => now && { ...now, unheard: [...new Set([...now.unheard, entry.id])] });
    const told = { ...entry.fields, revision: entry.base, save_key: entry.id, unheard };
    const { status, body } = await send(entry.key, told, this.person);
    if (status === 200) await this.arrived(entry, body);
    else if (status === 409) await this.mark(entry, { state: "clash", body, unheard: [] });
    else if (status === 422) await this.mark(entry, { state: "fault", errors: body.errors });
    else if (status === 401) return "out";
    else if (status === 403 && !isSecond) return this.withFreshPass(entry);
    else if (status === 403 || isShut(status)) return "shut";
    else await this.mark(entry, { state: "stopped", words: body.error });
    return "open";
  }

  // Signing in changes the pass that the page was made with.
  async withFreshPass(entry) {
    const here = await whoIsHere(this.who);
    if (here === null) return "shut";
    return here === this.person || !this.person ? this.exchange(entry, true) : "out";
  }

  // Kept by the server. Changed again meanwhile: then the entry stays, and the server knows its own key in `unheard`.
  async arrived(entry, body) {
    const isAsSent = Object.entries(entry.fields).every(([name, value]) => alike(body.row[name], value));
    const rest = await change("entries", entry.key, (now) => {
      if (now?.id !== entry.id) return undefined;
      if (isAsSent) this.latest.set(entry.key, body.revision); // what is typed right now goes on from here
      return null;
    });
    if (rest !== null) return;
    const { owner, copy, key } = entry;
    const row = { key, owner, copy, revision: body.revision, fields: body.row, state: body.state };
    await change("kept", key, () => row);
    this.tell({ kind: "kept", url: key, body, sent: entry.fields });
  }

  // What came to this page in another way than by saving: last year taken over, a colleague's change.
  learn(url, revision, fields) {
    return change("kept", url, () => ({ key: url, owner: this.owner, copy: this.copy, revision, fields }));
  }

  // Changed again meanwhile: then it is simply sent again.
  async mark(entry, told) {
    const marked = await change("entries", entry.key, (now) => (now?.id === entry.id ? { ...now, ...told } : undefined));
    if (marked) this.tell({ kind: "marked", entry: marked });
  }

  // What was refused for good is tried once more when the page is opened anew.
  async wake() {
    for (const entry of await this.entries()) {
      if (entry.state === "stopped") await change("entries", entry.key, (now) => ({ ...now, state: "waiting" }));
    }
  }
}

export const ownerOf = (person, copy) => person || `code:${copy}`;

const alone = (work) => (navigator.locks ? navigator.locks.request("dekkend-send", work) : work());

let count = 0;
const later = () => Date.now() * 1000 + (count++ % 1000);

function newKey() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
