// Being told of the time as this person asked, on this device alone: a sentence, a vibration, a soft sound.
const SHELF = "sizain:signals";
const SHOWN_MS = 12_000;
const place = document.querySelector("[data-signal-said]");

let chosen = [];
let sound = null;
let leaving = null;

export function keepSignals() {
  chosen = (localStorage.getItem(SHELF) ?? "").split(" ").filter(Boolean);
  for (const part of document.querySelectorAll("[data-signal-needs]")) part.hidden = !(part.dataset.signalNeeds in navigator);
  for (const box of document.querySelectorAll("[data-signal]")) {
    box.checked = chosen.includes(box.dataset.signal);
    box.addEventListener("change", () => {
      chosen = [...document.querySelectorAll("[data-signal]:checked")].map((one) => one.dataset.signal);
      localStorage.setItem(SHELF, chosen.join(" "));
    });
  }
  // A browser lets a page sound only after a gesture on it.
  document.addEventListener("click", () => chosen.includes("sound") && (sound ??= new AudioContext()));
}

// A screen reader has its own sentence: this one is for the eyes.
export function signal(words) {
  if (chosen.includes("vibration")) navigator.vibrate?.(200);
  if (chosen.includes("sound") && sound) ring(sound.currentTime);
  if (!chosen.includes("text")) return;
  place.textContent = words;
  place.hidden = false;
  clearTimeout(leaving);
  leaving = setTimeout(() => (place.hidden = true), SHOWN_MS);
}

function ring(start) {
  const loud = new GainNode(sound, { gain: 0.12 });
  const tone = new OscillatorNode(sound, { frequency: 587.33 });
  loud.gain.exponentialRampToValueAtTime(0.0001, start + 1.2);
  tone.connect(loud).connect(sound.destination);
  tone.start(start);
  tone.stop(start + 1.2);
}
