// What I am and where we are: the tint of the page, and which composers stand beside the sheet.
// A composer is hidden, never emptied: what was typed is still there when its step comes back.

const OUTSIDE = ["waiting", "away"];
const page = (view) => (OUTSIDE.includes(view) ? "outside" : view === "facilitator" ? "console" : "circle");
const NARROW = matchMedia("(max-width: 60rem)");
const REDRAWN_MS = [0, 400];
const drawn = { ...document.getElementById("posture")?.dataset };

// Who is let in, leaves, or is handed the facilitation needs another page: what one types stands elsewhere there.
export function showPosture() {
  const posture = document.getElementById("posture");
  if (!posture) return;
  const { view, stage, step } = posture.dataset;
  if (page(view) !== page(drawn.view)) return location.reload();
  if (posture.dataset.leads !== drawn.leads && !typing()) return location.reload();
  if (document.body.dataset.stage && stage !== document.body.dataset.stage) for (const wait of REDRAWN_MS) setTimeout(turnThePage, wait);
  document.body.dataset.etape = step;
  document.body.dataset.stage = stage;
  document.body.dataset.view = view;
  document.body.classList.toggle("salle--attente", document.body.classList.contains("salle") && stage === "lobby");
  const here = [`${view}.${stage}`, `${view}.*`, `*.${stage}`, "*.*"];
  for (const part of document.querySelectorAll("[data-when]")) {
    const ready = (part.dataset.needs?.split(/\s+/) ?? []).every((fact) => posture.dataset[fact] === "yes");
    part.hidden = !ready || !part.dataset.when.split(/\s+/).some((when) => here.includes(when));
  }
}

// Where all stands in one column, a new step begins at its top, once it is drawn too; never under a hand that writes.
function turnThePage() {
  if (NARROW.matches && !typing()) scrollTo({ top: 0 });
}

// Whoever facilitates is named outside of the regions too. That waits as long as somebody writes what is kept nowhere yet.
function typing() {
  const fields = [...document.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox])")];
  const unsent = (one) => (one.type === "radio" ? one.checked !== one.defaultChecked : one.value !== one.defaultValue);
  return fields.some((one) => one === document.activeElement || (!one.dataset.draft && unsent(one)));
}
