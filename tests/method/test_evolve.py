"""The fold: total on every kind of event, and what comes back from JSON is what was written."""

import json
from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.evolve import EVOLVERS, TOUCHES, begin, evolve, replay
from sizain.method.refusals import Why
from sizain.method.seance import Seance, Slice, Stage
from tests.method.held import HELENE, KARIM, NOON, STAN, Held, held_at
from tests.method.slices import CONSTANT, PARTS

KINDS = e.KINDS


def test_every_kind_of_event_has_its_function_and_its_slices() -> None:
    classes = e.Event.__subclasses__()
    assert {cls.kind for cls in classes} == set(KINDS) == set(TOUCHES)
    assert len(classes) == len(KINDS)
    assert set(EVOLVERS) == set(KINDS) - {e.SeancePlanned.kind}
    assert all(TOUCHES.values())
    assert all(len(kind) <= 40 for kind in KINDS)


def test_every_field_of_the_state_belongs_to_a_slice_or_never_changes() -> None:
    shown = {
        "seats",
        "scribe",
        "facilitator",
        "relay",
        "kept_waiting",
        *(name for names in PARTS.values() for name in names),
    }
    assert {field.name for field in fields(Seance)} == shown | CONSTANT


def test_a_journal_starts_with_a_plan() -> None:
    assert replay([]) is None
    with pytest.raises(ValueError, match="seance-planned"):
        begin(e.SeanceOpened(), NOON)


def test_each_event_counts_one_and_moves_the_slices_that_it_touches() -> None:
    held = held_at(Stage.CLARIFICATION)
    before = held.seance
    held.happen(e.HandRaised(KARIM))
    assert held.seance.seq == before.seq + 1
    assert held.seance.changed_at(frozenset({Slice.FLOOR})) == held.seance.seq
    assert held.seance.changed_at(frozenset({Slice.CONTRACT})) == before.versions[Slice.CONTRACT]
    assert held.seance.changed_at(frozenset()) == 0


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(0, 2**53)
    if kind == str | None:
        return st.sampled_from([None, "a-text"])
    if kind is str:
        return st.sampled_from([HELENE, KARIM, STAN, "aloud", "a-text"])
    if kind == list[str]:
        return st.lists(st.sampled_from(["decide", "support"]))
    return st.just({})


WITH_FACTS = {
    *("format-chosen", "stage-entered", "clock-extended", "clock-paused", "clock-resumed"),
    *("clock-rebalanced", "clock-suspended", "interrupted", "taken-up", "facilitation-handed", "facilitator-back"),
}
SIMPLE = sorted(set(KINDS) - WITH_FACTS - {"seance-planned"})


@pytest.mark.parametrize("kind", SIMPLE)
def test_whatever_the_journal_holds_the_fold_goes_on(kind: str) -> None:
    """No event raises on a state where no decider would have written it."""
    cls = KINDS[kind]
    hints = {name: hint for name, hint in get_type_hints(cls).items() if name in _names(cls)}
    known = {
        "how": "aloud", "answer": "accord", "round": "ideas", "sign": "pause", "line": "stop", "tag": "fact",
        "about": "project",
    }  # fmt: skip
    body = {name: known.get(name, _example(hint)) for name, hint in hints.items()}
    for seat in (HELENE, KARIM, STAN):
        event = cls.from_body({**body, "seat": seat} if "seat" in body else body)
        for held in (Held(), held_at(Stage.EXPLORATION)):
            assert evolve(held.seance, event, NOON).seq == held.seance.seq + 1


def test_a_clock_event_before_there_is_a_clock_changes_nothing() -> None:
    source = held_at(Stage.CLARIFICATION)
    clock = source.seance.clock
    assert clock is not None
    halt = clocks.pausing(clock, source.now)
    halted = clocks.pause(clock, halt, source.now)
    events = (
        e.ClockExtended(clocks.extending(clock, source.now).to_json()),
        e.ClockRebalanced(clocks.rebalancing(clock, source.now).to_json()),
        e.FiguresHidden(),
        e.FiguresShown(),
        e.ClockPaused(halt.to_json()),
        e.ClockSuspended(clocks.suspending(clock, source.now).to_json()),
        e.ClockResumed(clocks.resuming(halted, source.now).to_json()),
        e.StageEntered("clarification", False, None),
        e.SeanceInterrupted(True, clocks.suspending(clock, source.now).to_json()),
        e.SeanceTakenUp(None),
    )
    held = Held()
    for event in events:
        held.happen(event)
        assert held.seance.clock is None


def _names(cls: type[e.Event]) -> set[str]:
    return {field.name for field in fields(cls)}


def _example(hint: Any) -> Any:
    return {bool: True, int: 7, str: "a-text", str | None: "a-text"}.get(hint, {})


@given(st.data())
def test_what_is_written_comes_back_the_same(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from(sorted(KINDS.values(), key=lambda one: one.kind)))
    hints = get_type_hints(cls)
    event = cls(**{name: data.draw(_values(hints[name])) for name in _names(cls)})
    written = json.dumps(event.to_body())
    assert cls.from_body(json.loads(written)) == event


def test_a_body_of_another_shape_is_an_error_at_once() -> None:
    with pytest.raises(TypeError):
        e.HandRaised.from_body({"seat": KARIM, "text": "words"})
    with pytest.raises(TypeError):
        e.HandRaised.from_body({})


def test_events_hold_no_words() -> None:
    """Ids, lengths, instants and facts: what people say stands in rows that can be erased."""
    for cls in KINDS.values():
        assert not _names(cls) & {"name", "body", "words", "title", "sentence"}, cls


def test_refusals_are_codes() -> None:
    assert all(why.value == why.name.lower() for why in Why)
