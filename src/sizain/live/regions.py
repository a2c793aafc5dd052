"""Regions: the parts of a screen that change. A region is a function of slices of the state and of a view;
it is drawn once for all the viewers who see the same, and remembered until one of its slices changes.

No region holds an editable field: composers live beside (ARCHITECTURE, principle 6).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import get_template
from django.utils import translation

from sizain.configuration import Configuration
from sizain.live.helping import OF_ONE
from sizain.live.scene import Scene
from sizain.method.seance import Slice
from sizain.method.sight import Sight, View
from sizain.seances.room import Room

S = Slice
WHO = frozenset({S.SEATS, S.STAGE, S.CHOICE})
"""What changes what a viewer is; every region depends on it."""
Mine = tuple[object, ...]


def _nothing(sight: Sight) -> Mine:
    return ()


def _me(sight: Sight) -> Mine:
    """What is my own in the middle of the screen."""
    me = sight.person(sight.seat)
    if me is None:
        return (sight.seat,)
    mine = sight.contract.mine if sight.contract else None
    plan = sight.synthesis.steps if sight.synthesis else ()
    answers = tuple((step.i_support, step.i_question) for step in plan)
    lines = tuple(one.text for one in sight.lines if one.mine)
    own = (sight.my_topic, sight.not_well, mine, lines, answers)
    return (me.role, me.hand > 0, me.speaks, me.charter, me.ready, me.is_named, *own)


def _in_turn(sight: Sight) -> Mine:
    """The same, with my place in the round, whether I note for the circle, the client's signs, traces, links."""
    waits = sight.round is not None and sight.seat in sight.round.to_come
    mine = (sight.seat if waits else "", sight.scribe == sight.seat)
    return (*_me(sight), *mine, sight.own.signs, sight.own.traces, sight.own.links)


def _seat(sight: Sight) -> Mine:
    return (sight.seat,)


def _looks(sight: Sight) -> Mine:
    """Whom a phone that nobody touches says to look at: it depends on whether it is me, and on what I must answer."""
    me = sight.person(sight.seat)
    return (me.speaks, me.charter, me.is_named) if me else ()


def _writes(sight: Sight) -> Mine:
    """What hides the field of a trace: my turn left one, and I note for nobody (R8); and that of an answer: nobody
    wrote."""
    return (sight.seat, sight.own.left_one, sight.scribe == sight.seat, bool(sight.own.asides))


def _my_own(sight: Sight) -> Mine:
    return (sight.seat, *_me(sight))


def _at_the_door(sight: Sight) -> Mine:
    """Whether one was told to wait on, and whether something of one's own stands here."""
    return (bool(sight.kept_waiting), sight.may_erase)


def _offered(sight: Sight) -> Mine:
    """What the table offers to one person alone of those of the same place: the deputy."""
    return tuple(sorted(sight.acts & OF_ONE))


def _private(sight: Sight) -> Mine:
    """What is not everybody's: traces, ideas, the envelope, signs."""
    return (*_my_own(sight), sight.own)


def _questions(sight: Sight) -> Mine:
    """Which of the written questions are my own and whether I read them at all, my hand, the floor, ideas of mine."""
    shown, me = sight.questions, sight.person(sight.seat)
    if shown is None:
        return (None,)
    everything = (*([shown.asked] if shown.asked else []), *shown.waiting, *shown.answered)
    mine = tuple(one.text for one in everything if one.seat == sight.seat)
    return (mine, bool(sight.own.ideas), me is not None and me.hand > 0, me is not None and me.speaks)


def _itself(view: View) -> str:
    return view.value


def _everybody(view: View) -> str:
    """Nothing in it depends on who looks (tested for every stage and viewer)."""
    return ""


def _leading(view: View) -> str:
    """The facilitation has gestures in it, all others see the same."""
    return "leads" if view is View.FACILITATOR else "others"


