"""Role × stage × act, its strictness and its reason: the one table that refuses, that shows or hides controls and that
the tests sweep. What depends on more than role and stage stands in `decide`.

Beside the acts stand the locks on posting (`LOCKS`): cells that the facilitation may open for the step that runs, on
purpose, as the register says (R26).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sizain.method.refusals import Why
from sizain.method.seance import STAGES, Role, Seance, Stage, Standing, Way


class Posture(StrEnum):
    """What a seat is in this séance, now: the client is a posture, not a role of the seat."""

    WAITING = "waiting"
    FACILITATOR = "facilitator"
    CLIENT = "client"
    CONSULTANT = "consultant"
    OBSERVER = "observer"
    AWAY = "away"


class Strictness(StrEnum):
    """METHOD, Marks: hard rules have no way round; a soft lock is the facilitator's to lift."""

    HARD = "H"
    SOFT = "S"


@dataclass(frozen=True)
class Rule:
    """Who may do an act, and when. `source` is the rule of METHOD that it keeps."""

    postures: frozenset[Posture]
    stages: frozenset[Stage]
    strictness: Strictness
    source: str


@dataclass(frozen=True)
class PostingLock:
    """A soft lock on what is posted: in `stages`, these acts are shut for these postures until the facilitator
    lifts it for the step that runs. `why` is what the refusal says.

    With `again`, the act itself is open: it is doing it twice in one turn that is shut, and `decide` keeps that.
    """

    acts: frozenset[str]
    postures: frozenset[Posture]
    stages: frozenset[Stage]
    why: Why
    again: bool = False


W, F, C, K, O, A = Posture  # waiting, facilitator, client, consultant, observer, away  # noqa: E741
CIRCLE = frozenset({C, K, O})
PEERS = frozenset({C, K})
FACILITATION = frozenset({F})
LOBBY = frozenset({Stage.LOBBY})
CHOICE = frozenset({Stage.CHOICE})
CONTRACT = frozenset({Stage.CONTRACT})
UP_TO_STEP_3 = frozenset({Stage.CHOICE, Stage.PRESENTATION, Stage.CLARIFICATION, Stage.CONTRACT})
CLARIFICATION = frozenset({Stage.CLARIFICATION})
EXPLORATION = frozenset({Stage.EXPLORATION})
ENVELOPE = frozenset({Stage.EXPLORATION, Stage.SYNTHESIS})
PARKED = frozenset({Stage.CLARIFICATION, Stage.CONTRACT, Stage.PAUSE, Stage.EXPLORATION})
WORKING = frozenset({F, K})
"""Who brings something in step 4: the client listens (R7)."""
ABLE_TO_LEAD = frozenset({K, O})
"""Who can be a deputy: never the client (R1). Whoever observes and is none is refused below the table."""
SYNTHESIS = frozenset({Stage.SYNTHESIS})
OPEN = frozenset(STAGES) - {Stage.CLOSED}
HELD = OPEN - {Stage.LOBBY}
BEFORE_STEP_1 = frozenset({Stage.LOBBY, Stage.OPENING, Stage.RETOUR, Stage.CHOICE})
META = frozenset({Stage.META})
AFTERWARDS = frozenset({Stage.META, Stage.CLOSING})
AFTER = frozenset({Stage.CLOSED})
RUNNING = HELD - {Stage.CLOSING}
ANYBODY = frozenset(Posture)
"""Whose the words are says more than where they sit now: a client who left is one still (R21)."""
FROM_STEP_1 = frozenset(STAGES) - BEFORE_STEP_1
HARD, SOFT = Strictness.HARD, Strictness.SOFT
LEFT_IN_WRITING = frozenset({"leave-trace"})
BEFORE_THE_SORTING = PARKED | {Stage.PRESENTATION}
"""Whoever wrote a trace takes it back there: no lock holds somebody's own words."""
NONE_LIFTED: frozenset[str] = frozenset()

LOCKS: dict[str, PostingLock] = {
    "R4": PostingLock(LEFT_IN_WRITING, WORKING, CLARIFICATION, Why.QUESTIONS_ONLY),
    "R6": PostingLock(LEFT_IN_WRITING, WORKING, frozenset({Stage.PRESENTATION}), Why.CLIENT_PRESENTS),
    "R7": PostingLock(LEFT_IN_WRITING, frozenset({C}), EXPLORATION, Why.CLIENT_LISTENS),
    "R8": PostingLock(
        frozenset({"give-floor", "leave-trace", "trace-idea"}), WORKING, EXPLORATION, Why.TURN_TAKEN, again=True
    ),
}
"""The soft locks of posting (METHOD §4), each known by its rule. What the facilitator lifts holds until the step is
left: coming back to it shuts it again."""
LOCKED_STEPS = frozenset(stage for lock in LOCKS.values() for stage in lock.stages)

