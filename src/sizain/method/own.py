"""What one seat sees of what is not everybody's: traces, ideas set aside, the envelope, the signs, disclosed links,
lines of the help channel.

It stands apart from the rest of `sight` because `evolve` asks it too: a seat's screen is drawn again
only when what that seat sees has changed, so that nobody can count what others write (R9, R11).
"""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.asides import Aside
from sizain.method.rounds import RoundKind
from sizain.method.rules import posture, why_not
from sizain.method.seance import STAGES, Role, Seance, Stage
from sizain.method.signs import NO_SIGN, Signs
from sizain.method.traces import Trace, left_one, to_set_apart

ENVELOPE = (Stage.EXPLORATION, Stage.SYNTHESIS)
"""Where the client may open it (R11)."""
PARKING = (Stage.CLARIFICATION, Stage.CONTRACT, Stage.PAUSE, Stage.EXPLORATION)
"""From the step in which an idea is set aside to the one in which it comes back."""
LINKED = (Stage.CHOICE, Stage.PRESENTATION, Stage.CLARIFICATION, Stage.CONTRACT)
"""Where a link is said and answered."""


@dataclass(frozen=True)
class ShownTrace:
    """A trace for somebody who may read it; the words are found under `text`.

    `noted_by` is None for a noter who has no place in the circle any more. Whether the client opened an
    envelope is on no screen but the client's: `outside` is what its author said.
    """

    text: str
    seat: str
    kind: RoundKind | None
    noted_by: str | None
    outside: bool
    may_change: bool
    """It can still be taken back by who looks."""
    may_mark: bool
    """Who looks may say that it leaves the contract, or that it does not after all (R11)."""
    erased: bool = False
    """Its words are gone; that it was there is not (R21)."""


@dataclass(frozen=True)
class ShownIdea:
    """`text` is None where nobody wrote it down, and for the facilitator where its author did."""

    id: str
    seat: str
    text: str | None
    may_change: bool
    """Who looks can make a trace of it, or let it go."""


@dataclass(frozen=True)
class Apart:
    """For the facilitation: the last trace of `seat` can be put outside of the contract, or is. Not its words, not
    how many there are."""

    seat: str
    outside: bool


@dataclass(frozen=True)
class ShownLink:
    """A disclosed link, for whoever it was told to while they facilitate, for the client whose story it is, and for
    whoever said it: to them the answer is told by somebody, never by a screen, which would tell a no by taking a yes
    back."""

    seat: str
    story: str
    stays: bool | None
    to: str


@dataclass(frozen=True)
class Own:
    """`envelope` says that one is there: not whose, not how many (R11). `left_one` says that who looks has left the
    trace of their turn (R8)."""

    traces: tuple[ShownTrace, ...] = ()
    ideas: tuple[ShownIdea, ...] = ()
    envelope: bool = False
    signs: Signs = NO_SIGN
    left_one: bool = False
    apart: tuple[Apart, ...] = ()
    links: tuple[ShownLink, ...] = ()
    asides: tuple[Aside, ...] = ()


NOTHING = Own()


def own(seance: Seance, viewer: str) -> Own:
    """What the seat `viewer` sees of all that; nothing for whoever is not in the room, but for the client once the
    séance is closed: what was left for them stays theirs."""
    seat = seance.seat(viewer)
    if seat is None or not (seat.present or (seance.stage is Stage.CLOSED and viewer == seance.client)):
        return NOTHING
    client, leads = viewer == seance.client, seat.role is Role.FACILITATOR
    return Own(
        traces=tuple(_shown(seance, trace, viewer) for trace in seance.traces if reads(seance, trace, viewer)),
        ideas=_ideas(seance, viewer, leads=leads),
        envelope=(client or leads) and seance.stage in ENVELOPE and any(trace.sealed for trace in seance.traces),
        signs=seance.signs if client or leads else NO_SIGN,
        left_one=left_one(seance, viewer),
        apart=_apart(seance) if leads and seance.stage is Stage.EXPLORATION else (),
        links=_links(seance, viewer, leads=leads),
        asides=_asides(seance, viewer, leads=leads),
    )


def _asides(seance: Seance, viewer: str, *, leads: bool) -> tuple[Aside, ...]:
    """One's own, and for whoever facilitates those that wait for them: what was written to somebody else is not."""
    if seance.stage is Stage.CLOSED:
        return ()
    return tuple(one for one in seance.asides if one.seat == viewer or (leads and one.to == viewer and one.waits))


def _links(seance: Seance, viewer: str, *, leads: bool) -> tuple[ShownLink, ...]:
    if seance.stage not in LINKED:
        return ()
    return tuple(
        ShownLink(one.seat, one.story, None if one.seat == viewer else one.stays, one.to)
        for one in seance.links
        if seance.client in (None, one.story)
        and (viewer == one.seat or (leads and viewer == one.to) or one.story == viewer == seance.client)
    )


def reads(seance: Seance, trace: Trace, viewer: str) -> bool:
    """Who wrote it; and the client from its sorting on, or at once where the session wants it so. A session that
    ends before the sorting has none."""
    if trace.written_by(viewer):
        return True
    if viewer != seance.client or trace.sealed:
        return False
    return seance.traces_live or (trace.sorted and STAGES.index(seance.stage) >= STAGES.index(Stage.SYNTHESIS))


def _shown(seance: Seance, trace: Trace, viewer: str) -> ShownTrace:
    noter = seance.seat(trace.noted_by) if trace.noted_by else None
    there = noter is not None and (noter.in_circle or noter.role is Role.FACILITATOR)
    mine = not trace.sorted and trace.written_by(viewer)
    says = viewer in (trace.seat, seance.facilitator) and trace.seat != seance.client
    return ShownTrace(
        text=trace.id,
        seat=trace.seat,
        kind=trace.kind,
        noted_by=trace.noted_by if there else None,
        outside=trace.outside,
        may_change=mine and _may(seance, viewer, "take-back-trace"),
        may_mark=mine and says and _may(seance, viewer, "mark-trace"),
        erased=trace.id in seance.erased.texts,
    )


def _may(seance: Seance, viewer: str, act: str) -> bool:
    """Whether the table lets that seat do it now."""
    return why_not(seance.stage, posture(seance, viewer), act, seance.lifted) is None


def _apart(seance: Seance) -> tuple[Apart, ...]:
    """In seat order; whoever put their own trace outside does not stand there."""
    last = ((seat.id, to_set_apart(seance, seat.id)) for seat in seance.consultants if seat.charter)
    return tuple(Apart(seat, trace.outside) for seat, trace in last if trace)


def _ideas(seance: Seance, viewer: str, *, leads: bool) -> tuple[ShownIdea, ...]:
    if seance.stage not in PARKING:
        return ()
    return tuple(
        ShownIdea(idea.id, idea.seat, idea.text if idea.written_by(viewer) else None, idea.written_by(viewer))
        for idea in seance.ideas
        if leads or idea.seat == viewer
    )
