"""What an erasure changes: words are gone where they stood, or a whole consultation with all that it held (R21)."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import events as e
from sizain.method.contract import Contract
from sizain.method.evolve.consultation import without_consultation
from sizain.method.evolve.room import Evolver
from sizain.method.links import without_story
from sizain.method.questions import Progress
from sizain.method.seance import Seance
from sizain.method.synthesis import Synthesis


def _text_erased(seance: Seance, event: e.TextErased, at: int) -> Seance:
    return _without(seance, event.text)


def _trace_erased(seance: Seance, event: e.TraceErased, at: int) -> Seance:
    return _without(seance, event.trace)


def _without(seance: Seance, text: str) -> Seance:
    """What had no effect yet goes with its words: a draft under dictation, a question that waits, an idea set aside,
    and a line of the help channel, which called for an answer. The rest stands where it stood, without them."""
    return replace(
        seance,
        contract=_contract_without(seance.contract, text),
        synthesis=_synthesis_without(seance.synthesis, text),
        questions=tuple(one for one in seance.questions if one.id != text or one.progress is not Progress.WAITING),
        ideas=tuple(one for one in seance.ideas if one.text != text),
        asides=tuple(one for one in seance.asides if one.text != text),
        erased=replace(seance.erased, texts=seance.erased.texts | {text}),
    )


def _contract_without(contract: Contract, text: str) -> Contract:
    """Nobody stays in accord with a question that is not there any more; a draft goes with its question alone."""
    dictated = contract.dictated.without(text) if contract.dictated else None
    if dictated and dictated.question == text:
        dictated = None
    return replace(contract, dictated=dictated, answers=() if contract.text == text else contract.answers)


def _synthesis_without(synthesis: Synthesis, text: str) -> Synthesis:
    """A step under dictation goes with its sentence, or with the last that it said."""
    understanding, step = synthesis.understanding, synthesis.dictated
    if text == understanding.dictated:
        understanding = replace(understanding, dictated=None)
    if step and text in step.texts.ids:
        left = step.texts.without(text)
        step = replace(step, texts=left) if text != step.texts.text and any(left.ids) else None
    return replace(synthesis, understanding=understanding, dictated=step)


def _consultation_erased(seance: Seance, event: e.ConsultationErased, at: int) -> Seance:
    """Steps, traces and ideas go with their words: how many there were is theirs too. The thread stays where it
    is, and so do rounds and floor."""
    emptied = replace(
        without_consultation(seance),
        topics=tuple(topic for topic in seance.topics if topic.seat != event.seat),
        links=without_story(seance.links, event.seat),
        meta=replace(seance.meta, lines=tuple(one for one in seance.meta.lines if one.seat != event.seat)),
    )
    clients = seance.erased.clients - {event.seat}
    return replace(emptied, erased=replace(seance.erased, consultation=event.seat, clients=clients))


ERASING: dict[str, Evolver] = {
    "text-erased": _text_erased,
    "trace-erased": _trace_erased,
    "consultation-erased": _consultation_erased,
}
