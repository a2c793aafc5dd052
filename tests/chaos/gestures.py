"""Every act of the table as somebody in a crowd asks for it: pressed as it stands on their screen, or typed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from sizain.method.contract import Answer
from sizain.method.meta import Line
from sizain.method.rounds import RoundKind
from sizain.method.rules import Posture, acts_of
from sizain.method.seance import Stage
from sizain.method.signs import Sign
from sizain.players import Form, read_page
from sizain.situations import situations
from tests.chaos.crowd import Member

Typed = Callable[[random.Random], Mapping[str, str]]
SITUATIONS = situations("fr")
UNPLAYED = {
    "close": "nothing can be tried in a room that is closed for good",
    "refuse": "whoever is refused is drawn at the door",
    "remove": "nobody of the crowd is removed: its members are counted at the end",
    "admit": "whoever is let in is drawn at the door",
    "leave": "somebody who leaves comes back at once",
    "come-back": "see leave",
    "extend": "its form stands on a page of its own",
    "rebalance": "see extend",
    "add-seat": "a room has so many places",
    "advance": "the thread is led on apart",
    "go-back": "see advance",
    "open": "see advance",
    "hand-over": "the crowd has one console, which leads it to the end",
    "take-over": "see hand-over",
    "erase-text": "its form stands on a page of its own",
    "erase-consultation": "see erase-text; nothing could be tried in what it leaves",
}
"""Acts that are not drawn from the table, and why: `lives` plays those that it can in its own way."""


def _words(draw: random.Random) -> Mapping[str, str]:
    one = draw.choice(SITUATIONS)
    said = draw.choice((one.topic, one.contract, one.first_step, draw.choice(one.contributions).text))
    return {"text": f"{said[:90]} {draw.randrange(1000)}"}


def _one_of(field: str, *values: str) -> Typed:
    return lambda draw: {field: draw.choice(values)}


def _yes(*fields: str) -> Typed:
    return lambda draw: {field: draw.choice(("yes", "no")) for field in fields}


def _trace(draw: random.Random) -> Mapping[str, str]:
    return {**_words(draw), "outside": draw.choice(("yes", "no", "no"))}


TYPED: dict[str, Typed] = {
    **dict.fromkeys(
        (
            "deposit-topic", "change-topic", "validate-contract", "dictate-contract", "park-idea",
            "write-understanding", "dictate-understanding", "write-step", "dictate-step", "post-question",
        ),
        _words,
    ),
    "leave-trace": _trace,
    "note-line": lambda draw: {**_words(draw), "line": draw.choice([*Line])},
    "withdraw-line": _one_of("line", *Line),
    "say-ready": _yes("ready"),
    "answer-contract": _one_of("answer", *Answer),
    "hear-answer": _one_of("answer", *Answer),
    "name-observer": _yes("observer"),
    "name-scribe": _yes("scribe"),
    "write-aside": _words,
    "answer-aside": _words,
    "name-deputy": _yes("deputy"),
    "answer-deputy": _yes("agrees"),
    "excuse": _yes("excused"),
    "mark-trace": _yes("outside"),
    "show-step": _yes("shared"),
    "answer-step": _yes("questions", "said"),
    "hear-step-answer": _yes("questions", "said"),
    "settle-plan": _yes("decants"),
    "hear-plan": _yes("decants"),
    "choose-format": _one_of("total_min", "90", "105", "120"),
    "open-round": _one_of("kind", *RoundKind),
    "make-sign": lambda draw: {"sign": draw.choice([*Sign]), **_yes("made")(draw)},
    "hear-sign": _one_of("sign", *Sign),
    "resume": _one_of("choice", "exceed"),
    "answer-question": _yes("passed"),
    "hear-question": _yes("passed"),
    "nobody-ready": _yes("nobody"),
    "disclose-link": _yes("said"),
    "hear-link": _yes("said"),
    "answer-link": _yes("stays"),
    "hear-link-answer": _yes("stays"),
    "recall-contract": _yes("recalled"),
    "lift-lock": _one_of("rule", "R4", "R6", "R7", "R8"),
}  # fmt: skip
"""What is typed or ticked in the form of an act."""
ABOUT_SOMEBODY = frozenset(
    {
        "deposit-topic", "name-client", "hear-acceptance", "give-floor", "accept-observer", "hear-observer-accepted",
        "name-observer", "hear-answer", "hear-step-answer", "hear-pair", "pair-step", "name-scribe", "hear-not-well",
        "name-deputy", "hear-deputy",
        "excuse", "pass-turn", "leave-trace", "park-idea", "answer-link", "hear-link", "hear-link-answer",
    }
)  # fmt: skip
"""Acts that name a seat, when the screen offers none."""
PRESSED = frozenset(
    {
        "engage", "raise-hand", "lower-hand", "withdraw-topic", "accept-place", "decline-place", "renew-code",
        "hear-charter", "unname-client", "free-floor", "end-round", "open-envelope", "hear-envelope", "begin-silence",
        "end-silence", "pause", "say-not-well", "take-back-not-well", "suspend", "end-suspension", "stop-quietly",
        "hide-figures", "show-figures",
        "confirm-contract", "confirm-plan",
        "hear-round", "interrupt", "take-up", "discard-step", "validate-dictated", "hear-contract",
        "see-aside", "close-aside",
        "set-dictated-aside", "hear-agreement", "validate-understanding", "hear-understanding", "validate-step",
        "hear-step", "withdraw-step", "hear-step-withdrawn", "trace-idea", "let-idea-go", "take-back-trace",
        "take-back-question", "park-question", "ask-question", "keep-waiting", "open-vote", "close-vote", "draw-lot",
    }
)  # fmt: skip
"""Acts that are pressed as they stand, with what the screen put into their form."""


def offered(stage: str, view: str) -> list[str]:
    """What the table offers to that view at that stage, and is drawn from it."""
    if stage not in [*Stage] or view not in [*Posture]:
        return []
    drawn = acts_of(Stage(stage), Posture(view)) & (TYPED.keys() | ABOUT_SOMEBODY | PRESSED)
    return sorted(drawn - UNPLAYED.keys())


def fields_of(member: Member, act: str, somebody: str, draw: random.Random) -> dict[str, str]:
    """Its form as it stands on their screen, where it does, filled in; `somebody` is a seat."""
    forms = [form for html in member.screen.regions.values() if f'/{act}"' in html for form in _forms(html, act)]
    found = {name: value for name, value in draw.choice(forms).fields.items() if name != "key"} if forms else {}
    about = {"seat": somebody} if act in ABOUT_SOMEBODY and not found.get("seat") and draw.random() < 0.8 else {}
    typed = TYPED[act](draw) if act in TYPED else {}
    return {**found, **about, **{name: str(value) for name, value in typed.items()}}


def _forms(html: str, act: str) -> list[Form]:
    return [form for form in read_page(html).forms if form.act == act]
