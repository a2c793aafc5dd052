// A phone that nobody touches turns its eyes to the circle. Any touch, any key, any change of the page wakes it; it never
// dims under a hand that writes, nor over a question or a panel that is open. The page stays as it is underneath.
const UNTOUCHED_MS = 20_000;
const PHONE = matchMedia("(hover: none) and (pointer: coarse) and (max-width: 48rem)");
const WRITING = "input:not([type=checkbox], [type=radio]):focus, textarea:focus, select:focus";
const OPEN = "dialog[open], .demande:target, .salle__marge--repli:target, .salle__marge--repli :target";
const veil = document.getElementById("veille");

let waiting = null;

export function dimWhenUntouched() {
  for (const touch of ["pointerdown", "keydown", "focusin", "input", "scroll"]) {
    addEventListener(touch, (event) => veil?.contains(event.target) || wake(), { capture: true, passive: true });
  }
  // The touch that wakes ends on the veil: nothing underneath is pressed by chance.
  veil?.addEventListener("click", (event) => {
    wake();
    if (event.target.closest(".veille__geste")) main()?.click();
  });
  wake();
}

export function wake() {
  clearTimeout(waiting);
  if (!veil) return;
  veil.hidden = true;
  waiting = setTimeout(dim, UNTOUCHED_MS);
}

function dim() {
  const look = document.getElementById("r-look").textContent.trim();
  if (!look || !PHONE.matches || document.querySelector(`${WRITING}, ${OPEN}`)) return wake();
  const button = veil.querySelector(".veille__geste");
  button.textContent = main()?.textContent.trim() || button.dataset.back;
  veil.hidden = false;
}

// The one main gesture of this screen, as the bar below has it.
function main() {
  return document.querySelector("#r-gestures .commande--majeure");
}
