// Private texts: kept on the server a second after the last key, and on this device alone while it is cut off.
const PAUSE_MS = 1000;
const AGAIN_MS = 5000;

export function keepDrafts() {
  for (const field of document.querySelectorAll("[data-draft]")) keep(field);
}

function keep(field) {
  const shelf = `sizain:${field.dataset.draft}`;
  let version = field.dataset.version;
  let saved = field.value;
  let waiting = null;
  let saving = false;
  let leaving = false;

  const left = sessionStorage.getItem(shelf);
  if (left === field.value) sessionStorage.removeItem(shelf);
  else if (left !== null) {
    field.value = left;
    later(0);
  }

  // The next page may have been drawn before this text was kept: the shelf holds it until that page has said so.
  window.addEventListener("beforeunload", () => (leaving = true));
  field.addEventListener("input", () => {
    leaving = false;
    sessionStorage.setItem(shelf, field.value);
    state(field, "");
    later(PAUSE_MS);
  });
  document.addEventListener("visibilitychange", () => document.hidden && field.value !== saved && save());

  function later(wait) {
    clearTimeout(waiting);
    waiting = setTimeout(save, wait);
  }

  async function save() {
    if (saving) return later(PAUSE_MS);
    saving = true;
    const text = field.value;
    try {
      const answer = await fetch(field.dataset.draft, {
        method: "POST",
        body: new URLSearchParams({ text, version }),
        headers: { "HX-Request": "true" },
        keepalive: true,
      });
      if (answer.ok) kept(text, (await answer.json()).version);
      else if (answer.status === 409) meet(await answer.json());
      else if (answer.status === 422) state(field, await answer.text());
      else if (answer.status >= 500) later(AGAIN_MS);
    } catch {
      later(AGAIN_MS);
    } finally {
      saving = false;
    }
  }

  function kept(text, now) {
    version = String(now);
    saved = text;
    if (field.value !== text) return later(PAUSE_MS);
    if (!leaving) sessionStorage.removeItem(shelf);
    state(field, field.dataset.saved ?? "");
  }

  // Another tab wrote first: both texts stay, the other one above this one, the caret where it was.
  function meet(other) {
    version = String(other.version);
    if (other.text && !field.value.includes(other.text)) {
      const caret = field.selectionStart + other.text.length + 2;
      const focused = document.activeElement === field;
      field.value = `${other.text}\n\n${field.value}`;
      if (focused) field.setSelectionRange(caret, caret);
    }
    later(0);
  }
}

function state(field, words) {
  const place = document.getElementById(field.dataset.state ?? "");
  if (place) place.textContent = words;
}
