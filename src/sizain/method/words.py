"""Where words stand in a séance, and whose they are: what an erasure lists, what it takes, and what no state points
to any more (R21)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sizain.method.contract import Terms
from sizain.method.own import reads
from sizain.method.seance import Seance
from sizain.method.synthesis import Texts


class Of(StrEnum):
    """What words are, for the person who may erase them; in the order of the steps."""

    TOPIC = "topic"
    QUESTION = "question"
    """A written question of one's own."""
    REQUEST = "request"
    """The contract as it stands."""
    EARLIER = "earlier"
    """An earlier wording of it."""
    DICTATED = "dictated"
    """Taken under dictation, without effect yet."""
    GIVEN = "given"
    """A trace that a consultant left for the client."""
    IDEA = "idea"
    """Set aside for step 4, as long as nobody took it up."""
    TRACE = "trace"
    """A trace of one's own."""
    UNDERSTANDING = "understanding"
    STEP = "step"
    LINE = "line"
    ASIDE = "aside"
    """A line between this seat and whoever facilitated, or facilitates."""


@dataclass(frozen=True)
class Standing:
    """One text that stands here. `part` says which of its subject: a field of `Terms` or of `Texts`, else nothing."""

    of: Of
    text: str
    part: str = ""


def words(seance: Seance) -> frozenset[str]:
    """The ids of all the texts that this state points to and that were not erased."""
    return frozenset(_every(seance)) - seance.erased.texts


def whose(seance: Seance, seat: str) -> tuple[Standing, ...]:
    """What that seat may erase, text by text: as an author its topic, its traces, its lines; as the client all of
    their consultation that they see, the traces left for them included. What somebody noted for another person is
    that person's (R21).
    """
    found = (*_consultation(seance, seat), *_authored(seance, seat))
    order = tuple(Of)
    shown = (one for one in found if one.text not in seance.erased.texts)
    return tuple(sorted(shown, key=lambda one: order.index(one.of)))


def _consultation_stands(seance: Seance) -> bool:
    """Whether anything is left of what the client brought, asked for and made of it."""
    made = seance.contract.terms or seance.synthesis.understanding.text or seance.synthesis.steps
    return bool(made) or any(topic.seat == seance.client for topic in seance.topics)


def consultation_erased(seance: Seance) -> bool:
    """Whether the client erased the whole of their consultation, and brought nothing since."""
    client = seance.client
    return client is not None and seance.erased.consultation == client and not _consultation_stands(seance)


def _consultation(seance: Seance, seat: str) -> Iterator[Standing]:
    if seat != seance.client:
        return
    contract, synthesis = seance.contract, seance.synthesis
    yield from _terms(Of.REQUEST, contract.terms)
    for earlier in contract.earlier:
        yield from _terms(Of.EARLIER, earlier)
    yield from _terms(Of.DICTATED, contract.dictated)
    given = (trace for trace in seance.traces if trace.seat != seat and reads(seance, trace, seat))
    yield from (Standing(Of.GIVEN, trace.id) for trace in given)
    understanding = synthesis.understanding
    if understanding.text:
        yield Standing(Of.UNDERSTANDING, understanding.text)
    if understanding.dictated:
        yield Standing(Of.DICTATED, understanding.dictated)
    for step in synthesis.steps:
        yield from _step(Of.STEP, step.texts)
    if synthesis.dictated:
        yield from _step(Of.DICTATED, synthesis.dictated.texts)


def _authored(seance: Seance, seat: str) -> Iterator[Standing]:
    for topic in (one for one in seance.topics if one.seat == seat):
        yield Standing(Of.TOPIC, topic.id)
        yield from (Standing(Of.TOPIC, text, part) for part in ("lines", "tried") if (text := getattr(topic, part)))
    yield from (Standing(Of.QUESTION, one.id) for one in seance.questions if one.seat == seat)
    yield from (Standing(Of.IDEA, idea.text) for idea in seance.ideas if idea.seat == seat and idea.text)
    yield from (Standing(Of.TRACE, trace.id) for trace in seance.traces if trace.seat == seat)
    yield from (Standing(Of.LINE, one.text, one.line.value) for one in seance.meta.lines if one.seat == seat)
    yield from (Standing(Of.ASIDE, one.text) for one in seance.asides if one.seat == seat)
    yield from (Standing(Of.ASIDE, one.answer) for one in seance.asides if one.to == seat and one.answer)


def _terms(of: Of, terms: Terms | None) -> Iterator[Standing]:
    if terms is None:
        return
    for part in ("question", "word", "leave_with", "not_wanted"):
        if text := getattr(terms, part):
            yield Standing(of, text, part)


def _step(of: Of, texts: Texts) -> Iterator[Standing]:
    for part in ("text", "when", "obstacle", "sign", "first", "confidence"):
        if text := getattr(texts, part):
            yield Standing(of, text, part)


def _every(seance: Seance) -> Iterator[str]:
    contract, synthesis = seance.contract, seance.synthesis
    yield from _said(text for topic in seance.topics for text in topic.texts)
    yield from (one.id for one in seance.questions)
    for terms in (contract.terms, contract.dictated, *contract.earlier):
        yield from terms.texts if terms else ()
    yield from (trace.id for trace in seance.traces)
    yield from _said(idea.text for idea in seance.ideas)
    yield from _said((synthesis.understanding.text, synthesis.understanding.dictated))
    for step in synthesis.steps:
        yield from _said(step.texts.ids)
    yield from _said(synthesis.dictated.texts.ids if synthesis.dictated else ())
    yield from (one.text for one in seance.meta.lines)
    yield from (text for one in seance.asides for text in one.texts)


def _said(texts: Iterable[str | None]) -> Iterator[str]:
    return (text for text in texts if text)
