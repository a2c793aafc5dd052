// A field that someone writes in stays where it is on the screen, whatever is drawn again above it: the sheet does
// not shrink while a hand is there, and the page scrolls by as much as it grew. What was unfolded stays unfolded.
// Once a frame is enough, as nothing is seen in between; measuring at each message would hold up the hand that types.
const FIELDS = ".composeur .saisie, .notes__page";
const height = (field) => field.getBoundingClientRect().top + scrollY;
let field = null;
let unfolded = [];

export function beforeRedraw() {
  unfolded = [...document.querySelectorAll(".plier[id][open]")].map((fold) => fold.id);
  if (field) return;
  field = document.activeElement?.matches(FIELDS) ? document.activeElement : null;
  const sheet = document.getElementById("r-sheet");
  if (sheet) sheet.style.minBlockSize = field ? `${sheet.offsetHeight}px` : "";
  if (field) requestAnimationFrame(settle.bind(null, height(field)));
}

function settle(stood) {
  if (field === document.activeElement) scrollBy(0, height(field) - stood);
  field = null;
}

export function afterRedraw() {
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
}
