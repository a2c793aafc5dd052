"""Who does what next in a random session: the thread goes on, people do what their place offers, and now and then
somebody tries what is not theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from sizain.method.decide import decide
from sizain.method.refusals import Refusal
from sizain.method.rules import RULES, acts_of, posture
from sizain.method.safety import suspended
from sizain.method.seance import Role, Seance, Stage, Standing
from sizain.seances.asked import READERS, Asking
from sizain.seances.tokens import Tokens
from tests.played.around import Around, Fields
from tests.played.forms import DOORS, FORMS
from tests.played.words import Canaries

SELDOM = {
    **dict.fromkeys(("interrupt", "close", "suspend", "remove", "leave", "refuse", "erase-consultation"), 0.05),
    "erase-text": 0.1,
    "hand-over": 0.3,
    **dict.fromkeys(("go-back", "unname-client", "decline-place", "change-topic"), 0.2),
}
"""Acts that end something, or lead back: how often they come beside the others."""
PACE = {
    Stage.LOBBY: 1.5,
    Stage.CHOICE: 2.5,
    Stage.PRESENTATION: 2,
    Stage.CONTRACT: 0.6,
    Stage.EXPLORATION: 0.3,
    Stage.SYNTHESIS: 0.2,
}
"""Where much can be done people stay longer."""

CLAIMED = frozenset({Standing.WAITING, Standing.SEATED, Standing.LEFT})
"""Where a seat is when a link can hand it to another device."""

TRIES = 6
CLUMSY = 0.1
"""How often somebody asks for something whether it can be done or not."""
NO_TOKENS = Tokens(bytes)


@dataclass(frozen=True)
class Ask:
    """One act as it is asked for. `by` is a seat; of `enter` it is nobody's yet."""

    by: str
    act: str
    fields: Fields


class Choosing:
    """`pace` is how often the next act is the facilitation's, to move the thread on, from 0 to 1."""

    def __init__(self, draw: Random, words: Canaries, *, pace: float = 0.2, most: int = 8) -> None:
        self.draw = draw
        self.words = words
        self.pace = pace
        self.most = most
        """No more people come than that."""
        self.chosen: Counter[str] = Counter()

    def next(self, seance: Seance, now: int, hands: Collection[str] | None = None) -> Ask:
        """The next act; of seats in `hands` alone, where they are given."""
        return self._counted(self._next(seance, now, hands))

    def _next(self, seance: Seance, now: int, hands: Collection[str] | None) -> Ask:
        chance, lead = self.draw.random(), seance.facilitator
        here = [one for one in seance.seats if one.id == lead or hands is None or one.id in hands]
        waiting = [one.id for one in seance.seats if one.standing is Standing.WAITING]
        if seance.stage is Stage.CLOSED and chance < 0.4:
            return self._form(seance, lead, "take-up", now)
        if seance.stage is not Stage.CLOSED and chance < 0.03 and seance.taken < self.most:
            return Ask("", "enter", {"name": self.words.canary("name")})
        if chance < 0.04:
            seats = [one.id for one in here if one.id != lead and one.standing in CLAIMED]
            return Ask(self.draw.choice(seats), "hand-seat", {}) if seats else Ask(lead, "renew-code", {})
        if waiting and chance < 0.15:
            act = "admit" if self.draw.random() < 0.9 else "refuse"
            return Ask(lead, act, {"seat": self.draw.choice(waiting)})
        if suspended(seance) and chance < 0.5:
            return self._form(seance, lead, "end-suspension", now)
        if self.draw.random() < self.pace * PACE.get(seance.stage, 1):
            return self._onward(seance, now)
        if chance > 0.95:
            return self._form(seance, self.draw.choice(here).id, self.draw.choice(sorted(FORMS)), now)
        for _ in range(TRIES):
            ask = self._offered_to_somebody(seance, [one.id for one in here], now)
            if ask is not None and (self.draw.random() < CLUMSY or does_something(seance, ask, now)):
                return ask
        return self._onward(seance, now)

    def _offered_to_somebody(self, seance: Seance, here: list[str], now: int) -> Ask | None:
        """What the table offers to one of them: to the client and to the facilitation oftener than to others."""
        often = [one for one in (seance.facilitator, seance.client) if one in here]
        by = self.draw.choice(often if self.draw.random() < 0.5 else here)
        who = posture(seance, by)
        acts = sorted((acts_of(seance.stage, who, seance.lifted) if who else frozenset[str]()) - DOORS)
        return self._form(seance, by, self._offered(acts), now) if acts else None

    def _offered(self, acts: list[str]) -> str:
        """Of two, the one that was chosen less, so that every kind comes; what a stage alone has comes more often."""
        weights = [SELDOM.get(act, 1) / len(RULES[act].stages) for act in acts]
        return min(self.draw.choices(acts, weights, k=2), key=lambda act: self.chosen[act])

    def _onward(self, seance: Seance, now: int) -> Ask:
        """What leads on from here, as a facilitator would do it without a screen of the others'."""
        lead = seance.facilitator
        peers = [one for one in seance.seats if one.present and one.role is Role.PEER]
        signed = [one for one in peers if one.charter]
        match seance.stage:
            case Stage.LOBBY:
                act, fields = ("open", {}) if self.draw.random() < 0.5 else ("hear-charter", {})
            case Stage.CHOICE if seance.client is None and peers:
                if not signed:
                    return Ask(lead, "hear-charter", {})
                if seance.named:
                    return self._form(seance, seance.named, "accept-place", now)
                vote = "close-vote" if seance.choosing.ballot else "open-vote"
                act = self.draw.choice(("hear-acceptance", "name-client", vote))
                fields = {} if act == vote else {"seat": self.draw.choice(signed).id}
            case Stage.CHOICE if unheard := [
                one.id for one in seance.seats if one.role is Role.OBSERVER and not one.accepted
            ]:
                if self.draw.random() < 0.5 and seance.client:
                    return Ask(seance.client, "accept-observer", {"seat": unheard[0]})
                act, fields = "hear-observer-accepted", {"seat": unheard[0]}
            case Stage.CLOSING:
                act, fields = ("close" if self.draw.random() < 0.5 else "note-line"), {}
            case Stage.CLOSED:
                act, fields = "take-up", {}
            case stage:
                onward = {"from_stage": str(stage), "agreed": "yes", "choice": "exceed"}
                lifts = {Stage.CONTRACT: "R3", Stage.META: "R14"}
                act, fields = "advance", {**onward, **({"lifts": lifts[stage]} if stage in lifts else {})}
        return Ask(lead, act, fields or dict(self._form(seance, lead, act, now).fields))

    def _form(self, seance: Seance, by: str, act: str, now: int) -> Ask:
        fields = FORMS[act](Around(seance, by, self.draw, self.words, now))
        return Ask(by, act, {name: str(value) for name, value in fields.items()})

    def _counted(self, ask: Ask) -> Ask:
        self.chosen[ask.act] += 1
        return ask


def does_something(seance: Seance, ask: Ask, now: int) -> bool:
    """Whether that act would be accepted now, and change anything."""
    with suppress(Refusal):
        return bool(decide(seance, READERS[ask.act](Asking(ask.by, ask.fields, seance, NO_TOKENS)).command, now))
    return False
