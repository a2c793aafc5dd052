"""Regions: the parts of a screen that change. A region is a function of slices of the state and of a view;
it is drawn once for all the viewers who see the same, and remembered until one of its slices changes.

No region holds an editable field: composers live beside (ARCHITECTURE, principle 6).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import get_template
from django.utils import translation

from sizain.configuration import Configuration
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
    return (me.hand > 0, me.speaks, me.charter, me.ready, me.is_named, sight.my_topic)


def _seat(sight: Sight) -> Mine:
    return (sight.seat,)


@dataclass(frozen=True)
class Region:
    """`template` is live/regions/<name>.html. `mine` says what it shows that not every viewer of the same
    kind shares; `presence` whether it shows the facilitation who is connected: nobody else is told (METHOD §7)."""

    name: str
    slices: frozenset[Slice]
    mine: Callable[[Sight], Mine] = _nothing
    presence: bool = False


@dataclass(frozen=True)
class Drawn:
    """A region for one viewer: `stamp` changes when its HTML may have changed."""

    region: str
    html: str
    stamp: tuple[object, ...]
    seq: int
    presence: bool


ROOM: tuple[Region, ...] = (
    Region("posture", WHO | {S.CLOCK}, _seat),
    Region("banner", WHO),
    Region("centre", WHO),
    Region("circle", WHO | {S.FLOOR}, presence=True),
    Region("words", WHO | {S.FLOOR, S.FORMAT}),
    Region("guide", WHO),
    Region("notice", WHO | {S.DOOR, S.FLOOR, S.CLOCK}, _me, presence=True),
    Region("sheet", WHO | {S.DOOR, S.FLOOR, S.TOPICS, S.CONTRACT, S.FORMAT}, _me, presence=True),
    Region("console", WHO | {S.DOOR, S.CLOCK, S.FORMAT, S.CONTRACT}),
    Region("gestures", WHO | {S.FLOOR, S.CONTRACT}, _me),
    Region("announcement", WHO | {S.FLOOR}),
)
SCREEN: tuple[Region, ...] = (
    Region("posture", WHO | {S.CLOCK}, _seat),
    Region("centre", WHO),
    Region("circle", WHO | {S.FLOOR}),
    Region("screen", WHO | {S.DOOR, S.CONTRACT, S.FLOOR, S.FORMAT}),
    Region("announcement", WHO | {S.FLOOR}),
)
OUTSIDE: tuple[Region, ...] = (Region("posture", WHO, _seat), Region("outside", WHO | {S.DOOR}))
"""For who waits at the door or has left."""


def regions_for(sight: Sight) -> tuple[Region, ...]:
    if sight.view is View.PROJECTOR:
        return SCREEN
    return OUTSIDE if sight.view in (View.WAITING, View.AWAY) else ROOM


def draw(room: Room, sight: Sight, configuration: Configuration, language: str) -> list[Drawn]:
    """Every region of this viewer, in the order of the page, in `language`."""
    return [_draw(region, room, sight, configuration, language) for region in regions_for(sight)]


def _draw(region: Region, room: Room, sight: Sight, configuration: Configuration, language: str) -> Drawn:
    seq = room.state.changed_at(region.slices)
    told = region.presence and sight.view is View.FACILITATOR
    presence = room.presence if told else 0
    key = (region.name, sight.view, language, region.mine(sight))
    stamp = (*key, seq, presence)
    kept = room.rendered.get(key)
    if kept is not None and kept[0] == stamp:
        return Drawn(region.name, kept[1], stamp, seq, told)
    scene = Scene(room, sight, configuration, version=seq)
    with translation.override(language):
        html = get_template(f"live/regions/{region.name}.html").render({"scene": scene, "sight": sight}).strip()
    room.rendered[key] = (stamp, html)
    return Drawn(region.name, html, stamp, seq, told)
