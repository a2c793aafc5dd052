"""Whatever is tapped, nothing stands in the plan that the client did not validate (R12)."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sizain.method import commands as c
from sizain.method.refusals import Refusal
from sizain.method.seance import Seance, Stage
from sizain.method.sight import PROJECTOR, sight
from sizain.method.synthesis import MOST_STEPS
from tests.method.held import AWA, HELENE, KARIM, THOMAS, held_at

WHO = (HELENE, KARIM, THOMAS, AWA)
ACTS = (
    "write", "dictate", "validate", "hear", "discard", "withdraw", "hear-withdrawn", "show", "pair", "answer",
    "settle", "hear-plan", "write-understanding", "dictate-understanding", "validate-understanding",
    "hear-understanding",
)  # fmt: skip


class Taps:
    """Commands at random, each text with an id of its own; `said` is what the client said yes to."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.count = 0
        self.said: set[str] = set()

    def id(self) -> str:
        self.count += 1
        return f"id-{self.count:03}."

    def command(self, seance: Seance) -> c.Command:
        by, act, draw = self.draw.choice(WHO), self.draw.choice(ACTS), self.draw
        step = draw.choice([None, *(one.id for one in seance.synthesis.steps)])
        texts = {part: self.id() for part in ["text", "when", "sign"][draw.randrange(2) :]}
        lengths = dict.fromkeys(texts, 10)
        shown = draw.choice([None, "stale", *([seance.synthesis.dictated.id] if seance.synthesis.dictated else [])])
        match act:
            case "write":
                return c.WriteStep(by, step, self.id(), texts, lengths, draw.random() < 0.6)
            case "dictate":
                return c.DictateStep(by, self.id(), step, self.id(), texts, lengths)
            case "validate":
                return c.ValidateStep(by, shown)
            case "hear":
                return c.HearStep(by, shown)
            case "discard":
                return c.DiscardStep(by)
            case "withdraw":
                return c.WithdrawStep(by, step or "")
            case "hear-withdrawn":
                return c.HearStepWithdrawn(by, step or "")
            case "show":
                return c.ShowStep(by, step or "", draw.random() < 0.5)
            case "pair":
                return c.PairStep(by, step or "", draw.choice(WHO))
            case "answer":
                return c.AnswerStep(by, step or "", draw.random() < 0.5, draw.random() < 0.7)
            case "settle":
                return c.SettlePlan(by, draw.random() < 0.5)
            case "hear-plan":
                return c.HearPlan(by, draw.random() < 0.5)
            case "write-understanding":
                return c.WriteUnderstanding(by, self.id(), 10)
            case "dictate-understanding":
                return c.DictateUnderstanding(by, self.id(), 10)
            case "validate-understanding":
                return c.ValidateUnderstanding(by)
            case _:
                return c.HearUnderstanding(by)

    def yes(self, command: c.Command, before: Seance) -> None:
        """What this act, which passed, says that the client validated; said without looking at `evolve`."""
        match command:
            case c.WriteStep(by=by, texts=texts):
                assert by == KARIM
                self.said |= set(texts.values())
            case c.ValidateStep(by=by) | c.HearStep(by=by):
                assert by == (KARIM if isinstance(command, c.ValidateStep) else HELENE)
                assert before.synthesis.dictated is not None
                assert command.shown in (None, before.synthesis.dictated.id)
                self.said |= {one for one in before.synthesis.dictated.texts.ids if one}
            case c.WriteUnderstanding(by=by, text=text):
                assert by == KARIM
                self.said.add(text)
            case c.ValidateUnderstanding() | c.HearUnderstanding():
                assert before.synthesis.understanding.dictated is not None
                self.said.add(before.synthesis.understanding.dictated)
            case _:
                pass


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(5, 40))
def test_nothing_stands_in_the_plan_that_the_client_did_not_validate(draw: Random, times: int) -> None:
    held, taps = held_at(Stage.SYNTHESIS), Taps(draw)
    held.replays = False
    for _ in range(times):
        command, before = taps.command(held.seance), held.seance
        try:
            held.do(command)
        except Refusal:
            assert held.seance is before
            continue
        taps.yes(command, before)
        kept = held.seance.synthesis
        assert {one for step in kept.steps for one in step.texts.ids if one} <= taps.said
        assert kept.understanding.text is None or kept.understanding.text in taps.said
        assert len(kept.steps) <= MOST_STEPS
        _is_nobody_elses(held.seance)


def _is_nobody_elses(seance: Seance) -> None:
    """What the client keeps to themself stands in no other sight, nor does anything dictated in the circle's."""
    kept = seance.synthesis
    mine = {one for step in kept.steps if not step.shared for one in (step.id, *step.texts.ids) if one}
    drafts = {kept.dictated.id, *(one for one in kept.dictated.texts.ids if one)} if kept.dictated else set()
    understood = {kept.understanding.text, kept.understanding.dictated} - {None}
    for viewer in (HELENE, THOMAS, AWA, PROJECTOR):
        seen = repr(sight(seance, viewer))
        hidden = mine if viewer == HELENE else mine | drafts | understood
        assert not [one for one in hidden if one and one in seen], viewer
