// Around the table everybody sits at the bottom of their own circle: the list is the same for all,
// its classes turn it.
const RINGED = { least: 3, most: 12 };

export function setCircle() {
  const list = document.querySelector("[data-seats]");
  if (!list) return;
  const all = [...list.querySelectorAll("li")];
  const ring = all.filter((seat) => !("dehors" in seat.dataset));
  const me = list.dataset.me;
  all.forEach((seat) => seat.toggleAttribute("data-moi", seat.dataset.seat === me));
  const mine = ring.findIndex((seat) => seat.dataset.seat === me);
  const bottom = mine >= 0 ? mine : facing(ring);
  const ringed = ring.length >= RINGED.least && ring.length <= RINGED.most;
  const wanted = ringed ? `cercle__sieges n-${ring.length} bas-${bottom}` : "cercle__liste";
  if (list.className !== wanted) list.className = wanted;
}

// Who has no seat in the ring sees the client at the top: the bottom is the seat across the table.
function facing(ring) {
  const top = Math.max(0, ring.findIndex((seat) => "client" in seat.dataset));
  return ring.length ? (top + Math.floor(ring.length / 2)) % ring.length : 0;
}
