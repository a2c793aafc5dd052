// The console shows what is the facilitator's alone. When the room's screen is on, or the console fills a screen, it says
// once that it is not made to be projected; this device remembers that it was said, and nothing else.
const SAID = "sizain-console-private";

export function sayOnce() {
  const place = document.querySelector("[data-private-console]");
  if (!place || wasSaid()) return;
  const full = matchMedia("(display-mode: fullscreen)");
  const look = () => {
    if ((full.matches || document.fullscreenElement) && !wasSaid()) say(place);
  };
  place.querySelector("button").addEventListener("click", () => (place.hidden = true));
  full.addEventListener("change", look);
  document.addEventListener("fullscreenchange", look);
  if (place.dataset.privateConsole === "now") say(place);
  else look();
}

function say(place) {
  place.hidden = false;
  place.scrollIntoView({ block: "center" }); // said once: on a phone the circle stands before it
  try {
    localStorage.setItem(SAID, "yes");
  } catch {
    // A browser that keeps nothing is told again.
  }
}

function wasSaid() {
  try {
    return localStorage.getItem(SAID) === "yes";
  } catch {
    return false;
  }
}
