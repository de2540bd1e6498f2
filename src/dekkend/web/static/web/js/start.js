// The first page of a copy: what still waits on this device goes up from here too. Who answered behind a code and is
// ready leaves nothing on the device.

import { clean } from "./leave.js";
import { Queue } from "./queue.js";
import { wordsOf, write } from "./waiting.js";

const main = document.querySelector("main[data-copy]");
const queue = new Queue(main.dataset);

queue.addEventListener("news", async () => {
  const entries = await queue.entries();
  write(main.querySelector("[data-waiting]"), wordsOf(queue, entries, main.dataset.login));
  if (!entries.length && !queue.person && "finished" in main.dataset) clean((row) => row.owner === queue.owner);
});

addEventListener("online", () => queue.drain());
addEventListener("focus", () => queue.drain());
queue.drain();