RULES: dict[str, Rule] = {
    "enter": Rule(frozenset({W}), OPEN, HARD, "§1"),
    "engage": Rule(CIRCLE, OPEN, HARD, "R17"),
    "leave": Rule(CIRCLE | {W}, OPEN, HARD, "§3"),
    "come-back": Rule(frozenset({A}), OPEN, HARD, "§3"),
    "raise-hand": Rule(PEERS, HELD, SOFT, "§3"),
    "lower-hand": Rule(PEERS, HELD, SOFT, "§3"),
    "deposit-topic": Rule(PEERS | FACILITATION, BEFORE_STEP_1, HARD, "R17"),
    "withdraw-topic": Rule(PEERS, BEFORE_STEP_1, HARD, "§3"),
    "say-ready": Rule(PEERS, CHOICE, SOFT, "§3"),
    "disclose-link": Rule(frozenset({K, O}), UP_TO_STEP_3, HARD, "§3"),
    "answer-link": Rule(frozenset({C}), UP_TO_STEP_3, HARD, "§3"),
    "accept-place": Rule(frozenset({K}), CHOICE, HARD, "R1"),
    "decline-place": Rule(PEERS, UP_TO_STEP_3, HARD, "R1"),
    "change-topic": Rule(frozenset({C, F}), UP_TO_STEP_3 - CHOICE, HARD, "§3"),
    "accept-observer": Rule(frozenset({C}), CHOICE, HARD, "R22"),
    "validate-contract": Rule(frozenset({C}), CONTRACT, HARD, "R2"),
    "validate-dictated": Rule(frozenset({C}), CONTRACT, HARD, "R2"),
    "set-dictated-aside": Rule(frozenset({C, F}), CONTRACT, HARD, "R2"),
    "confirm-contract": Rule(frozenset({C}), AFTER, HARD, "R2"),
    "answer-contract": Rule(frozenset({K}), CONTRACT, SOFT, "R3"),
    "write-understanding": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "validate-understanding": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "write-step": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "validate-step": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "withdraw-step": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "show-step": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "pair-step": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "settle-plan": Rule(frozenset({C}), SYNTHESIS, HARD, "R12"),
    "confirm-plan": Rule(frozenset({C}), AFTER, HARD, "R12"),
    "answer-step": Rule(frozenset({K}), SYNTHESIS, HARD, "R9"),
    "discard-step": Rule(frozenset({C, F}), SYNTHESIS, HARD, "R12"),
    "choose-format": Rule(FACILITATION, LOBBY, HARD, "§2"),
    "admit": Rule(FACILITATION, OPEN, HARD, "§1"),
    "keep-waiting": Rule(FACILITATION, OPEN, HARD, "§3"),
    "refuse": Rule(FACILITATION, OPEN, HARD, "§1"),
    "remove": Rule(FACILITATION, OPEN, HARD, "§1"),
    "add-seat": Rule(FACILITATION, OPEN, HARD, "§7"),
    "hand-seat": Rule(CIRCLE | {A, W}, frozenset(STAGES), HARD, "§7"),
    "excuse": Rule(FACILITATION, OPEN, HARD, "§3"),
    "renew-code": Rule(FACILITATION, OPEN, HARD, "§7"),
    "name-deputy": Rule(FACILITATION, OPEN, HARD, "§7"),
    "answer-deputy": Rule(ABLE_TO_LEAD, OPEN, HARD, "§7"),
    "hear-deputy": Rule(FACILITATION, OPEN, HARD, "§7"),
    "hand-over": Rule(FACILITATION, OPEN, HARD, "§7"),
    "take-over": Rule(ABLE_TO_LEAD, OPEN, HARD, "§7"),
    "note-absence": Rule(FACILITATION, OPEN, HARD, "§7"),
    "note-return": Rule(FACILITATION, OPEN, HARD, "§7"),
    "name-observer": Rule(FACILITATION, BEFORE_STEP_1, HARD, "R22"),
    "hear-observer-accepted": Rule(FACILITATION, CHOICE, HARD, "R22"),
    "hear-charter": Rule(FACILITATION, OPEN, HARD, "R17"),
    "open": Rule(FACILITATION, LOBBY, HARD, "§3"),
    "advance": Rule(FACILITATION, RUNNING, HARD, "§2"),
    "go-back": Rule(FACILITATION, HELD, HARD, "§2"),
    "name-client": Rule(FACILITATION, CHOICE, HARD, "R1"),
    "unname-client": Rule(FACILITATION, UP_TO_STEP_3, HARD, "R1"),
    "hear-acceptance": Rule(FACILITATION, CHOICE, HARD, "R1"),
    "open-vote": Rule(FACILITATION, CHOICE, HARD, "§3"),
    "close-vote": Rule(FACILITATION, CHOICE, HARD, "§3"),
    "draw-lot": Rule(FACILITATION, CHOICE, HARD, "§3"),
    "nobody-ready": Rule(FACILITATION, CHOICE, HARD, "§3"),
    "hear-link": Rule(FACILITATION, UP_TO_STEP_3, HARD, "§3"),
    "hear-link-answer": Rule(FACILITATION, UP_TO_STEP_3, HARD, "§3"),
    "give-floor": Rule(FACILITATION, HELD, SOFT, "§3"),
    "free-floor": Rule(FACILITATION, HELD, SOFT, "§3"),
    "dictate-contract": Rule(FACILITATION, CONTRACT, HARD, "R2"),
    "hear-contract": Rule(FACILITATION, CONTRACT, HARD, "R2"),
    "hear-answer": Rule(FACILITATION, CONTRACT, SOFT, "R3"),
    "hear-agreement": Rule(FACILITATION, CONTRACT, SOFT, "R3"),
    "park-idea": Rule(WORKING, CLARIFICATION, SOFT, "R4"),
    "post-question": Rule(frozenset({K}), CLARIFICATION, SOFT, "R4"),
    "take-back-question": Rule(frozenset({K}), CLARIFICATION, SOFT, "R4"),
    "park-question": Rule(WORKING, CLARIFICATION, SOFT, "R4"),
    "ask-question": Rule(FACILITATION, CLARIFICATION, SOFT, "R4"),
    "answer-question": Rule(frozenset({C}), CLARIFICATION, SOFT, "R4"),
    "hear-question": Rule(FACILITATION, CLARIFICATION, SOFT, "R4"),
    "let-idea-go": Rule(WORKING, PARKED, SOFT, "R4"),
    "trace-idea": Rule(WORKING, EXPLORATION, SOFT, "R4"),
    "open-round": Rule(FACILITATION, EXPLORATION, SOFT, "§3"),
    "end-round": Rule(FACILITATION, EXPLORATION, SOFT, "§3"),
    "pass-turn": Rule(WORKING, EXPLORATION, SOFT, "R8"),
    "leave-trace": Rule(WORKING, EXPLORATION, SOFT, "R7"),
    "take-back-trace": Rule(WORKING | {C}, BEFORE_THE_SORTING, HARD, "§3"),
    "mark-trace": Rule(WORKING, EXPLORATION, HARD, "R11"),
    "recall-contract": Rule(FACILITATION, EXPLORATION, SOFT, "§3"),
    "open-envelope": Rule(frozenset({C}), ENVELOPE, HARD, "R11"),
    "hear-envelope": Rule(FACILITATION, ENVELOPE, HARD, "R11"),
    "name-scribe": Rule(FACILITATION, RUNNING, HARD, "§1"),
    "make-sign": Rule(frozenset({C}), EXPLORATION, SOFT, "§3"),
    "hear-sign": Rule(FACILITATION, EXPLORATION, SOFT, "§3"),
    "begin-silence": Rule(FACILITATION, SYNTHESIS, SOFT, "§3"),
    "end-silence": Rule(FACILITATION, SYNTHESIS, SOFT, "§3"),
    "dictate-understanding": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "hear-understanding": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "dictate-step": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "hear-step": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "hear-step-withdrawn": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "hear-pair": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "hear-step-answer": Rule(FACILITATION, SYNTHESIS, HARD, "R9"),
    "hear-plan": Rule(FACILITATION, SYNTHESIS, HARD, "R12"),
    "hear-round": Rule(FACILITATION, META, SOFT, "R14"),
    "note-line": Rule(CIRCLE | FACILITATION, AFTERWARDS, HARD, "§3"),
    "withdraw-line": Rule(CIRCLE | FACILITATION, AFTERWARDS, HARD, "§3"),
    "lift-lock": Rule(FACILITATION, LOCKED_STEPS, HARD, "R26"),
    "extend": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "rebalance": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "pause": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "resume": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "hide-figures": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "show-figures": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "write-aside": Rule(CIRCLE, OPEN, HARD, "§7"),
    "close-aside": Rule(CIRCLE, OPEN, HARD, "§7"),
    "answer-aside": Rule(FACILITATION, OPEN, HARD, "§7"),
    "see-aside": Rule(FACILITATION, OPEN, HARD, "§7"),
    "say-not-well": Rule(CIRCLE, HELD, HARD, "R23"),
    "take-back-not-well": Rule(CIRCLE, HELD, HARD, "R23"),
    "hear-not-well": Rule(FACILITATION, HELD, HARD, "R23"),
    "suspend": Rule(FACILITATION, RUNNING, HARD, "R23"),
    "end-suspension": Rule(FACILITATION, RUNNING, HARD, "R23"),
    "stop-quietly": Rule(FACILITATION, RUNNING, SOFT, "§2"),
    "close": Rule(FACILITATION, frozenset({Stage.CLOSING}), HARD, "§3"),
    "interrupt": Rule(FACILITATION, OPEN, HARD, "§3"),
    "take-up": Rule(FACILITATION, AFTER, HARD, "§3"),
    "erase-text": Rule(ANYBODY, frozenset(STAGES), HARD, "R21"),
    "erase-consultation": Rule(ANYBODY - FACILITATION, FROM_STEP_1, HARD, "R21"),
}


