"""Every screen still stands when somebody has gone for good or waits at the door, whatever the stage."""

import pytest

from sizain.method import commands as c
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from tests.live.table import CLIENT, CONTRACT, FACILITATOR, NAMES, TOPIC, Table

HELD = [stage for stage in STAGES if stage not in (Stage.LOBBY, Stage.RETOUR, Stage.PAUSE, Stage.CLOSED)]
FROM_STEP_3 = [stage for stage in HELD if STAGES.index(stage) >= STAGES.index(Stage.CONTRACT)]
OTHER = "seat-1"


def seated(stage: Stage) -> Table:
    table = Table().until(stage)
    if stage is Stage.CHOICE:
        table.topic(CLIENT).do(c.HearAcceptance(FACILITATOR, CLIENT))
    return table


def drawn(table: Table) -> dict[str, str]:
    """What everybody's screen says, by viewer."""
    viewers = [PROJECTOR, *(seat.id for seat in table.state.seats if seat.standing not in ("refused", "removed"))]
    return {viewer: " ".join(table.regions(viewer).values()) for viewer in viewers}


@pytest.mark.parametrize("stage", HELD)
@pytest.mark.parametrize("seat", [CLIENT, OTHER])
def test_a_removed_person_is_on_nobodys_screen_and_the_others_go_on(stage: Stage, seat: str) -> None:
    table = seated(stage)
    name = table.words.names[seat]
    table.do(c.Remove(FACILITATOR, seat))
    for viewer, screen in drawn(table).items():
        assert name not in screen, viewer
        assert screen, viewer
    assert 'value="choice"' in table.regions(FACILITATOR)["console"] or table.look(FACILITATOR).following


@pytest.mark.parametrize("stage", HELD)
def test_a_client_who_left_is_grey_and_the_others_go_on(stage: Stage) -> None:
    table = seated(stage).do(c.Leave(CLIENT))
    screens = drawn(table)
    assert "a quitté la salle" in screens[OTHER]
    assert table.look(FACILITATOR).following


@pytest.mark.parametrize("stage", HELD)
def test_before_admission_one_sees_no_topic_no_contract_and_no_name(stage: Stage) -> None:
    table = seated(stage).enter("late", "Solange", admitted=False)
    for told in (False, True):
        if told:
            table.do(c.KeepWaiting(FACILITATOR, "late"))
        screen = " ".join(table.regions("late").values())
        assert "Vous êtes à la porte" in screen
        assert ("Le cercle est au travail." in screen) is told
        for words in (*NAMES[:6], "Hélène", TOPIC, CONTRACT, "Solange", "Étape"):
            assert words not in screen
    for viewer, others in drawn(table).items():
        assert ("Solange" in others) is (viewer == FACILITATOR), viewer


@pytest.mark.parametrize("stage", HELD)
def test_the_door_proposes_to_let_in_up_to_step_2_and_to_have_wait_from_step_3_on(stage: Stage) -> None:
    table = seated(stage).enter("late", "Solange", admitted=False)
    notice = table.regions(FACILITATOR)["notice"]
    first = min(("Faire entrer Solange", "Faire patienter Solange"), key=notice.index)
    assert first.startswith("Faire patienter" if stage in FROM_STEP_3 else "Faire entrer")
    if stage not in (Stage.OPENING, *FROM_STEP_3):
        assert "résumer à voix haute" in notice
    table.do(c.KeepWaiting(FACILITATOR, "late"))
    notice = table.regions(FACILITATOR)["notice"]
    assert "patiente à la porte." in notice
    assert "Faire patienter" not in notice
    table.do(c.Admit(FACILITATOR, "late"))
    assert "Solange" in table.regions(OTHER)["circle"]
