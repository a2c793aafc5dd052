// A field that someone writes in stays where it is on the screen, whatever is drawn again above it: the sheet does
// not shrink while a hand is there, and the page scrolls by as much as it grew. What was unfolded stays unfolded.
const FIELDS = ".composeur .saisie, .notes__page";
let field = null;
let top = 0;
let unfolded = [];

export function beforeRedraw() {
  const sheet = document.getElementById("r-sheet");
  field = document.activeElement?.matches(FIELDS) ? document.activeElement : null;
  if (sheet) sheet.style.minBlockSize = field ? `${sheet.offsetHeight}px` : "";
  unfolded = [...document.querySelectorAll(".plier[id][open]")].map((fold) => fold.id);
  if (field) top = field.getBoundingClientRect().top;
}

export function afterRedraw() {
  if (field && field === document.activeElement) scrollBy(0, field.getBoundingClientRect().top - top);
  field = null;
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
}
