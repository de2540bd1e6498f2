// On a phone: a sweep to the left is the next question, to the right the one before. Buttons and links do the same.

import { beside, turn } from "./turn.js";

const FAR = 72; // px
const SOON = 700; // ms
const stays = "textarea, input:not(.choice__input), select, [contenteditable], .topic-rows, .twotexts, summary";
let start = null;

document.addEventListener("touchstart", (event) => {
  const one = event.touches.length === 1 && !event.target.closest(stays) && event.target.closest("[data-leaf]");
  const { clientX: x, clientY: y } = event.touches[0];
  start = one ? { x, y, at: event.timeStamp } : null;
}, { passive: true });

document.addEventListener("touchend", (event) => {
  if (!start || event.touches.length) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [across, down] = [clientX - start.x, clientY - start.y];
  const isSweep = Math.abs(across) > FAR && Math.abs(across) > 2.5 * Math.abs(down) && event.timeStamp - start.at < SOON;
  start = null;
  if (!isSweep || String(getSelection()) || visualViewport?.scale > 1) return;
  turn(beside(across < 0 ? 1 : -1));
}, { passive: true });
