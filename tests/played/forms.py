"""The form of each act of the table, filled in at random: `FORMS` has a row for each act that a seat may post.

A new act has a row here before it is shown to anybody: without one `tests/played/test_forms.py` is red.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sizain.method.choosing import TopicKind
from sizain.method.clock import Choice, ClockError, extending, rebalancing
from sizain.method.contract import Answer, Help, Terms
from sizain.method.decide.thread import announced, announced_shares
from sizain.method.meta import Line
from sizain.method.questions import Progress, Question, Tag
from sizain.method.rounds import RoundKind
from sizain.method.rules import BY_ITSELF, locks_at
from sizain.method.safety import suspended
from sizain.method.seance import STAGES, Role, Seance, Seat, Standing
from sizain.method.signs import Sign
from sizain.method.thread import earlier_stages, what_is_open
from sizain.method.words import whose
from tests.played.around import Around, Fields, consultant

DOORS = frozenset({"enter", "hand-seat"}) | BY_ITSELF
"""Acts with a door of their own in the place of a form, and those that the room does by itself."""


Form = Callable[[Around], Fields]


def _nothing(a: Around) -> Fields:
    return {}


def _peer(seat: Seat) -> bool:
    return seat.present and seat.role is Role.PEER


def _in(standing: Standing) -> Form:
    return lambda a: a.seat_where(lambda seat: seat.standing is standing)


def _observer(a: Around) -> Fields:
    return a.seat_where(lambda seat: seat.role is Role.OBSERVER)


def _seated(a: Around) -> Fields:
    return a.seat_where(_peer)


def _aside(a: Around) -> Fields:
    return {"aside": a.one_of(one.text for one in a.seance.asides if one.waits)}


def _deputy(a: Around) -> Fields:
    deputy = a.seance.relay.deputy
    return {"seat": a.one_of([deputy.seat] if deputy else [])}


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
    brings = a.seat_where(_peer) if a.by == a.seance.facilitator else {}
    about = {"about": a.draw.choice([*TopicKind])} if a.draw.random() < 0.4 else {}
    return {"text": a.words.write("topic"), **about, **a.some("topic", "lines", "tried"), **brings}


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
    return {"from_stage": a.seance.stage, "to": a.draw.choice(earlier_stages(a.seance) or STAGES), **_choice(a)}


def _extend(a: Around) -> Fields:
    clock, choice = a.seance.clock, a.draw.choice([None, *Choice])
    quoted = "120::0"
    if clock is not None and not suspended(a.seance):
        quoted = announced(extending(clock, a.now, 120, choice))
    return {"seconds": "120", "quoted": quoted, **({"choice": choice} if choice else {})}


def _rebalance(a: Around) -> Fields:
    clock = a.seance.clock
    try:
        return {"quoted": announced_shares(rebalancing(clock, a.now)) if clock else "said"}
    except ClockError:
        return {"quoted": "said"}


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


def _marked(a: Around) -> Fields:
    """One that is shown; or, by the facilitation, the last one of a seat."""
    by_seat = a.by == a.seance.facilitator and a.draw.random() < 0.7
    which = a.seat_where(consultant(a.seance)) if by_seat else {"trace": a.one_of(_traces(a.seance))}
    return {**which, "outside": a.yes()}


def _ideas(seance: Seance) -> Iterable[str]:
    return (idea.id for idea in seance.ideas)


def _pair(a: Around) -> Fields:
    seat = a.seat_where(consultant(a.seance)) if a.draw.random() < 0.8 else {}
    return {"step": a.step(), **seat}


def _asks(a: Around) -> Fields:
    """Now and then it is advice in the shape of a question, and sent as it is or not (R5)."""
    tag = {"tag": a.draw.choice([*Tag])} if a.draw.random() < 0.5 else {}
    return {"text": a.words.write(a.draw.choice(("question", "question", "idea")), 200), "as_is": a.yes(0.4), **tag}


def _mine(a: Around) -> Fields:
    """A question of one's own; for who picks them, any."""
    leads = a.by == a.seance.facilitator
    return {"question": a.one_of(one.id for one in a.seance.questions if leads or one.seat == a.by)}


def _that_is(true: Callable[[Question], bool], *yes: str) -> Form:
    return lambda a: {
        "question": a.one_of(one.id for one in a.seance.questions if true(one)),
        **{field: a.yes() for field in yes},
    }


def _link(a: Around) -> Fields:
    story = a.seance.client or a.one_of(one.id for one in a.seance.seats if _peer(one) and one.id != a.by)
    return {"story": story, "said": a.yes(0.8)}


def _stays(a: Around) -> Fields:
    return {"seat": a.one_of(one.seat for one in a.seance.links if one.story == a.seance.client), "stays": a.yes()}


def _line(a: Around) -> Fields:
    return {"line": a.draw.choice([*Line])}


