"""Answers to the short forms: private rows, read by the facilitation without names, until a day after the end."""

from collections.abc import Callable

import pytest

from sizain.journal.models import Entry
from sizain.method.ending import DAY_MS
from sizain.method.forms import Form
from sizain.method.refusals import Refusal, Why
from sizain.seances import answers, models
from sizain.seances.access import Entrance, seat_for
from sizain.seances.doors import Purpose, claim, find_claim, make_link
from sizain.seances.rooms import Rooms
from tests.seances.circle import AWA, HELENE, KARIM, OMAR, THOMAS, Circle

pytestmark = pytest.mark.database
NOON = 1_790_000_000_000
CANARY = "colibri-sur-la-branche"


@pytest.fixture
def now() -> list[int]:
    return [NOON]


@pytest.fixture
async def circle(make_rooms: Callable[..., Rooms], now: list[int]) -> Circle:
    """Step 6, Karim being client, Omar observing."""
    held = await Circle.opens(make_rooms(now=lambda: now[0]), KARIM, THOMAS, AWA, OMAR)
    await held.does(HELENE, "name-observer", seat=held.seat(OMAR), observer="yes")
    await held.reaches("meta")
    return held


async def _in(circle: Circle, who: str) -> Entrance:
    entrance = await seat_for(circle.rooms, circle.room.words.token, circle.devices[who])
    assert entrance is not None
    return entrance


async def _sends(circle: Circle, who: str, **fields: str) -> None:
    await answers.send(circle.rooms, await _in(circle, who), fields)


async def _why(circle: Circle, who: str, **fields: str) -> Why:
    with pytest.raises(Refusal) as refused:
        await _sends(circle, who, **fields)
    return refused.value.why


async def test_an_answer_is_kept_for_its_author_and_a_second_one_takes_its_place(circle: Circle) -> None:
    await _sends(circle, KARIM, moved="5", plan="4", words="Moins peur")
    await _sends(circle, KARIM, moved="6", words="  Moins peur de le dire ")
    kept = await answers.mine(circle.rooms, await _in(circle, KARIM))
    assert kept == answers.Answer({"moved": 6}, "Moins peur de le dire")
    assert await answers.mine(circle.rooms, await _in(circle, THOMAS)) is None


async def test_only_a_peer_has_a_form_and_only_its_own_questions_count(circle: Circle) -> None:
    assert await _why(circle, HELENE, safe="5") is Why.NOT_YOURS
    assert await _why(circle, OMAR, safe="5") is Why.NOT_YOURS
    assert await _why(circle, THOMAS, moved="5") is Why.EMPTY
    assert await _why(circle, THOMAS, safe="7") is Why.BAD_FORM


async def test_the_journal_knows_nothing_of_it(circle: Circle) -> None:
    before = await circle.rooms.read(lambda: Entry.objects.filter(seance=circle.room.id).count())
    await _sends(circle, THOMAS, safe="2", words=CANARY)
    await circle.is_as_kept()
    after = await circle.rooms.read(lambda: list(Entry.objects.filter(seance=circle.room.id).values_list("body")))
    assert len(after) == before
    assert CANARY not in repr(after)
    assert CANARY not in repr([circle.room.sight(circle.seat(who)) for who in circle.devices])


async def test_the_facilitation_reads_them_after_the_end_without_a_name_or_what_goes_together(
    circle: Circle,
) -> None:
    await _sends(circle, THOMAS, safe="6", session="3", words="Zut, se taire")
    await _sends(circle, AWA, safe="2", session="5", words="Attendre")
    await _sends(circle, KARIM, moved="4")
    assert await answers.read_all(circle.rooms, await _in(circle, HELENE)) == ()
    await circle.reaches("closed")
    client, consultants = await answers.read_all(circle.rooms, await _in(circle, HELENE))
    assert (client.form, client.ratings["moved"], client.words) == (Form.CLIENT, (4,), ())
    assert consultants.ratings == {"safe": (2, 6), "contributed": (), "session": (3, 5)}
    assert consultants.words == ("Attendre", "Zut, se taire")
    for who in (KARIM, THOMAS, OMAR):
        assert await answers.read_all(circle.rooms, await _in(circle, who)) == ()


