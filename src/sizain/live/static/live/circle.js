// Around the table everybody sits at the bottom of their own circle: the list is the same for all,
// its classes turn it.
const RINGED = { least: 3, most: 12 };

export function setCircle() {
  const list = document.querySelector("[data-seats]");
  if (!list) return;
  const seats = [...list.querySelectorAll("li")];
  const ringed = seats.length >= RINGED.least && seats.length <= RINGED.most;
  const mine = seats.findIndex((seat) => seat.dataset.seat === list.dataset.me);
  const top = seats.findIndex((seat) => "client" in seat.dataset);
  seats.forEach((seat, place) => seat.toggleAttribute("data-moi", place === mine));
  const bottom = mine >= 0 ? mine : top >= 0 ? (top + Math.floor(seats.length / 2)) % seats.length : Math.max(0, seats.length - 2);
  const wanted = ringed ? `cercle__sieges n-${seats.length} bas-${bottom}` : "cercle__liste";
  if (list.className !== wanted) list.className = wanted;
}
