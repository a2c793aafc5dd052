// Boxes that are drafts too: the names of those that are ticked stand in one hidden field, kept as any private text.
export function keepTicks() {
  for (const kept of document.querySelectorAll("[data-ticks]")) keep(kept, kept.dataset.ticks);
}

function keep(kept, before) {
  const boxes = [...kept.form.querySelectorAll(`input[type=checkbox][name^="${before}"]`)];
  const ticked = kept.value.split(/\s+/);
  for (const box of boxes) {
    box.checked = ticked.includes(box.name.slice(before.length));
    box.addEventListener("input", () => {
      const names = boxes.filter((one) => one.checked).map((one) => one.name.slice(before.length));
      kept.value = names.join(" ");
      kept.dispatchEvent(new Event("input"));
    });
  }
}
