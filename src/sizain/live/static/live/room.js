// The room's scripts. They show what the server says and send what people do; they hold no sentence and no rule.
import { announceRoom } from "./announce.js";
import { sendActs } from "./acts.js";
import { keepConnection } from "./connection.js";
import { keepDrafts } from "./drafts.js";
import { keepMarks, showMarks } from "./marks.js";
import { dimWhenUntouched, wake } from "./dimmed.js";
import { keepSignals } from "./signals.js";
import { keepTicks } from "./ticks.js";
import { showPosture } from "./posture.js";
import { setCircle } from "./circle.js";
import { keepTime, tick } from "./clock.js";
import { copyOnPress } from "./copy.js";
import { moveWords } from "./moved.js";
import { afterRedraw, beforeRedraw } from "./steady.js";

function redraw() {
  showPosture();
  setCircle();
  tick();
  showMarks();
  announceRoom(document.getElementById("posture")?.dataset);
  afterRedraw();
}

document.addEventListener("htmx:sse:before:message", beforeRedraw);
// Regions come without a name; what says that the stream is alive has one.
document.addEventListener("htmx:sse:after:message", (event) => event.detail.message.event || wake());
keepTime();
keepConnection(redraw);
sendActs();
keepDrafts();
keepTicks();
keepMarks();
copyOnPress();
moveWords();
keepSignals();
dimWhenUntouched();
redraw();