async def test_a_consultant_hands_their_sentence_to_the_client_and_takes_it_back(circle: Circle) -> None:
    await _sends(circle, THOMAS, safe="6", words="Zut, se taire", handed="yes")
    await _sends(circle, AWA, words="Attendre", handed="yes")
    await _sends(circle, KARIM, words="Moins peur", handed="yes")
    assert await answers.handed(circle.rooms, await _in(circle, KARIM)) == ()
    await circle.reaches("closed")
    assert await answers.handed(circle.rooms, await _in(circle, KARIM)) == ("Attendre", "Zut, se taire")
    for who in (HELENE, THOMAS, AWA, OMAR):
        assert await answers.handed(circle.rooms, await _in(circle, who)) == ()
    await _sends(circle, THOMAS, safe="6", words="Zut, se taire")
    await answers.forget(circle.rooms, await _in(circle, AWA))
    assert await answers.handed(circle.rooms, await _in(circle, KARIM)) == ()


async def test_an_erased_consultation_receives_no_sentence_any_more(circle: Circle) -> None:
    await _sends(circle, THOMAS, words="Zut, se taire", handed="yes")
    await circle.reaches("closed")
    await circle.does(KARIM, "erase-consultation")
    assert await answers.handed(circle.rooms, await _in(circle, KARIM)) == ()


async def test_forms_are_open_from_step_6_to_a_day_after_the_closing(circle: Circle, now: list[int]) -> None:
    await circle.does(HELENE, "go-back", from_stage="meta", to="synthesis")
    assert await _why(circle, THOMAS, safe="5") is Why.FORMS_OVER
    await circle.reaches("closed")
    now[0] += DAY_MS
    await _sends(circle, THOMAS, safe="5")
    now[0] += 1
    assert await _why(circle, THOMAS, safe="6") is Why.FORMS_OVER
    kept = await answers.mine(circle.rooms, await _in(circle, THOMAS))
    assert kept is not None
    assert kept.ratings == {"safe": 5}


async def test_who_left_can_still_send_theirs(circle: Circle) -> None:
    await circle.does(THOMAS, "leave")
    await _sends(circle, THOMAS, words="Je file")
    assert await circle.rooms.read(lambda: models.Answer.objects.filter(seance=circle.room.id).count()) == 1


async def test_who_is_handed_a_seat_does_not_read_what_its_author_sent(circle: Circle) -> None:
    await _sends(circle, THOMAS, words=CANARY)
    link = await make_link(circle.rooms, circle.room, Purpose.SEAT, circle.seat(THOMAS))
    circle.devices[THOMAS] = circle.rooms.tokens.device()
    found = await find_claim(circle.rooms, link)
    assert found is not None
    await claim(circle.rooms, found, circle.devices[THOMAS])
    assert await answers.mine(circle.rooms, await _in(circle, THOMAS)) is None


async def test_who_is_handed_a_seat_answers_beside_the_one_before_and_the_facilitation_reads_both(
    circle: Circle,
) -> None:
    await _sends(circle, THOMAS, safe="2", words="Avant")
    found = await find_claim(
        circle.rooms, await make_link(circle.rooms, circle.room, Purpose.SEAT, circle.seat(THOMAS))
    )
    assert found is not None
    circle.devices[THOMAS] = circle.rooms.tokens.device()
    await claim(circle.rooms, found, circle.devices[THOMAS])
    await _sends(circle, THOMAS, safe="6", words="Après")
    assert await answers.mine(circle.rooms, await _in(circle, THOMAS)) == answers.Answer({"safe": 6}, "Après")
    await circle.reaches("closed")
    read = {one.form: one for one in await answers.read_all(circle.rooms, await _in(circle, HELENE))}
    assert read[Form.CONSULTANT].ratings["safe"] == (2, 6)
    assert read[Form.CONSULTANT].words == ("Après", "Avant")


async def test_who_is_removed_takes_their_answer_and_the_sentence_that_they_gave(circle: Circle) -> None:
    await _sends(circle, THOMAS, safe="2", words=CANARY, handed="yes")
    await _sends(circle, AWA, safe="5", words="Écouter", handed="yes")
    await circle.does(HELENE, "remove", seat=circle.seat(THOMAS))
    await circle.reaches("closed")
    assert await answers.handed(circle.rooms, await _in(circle, KARIM)) == ("Écouter",)
    mine = models.Answer.objects.filter(seance=circle.room.id)
    kept = await circle.rooms.read(lambda: list(mine.values_list("words", flat=True)))
    assert CANARY not in kept
