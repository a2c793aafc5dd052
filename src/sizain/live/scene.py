"""What a template is given: one viewer's sight, and the words that this sight points to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup

from sizain.configuration import Configuration
from sizain.live.telling import Telling
from sizain.method.clock import Reading, reading
from sizain.method.seance import Slice
from sizain.method.sight import Person, Sight
from sizain.seances.room import Room

MOST_PIECES = 200
"""Pieces remembered in one room; beyond, all are drawn anew as they are asked for."""


@dataclass(frozen=True)
class Scene:
    """A room as one viewer sees it. `version` is that of the region being drawn; it goes into the keys of
    its buttons, so that a button pressed twice acts once and one drawn anew acts again."""

    room: Room
    sight: Sight
    configuration: Configuration
    version: int = 0

    def name(self, seat: str | None) -> str:
        """The name of a seat that this sight holds; raises `KeyError` for any other."""
        if seat is None or not self._sees(seat):
            raise KeyError("this sight does not hold that seat")
        return self.room.words.names.get(seat, "")

    def text(self, text: str) -> str:
        """The words of a text that this sight points to; once they are erased, that they are (R21)."""
        return self.written(text) or _("effacé")

    def written(self, text: str) -> str:
        """The same for who goes on writing with these words: empty once they are erased."""
        if text not in self._texts():
            raise KeyError("this sight does not hold that text")
        return self.room.words.texts.get(text, "")

    def key(self, act: str, target: str = "") -> str:
        """The idempotency key of a button.

        It changes once its act was applied, and as little as possible before: a button that is pressed twice
        acts once, even when something else happened in between.
        """
        return f"{act}:{target}:{self._version_of(act, target)}"

    def _version_of(self, act: str, target: str) -> int:
        """Giving the floor names the seat that gets it; leaving is a matter of seats; for the rest, the region."""
        if act == "give-floor" and self.room.state.seat(target):
            return self.room.state.floor_at.get(target, 0)
        return self.changed_at(Slice.SEATS, Slice.STAGE) if act == "leave" else self.version

    def kept(self, *shown: object, caller: Callable[[], Markup]) -> Markup:
        """A piece of a region, drawn once as long as `shown`, all that it depends on, stays the same."""
        pieces, key = self.room.pieces, (self.language, *shown)
        found: Markup | None = pieces.get(key)
        if found is None:
            if len(pieces) >= MOST_PIECES:
                pieces.clear()
            found = pieces[key] = caller()
        return found

    @cached_property
    def language(self) -> str:
        return get_language() or ""

    def here(self, person: Person) -> bool:
        """Whether somebody is there: a connected device, or a seat without one that the facilitator holds."""
        return person.standing == "seated" and (not person.own_device or self.room.connected(person.seat))

    @cached_property
    def tell(self) -> Telling:
        """What templates say of all this."""
        return Telling(self)

    def can(self, act: str) -> bool:
        return act in self.sight.acts

    @property
    def token(self) -> str:
        return self.room.words.token

    @property
    def me(self) -> Person | None:
        return self.sight.person(self.sight.seat)

    @property
    def code(self) -> str:
        """The joining code in two groups of three, or nothing for who may not hand it on."""
        code = self.room.words.code or "" if self.sight.may_join else ""
        return f"{code[:3]} {code[3:]}".strip()

    @property
    def join_address(self) -> str:
        """The address that the QR code says, or nothing."""
        code = self.code.replace(" ", "")
        return f"{self.configuration.address}/r/{code}/" if code else ""

    @property
    def video_link(self) -> str:
        return self.room.words.video_link if self.sight.people or self.sight.facilitator else ""

    def reading(self, now: int) -> Reading | None:
        """The clock at `now` (milliseconds); None where no minutes run."""
        return reading(self.sight.clock, now) if self.sight.clock else None

    def changed_at(self, *slices: Slice) -> int:
        return self.room.changed_at(frozenset(slices))

    def _sees(self, seat: str) -> bool:
        return seat in self._held

    @cached_property
    def _held(self) -> frozenset[str | None]:
        seats = (one.seat for one in (*self.sight.people, *self.sight.door))
        return frozenset((*seats, self.sight.seat, self.sight.facilitator))

    def _texts(self) -> set[str]:
        shown = {text for topic in self.sight.topics or () for text in topic.texts}
        mine = {self.sight.my_topic, self.sight.client_topic}
        contract = self.sight.contract
        words = contract.texts if contract else frozenset()
        own, asked = self.sight.own, self.sight.questions
        left = {*(trace.text for trace in own.traces), *(idea.text for idea in own.ideas)}
        aside = {text for one in own.asides for text in one.texts}
        lines = {line.text for line in self.sight.lines}
        plan = self.sight.synthesis.texts() if self.sight.synthesis else set()
        questions = asked.texts if asked else frozenset()
        return {one for one in (*shown, *mine, *words, *questions, *left, *aside, *lines, *plan) if one}
