// The time on screen. The server's clock alone counts: this device's may be wrong by hours.
import { hear } from "./heard.js";
import { turnRing } from "./ring.js";

let server = 0;
let heard = 0;
let kept = null;

// The server says what time it is; performance.now() is not moved by whoever sets this device's clock.
export function serverSays(milliseconds) {
  server = milliseconds;
  heard = performance.now();
}

function now() {
  return server + (performance.now() - heard);
}

export function keepTime() {
  serverSays(Number(document.body.dataset.now ?? Date.now()));
  setInterval(tick, 1000);
}

// Where the step stands: what is left or over in milliseconds, and which of the words apply.
function reading(facts) {
  if (facts.timed !== "yes") return null;
  const stopped = facts.endsAt === "";
  const ends = Number(facts.endsAt);
  // Nobody conducts: the step goes to its end and no further, and over-time that was there stays what it is.
  const at = facts.held ? Math.min(now(), Math.max(Number(facts.held), ends)) : now();
  const left = stopped ? Number(facts.remainingMs) - Number(facts.overMs) : ends - at;
  const over = left < 0;
  const state = ["paused", "suspended"].includes(facts.pace) ? facts.pace : over ? "over" : "left";
  const share = over ? 100 : Math.max(0, 100 - (left * 100) / Math.max(1, Number(facts.allottedMs)));
  return { state, over, milliseconds: Math.abs(left), share };
}

// While a silence is left alone, no figure shows, the ring stands where it stood, and nothing is heard.
export function tick() {
  const posture = document.getElementById("posture");
  if (!posture) return;
  const read = reading(posture.dataset);
  const quiet = posture.dataset.quiet === "yes";
  for (const place of document.querySelectorAll("[data-clock]")) {
    place.hidden = quiet || read === null;
    if (!place.hidden) write(place, words(place.dataset, read));
  }
  for (const place of document.querySelectorAll("[data-until]")) {
    place.hidden = quiet;
    if (!quiet) write(place, words(place.dataset, until(place.dataset.until)));
  }
  for (const place of document.querySelectorAll("[data-balance]")) write(place, balance(place.dataset));
  kept = quiet ? (kept ?? read?.share ?? 0) : null;
  turnRing(posture.dataset, kept ?? read?.share ?? 0);
  hear(posture.dataset, quiet ? null : read);
}

// What is true now of the end and of the time, as live/bank.py says it: what is late comes off what was gained.
function balance(said) {
  const late = Number(said.late) + (said.since === "" ? 0 : Math.max(0, now() - Number(said.since)));
  const share = document.querySelector("[data-share]");
  if (share) share.hidden = late > Number(said.payable) || (late < 60_000 && share.dataset.share === "no");
  const left = Number(said.balance) - late;
  const minutes = Math.floor(Math.abs(left) / 60000);
  if (late > Number(said.payable)) return said.unpaid;
  const side = minutes === 0 ? "even" : left > 0 ? "ahead" : "behind";
  return ((minutes === 1 && said[`${side}One`]) || (said[side] ?? said.even)).replace("{n}", String(minutes));
}

// A moment of its own inside a step: the silence. It is over when somebody says so.
function until(instant) {
  const left = Number(instant) - now();
  return { state: left < 0 ? "over" : "left", over: left < 0, milliseconds: Math.abs(left) };
}

// Minutes are rounded up, so that nobody reads 0 while there is time; over-time counts whole minutes.
function words(said, { state, over, milliseconds }) {
  const minutes = over ? Math.floor(milliseconds / 60000) : Math.ceil(milliseconds / 60000);
  const seconds = over ? Math.floor(milliseconds / 1000) : Math.ceil(milliseconds / 1000);
  const figures = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const special = { 0: said[`${state}Zero`], 1: said[`${state}One`] }[minutes];
  const sentence = special ?? said[state] ?? (over ? said.over : said.left) ?? "";
  return sentence.replace("{n}", String(minutes)).replace("{f}", figures);
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
