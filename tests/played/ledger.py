"""What happened to words, and to who may read them: the oracle's own account of the journal, event by event.

A kind of event that it does not know is red: say here what its words are, and in `oracle` who may read them, before
any screen shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sizain.method.events import Event

STAGES = (
    *("lobby", "opening", "retour", "choice", "presentation", "clarification", "contract", "pause"),
    *("exploration", "synthesis", "meta", "closing", "closed"),
)
MORE = ("lines", "tried")
PARTS = ("word", "leave_with", "not_wanted")
SILENT = frozenset(
    {
        "format-chosen", "seat-excused", "code-renewed", "observer-accepted", "ready-said",
        "floor-given", "floor-freed", "hand-raised", "hand-lowered", "round-opened", "round-ended", "turn-passed",
        "turn-heard",
        "scribe-named", "sign-made", "sign-heard", "contract-answered", "contract-agreed", "silence-begun",
        "silence-ended", "step-answered", "plan-settled", "clock-extended", "clock-paused",
        "contract-confirmed", "plan-confirmed",
        "clock-rebalanced", "figures-hidden", "figures-shown",
        "clock-resumed", "lock-lifted", "not-well-said", "not-well-taken-back", "not-well-heard",
        "clock-suspended", "round-held", "contract-recalled", "question-asked", "question-answered",
        "seat-kept-waiting", "vote-opened", "vote-closed", "lot-drawn", "nobody-ready", "link-disclosed",
        "link-taken-back", "link-answered", "deputy-named", "deputy-agreed", "facilitator-gone", "facilitator-back",
    }
)  # fmt: skip
"""Kinds of events that bring no words, and change nobody's right to any."""


@dataclass(frozen=True)
class Left:
    """A trace: who brought it, who noted it, whether it leaves the contract, whether the client opened it (R11) and
    whether it had its sorting."""

    seat: str
    noted_by: str | None
    outside: bool
    opened: bool = False
    sorted: bool = False

    @property
    def sealed(self) -> bool:
        return self.outside and not self.opened


@dataclass(frozen=True)
class Line:
    """A step of the plan: its words by their place, and whether the circle may see it."""

    texts: Mapping[str, str]
    shared: bool

    @property
    def words(self) -> set[str]:
        return set(self.texts.values())


@dataclass(frozen=True)
class Said:
    """A line between two people: who wrote it, to whom, what came back, whether it was seen."""

    seat: str
    to: str
    answer: str | None = None
    seen: bool = False


