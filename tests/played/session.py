"""A random session on the pure method: what is accepted is kept as the journal keeps it, texts beside it."""

from __future__ import annotations

import json
from collections import Counter
from random import Random

from sizain.method import commands as c
from sizain.method.decide import decide, plan
from sizain.method.decide.thread import planned
from sizain.method.events import KINDS, Event
from sizain.method.evolve import begin, evolve
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Limits, Place, Role, Seance, Stage, Standing, Way
from sizain.method.withdrawn import withdrawn
from sizain.seances.asked import READERS, Asked, Asking
from sizain.seances.tokens import Tokens
from tests.played.choosing import Ask, Choosing
from tests.played.words import Canaries

NOON = 1_790_000_000_000
SEATS = 9
SECOND = 1000
LATE = 6
"""How many acts are still tried once all is over."""


class Ids:
    """Random bytes that a seed decides where they become an id, and whatever they are elsewhere: two sessions of one
    seed name what they write alike."""

    def __init__(self, seed: int) -> None:
        self.again(seed)

    def again(self, seed: int) -> None:
        self._ids, self._others = Random(f"ids {seed}"), Random()

    def bytes(self, count: int) -> bytes:
        return (self._ids if count == 8 else self._others).randbytes(count)


class Session:
    """One session of a seed. `people` sit there when it begins; `now` is in milliseconds and moves by itself. `voices`
    says that in a vote each has one: elsewhere they stand in rows of their own, outside of the acts."""

    def __init__(self, seed: int, *, people: int = 4, pace: float = 0.2, voices: bool = False) -> None:
        self.voices = Random(f"voices {seed}") if voices else None
        self.draw = Random(seed)
        self.tokens = Tokens(Ids(seed).bytes)
        self.now = NOON
        self.words = Canaries(self.draw)
        self.choosing = Choosing(self.draw, self.words, pace=pace)
        self.asked_min = self.draw.choice((60, 90, 105, 120))
        self.place, self.way = self.draw.choice([*Place]), self.draw.choice([*Way])
        self.traces_live = self.draw.random() < 0.3
        self.people = people
        self.texts: dict[str, str] = {}
        """Words by the id of their text, as long as something points to them."""
        self.written: dict[str, str] = {}
        """Of every text that was ever kept, the act that brought it."""
        self.names: dict[str, str] = {}
        self.accepted: Counter[str] = Counter()
        self.history: list[Ask] = []
        self._since_closed = 0
        facilitator = self.tokens.id()
        self.names[facilitator] = self.words.canary("name")
        minutes = planned(self.asked_min, {}, self.place)
        said = (minutes.total_s // 60, self.place, self.way, Limits(seats=SEATS))
        first = plan(facilitator, minutes, *said, traces_live=self.traces_live)
        self.journal: list[tuple[Event, int]] = [(kept(first), self.now)]
        self.state: Seance = begin(self.journal[0][0], self.now)
        self.fresh: tuple[Event, ...] = (self.journal[0][0],)
        """What the last act brought about."""

    @property
    def over(self) -> bool:
        """Whether it is closed for good, and a few more acts were tried."""
        return self._since_closed > LATE

    def next(self) -> Ask:
        """What is asked for next; at first, people come in."""
        self.now += self.draw.choice((1, 5, 40, 200)) * SECOND
        waiting = [one.id for one in self.state.seats if one.standing is Standing.WAITING]
        unsigned = [one.id for one in self.state.seats if one.present and one.role == "peer" and not one.charter]
        if self.people and waiting:
            self.people -= 1
            return Ask(self.state.facilitator, "admit", {"seat": waiting[0]})
        if self.people:
            return Ask("", "enter", {"name": self.words.canary("name")})
        if unsigned and self.draw.random() < 0.2:
            return Ask(self.draw.choice(unsigned), "engage", {})
        if self.state.stage is not Stage.CLOSED and self.draw.random() < 0.03:
            gone, lead = self.state.relay.gone, self.state.facilitator
            back = {"seat": self.draw.choice(gone)} if gone and self.draw.random() < 0.5 else {}
            return Ask(lead, "note-return" if back else "note-absence", back)
        return self.choosing.next(self.state, self.now)

    def do(self, ask: Ask) -> Why | None:
        """Does it; gives the reason when it is refused, and then nothing changed."""
        self.history.append(ask)
        self._since_closed = self._since_closed + 1 if self.state.stage is Stage.CLOSED else 0
        self.fresh = ()
        try:
            asked = self._asked(ask)
            events = decide(self.state, asked.command, self.now)
        except Refusal as refusal:
            return refusal.why
        if not events:
            return None
        self.accepted[ask.act] += 1
        gone = withdrawn(self.state, events, self.now)
        self.fresh = tuple(kept(event) for event in events)
        for event in self.fresh:
            self.state = evolve(self.state, event, self.now)
            self.journal.append((event, self.now))
        for text in asked.texts:
            self.texts[text.id], self.written[text.id] = text.body, ask.act
        for one in gone:
            self.texts.pop(one, None)
        self.names.update(asked.names)
        return None

    def _asked(self, ask: Ask) -> Asked:
        if ask.act == "enter":
            seat = self.expected(ask.fields["name"]) or self.tokens.id()
            return Asked(c.AskToEnter(seat), names=((seat, ask.fields["name"]),))
        if ask.act == "hand-seat":
            return Asked(c.HandSeat(ask.by))
        if ask.act == "note-absence":
            return Asked(c.NoteAbsence(ask.by))
        if ask.act == "note-return":
            return Asked(c.NoteReturn(ask.by, ask.fields["seat"]))
        return READERS[ask.act](Asking(ask.by, ask.fields, self.state, self.tokens, self._votes()))

    def _votes(self) -> dict[str, str]:
        peers, draw = [seat.id for seat in self.state.seats if seat.role is Role.PEER], self.voices
        return {seat: draw.choice(peers) for seat in peers} if draw else {}

    def expected(self, name: str) -> str | None:
        waited_for = (seat.id for seat in self.state.seats if seat.standing is Standing.EXPECTED)
        return next((seat for seat in waited_for if self.names.get(seat) == name), None)

    def told(self) -> str:
        """The session so far, to play it again by eye."""
        return "\n".join(f"{one.by or '-'} {one.act} {dict(one.fields)}" for one in self.history)


def kept(event: Event) -> Event:
    """The event as the journal gives it back: through JSON."""
    return KINDS[event.kind].from_body(json.loads(json.dumps(event.to_body())))