BY_ITSELF = frozenset({"note-absence", "note-return"})
"""What the room writes by itself in the facilitator's name: no screen shows it as a gesture."""
IN_WRITING = frozenset(
    {"post-question", "take-back-question", "park-question", "ask-question", "answer-question", "hear-question"}
)
"""Acts of a written session alone (METHOD, Spoken first)."""


def posture(seance: Seance, seat_id: str) -> Posture | None:
    """What that seat is now, or None when it opens nothing: unknown, refused or removed. Once the séance is closed a
    client who left is the client again: the carnet is theirs (§10, R21)."""
    seat = seance.seat(seat_id)
    if seance.stage is Stage.CLOSED and seat_id == seance.client:
        return Posture.CLIENT
    match seat.standing if seat else None:
        case Standing.WAITING:
            return Posture.WAITING
        case Standing.LEFT:
            return Posture.AWAY
        case Standing.SEATED if seat:
            if seat.role is Role.FACILITATOR:
                return Posture.FACILITATOR
            if seat.role in (Role.OBSERVER, Role.CO_FACILITATOR):
                return Posture.OBSERVER
            return Posture.CLIENT if seat.id == seance.client else Posture.CONSULTANT
        case _:
            return None


def locks_at(stage: Stage) -> tuple[str, ...]:
    """The rules whose lock bites in that step, in their order: those that can be lifted there."""
    return tuple(rule for rule, lock in LOCKS.items() if stage in lock.stages)


