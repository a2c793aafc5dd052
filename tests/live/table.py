"""A circle around a table, for tests of screens: a real state, names and texts, and no database."""

from __future__ import annotations

import uuid

from sizain.configuration import configuration
from sizain.live.regions import draw
from sizain.live.scene import Scene
from sizain.method import commands as c
from sizain.method.decide import decide, plan
from sizain.method.decide.thread import planned
from sizain.method.evolve import begin, evolve
from sizain.method.seance import Limits, Place, Stage, Way
from sizain.method.sight import Sight, sight
from sizain.seances.room import Room, Words

FACILITATOR = "facilitator"
NAMES = ("Thomas", "Awa", "Karim", "Mathilde", "Julien", "Inès", "Nadia", "Solène")
CLIENT = "seat-2"
CONTRACT = "Poser le planning sans passer en force ni y renoncer"
TOPIC = "Tenir un cadre avec une équipe qui m’a connu collègue"


class Table:
    """`now` is in milliseconds and moves a second with each act."""

    def __init__(self, peers: int = 6, place: Place = Place.ON_SITE) -> None:
        self.now = 1_790_000_000_000
        self.words = Words(
            token="a" * 22, code="BKT7M4", video_link="", created_at=self.now, closed_at=None,
            names={FACILITATOR: "Hélène"}, texts={}, devices={}, keys={}, screens=frozenset(),
        )  # fmt: skip
        first = plan(FACILITATOR, planned(105, {}, place), 105, place, Way.SPOKEN, Limits())
        self.state = begin(first, self.now)
        for number in range(peers):
            self.enter(f"seat-{number}", NAMES[number % len(NAMES)])

    def do(self, command: c.Command) -> Table:
        for event in decide(self.state, command, self.now):
            self.state = evolve(self.state, event, self.now)
        if self.state.stage is Stage.CLOSED:
            self.words.closed_at = self.now
        self.now += 1000
        return self

    def enter(self, seat: str, name: str, *, admitted: bool = True) -> Table:
        self.words.names[seat] = name
        self.do(c.AskToEnter(seat))
        return self.do(c.Admit(FACILITATOR, seat)) if admitted else self

    def write(self, text: str, body: str) -> str:
        self.words.texts[text] = body
        return text

    def topic(self, seat: str) -> Table:
        return self.do(c.DepositTopic(seat, seat, self.write("topic", TOPIC), len(TOPIC)))

    def contract(self) -> Table:
        text = self.write("contract", CONTRACT)
        return self.do(c.ValidateContract(CLIENT, text, len(CONTRACT)))

    def until(self, stage: Stage) -> Table:
        """On to `stage`, by the facilitator's usual way; Karim is client."""
        while self.state.stage is not stage:
            match self.state.stage:
                case Stage.LOBBY:
                    self.do(c.HearCharter(FACILITATOR)).do(c.Open(FACILITATOR))
                    continue
                case Stage.CHOICE if not self.state.client:
                    self.topic(CLIENT).do(c.HearAcceptance(FACILITATOR, CLIENT))
                case Stage.CONTRACT if not self.state.contract.text:
                    self.contract()
                case Stage.META:
                    self.do(c.HearRound(FACILITATOR))
                case Stage.CLOSING:
                    self.do(c.Close(FACILITATOR))
                    continue
            self.do(c.Advance(FACILITATOR, self.state.stage, agreed=True))
        return self

    def room(self, *, offline: tuple[str, ...] = ()) -> Room:
        room = Room(uuid.uuid4(), self.state, self.words)
        for seat in self.state.seats:
            if seat.id not in offline:
                room.connections[seat.id] = 1
        return room

    def look(self, viewer: str) -> Sight:
        seen = sight(self.state, viewer)
        assert seen is not None
        return seen

    def scene(self, viewer: str) -> Scene:
        return Scene(self.room(), self.look(viewer), configuration(), version=self.state.seq)

    def regions(self, viewer: str, language: str = "fr", offline: tuple[str, ...] = ()) -> dict[str, str]:
        """Every region of that viewer, by name."""
        drawn = draw(self.room(offline=offline), self.look(viewer), configuration(), language)
        return {one.region: one.html for one in drawn}
