import { announce } from "./announce.js";
import { signal } from "./signals.js";

// A screen reader hears 5 minutes, 1 minute and the end, each only in a step at least twice as long; never every second.
// So does whoever asked to be told.
const MARKS = { 5: 300_000, 1: 60_000, 0: 0 };

let before = null;

export function hear(facts, read) {
  const left = read === null || read.state === "paused" ? null : read.over ? -read.milliseconds : read.milliseconds;
  const now = left === null ? null : { stage: facts.stage, left };
  const place = document.querySelector("[data-heard]");
  if (place && before && now && before.stage === now.stage) {
    for (const [minutes, mark] of Object.entries(MARKS)) {
      const long = Number(facts.allottedMs) >= 2 * mark;
      if (!long || before.left <= mark || now.left > mark) continue;
      const words = place.dataset[`heard${minutes}`];
      announce(place, words);
      signal(words);
    }
  }
  before = now;
}
