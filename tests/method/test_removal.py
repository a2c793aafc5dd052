"""When a session that is over may be removed: the client has seven days first (METHOD §10)."""

from sizain.method import commands as c
from sizain.method.ending import DAY_MS
from sizain.method.removal import removable, removable_from
from sizain.method.seance import Stage
from tests.method.held import HELENE, KARIM, Held, held_at


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
    removed = held_at(Stage.SYNTHESIS)
    removed.do(c.Remove(HELENE, KARIM))
    removed.do(c.Interrupt(HELENE))
    assert removable(removed.seance, removed.now)
    erased = ended()
    erased.do(c.EraseConsultation(KARIM))
    assert removable(erased.seance, erased.now)
