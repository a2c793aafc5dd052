"""When a session that is over may be removed: the client has seven days first (METHOD §10)."""

import pytest

from sizain.method import commands as c
from sizain.method.ending import DAY_MS
from sizain.method.removal import kept_days, removable, removable_from
from sizain.method.seance import Stage
from tests.method.held import HELENE, KARIM, THOMAS, Held, held_at


def ended() -> Held:
    return held_at(Stage.CLOSED)


def test_an_open_session_is_not_removed() -> None:
    for stage in (Stage.LOBBY, Stage.SYNTHESIS, Stage.CLOSING):
        held = held_at(stage)
        assert removable_from(held.seance) is None
        assert not removable(held.seance, held.now + 900 * DAY_MS)


def test_the_client_has_seven_days() -> None:
    held = ended()
    assert removable_from(held.seance) == held.now + 7 * DAY_MS
    assert not removable(held.seance, held.now + 7 * DAY_MS - 1)
    assert removable(held.seance, held.now + 7 * DAY_MS)


def test_a_client_who_left_or_was_interrupted_has_them_too() -> None:
    held = held_at(Stage.SYNTHESIS)
    held.do(c.Leave(KARIM))
    held.do(c.Interrupt(HELENE))
    assert removable_from(held.seance) == held.now + 7 * DAY_MS


def test_nobody_waits_without_a_client_or_once_they_erased_their_consultation() -> None:
    nobody = held_at(Stage.CHOICE)
    nobody.do(c.Interrupt(HELENE))
    assert removable(nobody.seance, nobody.now)
    erased = ended()
    erased.do(c.EraseConsultation(KARIM))
    assert removable(erased.seance, erased.now)


@pytest.mark.parametrize("stage", [Stage.SYNTHESIS, Stage.META, Stage.CLOSING])
def test_to_remove_the_client_from_the_circle_first_shortens_nothing(stage: Stage) -> None:
    held = held_at(stage)
    held.do(c.Remove(HELENE, KARIM))
    held.do(c.Interrupt(HELENE))
    assert removable_from(held.seance) == held.now + 7 * DAY_MS


def test_an_earlier_client_who_did_not_erase_has_them_too() -> None:
    held = held_at(Stage.PRESENTATION)
    held.do(c.UnnameClient(HELENE))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    held.do(c.Advance(HELENE, Stage.CHOICE, agreed=True))
    held.do(c.EraseConsultation(THOMAS))
    held.do(c.Interrupt(HELENE))
    assert removable_from(held.seance) == held.now + 7 * DAY_MS


def test_a_carnet_is_kept_for_seven_days_where_the_instance_keeps_less() -> None:
    held = ended()
    assert [kept_days(held.seance, days) for days in (1, 7, 30)] == [7, 7, 30]
    held.do(c.EraseConsultation(KARIM))
    assert kept_days(held.seance, 1) == 1
    nobody = held_at(Stage.CHOICE)
    nobody.do(c.Interrupt(HELENE))
    assert kept_days(nobody.seance, 1) == 1