def lock_on(stage: Stage, posture: Posture | None, act: str) -> str | None:
    """The rule whose lock shuts that cell of the table until it is lifted, None where no lock does."""
    shut = (
        rule
        for rule, lock in LOCKS.items()
        if not lock.again and act in lock.acts and posture in lock.postures and stage in lock.stages
    )
    return next(shut, None)


def why_not(stage: Stage, posture: Posture | None, act: str, lifted: frozenset[str] = NONE_LIFTED) -> Why | None:
    """The reason why the table refuses, or None when it lets the act pass. `lifted` are the rules whose lock the
    facilitator has lifted for this step."""
    lock = lock_on(stage, posture, act)
    if lock is not None:
        return None if lock in lifted else LOCKS[lock].why
    rule = RULES[act]
    if posture is None or posture not in rule.postures:
        return Why.NOT_YOURS
    if stage in rule.stages:
        return None
    return Why.CLOSED if stage is Stage.CLOSED else Why.NOT_NOW


def spoken(seance: Seance, act: str) -> bool:
    """Whether that act has no place here: it writes what this session says aloud."""
    return act in IN_WRITING and seance.way is not Way.WRITTEN


@cache
def acts_of(stage: Stage, posture: Posture, lifted: frozenset[str] = NONE_LIFTED) -> frozenset[str]:
    """What a posture may do at that stage, as far as the table knows: the controls that a screen shows."""
    return frozenset(act for act in RULES if why_not(stage, posture, act, lifted) is None)
