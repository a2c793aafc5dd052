"""What each viewer may see of step 5. Drafts are the client's and the facilitator's; a step that the
client keeps to themself is in nobody else's sight; who supports and who asks is for two screens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sizain.method.heard import plan_heard
from sizain.method.rules import Posture
from sizain.method.seance import STAGES, Seance, Stage
from sizain.method.synthesis import Dictated, Step, Texts


@dataclass(frozen=True)
class ShownStep:
    """A step as one viewer sees it. `supports` and `questions` are seats in seat order: no order of
    their own, no count (R9). `i_support` and `i_question` are the viewer's own."""

    id: str
    texts: Texts
    shared: bool
    peer: str | None
    supports: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    i_support: bool = False
    i_question: bool = False


@dataclass(frozen=True)
class ShownSynthesis:
    """`understanding` and the drafts stand for the client and the facilitator alone. `settled` is
    the client's « c'est mon plan », or with `decants` « je laisse décanter »."""

    steps: tuple[ShownStep, ...] = ()
    settled: bool = False
    decants: bool = False
    understanding: str | None = None
    understanding_dictated: str | None = None
    dictated: Dictated | None = None
    heard: bool = False
    """For the client, once the séance is closed: some of it was noted as said aloud, and nothing else."""

    @property
    def dictated_sentence(self) -> str:
        """The sentence of what is dictated: its own, or that of the step whose other words change."""
        if self.dictated is None:
            return ""
        before = next((step.texts.text for step in self.steps if step.id == self.dictated.step), None)
        return self.dictated.texts.text or before or ""

    def texts(self) -> set[str]:
        """The ids of all the texts in it."""
        ids = [one for step in self.steps for one in step.texts.ids]
        ids += self.dictated.texts.ids if self.dictated else ()
        return {one for one in (*ids, self.understanding, self.understanding_dictated) if one}


def shown_synthesis(seance: Seance, viewer: str, who: Posture) -> ShownSynthesis | None:
    """From step 5 on, in the circle; None before it, and for whoever is not there."""
    if STAGES.index(seance.stage) < STAGES.index(Stage.SYNTHESIS):
        return None
    kept = seance.synthesis
    common = ShownSynthesis(settled=kept.settled is not None, decants=bool(kept.settled and kept.settled.decants))
    match who:
        case Posture.CLIENT | Posture.FACILITATOR:
            mine = who is Posture.CLIENT
            writing = seance.stage is Stage.SYNTHESIS
            return replace(
                common,
                steps=tuple(_whole(seance, step) for step in kept.steps if mine or step.shared),
                understanding=kept.understanding.text,
                understanding_dictated=kept.understanding.dictated if writing else None,
                dictated=kept.dictated if writing else None,
                heard=mine and seance.stage is Stage.CLOSED and plan_heard(seance),
            )
        case Posture.CONSULTANT | Posture.OBSERVER:
            return replace(common, steps=tuple(_outline(step, viewer) for step in kept.steps if step.shared))
        case _:
            return None


def helpers(seance: Seance) -> frozenset[str]:
    """Who helps with a step of the plan: the names that the client's carnet says."""
    return frozenset(step.peer for step in seance.synthesis.steps if step.peer)


def _whole(seance: Seance, step: Step) -> ShownStep:
    supports, questions = (
        tuple(seat.id for seat in seance.seats if seat.id in said) for said in (step.supports, step.questions)
    )
    return ShownStep(step.id, step.texts, step.shared, step.peer, supports, questions)


def _outline(step: Step, viewer: str) -> ShownStep:
    """What the circle hears: the sentence, its date, who helps with it."""
    texts = Texts(text=step.texts.text, when=step.texts.when)
    return ShownStep(
        step.id,
        texts,
        shared=True,
        peer=step.peer,
        i_support=viewer in step.supports,
        i_question=viewer in step.questions,
    )
