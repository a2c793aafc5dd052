"""A link between somebody present and a story: who says it, who is told, and who decides (METHOD §3)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.own import ShownLink
from sizain.method.refusals import Why
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at

UP_TO_STEP_3 = (Stage.CHOICE, Stage.PRESENTATION, Stage.CLARIFICATION, Stage.CONTRACT)


def _told(held: Held) -> dict[str, tuple[ShownLink, ...]]:
    """Who is told of a link."""
    everybody = (HELENE, KARIM, THOMAS, AWA, INES, PROJECTOR)
    return {viewer: links for viewer in everybody if (links := held.sees(viewer).own.links)}


@pytest.mark.parametrize("stage", UP_TO_STEP_3)
@pytest.mark.parametrize("aloud", [True, False])
def test_a_link_is_told_to_the_facilitator_the_client_and_who_said_it(stage: Stage, aloud: bool) -> None:
    held = held_at(stage)
    if stage is Stage.CHOICE:
        held.do(c.HearAcceptance(HELENE, KARIM))
    said = c.HearLink(HELENE, THOMAS, KARIM) if aloud else c.DiscloseLink(THOMAS, KARIM)
    held.do(said)
    assert _told(held) == dict.fromkeys((HELENE, KARIM, THOMAS), (ShownLink(THOMAS, KARIM, None, HELENE),))
    assert held.do(said) == ()


def test_before_the_choice_only_the_facilitator_and_who_said_it_know() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.DiscloseLink(THOMAS, KARIM))
    held.do(c.DiscloseLink(THOMAS, AWA))
    assert set(_told(held)) == {HELENE, THOMAS}
    held.do(c.HearAcceptance(HELENE, AWA))
    assert _told(held) == dict.fromkeys((HELENE, AWA, THOMAS), (ShownLink(THOMAS, AWA, None, HELENE),))


@pytest.mark.parametrize("aloud", [True, False])
def test_the_client_decides_whether_the_person_stays(aloud: bool) -> None:
    held = held_at(Stage.PRESENTATION)
    held.do(c.DiscloseLink(THOMAS, KARIM))

    def answers(stays: bool) -> tuple[e.Event, ...]:
        return held.do(c.HearLinkAnswer(HELENE, THOMAS, stays) if aloud else c.AnswerLink(KARIM, THOMAS, stays))

    how = "aloud" if aloud else "device"
    assert answers(True) == (e.LinkAnswered(THOMAS, KARIM, True, how),)
    told = {viewer: links[0].stays for viewer, links in _told(held).items()}
    assert told == {HELENE: True, KARIM: True, THOMAS: None}
    assert answers(True) == ()
    before = held.sees(THOMAS)
    answers(False)
    told = {viewer: links[0].stays for viewer, links in _told(held).items()}
    assert told == {HELENE: False, KARIM: False, THOMAS: None}
    assert held.sees(THOMAS) == before, "a yes that is taken back shows on no screen of theirs"


def test_a_link_is_taken_back_on_a_device_or_aloud() -> None:
    held = held_at(Stage.PRESENTATION)
    held.do(c.DiscloseLink(THOMAS, KARIM))
    held.do(c.HearLink(HELENE, AWA, KARIM))
    assert held.do(c.DiscloseLink(INES, KARIM, said=False)) == ()
    held.do(c.DiscloseLink(THOMAS, KARIM, said=False))
    held.do(c.HearLink(HELENE, AWA, KARIM, said=False))
    assert not held.seance.links
    assert held.why(c.AnswerLink(KARIM, AWA, True)) is Why.NO_SUCH_LINK


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (c.DiscloseLink(THOMAS, AWA), Why.NO_SUCH_SEAT),
        (c.DiscloseLink(THOMAS, THOMAS), Why.NO_SUCH_SEAT),
        (c.DiscloseLink(THOMAS, STAN), Why.NO_SUCH_SEAT),
        (c.DiscloseLink(THOMAS, HELENE), Why.NO_SUCH_SEAT),
        (c.DiscloseLink(KARIM, THOMAS), Why.NOT_YOURS),
        (c.HearLink(HELENE, STAN, KARIM), Why.NO_SUCH_SEAT),
        (c.HearLink(HELENE, HELENE, KARIM), Why.NO_SUCH_SEAT),
        (c.HearLink(HELENE, KARIM, KARIM), Why.NO_SUCH_SEAT),
        (c.DiscloseLink("unsigned", KARIM), Why.CHARTER_FIRST),
        (c.AnswerLink(KARIM, THOMAS, True), Why.NO_SUCH_LINK),
        (c.AnswerLink(THOMAS, AWA, True), Why.NOT_YOURS),
    ],
)
def test_a_link_is_with_the_clients_story_and_of_somebody_in_the_circle(command: c.Command, why: Why) -> None:
    held = held_at(Stage.PRESENTATION)
    held.sits("unsigned", charter=False)
    assert held.why(command) is why


def test_an_answer_waits_for_a_client() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.DiscloseLink(THOMAS, KARIM))
    assert held.why(c.HearLinkAnswer(HELENE, THOMAS, True)) is Why.NO_CLIENT


def test_who_observes_may_have_a_link_too() -> None:
    held = held_at(Stage.CHOICE)
    held.sits(OMAR)
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.do(c.DiscloseLink(OMAR, KARIM))
    held.do(c.HearAcceptance(HELENE, KARIM))
    assert held.sees(KARIM).own.links == (ShownLink(OMAR, KARIM, None, HELENE),)


def test_a_link_goes_with_who_said_it_with_the_story_and_with_the_end() -> None:
    for command in (
        c.Remove(HELENE, THOMAS),
        c.ChangeTopic(KARIM, "another", 10),
        c.ChangeTopic(HELENE, "another", 10),
    ):
        held = held_at(Stage.CLARIFICATION)
        held.do(c.DiscloseLink(THOMAS, KARIM))
        held.do(command)
        assert not held.seance.links
    held = held_at(Stage.CHOICE)
    held.do(c.DepositTopic(AWA, AWA, "hers", 10))
    held.do(c.DiscloseLink(THOMAS, AWA))
    held.do(c.WithdrawTopic(AWA))
    assert not held.seance.links
    held.do(c.DiscloseLink(THOMAS, KARIM))
    held.goes_to(Stage.EXPLORATION)
    assert _told(held) == {}
    assert held.seance.links
    held.goes_to(Stage.CLOSED)
    assert not held.seance.links


def test_nobody_elses_screen_is_drawn_again_for_a_link() -> None:
    held = held_at(Stage.PRESENTATION)
    before = dict(held.seance.own_at)
    held.do(c.DiscloseLink(THOMAS, KARIM))
    changed = {seat for seat, at in held.seance.own_at.items() if before.get(seat) != at}
    assert changed == {HELENE, KARIM, THOMAS}