FORMS: dict[str, Form] = {
    **dict.fromkeys(
        (
            "engage", "leave", "come-back", "raise-hand", "lower-hand", "withdraw-topic", "accept-place",
            "decline-place", "renew-code", "hear-charter", "unname-client", "free-floor",
            "open-envelope", "hear-envelope", "begin-silence", "end-silence", "pause", "say-not-well",
            "take-back-not-well", "suspend", "end-suspension", "stop-quietly",
            "hide-figures", "show-figures", "close", "hear-round", "interrupt",
            "take-over", "take-up", "confirm-plan", "discard-step", "open-vote", "close-vote", "draw-lot",
            "erase-consultation",
        ),
        _nothing,
    ),
    "open": lambda a: {"charter": a.yes()},
    "end-round": lambda a: {"heard": a.yes()},
    "admit": _in(Standing.WAITING),
    "refuse": _in(Standing.WAITING),
    "keep-waiting": _in(Standing.WAITING),
    "remove": _in(Standing.SEATED),
    "add-seat": lambda a: {"name": a.words.canary("name"), "expected": a.yes()},
    "excuse": lambda a: {**_in(Standing.EXPECTED)(a), "excused": a.yes()},
    "name-observer": lambda a: {**_in(Standing.SEATED)(a), "observer": a.yes()},
    "name-deputy": lambda a: {**_seated(a), "deputy": a.yes(0.8)},
    "answer-deputy": lambda a: {"agrees": a.yes(0.8)},
    "hear-deputy": _deputy,
    "write-aside": lambda a: {"text": a.words.write("aside", 200), "to": a.draw.choice(("", a.seance.facilitator))},
    "answer-aside": lambda a: {**_aside(a), "text": a.words.write("aside", 200)},
    "see-aside": _aside,
    "close-aside": lambda a: {"aside": a.one_of(one.text for one in a.seance.asides if one.seat == a.by)},
    "hand-over": _deputy,
    "accept-observer": _observer,
    "hear-observer-accepted": _observer,
    "name-client": _seated,
    "hear-acceptance": _seated,
    "give-floor": _seated,
    "hear-not-well": lambda a: {"seat": a.one_of(one.seat for one in a.seance.not_well)},
    "deposit-topic": _topic,
    "nobody-ready": lambda a: {"nobody": a.yes(0.7)},
    "disclose-link": _link,
    "hear-link": lambda a: {**a.seat_where(lambda seat: seat.present), **_link(a)},
    "answer-link": _stays,
    "hear-link-answer": _stays,
    "change-topic": lambda a: {"text": a.words.write("topic")},
    "say-ready": lambda a: {"ready": a.yes(0.7)},
    "validate-contract": _wording,
    "dictate-contract": _wording,
    "validate-dictated": _dictated,
    "hear-contract": _dictated,
    "set-dictated-aside": _dictated,
    "answer-contract": _answered,
    "hear-answer": lambda a: {**_answered(a), **a.seat_where(consultant(a.seance))},
    "hear-agreement": lambda a: a.shown(_question(a.seance.contract.terms)),
    "confirm-contract": lambda a: a.shown(_question(a.seance.contract.terms)),
    "write-understanding": lambda a: {"text": a.words.write("understanding", 600)},
    "dictate-understanding": lambda a: {"text": a.words.write("understanding", 600)},
    "validate-understanding": lambda a: a.shown(a.seance.synthesis.understanding.dictated),
    "hear-understanding": lambda a: a.shown(a.seance.synthesis.understanding.dictated),
    "write-step": lambda a: {**_plan_words(a), "mine": a.yes()},
    "dictate-step": lambda a: {**_plan_words(a), "heard": a.yes(0.3)},
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
        **a.seat_where(consultant(a.seance)),
    },
    "settle-plan": lambda a: {"decants": a.yes()},
    "hear-plan": lambda a: {"decants": a.yes()},
    "choose-format": _format,
    "advance": _advance,
    "go-back": _back,
    "extend": _extend,
    "rebalance": _rebalance,
    "resume": _choice,
    "lift-lock": lambda a: {"rule": a.one_of(locks_at(a.seance.stage))},
    "post-question": _asks,
    "take-back-question": _mine,
    "park-question": _mine,
    "ask-question": _that_is(lambda one: one.progress is Progress.WAITING),
    "answer-question": _that_is(lambda one: one.progress is Progress.ASKED, "passed"),
    "hear-question": _that_is(lambda one: one.progress is Progress.ASKED, "passed"),
    "park-idea": _idea,
    "let-idea-go": _of(_ideas, "idea"),
    "trace-idea": _of(_ideas, "idea"),
    "open-round": lambda a: {"kind": a.draw.choice([*RoundKind]), "heard": a.yes()},
    "pass-turn": lambda a: a.about(),
    "leave-trace": _trace,
    "take-back-trace": _of(_traces, "trace"),
    "mark-trace": _marked,
    "recall-contract": lambda a: {"recalled": a.yes(0.7)},
    "erase-text": lambda a: {"text": a.one_of(one.text for one in whose(a.seance, a.by))},
    "name-scribe": lambda a: {**a.seat_where(consultant(a.seance)), "scribe": a.yes(0.8)},
    "make-sign": lambda a: {"sign": a.draw.choice([*Sign]), "made": a.yes(0.7)},
    "hear-sign": lambda a: {"sign": a.draw.choice([*Sign])},
    "note-line": lambda a: {**_line(a), "text": a.words.write("line", 200)},
    "withdraw-line": _line,
}  # fmt: skip
