// The ring stands outside the regions that are drawn again: only its classes and two attributes change.

export function turnRing(facts, share) {
  const step = Number(facts.step);
  const done = Number(facts.done);
  for (const ring of document.querySelectorAll("[data-ring]")) {
    for (const part of ring.querySelectorAll("[data-arc]")) {
      const place = Number(part.dataset.arc);
      const state = place === step ? "courante" : place <= done ? "faite" : "avenir";
      const wanted = `${part.dataset.kind} ${part.dataset.kind}--${state}`;
      if (part.getAttribute("class") !== wanted) part.setAttribute("class", wanted);
    }
    for (const bead of ring.querySelectorAll(".perle")) show(bead, Number(bead.dataset.etape) === step);
    const rest = ring.querySelector(".arc--reste");
    const hand = ring.querySelector(".aiguille");
    show(rest, step > 0);
    show(hand, step > 0);
    if (step > 0) {
      const arc = ring.querySelector(`[data-arc="${step}"][d]`);
      rest.setAttribute("d", arc.getAttribute("d"));
      rest.setAttribute("data-etape", String(step));
      rest.setAttribute("stroke-dashoffset", (-share).toFixed(1));
      hand.setAttribute("transform", `rotate(${((step - 1) * 60 + 2.1 + share * 0.558).toFixed(1)} 200 200)`);
    }
  }
}

function show(part, shown) {
  if (shown) part.removeAttribute("display");
  else part.setAttribute("display", "none");
}
