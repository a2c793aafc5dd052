// The console shows what is the facilitator's alone. When the room's screen is on, or the console fills a screen, it says
// once that it is not made to be projected; this device remembers that it was said, and nothing else.
const SAID = "sizain-console-private";

const place = document.querySelector("[data-private-console]");
if (place) sayOnce();

function sayOnce() {
  const full = matchMedia("(display-mode: fullscreen)");
  const look = () => {
    const seen = place.dataset.privateConsole === "now" || full.matches || document.fullscreenElement;
    if (!seen || localStorage.getItem(SAID)) return;
    localStorage.setItem(SAID, "yes");
    place.hidden = false;
    place.scrollIntoView({ block: "center" }); // said once: on a phone the circle stands before it
  };
  place.querySelector("button").addEventListener("click", () => (place.hidden = true));
  full.addEventListener("change", look);
  document.addEventListener("fullscreenchange", look);
  look();
}
