"""The form of each act of the table, filled in at random: `FORMS` has a row for each act that a seat may post.

A new act has a row here before it is shown to anybody: without one `tests/played/test_forms.py` is red.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from sizain.method.clock import Choice, extending
from sizain.method.contract import Answer, Help, Terms
from sizain.method.decide.thread import announced
from sizain.method.meta import Line
from sizain.method.rounds import RoundKind
from sizain.method.rules import locks_at
from sizain.method.safety import suspended
from sizain.method.seance import STAGES, Role, Seance, Seat, Standing
from sizain.method.signs import Sign
from sizain.method.thread import earlier_stages, what_is_open
from tests.played.words import Canaries

Fields = Mapping[str, str]
DOORS = frozenset({"enter", "hand-seat"})
"""Acts with a door of their own, in the place of a form."""


@dataclass(frozen=True)
class Around:
    """Who fills a form in, and in which séance; `now` in milliseconds."""

    seance: Seance
    by: str
    draw: Random
    words: Canaries
    now: int

    def yes(self, often: float = 0.5) -> str:
        return "yes" if self.draw.random() < often else "no"

    def one_of(self, ids: Iterable[str | None]) -> str:
        """One of these, or an id that nothing has."""
        found = [one for one in ids if one]
        return self.draw.choice(found) if found and self.draw.random() < 0.97 else "0" * 16

    def seat_where(self, true: Callable[[Seat], bool]) -> Fields:
        """A seat for which that is so; now and then any."""
        seats = [one.id for one in self.seance.seats if true(one)]
        return {"seat": self.one_of(seats if self.draw.random() < 0.9 else [one.id for one in self.seance.seats])}

    def about(self) -> Fields:
        """One's own, or, for who writes for others, somebody else's."""
        others = self.by in (self.seance.facilitator, self.seance.scribe)
        return self.seat_where(_consultant(self.seance)) if others or self.draw.random() < 0.1 else {}

    def step(self) -> str:
        return self.one_of(step.id for step in self.seance.synthesis.steps)

    def shown(self, words: str | None) -> Fields:
        """What the screen showed; now and then the screen does not say."""
        return {"shown": words} if words and self.draw.random() < 0.8 else {}

    def some(self, what: str, *fields: str) -> Fields:
        """Some of these fields, each with words of its own."""
        return {field: self.words.write(what, 200) for field in fields if self.draw.random() < 0.4}


Form = Callable[[Around], Fields]


def _nothing(a: Around) -> Fields:
    return {}


def _consultant(seance: Seance) -> Callable[[Seat], bool]:
    return lambda seat: seat.present and seat.role is Role.PEER and seat.id != seance.client


def _peer(seat: Seat) -> bool:
    return seat.present and seat.role is Role.PEER


def _in(standing: Standing) -> Form:
    return lambda a: a.seat_where(lambda seat: seat.standing is standing)


def _observer(a: Around) -> Fields:
    return a.seat_where(lambda seat: seat.role is Role.OBSERVER)


def _seated(a: Around) -> Fields:
    return a.seat_where(_peer)


def _wording(a: Around) -> Fields:
    kinds = a.draw.sample([*Help], a.draw.randrange(3))
    parts = a.some("contract", "word", "leave_with", "not_wanted")
    return {"text": a.words.write("contract", 600), **{f"help-{kind}": "yes" for kind in kinds}, **parts}


def _dictated(a: Around) -> Fields:
    return a.shown(_question(a.seance.contract.dictated))


def _answered(a: Around) -> Fields:
    return {"answer": a.draw.choice([*Answer]), **a.shown(_question(a.seance.contract.terms))}


def _question(terms: Terms | None) -> str | None:
    return terms.question if terms else None


def _topic(a: Around) -> Fields:
    whose = a.seat_where(_peer) if a.by == a.seance.facilitator else {}
    return {"text": a.words.write("topic"), **whose}


def _plan_words(a: Around) -> Fields:
    step = {"step": a.step()} if a.draw.random() < 0.3 else {}
    text = {"text": a.words.write("step", 200)} if not step or a.draw.random() < 0.6 else {}
    when = {"when": f"{a.draw.randrange(3000, 9000)}-0{a.draw.randrange(1, 9)}-11"} if a.draw.random() < 0.4 else {}
    sure = {"confidence": str(a.draw.randrange(12))} if a.draw.random() < 0.2 else {}
    return {**step, **text, **when, **sure, **a.some("plan", "obstacle", "sign", "first")}


def _dictated_step(a: Around) -> Fields:
    draft = a.seance.synthesis.dictated
    return a.shown(draft.id if draft else None)


def _format(a: Around) -> Fields:
    return {"total_min": a.draw.choice(["20", "45", "90", "105", "240"])}


def _advance(a: Around) -> Fields:
    lock = what_is_open(a.seance)
    lifts = {"lifts": lock.rule} if lock and a.draw.random() < 0.5 else {}
    shown = a.shown(_question(a.seance.contract.terms))
    stage = a.seance.stage if a.draw.random() < 0.95 else a.draw.choice(STAGES)
    return {"from_stage": stage, "agreed": a.yes(), "choice": Choice.EXCEED, **lifts, **shown}


def _back(a: Around) -> Fields:
    return {"from_stage": a.seance.stage, "to": a.draw.choice(earlier_stages(a.seance) or STAGES)}


def _extend(a: Around) -> Fields:
    clock, choice = a.seance.clock, a.draw.choice([None, *Choice])
    quoted = "120::0"
    if clock is not None and not suspended(a.seance):
        quoted = announced(extending(clock, a.now, 120, choice))
    return {"seconds": "120", "quoted": quoted, **({"choice": choice} if choice else {})}


def _choice(a: Around) -> Fields:
    choice = a.draw.choice([None, *Choice])
    return {"choice": choice} if choice else {}


def _trace(a: Around) -> Fields:
    return {"text": a.words.write("trace", 600), "outside": a.yes(0.3), **a.about()}


def _idea(a: Around) -> Fields:
    return {**({"text": a.words.write("idea", 600)} if a.draw.random() < 0.8 else {}), **a.about()}


def _of(ids: Callable[[Seance], Iterable[str]], field: str, *yes: str) -> Form:
    return lambda a: {field: a.one_of(ids(a.seance)), **{one: a.yes() for one in yes}}


def _traces(seance: Seance) -> Iterable[str]:
    return (trace.id for trace in seance.traces)


def _ideas(seance: Seance) -> Iterable[str]:
    return (idea.id for idea in seance.ideas)


def _pair(a: Around) -> Fields:
    seat = a.seat_where(_consultant(a.seance)) if a.draw.random() < 0.8 else {}
    return {"step": a.step(), **seat}


def _line(a: Around) -> Fields:
    return {"line": a.draw.choice([*Line])}


FORMS: dict[str, Form] = {
    **dict.fromkeys(
        (
            "engage", "leave", "come-back", "raise-hand", "lower-hand", "withdraw-topic", "accept-place",
            "decline-place", "renew-code", "hear-charter", "open", "unname-client", "free-floor", "end-round",
            "open-envelope", "hear-envelope", "begin-silence", "end-silence", "pause", "say-not-well",
            "take-back-not-well", "suspend", "end-suspension", "stop-quietly", "close", "hear-round", "interrupt",
            "take-up", "discard-step",
        ),
        _nothing,
    ),
    "admit": _in(Standing.WAITING),
    "refuse": _in(Standing.WAITING),
    "remove": _in(Standing.SEATED),
    "add-seat": lambda a: {"name": a.words.canary("name"), "expected": a.yes()},
    "excuse": lambda a: {**_in(Standing.EXPECTED)(a), "excused": a.yes()},
    "name-observer": lambda a: {**_in(Standing.SEATED)(a), "observer": a.yes()},
    "accept-observer": _observer,
    "hear-observer-accepted": _observer,
    "name-client": _seated,
    "hear-acceptance": _seated,
    "give-floor": _seated,
    "hear-not-well": lambda a: {"seat": a.one_of(one.seat for one in a.seance.not_well)},
    "deposit-topic": _topic,
    "change-topic": lambda a: {"text": a.words.write("topic")},
    "say-ready": lambda a: {"ready": a.yes(0.7)},
    "validate-contract": _wording,
    "dictate-contract": _wording,
    "validate-dictated": _dictated,
    "hear-contract": _dictated,
    "set-dictated-aside": _dictated,
    "answer-contract": _answered,
    "hear-answer": lambda a: {**_answered(a), **a.seat_where(_consultant(a.seance))},
    "hear-agreement": lambda a: a.shown(_question(a.seance.contract.terms)),
    "write-understanding": lambda a: {"text": a.words.write("understanding", 600)},
    "dictate-understanding": lambda a: {"text": a.words.write("understanding", 600)},
    "validate-understanding": lambda a: a.shown(a.seance.synthesis.understanding.dictated),
    "hear-understanding": lambda a: a.shown(a.seance.synthesis.understanding.dictated),
    "write-step": lambda a: {**_plan_words(a), "mine": a.yes()},
    "dictate-step": _plan_words,
    "validate-step": _dictated_step,
    "hear-step": _dictated_step,
    "withdraw-step": lambda a: {"step": a.step()},
    "hear-step-withdrawn": lambda a: {"step": a.step()},
    "show-step": lambda a: {"step": a.step(), "shared": a.yes()},
    "pair-step": _pair,
    "hear-pair": _pair,
    "answer-step": lambda a: {"step": a.step(), "questions": a.yes(), "said": a.yes(0.7)},
    "hear-step-answer": lambda a: {
        "step": a.step(), "questions": a.yes(), "said": a.yes(0.7),
        **a.seat_where(_consultant(a.seance)),
    },
    "settle-plan": lambda a: {"decants": a.yes()},
    "hear-plan": lambda a: {"decants": a.yes()},
    "choose-format": _format,
    "advance": _advance,
    "go-back": _back,
    "extend": _extend,
    "resume": _choice,
    "lift-lock": lambda a: {"rule": a.one_of(locks_at(a.seance.stage))},
    "park-idea": _idea,
    "let-idea-go": _of(_ideas, "idea"),
    "trace-idea": _of(_ideas, "idea"),
    "open-round": lambda a: {"kind": a.draw.choice([*RoundKind])},
    "pass-turn": lambda a: a.about(),
    "leave-trace": _trace,
    "take-back-trace": _of(_traces, "trace"),
    "mark-trace": _of(_traces, "trace", "outside"),
    "name-scribe": lambda a: {**a.seat_where(_consultant(a.seance)), "scribe": a.yes(0.8)},
    "make-sign": lambda a: {"sign": a.draw.choice([*Sign]), "made": a.yes(0.7)},
    "hear-sign": lambda a: {"sign": a.draw.choice([*Sign])},
    "note-line": lambda a: {**_line(a), "text": a.words.write("line", 200)},
    "withdraw-line": _line,
}  # fmt: skip
