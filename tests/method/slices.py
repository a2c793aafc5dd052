"""What each slice of the state holds, said independently of `TOUCHES`."""

from sizain.method.seance import Role, Seance, Slice, Standing

PARTS: dict[Slice, tuple[str, ...]] = {
    Slice.REGISTER: ("register",),
    Slice.SAFETY: ("not_well",),
    Slice.FLOOR: ("floor", "hands", "spoken", "floor_at", "rounds", "recalled"),
    Slice.STAGE: ("stage", "loops", "closed_at", "silence", "interrupted", "lifted"),
    Slice.FORMAT: ("plan", "total_min"),
    Slice.TOPICS: ("topics",),
    Slice.CHOICE: ("ready", "choosing", "named", "client", "client_how"),
    Slice.CONTRACT: ("contract",),
    Slice.PLAN: ("synthesis",),
    Slice.META: ("meta",),
    Slice.CLOCK: ("clock",),
    Slice.TRACES: ("traces",),
    Slice.IDEAS: ("ideas",),
    Slice.SIGNS: ("signs",),
    Slice.ERASED: ("erased",),
    Slice.QUESTIONS: ("questions",),
    Slice.LINKS: ("links",),
    Slice.ASIDES: ("asides",),
}
CONSTANT = {"place", "way", "limits", "traces_live", "advice_hint", "seq", "versions", "own_at"}
"""Fields that an event cannot change, the two that every event does, and what says whose sight changed."""


def changed(before: Seance, after: Seance) -> list[Slice]:
    """The slices that do not hold the same; what never changes is looked at by the way."""
    for name in CONSTANT - {"seq", "versions", "own_at"}:
        assert getattr(before, name) == getattr(after, name)
    return [one for one in Slice if part(before, one) != part(after, one)]


def part(seance: Seance, slice_: Slice) -> object:
    """All that a screen could show of that slice."""
    match slice_:
        case Slice.SEATS:
            expected = [seat for seat in seance.seats if seat.standing is Standing.EXPECTED]
            inside = [seat for seat in seance.seats if seat.in_circle or seat.role is Role.FACILITATOR]
            return inside, expected, seance.scribe, seance.facilitator, seance.relay
        case Slice.DOOR:
            return [seat for seat in seance.seats if seat.standing is Standing.WAITING], seance.kept_waiting
        case _:
            return tuple(getattr(seance, name) for name in PARTS[slice_])
