// The client's private marks: sent apart from the acts, kept by nobody else, and put on again after each redraw.
import { say } from "./acts.js";

const sheet = document.getElementById("r-sheet");
const marks = new Map(Object.entries(JSON.parse(sheet?.dataset.marks || "{}")));

export function keepMarks() {
  document.addEventListener("submit", (event) => {
    if (!event.target.classList.contains("acte-prive")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
}

export function showMarks() {
  for (const trace of sheet?.querySelectorAll("[data-trace]") ?? []) trace.dataset.mark = marks.get(trace.dataset.trace) ?? "";
  for (const button of sheet?.querySelectorAll("[data-says]") ?? []) {
    const [about, said] = button.dataset.says.split(":");
    button.setAttribute("aria-pressed", String(marks.get(about) === said));
  }
}

// The mark is on at once, and off again when it could not be kept.
async function send(form, button) {
  const [about, said] = button.dataset.says.split(":");
  const before = marks.get(about) ?? "";
  const now = before === said ? "" : said;
  put(about, now);
  try {
    const body = new URLSearchParams({ mark: now });
    const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
    if (!answer.ok) throw new Error();
  } catch {
    if (marks.get(about) === now) put(about, before);
    say(form, document.body.dataset.unsent);
  }
}

function put(about, said) {
  marks.set(about, said);
  showMarks();
}
