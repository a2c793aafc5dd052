// What goes up: each form of class « acte » is posted without leaving the page. Its key makes a retry harmless,
// so a server that restarts costs a moment and no act.
import { put } from "./moved.js";

const AGAIN_MS = [300, 700, 1500, 3000, 5000];
// Who moves the thread wants to see where it went; nobody else's page moves.
const TURNS_THE_PAGE = ["open", "advance", "go-back", "close", "interrupt", "take-up", "dictate-contract", "dictate-understanding", "dictate-step", "hear-acceptance"];
const LONGEST_MS = 10_000;

export function sendActs() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.classList.contains("acte")) return;
    event.preventDefault();
    if (form.dataset.going !== undefined) return;
    send(form, event.submitter);
  });
}

async function send(form, button) {
  form.dataset.going = "";
  say(form, "");
  hint(form, "");
  const body = new URLSearchParams(new FormData(form, button));
  try {
    const answer = await post(button?.hasAttribute("formaction") ? button.formAction : form.action, body);
    if (answer.ok) done(form, button);
    else if (answer.status === 404) location.reload();
    else if (!hint(form, answer.headers.get("sizain-why"), body)) say(form, await reason(answer));
  } catch {
    say(form, document.body.dataset.unsent);
  } finally {
    delete form.dataset.going;
  }
}

// Some reasons have words of their own in the form, with ways out of them.
function hint(form, why, body) {
  const parts = [...form.querySelectorAll("[data-why]")];
  for (const part of parts) part.hidden = part.dataset.why !== why;
  return parts.some((part) => !part.hidden) || (why === "choice_needed" && choose(form, body));
}

// When no step to come can pay, going on asks who does: the act waits, whole, for one of two answers.
function choose(form, body) {
  const choosing = document.querySelector("[data-chooses]");
  if (!choosing) return false;
  choosing.action = form.action;
  choosing.dataset.acte = form.dataset.acte;
  const field = ([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
  choosing.querySelector("[data-chooses-kept]").replaceChildren(...[...body].map(field));
  choosing.hidden = false;
  choosing.querySelector("button").focus();
  return true;
}

// A sentence comes as plain text; anything else is a page of somebody in between.
async function reason(answer) {
  const plain = answer.headers.get("content-type")?.startsWith("text/plain");
  return plain ? answer.text() : document.body.dataset.unsent;
}

// 502, 503 and no answer at all may pass: the same act, with the same key, is sent again.
async function post(address, body) {
  for (const wait of [...AGAIN_MS, null]) {
    try {
      const answer = await fetch(address, {
        method: "POST",
        body,
        headers: { "HX-Request": "true" },
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      if (answer.status < 500 || wait === null) return answer;
    } catch (error) {
      if (wait === null) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

// A composer that was heard starts anew, with a new key; a page opened by « #… » closes.
function done(form, button) {
  const key = form.querySelector("input[name=key][data-random]");
  if (key) key.value = fresh();
  if ("empties" in form.dataset) empty(form);
  document.querySelector("[data-chooses]")?.setAttribute("hidden", "");
  if (button?.dataset.gives) giveBack(button.dataset.gives, document.getElementById(button.dataset.to));
  form.dispatchEvent(new CustomEvent("sizain:done", { bubbles: true }));
  if (TURNS_THE_PAGE.includes(form.dataset.acte)) scrollTo({ top: 0 });
  if (form.closest(".demande")) location.hash = "#contenu";
  if (form.dataset.then) location.assign(form.dataset.then);
}

// Words that their author took back stand in their field again, under what is being written there.
function giveBack(words, field) {
  if (field) put(field, [field.value, words].filter((part) => part.trim()).join("\n"));
}

function empty(form) {
  for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (field.type === "checkbox") field.checked = false;
    put(field, field.type === "checkbox" ? field.value : "");
  }
  for (const list of form.querySelectorAll("select")) list.selectedIndex = 0;
}

// crypto.randomUUID is missing on plain http; these are not secrets, only different from each other.
function fresh() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function say(form, words) {
  const place = (form.hidden ? null : form.querySelector("[data-refusal]")) ?? document.querySelector("[data-refusal-common]");
  if (!place) return;
  const text = place.querySelector("[data-refusal-words]") ?? place;
  text.textContent = words;
  place.hidden = words === "";
}
