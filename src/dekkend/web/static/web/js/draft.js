// One form: one request at a time, a newer change goes after it, and nothing typed is lost.

import { showClash } from "./clash.js";
import { freshPass, isShut, post, waitAfter } from "./post.js";
import { setValue, together, valueOf } from "./fields.js";
import { clearErrors, refuse, say, showState, TOO_LATE, TWO_TEXTS } from "./signs.js";

const SIGNED_OUT =
  "Je bent uitgelogd. Log in in een ander tabblad; wat je hebt getypt blijft hier staan.";
const NO_LINE = "Nog niet bewaard, we proberen het opnieuw";

export class Draft {
  constructor(form) {
    this.form = form;
    this.dirty = false; // something is not yet on the server
    this.held = false; // waits for a person: two texts, or something to repair
    this.sending = null;
    this.tries = 0;
    this.renewed = false; // a fresh pass was tried
    this.savedAt = "";
    form.addEventListener("compositionstart", () => (this.composing = true));
    form.addEventListener("compositionend", () => (this.composing = false));
  }

  get isBusy() {
    return this.dirty || this.sending !== null;
  }

  get isStuck() {
    return this.dirty && (this.tries > 0 || this.held !== false);
  }

  changed(wait) {
    this.dirty = true;
    if (this.held === "fault") this.held = false;
    this.later(wait);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  send() {
    clearTimeout(this.timer);
    if (this.sending) return this.sending.then(() => this.send());
    if (!this.dirty || this.held) return Promise.resolve();
    this.sending = this.exchange().finally(() => {
      this.sending = null;
      this.form.dispatchEvent(new CustomEvent("dekkend:saving", { bubbles: true }));
    });
    return this.sending;
  }

  async exchange() {
    this.dirty = false;
    const sent = new FormData(this.form);
    const { status, body } = await post(this.form, sent);
    if (status !== 200) this.dirty = true;
    if (status === 200) this.kept(body, sent);
    else if (status === 409) this.clashed(body);
    else if (status === 422) this.refused(body);
    else if (status === 401) this.signedOut();
    else if (status === 403) await this.expired(body);
    else if (isShut(status)) this.again(NO_LINE);
    else this.stop(body.error ?? TOO_LATE);
  }

  kept(body, sent) {
    this.tries = 0;
    this.renewed = false;
    this.savedAt = body.saved ?? this.savedAt;
    clearErrors(this.form);
    if (this.take(body.fields ?? {}, sent) && body.revision !== undefined) this.start(body.revision);
    showState(body.state ?? {});
    if (this.dirty) this.later(0);
    else say(this.form, "saved", `bewaard ${this.savedAt}`.trim());
    this.form.dispatchEvent(new CustomEvent("dekkend:saved", { bubbles: true, detail: body }));
  }

  // Put in what the server merged. False when somebody typed on in the same words: then the old start still counts.
  take(fields, sent) {
    const merged = Object.entries(fields).map(([name, theirs]) => {
      const was = sent.get(name) ?? "";
      const now = valueOf(this.form, name);
      return [name, now === was ? theirs : together(was, now, String(theirs))];
    });
    if (merged.length && (this.composing || merged.some(([, text]) => text === null))) return false;
    for (const [name, text] of merged) setValue(this.form, name, text);
    return true;
  }

  start(revision) {
    const base = this.form.elements.namedItem("revision");
    if (base) base.value = revision;
  }

  clashed(body) {
    if (!document.getElementById("two-texts")) return this.stop(TOO_LATE);
    this.held = "clash";
    say(this.form, "waiting", TWO_TEXTS);
    return showClash(this.form, body, () => {
      this.held = false;
      this.changed(0);
    });
  }

  refused(body) {
    this.held = "fault";
    refuse(this.form, body.errors);
  }

  signedOut() {
    this.renewed = false;
    this.again(SIGNED_OUT);
  }

  // Signing in elsewhere changes the pass of this page: try once with a fresh one, then say what is wrong.
  async expired(body) {
    const pass = this.renewed ? "" : await freshPass(this.form);
    if (pass === "out") return this.signedOut();
    if (pass !== "fresh") return this.stop(body.error ?? TOO_LATE);
    this.renewed = true;
    return this.again(NO_LINE, 0);
  }

  again(words, wait = waitAfter(this.tries)) {
    this.tries += 1;
    say(this.form, "waiting", words);
    this.later(wait);
  }

  stop(words) {
    this.held = "fault";
    say(this.form, "stopped", words);
  }
}
