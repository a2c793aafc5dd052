// « Copier »: the address goes to the clipboard, or is selected where the clipboard is closed (plain http).

export function copyOnPress() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      if (button.dataset.copied) button.querySelector("span").textContent = button.dataset.copied;
    } catch {
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
    }
  });
}
