// Words that go from one private field to another, none of them lost: the same as the form does without scripts.
export function moveWords() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-from]");
    if (!button) return;
    const from = document.getElementById(button.dataset.from);
    const to = document.getElementById(button.dataset.to);
    if (!from || !to) return;
    event.preventDefault();
    put(to, [to.value, from.value.trim()].filter(Boolean).join("\n"));
    put(from, button.dataset.leaves ?? "");
    button.closest("[data-why]")?.setAttribute("hidden", "");
    document.querySelector(".composeur:not([hidden]) #ma-question")?.focus();
  });
}

export function put(field, words) {
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
