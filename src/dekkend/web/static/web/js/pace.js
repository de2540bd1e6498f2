// How long still, from one's own pauses between answers in this copy; worked out and kept on this device only.
// What it is exactly stands in docs/naslag/maten.md.

import { all, change } from "./store.js";

const LONGEST = 120_000; // ms; a longer pause is no answering
const ENOUGH = 5; // answers before one's own pace counts
const USUAL = 15_000; // ms for one item
const MOST = 60; // pauses

export class Pace {
  constructor(owner, copy) {
    Object.assign(this, { owner, copy, last: null, pauses: [] });
  }

  async load() {
    this.pauses = (await all("paces")).find((row) => row.key === this.copy && row.owner === this.owner)?.pauses ?? [];
  }

  answered(now = Date.now()) {
    const pause = this.last === null ? null : now - this.last;
    this.last = now;
    if (pause === null || pause > LONGEST) return;
    this.pauses = [...this.pauses, pause].slice(-MOST);
    const { owner, copy, pauses } = this;
    change("paces", copy, () => ({ key: copy, owner, pauses }));
  }

  words(open) {
    if (!open) return "";
    const minutes = Math.round((open * (this.pauses.length >= ENOUGH - 1 ? median(this.pauses) : USUAL)) / 60_000);
    if (minutes < 1) return "nog minder dan een minuut";
    return minutes === 1 ? "nog ongeveer een minuut" : `nog ongeveer ${minutes} minuten`;
  }
}

function median(numbers) {
  const row = [...numbers].sort((one, two) => one - two);
  const middle = row.length >> 1;
  return row.length % 2 ? row[middle] : (row[middle - 1] + row[middle]) / 2;
}
