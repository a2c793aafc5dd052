// What a screen reader hears of the others: one sentence in two seconds at most, the last of those that came meanwhile,
// so that a busy circle never talks over whoever writes. Another step is said at once.
const PAUSE_MS = 2000;

const waiting = new Map();
let said = -PAUSE_MS;
let timer = null;
let stage = null;
let moved = false;
let heard = null;

// The facts of another step come a moment before its sentence: that one is the next to be said at once.
export function announceRoom(facts) {
  const words = document.getElementById("r-announcement")?.textContent.trim();
  if (words === undefined || !facts) return;
  moved ||= stage !== null && stage !== facts.stage;
  stage = facts.stage;
  if (words === heard) return;
  announce(document.querySelector("[data-announced]"), words, moved);
  moved = false;
  heard = words;
}

export function announce(place, words, atOnce = false) {
  if (!place) return;
  waiting.delete(place);
  if (place.textContent.trim() === words) return;
  waiting.set(place, words);
  const left = atOnce ? 0 : said + PAUSE_MS - performance.now();
  if (left > 0) timer ??= setTimeout(later, left);
  else say(place);
}

function later() {
  timer = null;
  const [place] = waiting.keys();
  if (place) say(place);
}

function say(place) {
  place.textContent = waiting.get(place);
  waiting.delete(place);
  said = performance.now();
  clearTimeout(timer);
  timer = waiting.size > 0 ? setTimeout(later, PAUSE_MS) : null;
}
