// The stream: htmx reads it, morphs the regions and comes back after a cut. This watches over it: a silent
// stream is opened anew, so is one that htmx gave up, a lost one is said, and a seat that is gone clears the page.
import { serverSays } from "./clock.js";

const SILENCE_MS = 40_000;
const LOOK_MS = 3_000;

export function keepConnection(redraw) {
  let alive = performance.now();
  let lost = false;
  let gone = false;
  // htmx asks again by itself once it had an answer; a first try that fails it makes once.
  let tried = false;
  let seen = document.getElementById("flux")?.dataset.since;

  function say(state) {
    document.body.dataset.connection = state;
    for (const part of document.querySelectorAll("[data-connection-said]")) {
      part.hidden = part.dataset.connectionSaid !== state;
    }
  }

  function signOfLife() {
    alive = performance.now();
    if (!lost) return;
    lost = false;
    say("back");
    setTimeout(() => lost || gone || say("up"), 6000);
  }

  function lose() {
    if (lost || gone) return;
    lost = true;
    say("lost");
  }

  // A seat that is not ours any more: nothing of the room stays on this screen.
  function leave() {
    if (gone) return;
    gone = true;
    const farewell = document.getElementById("adieu");
    if (!farewell) return location.reload();
    document.getElementById("flux")?.remove();
    document.title = "Sizain";
    document.body.replaceChildren(farewell.content.cloneNode(true));
  }

  function refused(status) {
    if (status === 404) leave();
    else lose();
  }

  // A new element starts a new stream; htmx ends the one whose element is gone. The address is given here and
  // not in the page: htmx may look at the page before its own extension is there.
  function openAnew() {
    const flux = document.getElementById("flux");
    if (!flux || gone) return;
    const fresh = flux.cloneNode(false);
    fresh.setAttribute("hx-sse:connect", `${flux.dataset.stream}?since=${seen}`);
    flux.replaceWith(fresh);
    tried = true;
    htmx.process(fresh);
  }

  document.addEventListener("time", (event) => {
    serverSays(Number(event.detail.data));
    signOfLife();
    redraw();
  });
  document.addEventListener("gone", leave);
  document.addEventListener("htmx:sse:after:message", (event) => {
    seen = event.detail.message.id || seen;
    signOfLife();
    redraw();
  });
  document.addEventListener("htmx:sse:error", (event) => refused(event.detail.status));
  for (const name of ["htmx:response:error", "htmx:error", "htmx:sse:close"]) {
    document.addEventListener(name, (event) => {
      if (event.target?.id !== "flux") return;
      tried = false;
      refused(event.detail?.ctx?.response?.status);
    });
  }
  window.addEventListener("offline", lose);
  window.addEventListener("online", openAnew);
  document.addEventListener("DOMContentLoaded", () => setTimeout(openAnew));
  setInterval(() => {
    const silent = performance.now() - alive > SILENCE_MS;
    if (!document.getElementById("flux") || (tried && !silent)) return;
    lose();
    alive = performance.now();
    openAnew();
  }, LOOK_MS);
}