@dataclass
class Ledger:
    """All that counts for who may read what, after each `hears(event)`."""

    stage: str = "lobby"
    interrupted_at: str = ""
    facilitator: str = ""
    client: str | None = None
    live: bool = False
    place: dict[str, str] = field(default_factory=dict)
    """Where each seat is: expected, door, circle, away or gone."""
    inside: set[str] = field(default_factory=set)
    """Who was ever let in."""
    signed: set[str] = field(default_factory=set)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each seat its topic, and then what more is said of it."""
    asked: dict[str, str] = field(default_factory=dict)
    """Whose each written question of step 2 is."""
    question: str = ""
    wording: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)
    earlier: set[str] = field(default_factory=set)
    traces: dict[str, Left] = field(default_factory=dict)
    ideas: dict[str, tuple[str | None, str, str | None]] = field(default_factory=dict)
    understanding: set[str] = field(default_factory=set)
    understanding_draft: set[str] = field(default_factory=set)
    steps: dict[str, Line] = field(default_factory=dict)
    helpers: dict[str, str | None] = field(default_factory=dict)
    """Of each step, who helps with it."""
    step_draft: tuple[str, str, Mapping[str, str]] | None = None
    lines: dict[tuple[str, str], str] = field(default_factory=dict)
    asides: dict[str, Said] = field(default_factory=dict)
    """The lines of the help channel, by the text of each."""
    erased: set[str] = field(default_factory=set)
    """Words that stood somewhere and were erased there: nobody's any more (R21)."""

    def hears(self, event: Event) -> None:
        body: dict[str, Any] = event.to_body()
        match event.kind:
            case "seance-planned":
                self.facilitator, self.live = body["facilitator"], body["traces_live"]
                self.place[self.facilitator] = "circle"
            case "seat-asked":
                self.place[body["seat"]] = "door"
            case "seat-expected":
                self.place[body["seat"]] = "expected"
            case "seat-added" | "seat-admitted":
                self.place[body["seat"]] = "circle"
                self.inside.add(body["seat"])
            case "seat-left":
                self.place[body["seat"]] = "away"
            case "seat-refused" | "seat-removed":
                self._goes(body["seat"])
            case "seat-handed":
                self._confides_no_more(body["seat"])
            case "facilitation-handed":  # whoever led has a place in the circle, whoever leads sees what the act brings
                self.inside |= {self.facilitator, body["seat"]}
                self.signed.add(self.facilitator)  # who conducts says the charter
                self.facilitator = body["seat"]
            case "observer-named":
                self.topics.pop(body["seat"], None)
            case "charter-signed":
                self.signed.add(body["seat"])
            case "topic-deposited":
                self.topics[body["seat"]] = (body["text"], *(body[part] for part in MORE if body[part]))
            case "topic-withdrawn":
                self.topics.pop(body["seat"], None)
            case "topic-changed":
                self.topics[body["seat"]] = (body["text"],)
                self._begins_anew()
            case "client-named" | "client-unnamed":
                self._nobody_is_client()
            case "client-accepted":
                self._begins_anew()
                self.client = body["seat"]
            case "seance-opened":
                self.stage = "opening"
            case "stage-entered":
                self._enters(body["stage"])
            case "interrupted":
                self.interrupted_at, self.stage = self.stage, "closed"
            case "taken-up":
                self.stage = self.interrupted_at
            case "seance-closed":
                self.stage = "closed"
                self.traces = {one: trace for one, trace in self.traces.items() if not trace.sealed}
                self.ideas, self.asked, self.asides = {}, {}, {}
            case "consultation-erased":
                self._begins_anew()
                self.topics.pop(body["seat"], None)
                self.lines = {whose: text for whose, text in self.lines.items() if whose[0] != body["seat"]}
            case _:
                self._reads(event.kind, body)

    def _reads(self, kind: str, body: dict[str, Any]) -> None:
        """What brings words, or moves them from one set of readers to another."""
        match kind:
            case "contract-dictated":
                self.drafts = _wording(body)
            case "contract-validated":
                self.earlier |= self.wording
                self.question, self.wording = body["text"], _wording(body)
                self.drafts = set() if body["text"] in self.drafts else self.drafts
            case "dictated-set-aside":
                self.drafts = set()
            case "trace-left":
                self.traces[body["trace"]] = Left(body["seat"], body["noted_by"], body["outside"])
            case "trace-taken-back":
                del self.traces[body["trace"]]
            case "trace-marked":
                self.traces[body["trace"]] = replace(self.traces[body["trace"]], outside=body["outside"])
            case "envelope-opened":
                for one, trace in self.traces.items():
                    self.traces[one] = replace(trace, opened=trace.opened or trace.outside)
            case "idea-parked":
                self.ideas[body["idea"]] = (body["text"], body["seat"], body["noted_by"])
            case "idea-gone":
                del self.ideas[body["idea"]]
            case "question-posted":
                self.asked[body["question"]] = body["seat"]
            case "question-gone":
                del self.asked[body["question"]]
            case "text-erased":
                self.erased.add(body["text"])
                self.asides.pop(body["text"], None)
            case "step-paired":
                self.helpers[body["step"]] = body["seat"]
            case "trace-erased":
                self.erased.add(body["trace"])
            case "understanding-dictated":
                self.understanding_draft = {body["text"]}
            case "understanding-validated":
                self.understanding = {body["text"]}
                self.understanding_draft -= self.understanding
            case "step-written":
                self._says(body["step"], body["texts"], body["shared"])
            case "step-dictated":
                self.step_draft = (body["draft"], body["step"], body["texts"])
            case "step-validated":
                if self.step_draft:
                    self._says(self.step_draft[1], self.step_draft[2], shared=True)
                self.step_draft = None
            case "step-discarded":
                self.step_draft = None
            case "step-withdrawn":
                del self.steps[body["step"]]
                self._drop_draft_of(body["step"])
            case "step-shown":
                self.steps[body["step"]] = replace(self.steps[body["step"]], shared=body["shared"])
                if not body["shared"]:
                    self._drop_draft_of(body["step"])
            case "aside-written":
                self._drops_aside(body["seat"])
                self.asides[body["text"]] = Said(body["seat"], self.facilitator)
            case "aside-answered":
                self.asides[body["aside"]] = replace(self.asides[body["aside"]], answer=body["text"])
            case "aside-seen":
                self.asides[body["aside"]] = replace(self.asides[body["aside"]], seen=True)
            case "aside-closed":
                del self.asides[body["aside"]]
            case "line-noted":
                self.lines[body["seat"], body["line"]] = body["text"]
            case "line-withdrawn":
                del self.lines[body["seat"], body["line"]]
            case _:
                assert kind in SILENT, f"say in tests/played/ledger.py and oracle.py who may read « {kind} »"

    def _says(self, step: str, texts: Mapping[str, str], shared: bool) -> None:
        before = self.steps.get(step)
        if before is None:
            self.steps[step] = Line(texts, shared)
        else:
            self.steps[step] = replace(before, texts={**before.texts, **texts})

    def _drops_aside(self, seat: str) -> None:
        self.asides = {one: said for one, said in self.asides.items() if said.seat != seat}

    def _drop_draft_of(self, step: str) -> None:
        if self.step_draft and self.step_draft[1] == step:
            self.step_draft = None

    def _goes(self, seat: str) -> None:
        """Whoever is refused or removed leaves nothing behind but what became the contract's or the plan's."""
        self.place[seat] = "gone"
        self.topics.pop(seat, None)
        self.traces = {one: trace for one, trace in self.traces.items() if trace.seat != seat}
        self.ideas = {one: idea for one, idea in self.ideas.items() if idea[1] != seat}
        self.lines = {whose: text for whose, text in self.lines.items() if whose[0] != seat}
        self.asked = {one: whose for one, whose in self.asked.items() if whose != seat}
        self._confides_no_more(seat)
        if self.client == seat:
            self._nobody_is_client()

    def _confides_no_more(self, seat: str) -> None:
        """What that seat said to one person, or was told, is between nobody any more."""
        self.asides = {one: said for one, said in self.asides.items() if seat not in (said.seat, said.to)}

    def _nobody_is_client(self) -> None:
        """What the client asked for and was given was theirs, and goes with them."""
        if self.client:
            self._begins_anew()
        self.client = None

    def _begins_anew(self) -> None:
        """Another consultation: nothing that was said for one client is for the next."""
        self.question, self.wording, self.drafts, self.earlier = "", set(), set(), set()
        self.traces, self.ideas, self.asked = {}, {}, {}
        self.understanding, self.understanding_draft = set(), set()
        self.steps, self.step_draft = {}, None

    def _enters(self, stage: str) -> None:
        self.stage = stage
        if stage == "synthesis":
            self.traces = {one: replace(trace, sorted=True) for one, trace in self.traces.items()}


def _wording(body: Mapping[str, Any]) -> set[str]:
    return {body["text"], *(body[part] for part in PARTS if body[part])}
