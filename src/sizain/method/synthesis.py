"""Step 5 as it stands: the silence, what the client understands now, the steps of their plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sizain.method.seance import How

MOST_STEPS = 3
"""None to three steps (METHOD §3): a plan that one can hold in one's head."""
SILENCE_MS = 120_000


@dataclass(frozen=True)
class Silence:
    """Two minutes that the facilitator begins; nothing ends them but a gesture, or another stage.
    `began_at` in milliseconds."""

    began_at: int
    over: bool = False

    @property
    def ends_at(self) -> int:
        """When two minutes have passed, in milliseconds: a screen says it, nothing follows from it."""
        return self.began_at + SILENCE_MS


@dataclass(frozen=True)
class Understanding:
    """« Ce que je comprends maintenant ». `dictated` has no effect until the client's yes (R12)."""

    text: str | None = None
    how: How | None = None
    dictated: str | None = None


@dataclass(frozen=True)
class Texts:
    """What a step says, as ids of texts: one sentence, and what is offered beside it. A date and a
    confidence are texts too: whatever a person says of themself can be erased.
    """

    text: str | None = None
    when: str | None = None
    obstacle: str | None = None
    sign: str | None = None
    first: str | None = None
    confidence: str | None = None

    def over(self, earlier: Texts) -> Texts:
        """These words; where nothing is said now, what was said earlier."""
        return Texts(*(mine or theirs for mine, theirs in zip(self.ids, earlier.ids, strict=True)))

    def without(self, text: str) -> Texts:
        """The same where that text says nothing."""
        return Texts(*(None if one == text else one for one in self.ids))

    @property
    def ids(self) -> tuple[str | None, ...]:
        return (self.text, self.when, self.obstacle, self.sign, self.first, self.confidence)


@dataclass(frozen=True)
class Step:
    """A line of the plan (« pas »). `shared`: the circle sees it, else the client alone. `how` is the
    client's last yes to its words. `supports` and `questions` are seats, in no order that says
    anything."""

    id: str
    texts: Texts
    how: How
    shared: bool = True
    peer: str | None = None
    supports: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dictated:
    """A step under dictation, without effect (R12): words for `step`, which is new or in the plan.
    `id` is another one at each dictation."""

    id: str
    step: str
    texts: Texts


@dataclass(frozen=True)
class Settled:
    """« C’est mon plan », or « je laisse décanter », as the client said it."""

    how: How
    decants: bool


@dataclass(frozen=True)
class Synthesis:
    """All that the client makes of step 5."""

    understanding: Understanding = Understanding()
    steps: tuple[Step, ...] = ()
    dictated: Dictated | None = None
    settled: Settled | None = None

    def step(self, step_id: str) -> Step | None:
        """The step with that id, or None."""
        return next((step for step in self.steps if step.id == step_id), None)

    @property
    def full(self) -> bool:
        return len(self.steps) >= MOST_STEPS

    def without_seat(self, seat: str) -> Synthesis:
        """The same where that seat helps with nothing, supports nothing and asks nothing."""
        return replace(self, steps=tuple(_without(step, seat) for step in self.steps))


NOTHING_YET = Synthesis()


def _without(step: Step, seat: str) -> Step:
    return replace(
        step,
        peer=None if step.peer == seat else step.peer,
        supports=tuple(one for one in step.supports if one != seat),
        questions=tuple(one for one in step.questions if one != seat),
    )
