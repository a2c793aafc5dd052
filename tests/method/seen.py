"""What each viewer may see, said a second time and independently of `sight`: texts and seats whose
ids stand in a sight although they are not that viewer's to see."""

from collections.abc import Iterable
from dataclasses import replace

from sizain.method.contract import Terms
from sizain.method.seance import STAGES, Role, Seance, Stage, Standing
from sizain.method.sight import PROJECTOR, Sights


def leaks(sights: Sights, viewer: str, texts: Iterable[str], seats: Iterable[str]) -> set[str]:
    """The ids, of texts or of seats, that occur in what `viewer` sees and may not."""
    seen, seance = sights.of(viewer), sights.seance
    # Minutes and blocks only, and the longest part by far to spell out.
    shown = repr(seen and replace(seen, clock=None))
    allowed = _texts(seance, viewer) | _seats(seance, viewer)
    return {one for one in (*texts, *seats) if one in shown and one not in allowed}


def _place(seance: Seance, viewer: str) -> str:
    seat = seance.seat(viewer)
    if viewer == PROJECTOR:
        return "screen"
    if seat is None or seat.standing in (Standing.REFUSED, Standing.REMOVED):
        return "nowhere"
    if seat.standing is not Standing.SEATED:
        return "circle" if _took_theirs(seance, viewer) else "outside"
    return "facilitator" if seat.role is Role.FACILITATOR else "circle"


def _took_theirs(seance: Seance, viewer: str) -> bool:
    """A client who left before the end keeps what is theirs once it is over, even if they were back at the door."""
    seat = seance.seat(viewer)
    left = seat is not None and seat.standing in (Standing.LEFT, Standing.WAITING)
    return left and viewer == seance.client and seance.stage is Stage.CLOSED


def _texts(seance: Seance, viewer: str) -> set[str]:
    place, seat = _place(seance, viewer), seance.seat(viewer)
    if place in ("nowhere", "outside"):
        return set()
    allowed: set[str | None] = set()
    closed = seance.stage is Stage.CLOSED
    contract, asks = seance.contract, viewer == seance.client and place == "circle"
    if closed and place != "screen":
        allowed |= _words(contract.terms) if asks else {contract.text}
    elif not closed and STAGES.index(seance.stage) >= STAGES.index(Stage.CONTRACT):
        allowed |= _words(contract.terms)
        if place == "facilitator" or viewer == seance.client:
            allowed |= _words(contract.dictated)
        if asks:
            allowed = allowed.union(*(_words(one) for one in contract.earlier))
    if STAGES.index(seance.stage) >= STAGES.index(Stage.SYNTHESIS):
        allowed |= _plan(seance, viewer, place)
    if place == "facilitator" or (place == "circle" and seat and seat.charter):
        before = STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE)
        chosen = None if closed else seance.client
        allowed |= {topic.id for topic in seance.topics if before or topic.seat in (viewer, chosen)}
        if before:  # what goes with the line leaves every screen with the choice
            allowed = allowed.union(*({topic.lines, topic.tried} for topic in seance.topics))
    allowed |= _left_in_writing(seance, viewer) if place in ("facilitator", "circle") else set()
    if place in ("facilitator", "circle") and not closed:
        allowed |= _aside(seance, viewer)
    if place == "facilitator" or (place == "circle" and seat and seat.charter):
        allowed |= {one.id for one in seance.questions if seance.stage is Stage.CLARIFICATION}
    if place != "screen" and seance.stage in (Stage.META, Stage.CLOSING):
        allowed |= {one.text for one in seance.meta.lines}
    return {one for one in allowed if one}


def _words(terms: Terms | None) -> set[str | None]:
    return {terms.question, terms.word, terms.leave_with, terms.not_wanted} if terms else set()


def _aside(seance: Seance, viewer: str) -> set[str | None]:
    """A line is its author's, with the answer; before that whose who facilitates, if it was written to them."""
    mine = {text for one in seance.asides if one.seat == viewer for text in (one.text, one.answer)}
    waiting = [one for one in seance.asides if one.answer is None and not one.seen]
    return mine | {one.text for one in waiting if one.to == viewer == seance.facilitator}


def _left_in_writing(seance: Seance, viewer: str) -> set[str | None]:
    """Traces and ideas: for who wrote them; for the client traces from step 5 on, or live, but not
    those of an envelope that is closed (R11)."""
    mine: set[str | None] = {one.id for one in seance.traces if viewer in (one.seat, one.noted_by)}
    mine |= {one.text for one in seance.ideas if viewer in (one.seat, one.noted_by)}
    sorting = STAGES.index(seance.stage) >= STAGES.index(Stage.SYNTHESIS)
    if viewer == seance.client:
        arrived = [one for one in seance.traces if seance.traces_live or (sorting and one.sorted)]
        mine |= {one.id for one in arrived if one.opened or not one.outside}
    return mine


def _plan(seance: Seance, viewer: str, place: str) -> set[str | None]:
    """What the client keeps to themself is nobody else's; the circle reads a sentence and a date."""
    kept, seat, mine = seance.synthesis, seance.seat(viewer), viewer == seance.client
    if place == "screen" or (place == "circle" and not (seat and seat.charter)):
        return set()
    if not (mine or place == "facilitator"):
        shared = [step for step in kept.steps if step.shared]
        return {one for step in shared for one in (step.id, step.texts.text, step.texts.when)}
    seen = [step for step in kept.steps if mine or step.shared]
    allowed = {one for step in seen for one in (step.id, *step.texts.ids)} | {kept.understanding.text}
    if seance.stage is Stage.SYNTHESIS:
        allowed |= {kept.understanding.dictated}
        if kept.dictated:
            allowed |= {kept.dictated.id, kept.dictated.step, *kept.dictated.texts.ids}
    return allowed


def _seats(seance: Seance, viewer: str) -> set[str]:
    place = _place(seance, viewer)
    if place == "nowhere":
        return set()
    if place == "outside":
        return {viewer}
    if _took_theirs(seance, viewer):
        helped = [seat for one in seance.synthesis.steps for seat in (one.peer, *one.supports, *one.questions)]
        given = [seat for one in seance.traces for seat in (one.seat, one.noted_by)]
        return {viewer, seance.facilitator, *(seat for seat in (*helped, *given) if seat)}
    before = STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE)
    return {
        seat.id
        for seat in seance.seats
        if seat.standing in (Standing.SEATED, Standing.LEFT)
        or (seat.standing is Standing.EXPECTED and before)
        or (seat.standing is Standing.WAITING and (place == "facilitator" or seat.came_in))
    }