@dataclass(frozen=True)
class Region:
    """`template` is live/regions/<name>.html. `mine` says what it shows that not every viewer of the same
    kind shares, `seen_as` which views are of the same kind; `presence` whether it shows the facilitation who
    is connected: nobody else is told (METHOD §7).

    `leading` are slices that only the facilitation's version shows. `own` is for a region drawn for each seat
    alone: of the floor, of traces and of signs it shows what concerns that seat. These have no place among
    `slices`: a screen that is drawn again for nothing would tell that somebody wrote.
    """

    name: str
    slices: frozenset[Slice]
    mine: Callable[[Sight], Mine] = _nothing
    presence: bool = False
    seen_as: Callable[[View], str] = _itself
    leading: frozenset[Slice] = frozenset()
    own: bool = False

    def changed_at(self, room: Room, sight: Sight) -> int:
        """The sequence number of the last event that may have changed it for this viewer."""
        led = self.leading if sight.view is View.FACILITATOR else frozenset()
        seq = room.changed_at(self.slices | led)
        if not self.own:
            return seq
        seat, state = sight.seat or "", room.state
        return max(seq, state.floor_at.get(seat, 0), state.own_at.get(seat, 0))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A region for one viewer: `seq` and `number` say of which journal and of which presence it was drawn,
    `presence` whether it shows who is connected.

    `lines` is the message that carries it, but for its id and its end: made once for all who get it, and kept
    instead of the HTML, which takes twice the memory.
    """

    region: str
    lines: bytes
    seq: int
    number: int
    presence: bool

    @property
    def html(self) -> str:
        body = self.lines.decode().removesuffix(f"{CLOSING}\n").replace("\ndata: ", "\n")
        return body.partition(">")[2]


def _lines(region: str, html: str) -> bytes:
    message = f'<hx-partial hx-target="#r-{region}" hx-swap="innerMorph">{html}{CLOSING}'
    return b"".join(b"data: %b\n" % line for line in _LINE_ENDS.split(message.encode()))


CLOSING = "</hx-partial>"
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")
"""Those of an event stream (WHATWG HTML, 9.2.6): a text may hold other separators, which are its own."""
MOST_KEPT = 500
"""Regions remembered in one room; beyond, all are drawn anew as they are asked for."""

ROOM: tuple[Region, ...] = (
    Region("posture", WHO | {S.CLOCK}, _writes, own=True),
    Region("banner", WHO, seen_as=_everybody),
    Region("centre", WHO, seen_as=_everybody),
    Region("circle", WHO | {S.FLOOR}, presence=True, seen_as=_leading),
    Region("look", WHO | {S.FLOOR, S.CLOCK}, _looks),
    Region("words", WHO | {S.FLOOR, S.FORMAT}, seen_as=_everybody),
    Region("guide", WHO | {S.REGISTER}, _offered, leading=frozenset({S.FLOOR, S.CONTRACT, S.PLAN})),
    Region("notice", WHO | {S.DOOR, S.CLOCK, S.SAFETY}, _private, presence=True, own=True),
    Region(
        "sheet",
        WHO | {S.DOOR, S.FLOOR, S.TOPICS, S.CONTRACT, S.FORMAT, S.SAFETY, S.META, S.PLAN},
        _in_turn,
        leading=frozenset({S.CLOCK}),
        presence=True,
        own=True,
    ),
    Region("questions", WHO | {S.QUESTIONS, S.CLOCK}, _questions, leading=frozenset({S.FLOOR}), own=True),
    Region("console", WHO | {S.DOOR, S.CLOCK, S.FORMAT, S.CONTRACT}, seen_as=_leading),
    Region("traces", WHO, _private, leading=frozenset({S.FLOOR}), own=True),
    Region(
        "gestures",
        WHO | {S.CONTRACT, S.PLAN, S.QUESTIONS},
        _my_own,
        leading=frozenset({S.FLOOR, S.META, S.TOPICS}),
        own=True,
    ),
    Region("announcement", WHO | {S.FLOOR}, seen_as=_everybody),
)
SCREEN: tuple[Region, ...] = (
    Region("posture", WHO | {S.CLOCK}, _seat),
    Region("centre", WHO),
    Region("circle", WHO | {S.FLOOR}),
    Region("screen", WHO | {S.DOOR, S.CONTRACT, S.FLOOR, S.FORMAT}),
    Region("announcement", WHO | {S.FLOOR}),
)
OUTSIDE: tuple[Region, ...] = (Region("posture", WHO, _seat), Region("outside", WHO | {S.DOOR}, _at_the_door))
"""For who waits at the door or has left."""


def regions_for(sight: Sight) -> tuple[Region, ...]:
    if sight.view is View.PROJECTOR:
        return SCREEN
    return OUTSIDE if sight.view in (View.WAITING, View.AWAY) else ROOM


def draw(room: Room, sight: Sight, configuration: Configuration, language: str) -> list[Drawn]:
    """Every region of this viewer, in the order of the page, in `language`."""
    return [_draw(region, room, sight, configuration, language, region.mine(sight)) for region in regions_for(sight)]


def _draw(region: Region, room: Room, sight: Sight, configuration: Configuration, language: str, mine: Mine) -> Drawn:
    seq = region.changed_at(room, sight)
    told = region.presence and sight.view is View.FACILITATOR
    presence = room.presence if told else 0
    key = (region.name, region.seen_as(sight.view), language, mine)
    kept: Drawn | None = room.rendered.get(key)
    if kept is not None and kept.seq == seq and kept.number == presence:
        return kept
    scene = Scene(room, sight, configuration, version=seq)
    with translation.override(language):
        html = get_template(f"live/regions/{region.name}.html").render({"scene": scene, "sight": sight}).strip()
    drawn = Drawn(region.name, _lines(region.name, html), seq, presence, told)
    if len(room.rendered) >= MOST_KEPT:
        room.rendered.clear()
    room.rendered[key] = drawn
    return drawn
