"""Private rows of one seat (R20): nobody else's, versioned for two tabs, and long enough."""

import asyncio
from collections.abc import Callable

import pytest

from sizain.method.refusals import Refusal, Why
from sizain.seances import drafts
from sizain.seances.access import Entrance
from sizain.seances.doors import Purpose, claim, find_claim, make_link
from sizain.seances.drafts import DICTATED, FIELDS, Saved
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import digest
from tests.seances.circle import HELENE, KARIM, THOMAS, Circle

pytestmark = pytest.mark.database


def _of(circle: Circle, name: str) -> Entrance:
    return Entrance(circle.room, circle.seat(name), digest(circle.devices[name]))


async def test_a_draft_is_its_authors_alone(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    await drafts.save(rooms, _of(circle, KARIM), "notes", "Je n’ose pas le dire", 0)
    assert (await drafts.load(rooms, _of(circle, KARIM)))["notes"] == ("Je n’ose pas le dire", 1)
    for name in (HELENE, THOMAS):
        assert await drafts.load(rooms, _of(circle, name)) == dict.fromkeys(FIELDS, ("", 0))


async def test_notes_do_not_go_with_a_seat_that_is_handed_over(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await drafts.save(rooms, _of(circle, KARIM), "notes", "Pour moi", 0)
    found = await find_claim(rooms, await make_link(rooms, circle.room, Purpose.SEAT, circle.seat(KARIM)))
    assert found is not None
    circle.devices[KARIM] = rooms.tokens.device()
    await claim(rooms, found, circle.devices[KARIM])
    assert (await drafts.load(rooms, _of(circle, KARIM)))["notes"] == ("", 0)


async def test_the_facilitators_own_notes_are_there_on_each_of_their_devices(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    await drafts.save(rooms, _of(circle, HELENE), "notes", "Karim fatigué", 0)
    found = await find_claim(rooms, await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE)))
    assert found is not None
    circle.devices[HELENE] = rooms.tokens.device()
    await claim(rooms, found, circle.devices[HELENE])
    assert (await drafts.load(rooms, _of(circle, HELENE)))["notes"] == ("Karim fatigué", 1)


async def test_saving_changes_neither_the_journal_nor_the_room(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    seq = circle.room.state.seq
    await drafts.save(rooms, _of(circle, KARIM), "topic", "Dire non", 0)
    assert circle.room.state.seq == seq
    await circle.is_as_kept()


async def test_two_tabs_notice_each_other_and_nothing_is_lost(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    karim = _of(circle, KARIM)
    assert await drafts.save(rooms, karim, "notes", "un", 0) == Saved(1)
    assert await drafts.save(rooms, karim, "notes", "un, deux", 1) == Saved(2)
    assert await drafts.save(rooms, karim, "notes", "un et trois", 1) == Saved(2, "un, deux")
    assert await drafts.save(rooms, karim, "notes", "un, deux", 1) == Saved(2)
    assert await drafts.save(rooms, karim, "notes", "un, deux et trois", 2) == Saved(3)
    assert (await drafts.load(rooms, karim))["notes"] == ("un, deux et trois", 3)
    assert await drafts.save(rooms, karim, "question", "autre champ", 7) == Saved(0, "")


@pytest.mark.parametrize("field", sorted(FIELDS))
async def test_each_field_has_its_length(rooms: Rooms, field: str) -> None:
    circle = await Circle.opens(rooms, KARIM)
    karim, limit = _of(circle, KARIM), FIELDS[field]
    assert await drafts.save(rooms, karim, field, "é" * limit, 0) == Saved(1)
    with pytest.raises(Refusal) as refused:
        await drafts.save(rooms, karim, field, "é" * (limit + 1), 1)
    assert refused.value == Refusal(Why.TOO_LONG, limit)
    assert (await drafts.load(rooms, karim))[field] == ("é" * limit, 1)


async def test_an_unknown_field_is_refused(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    with pytest.raises(Refusal, match="bad_form"):
        await drafts.save(rooms, _of(circle, KARIM), "password", "x", 0)


async def test_what_no_database_keeps_is_left_out(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await drafts.save(rooms, _of(circle, KARIM), "notes", "a\0b\r\nc ", 0)
    assert (await drafts.load(rooms, _of(circle, KARIM)))["notes"] == ("ab\nc ", 1)


async def test_of_two_processes_that_save_at_once_one_is_told(make_rooms: Callable[..., Rooms]) -> None:
    one = await Circle.opens(make_rooms(), KARIM)
    other = await one.in_another_process(make_rooms())
    for version in range(6):
        texts = {f"{version} ici": one, f"{version} là": other}
        said = await asyncio.gather(
            *(drafts.save(circle.rooms, _of(circle, KARIM), "notes", text, version) for text, circle in texts.items())
        )
        (loser,) = [saved for saved in said if saved.other is not None]
        kept = (await drafts.load(one.rooms, _of(one, KARIM)))["notes"]
        assert kept == (loser.other, version + 1)


async def test_several_fields_are_put_at_once_or_none(rooms: Rooms) -> None:
    karim = _of(await Circle.opens(rooms, KARIM), KARIM)
    await drafts.save(rooms, karim, "contract", "avant", 0)
    await drafts.put(rooms, karim, {"contract": "après", "contract_word": "oser"})
    kept = await drafts.load(rooms, karim)
    assert (kept["contract"], kept["contract_word"]) == (("après", 2), ("oser", 1))
    with pytest.raises(Refusal):
        await drafts.put(rooms, karim, {"contract": "perdu", "password": "x"})
    assert await drafts.load(rooms, karim) == kept


async def test_what_was_being_taken_under_dictation_goes_with_the_consultation_and_notes_stay(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    await circle.reaches("synthesis")
    for who in (HELENE, THOMAS):
        for field in ("notes", *DICTATED):
            await drafts.save(rooms, _of(circle, who), field, f"Un mot dans {field}", 0)
    await circle.does(KARIM, "erase-consultation")
    left = {field: body for field, (body, _) in (await drafts.load(rooms, _of(circle, HELENE))).items() if body}
    assert left == {"notes": "Un mot dans notes"}
    kept = await drafts.load(rooms, _of(circle, THOMAS))
    assert all(kept[field][0] for field in ("notes", *DICTATED))  # a consultant's are their own words
    assert set(FIELDS) >= DICTATED
