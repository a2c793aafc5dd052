"""Random sessions know every act and every kind of event: a new one has its form and its readers before anybody sees
it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields

from sizain.method.events import KINDS
from sizain.method.rules import RULES
from tests.played.forms import DOORS, FORMS
from tests.played.ledger import SILENT
from tests.played.oracle import Oracle


def test_every_act_of_the_table_has_a_form_or_a_door() -> None:
    missing = sorted(set(RULES) - set(FORMS) - DOORS)
    assert not missing, f"fill these in, in tests/played/forms.py: {missing}"
    gone = sorted(set(FORMS) - set(RULES))
    assert not gone, f"no act of the table any more: {gone}"


def test_the_oracle_says_of_every_kind_of_event_who_may_read_what_it_brings() -> None:
    assert KINDS.keys() >= SILENT
    unknown = []
    for cls in KINDS.values():
        event = cls(**{field.name: "x" for field in fields(cls)})
        try:
            with suppress(KeyError, TypeError):  # it knows the kind, and looks for what is not there
                Oracle().hears(event)
        except AssertionError as said:
            unknown.append(str(said))
    assert not unknown, "\n".join(unknown)
