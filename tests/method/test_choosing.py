"""Other ways of choosing the client: a hidden vote, a lot, nobody (METHOD §3, step 0)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.choosing import Found, TopicKind, candidates, in_the_lot, leaders
from sizain.method.contract import Written
from sizain.method.evolve import replay
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Stage, Topic
from sizain.method.sight import PROJECTOR, ShownChoosing
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at

PEERS = (KARIM, THOMAS, AWA, INES)


def _with_topics(*seats: str) -> Held:
    held = held_at(Stage.CHOICE)
    for seat in seats or (KARIM, AWA):
        held.do(c.DepositTopic(seat, seat, f"topic-{seat}", 10))
    return held


def _voting(*seats: str) -> Held:
    held = _with_topics(*seats)
    held.do(c.OpenVote(HELENE, "ballot"))
    return held


def test_a_topic_may_say_what_it_is_more_of_it_and_what_was_tried() -> None:
    held = held_at(Stage.CHOICE)
    lines, tried = Written("lines", 1000), Written("tried", 1)
    held.do(c.DepositTopic(KARIM, KARIM, "line", 10, TopicKind.CONCERN, lines, tried))
    assert held.seance.topics == (Topic("line", KARIM, TopicKind.CONCERN, "lines", "tried"),)
    held.do(c.DepositTopic(KARIM, KARIM, "another", 10))
    assert held.seance.topics == (Topic("another", KARIM),)


@pytest.mark.parametrize("part", ["lines", "tried"])
def test_what_goes_with_a_topic_has_a_limit_of_its_own(part: str) -> None:
    held = held_at(Stage.CHOICE)
    for length, refusal in ((1001, Refusal(Why.TOO_LONG, 1000)), (0, Refusal(Why.EMPTY))):
        more = Written("more", length)
        lines, tried = (more, None) if part == "lines" else (None, more)
        assert held.refusal(c.DepositTopic(KARIM, KARIM, "line", 10, None, lines, tried)) == refusal


@pytest.mark.parametrize(
    ("votes", "first"),
    [
        ({}, ()),
        ({KARIM: AWA}, (AWA,)),
        ({KARIM: AWA, THOMAS: AWA, INES: KARIM}, (AWA,)),
        ({KARIM: AWA, THOMAS: KARIM}, (KARIM, AWA)),
        ({THOMAS: KARIM, INES: KARIM, KARIM: KARIM, AWA: AWA}, (KARIM,)),
        ({KARIM: THOMAS}, ()),
        ({HELENE: AWA, STAN: AWA, OMAR: AWA, KARIM: KARIM}, (KARIM,)),
    ],
    ids=["none", "one", "most", "even", "oneself", "without-a-topic", "no-voice"],
)
def test_the_voices_that_count_are_those_of_peers_for_who_brought_a_topic(
    votes: dict[str, str], first: tuple[str, ...]
) -> None:
    held = _with_topics()
    held.sits(OMAR)
    held.do(c.NameObserver(HELENE, OMAR, True))
    assert leaders(held.seance, votes) == first


def test_the_voice_of_who_has_left_or_signed_nothing_does_not_count() -> None:
    held = _with_topics()
    held.sits("unsigned", charter=False)
    held.do(c.Leave(THOMAS))
    assert leaders(held.seance, {THOMAS: AWA, "unsigned": AWA, INES: KARIM}) == (KARIM,)


def test_a_vote_ends_with_a_name_and_the_person_still_has_to_accept() -> None:
    held = _voting()
    assert held.do(c.CloseVote(HELENE, {THOMAS: AWA}, 7)) == (
        e.ClientNamed(AWA),
        e.VoteClosed("ballot", AWA, False),
    )
    assert (held.seance.named, held.seance.client) == (AWA, None)
    assert held.seance.choosing.found is Found.VOTE
    assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.NO_CLIENT
    held.do(c.AcceptPlace(AWA))
    assert held.seance.client == AWA
    assert held.do(c.CloseVote(HELENE, {THOMAS: KARIM}, 7)) == ()


@pytest.mark.parametrize("chance", range(5))
def test_chance_chooses_among_those_who_have_as_many_voices_and_no_others(chance: int) -> None:
    held = _voting(KARIM, AWA, INES)
    held.do(c.CloseVote(HELENE, {THOMAS: INES, AWA: KARIM}, chance))
    assert held.seance.named == (KARIM, INES)[chance % 2]
    assert held.seance.choosing.found is Found.TIE


def test_a_vote_without_a_voice_proposes_nobody_and_another_way_stays_open() -> None:
    held = _voting()
    assert held.do(c.CloseVote(HELENE, {}, 0)) == (e.VoteClosed("ballot", None, False),)
    assert held.seance.named is None
    assert held.sees(THOMAS).choosing == ShownChoosing(undecided=True)
    held.do(c.OpenVote(HELENE, "another"))
    assert not held.sees(THOMAS).choosing.undecided


def test_a_vote_is_between_two_topics_and_before_there_is_a_client() -> None:
    held = _with_topics(KARIM)
    assert held.why(c.OpenVote(HELENE, "ballot")) is Why.TOO_FEW_TOPICS
    held.do(c.DepositTopic(AWA, AWA, "hers", 10))
    held.do(c.HearAcceptance(HELENE, KARIM))
    for command in (c.OpenVote(HELENE, "ballot"), c.DrawLot(HELENE, 1), c.NobodyReady(HELENE)):
        assert held.why(command) is Why.ONE_CLIENT


def test_opening_an_open_vote_changes_nothing() -> None:
    held = _voting()
    assert held.do(c.OpenVote(HELENE, "another")) == ()
    assert held.seance.choosing.ballot == "ballot"


@pytest.mark.parametrize(
    "command",
    [c.NameClient(HELENE, INES), c.HearAcceptance(HELENE, INES), c.DrawLot(HELENE, 3), c.NobodyReady(HELENE)],
    ids=lambda command: command.act,
)
def test_whatever_overtakes_a_vote_ends_it_first(command: c.Command) -> None:
    held = _voting()
    first, *_ = held.do(command)
    assert first == e.VoteClosed("ballot", None, False)
    assert held.seance.choosing.ballot is None
    assert not held.sees(THOMAS).choosing.undecided


def test_the_lot_is_drawn_among_who_brought_a_topic_or_is_ready() -> None:
    held = held_at(Stage.CHOICE)
    assert held.why(c.DrawLot(HELENE, 0)) is Why.NOBODY_TO_DRAW
    held.do(c.DepositTopic(HELENE, INES, "hers", 10))
    held.do(c.SayReady(THOMAS, True))
    assert in_the_lot(held.seance) == (THOMAS, INES)
    for chance, seat in enumerate((THOMAS, INES, THOMAS)):
        assert held.do(c.DrawLot(HELENE, chance)) == (e.ClientNamed(seat), e.LotDrawn(seat))
        assert held.sees(AWA).choosing.found is Found.LOT
        assert held.seance.client is None


def test_who_said_no_is_not_drawn_nor_voted_for_again_unless_they_say_so() -> None:
    held = _with_topics(KARIM, AWA, INES)
    held.do(c.NameClient(HELENE, KARIM))
    held.do(c.DeclinePlace(KARIM))
    held.do(c.NameClient(HELENE, AWA))
    held.do(c.UnnameClient(HELENE))
    assert candidates(held.seance) == in_the_lot(held.seance) == (INES,)
    assert [one.seat for one in held.sees(THOMAS).topics or () if one.standing] == [INES]
    held.do(c.SayReady(KARIM, True))
    held.do(c.NameClient(HELENE, AWA))
    held.do(c.NameClient(HELENE, THOMAS))
    assert candidates(held.seance) == (KARIM, AWA, INES)


def test_the_facilitator_who_takes_the_choice_up_again_sets_nobody_aside() -> None:
    held = _with_topics()
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.UnnameClient(HELENE))
    assert candidates(held.seance) == (KARIM, AWA)


def test_nobody_is_ready_until_somebody_is_named_or_may_be_after_all() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.NameClient(HELENE, KARIM))
    held.do(c.NobodyReady(HELENE))
    assert held.seance.named is None
    assert held.do(c.NobodyReady(HELENE)) == ()
    for viewer in (HELENE, *PEERS):
        assert held.sees(viewer).choosing.nobody
    held.do(c.NobodyReady(HELENE, False))
    assert not held.sees(AWA).choosing.nobody
    held.do(c.NobodyReady(HELENE))
    held.do(c.HearAcceptance(HELENE, AWA))
    assert not held.seance.choosing.nobody
    held.advances()


def test_when_nobody_is_ready_the_session_can_end_there() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.NobodyReady(HELENE))
    held.do(c.Interrupt(HELENE))
    assert held.seance.stage is Stage.CLOSED


def test_a_choice_that_begins_again_begins_anew() -> None:
    held = _with_topics()
    held.do(c.NameClient(HELENE, KARIM))
    held.do(c.DeclinePlace(KARIM))
    held.do(c.DrawLot(HELENE, 0))
    held.do(c.AcceptPlace(AWA))
    held.advances()
    held.do(c.UnnameClient(HELENE))
    assert held.seance.stage is Stage.CHOICE
    assert candidates(held.seance) == (KARIM, AWA)


def test_a_vote_is_seen_by_who_signed_the_charter_and_by_nobody_else() -> None:
    held = _voting()
    held.sits(OMAR)
    held.sits("unsigned", charter=False)
    held.enters("waiting")
    held.do(c.NameObserver(HELENE, OMAR, True))
    for viewer in PEERS:
        assert held.sees(viewer).choosing == ShownChoosing("ballot", votes=True)
    assert held.sees(HELENE).choosing == ShownChoosing("ballot", lot=True)
    assert held.sees(OMAR).choosing == ShownChoosing("ballot")
    for viewer in ("unsigned", "waiting", PROJECTOR):
        assert held.sees(viewer).choosing == ShownChoosing()


@pytest.mark.parametrize("votes", [{THOMAS: AWA}, {THOMAS: AWA, KARIM: AWA, INES: AWA, AWA: KARIM}])
def test_neither_the_journal_nor_a_sight_tells_who_voted_or_how_many(votes: dict[str, str]) -> None:
    held, plain = _voting(), _voting()
    held.do(c.CloseVote(HELENE, votes, 11))
    plain.do(c.CloseVote(HELENE, {AWA: AWA}, 4))
    assert [event.to_body() for event, _ in held.journal] == [event.to_body() for event, _ in plain.journal]
    for viewer in (HELENE, *PEERS, PROJECTOR):
        assert held.sees(viewer) == plain.sees(viewer)
    assert replay(held.journal) == held.seance


def test_how_somebody_was_found_is_not_on_the_rooms_screen_nor_their_topic() -> None:
    held = _voting()
    held.do(c.CloseVote(HELENE, {THOMAS: AWA}, 0))
    shown = repr(held.sees(PROJECTOR))
    assert "topic-" not in shown
    assert held.sees(PROJECTOR).named is None
