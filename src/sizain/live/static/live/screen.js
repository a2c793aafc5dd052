// The room's screen: the same circle and clock, two keys, nothing to send.
import { announceRoom } from "./announce.js";
import { keepConnection } from "./connection.js";
import { showPosture } from "./posture.js";
import { setCircle } from "./circle.js";
import { keepTime, tick } from "./clock.js";

function redraw() {
  showPosture();
  setCircle();
  tick();
  announceRoom(document.getElementById("posture")?.dataset);
}

// C hides the contract, N blanks the screen; the same key brings each back (METHOD §7).
const KEYS = { c: "contratCache", n: "noir" };
document.addEventListener("keydown", (event) => {
  const flag = KEYS[event.key.toLowerCase()];
  if (!flag || event.ctrlKey || event.metaKey || event.altKey) return;
  if (flag in document.body.dataset) delete document.body.dataset[flag];
  else document.body.dataset[flag] = "";
});

keepTime();
keepConnection(redraw);
redraw();
