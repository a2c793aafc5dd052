"""A séance that a test holds, act by act, with the cast: what is decided is kept as the journal
keeps it, and the journal is replayed after every act."""

import json
from dataclasses import replace
from typing import Any

from sizain.method import commands as c
from sizain.method.clock import Clock
from sizain.method.decide import decide, plan
from sizain.method.decide.thread import planned
from sizain.method.events import KINDS, Event
from sizain.method.evolve import TOUCHES, begin, evolve, replay
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import STAGES, Limits, Place, Seance, Stage, Way
from sizain.method.sight import Sight, sight
from sizain.method.thread import next_stage
from tests.method.slices import changed

NOON = 1_790_000_000_000
MIN = 60_000

HELENE, KARIM, THOMAS, AWA, INES, OMAR, STAN = (
    f"@{name}" for name in ("helene", "karim", "thomas", "awa", "ines", "omar", "stan")
)
"""Facilitator, client, three consultants, an observer and a stranger: seat ids that can be read,
and that are no part of any other word."""


class Held:
    """`now` moves by hand, in milliseconds."""

    def __init__(
        self,
        *,
        total_min: int = 105,
        minutes: dict[str, int] | None = None,
        place: Place = Place.ON_SITE,
        limits: Limits | None = None,
        traces_live: bool = False,
        way: Way = Way.SPOKEN,
        advice_hint: bool = True,
    ) -> None:
        self.now = NOON
        self.replays = True
        self.journal: list[tuple[Event, int]] = []
        format_ = planned(total_min, minutes or {}, place)
        total = format_.total_s // 60
        options = {"traces_live": traces_live, "advice_hint": advice_hint}
        first = _kept(plan(HELENE, format_, total, place, way, limits or Limits(), **options))
        self.journal.append((first, self.now))
        self.seance: Seance = begin(first, self.now)

    def do(self, command: c.Command) -> tuple[Event, ...]:
        """The act, as it must pass."""
        decided = decide(self.seance, command, self.now)
        for event in decided:
            self.happen(event)
        assert not self.replays or replay(self.journal) == self.seance
        return decided

    def happen(self, event: Event) -> None:
        """What the journal holds next, through its written form; what changes is what it says."""
        kept, before = _kept(event), self.seance
        assert kept == event
        self.journal.append((kept, self.now))
        self.seance = evolve(self.seance, kept, self.now)
        assert set(changed(before, self.seance)) <= TOUCHES[event.kind]
        clock, away = self.seance.clock, self.seance.facilitator in self.seance.relay.gone
        assert not away or clock is None or clock.held_since_ms is not None

    def why(self, command: c.Command) -> Why:
        """Why the act is refused, as it must be."""
        return self.refusal(command).why

    def refusal(self, command: c.Command) -> Refusal:
        try:
            decided = decide(self.seance, command, self.now)
        except Refusal as refusal:
            return refusal
        raise AssertionError(f"{command} was not refused: {decided}")

    def put_clock(self, clock: Clock | None) -> None:
        """A clock that no act of this issue brings about: the journal does not tell it."""
        self.seance = replace(self.seance, clock=clock)

    def sees(self, viewer: str) -> Sight:
        seen = sight(self.seance, viewer)
        assert seen is not None, f"{viewer} sees nothing"
        return seen

    def passes(self, minutes: float) -> None:
        self.now += int(minutes * MIN)

    def enters(self, *names: str) -> None:
        for name in names:
            self.do(c.AskToEnter(name))

    def sits(self, *names: str, charter: bool = True) -> None:
        """People at the door come in, and say « je m'engage » on their device."""
        self.enters(*names)
        for name in names:
            self.do(c.Admit(HELENE, name))
            if charter:
                self.do(c.Engage(name))

    def goes_to(self, stage: Stage) -> None:
        """On to a later stage as the method wants it, Karim being client."""
        while self.seance.stage is not stage:
            assert STAGES.index(self.seance.stage) < STAGES.index(stage)
            self.goes_on()

    def goes_on(self) -> None:
        """To the next stage, whatever it asks for."""
        match self.seance.stage:
            case Stage.LOBBY:
                self.do(c.Open(HELENE))
                return
            case Stage.CLOSING:
                self.do(c.Close(HELENE))
                return
            case Stage.CHOICE if self.seance.client is None:
                self.do(c.HearAcceptance(HELENE, KARIM))
            case Stage.CONTRACT if self.seance.contract.text is None:
                self.do(c.DictateContract(HELENE, "the-sentence", 30))
                self.do(c.HearContract(HELENE))
            case Stage.META:
                self.do(c.HearRound(HELENE))
            case _:
                pass
        self.do(c.Advance(HELENE, self.seance.stage, agreed=True))

    def advances(self) -> None:
        self.do(c.Advance(HELENE, self.seance.stage))

    @property
    def following(self) -> Stage | None:
        return next_stage(self.seance)


def held_at(stage: Stage, **options: Any) -> Held:
    """A séance of four peers who signed the charter, with Karim as client from step 1 on."""
    if stage is Stage.RETOUR:
        options.setdefault("minutes", {"retour": 5})
    if stage is Stage.PAUSE:
        options.setdefault("place", Place.REMOTE)
    held = Held(**options)
    held.sits(KARIM, THOMAS, AWA, INES)
    held.goes_to(stage)
    return held


def _kept(event: Event) -> Event:
    """The event as the journal gives it back: through JSON."""
    body = json.loads(json.dumps(event.to_body()))
    return KINDS[event.kind].from_body(body)
