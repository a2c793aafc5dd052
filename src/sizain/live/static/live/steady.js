// A field that someone writes in stays where it is on the screen, whatever is drawn again above it: the sheet does
// not shrink while a hand is there, and the page scrolls by as much as it grew. So does what a keyboard has come to,
// beside what is drawn again. What was unfolded stays unfolded.
// Once a frame is enough, as nothing is seen in between; measuring at each message would hold up the hand that types.
const FIELDS = ".composeur .saisie, .notes__page";
const HELD = `${FIELDS}, :is(.composeur, .salle__marge) :focus-visible`;
const top = (field) => field.getBoundingClientRect().top;
let field = null;
let unfolded = [];

export function beforeRedraw() {
  unfolded = [...document.querySelectorAll(".plier[id][open]")].map((fold) => fold.id);
  if (field) return;
  field = document.activeElement?.matches(HELD) ? document.activeElement : null;
  const sheet = document.getElementById("r-sheet");
  if (sheet) sheet.style.minBlockSize = field?.matches(FIELDS) ? `${sheet.offsetHeight}px` : "";
  if (field) requestAnimationFrame(settle.bind(null, top(field)));
}

function settle(stood) {
  if (field === document.activeElement) scrollBy(0, top(field) - stood);
  field = null;
}

export function afterRedraw() {
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
}
