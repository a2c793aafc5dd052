"""THE WRITER: an act is applied once, whole, in one order, or not at all."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

import pytest

from sizain.journal import log
from sizain.journal.models import Entry
from sizain.method.contract import Contract
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Stage, Standing
from sizain.seances import models
from sizain.seances.acts import Outcome, act
from sizain.seances.doors import enter
from sizain.seances.room import Listener
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import Tokens
from sizain.seances.writer import Unavailable
from tests.seances.circle import AWA, HELENE, KARIM, OMAR, STAN, THOMAS, Circle

pytestmark = pytest.mark.database


async def test_the_same_form_sent_again_is_applied_once(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    assert await circle.does(HELENE, "open", "k1") is Outcome.DONE
    seq = circle.room.state.seq
    for _ in range(3):
        assert await circle.does(HELENE, "open", "k1") is Outcome.REPEATED
    assert circle.room.state.seq == seq
    assert await circle.why(HELENE, "open", "k2") is Why.NOT_NOW


async def test_the_same_form_sent_five_times_at_once_is_applied_once(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    sent = [circle.sends(HELENE, "add-seat", "k1", name=AWA) for _ in range(5)]
    outcomes = await asyncio.gather(*sent)
    assert sorted(one.name for one in outcomes) == ["DONE"] + ["REPEATED"] * 4
    assert [*circle.room.words.names.values()].count(AWA) == 1
    await circle.is_as_kept()


async def test_a_key_is_one_persons_for_one_act_with_one_body(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    assert await circle.does(KARIM, "deposit-topic", "k1", text="Ma question") is Outcome.DONE
    assert await circle.does(KARIM, "deposit-topic", "k1", text="Une autre") is Outcome.KEY_REUSED
    assert await circle.does(KARIM, "leave", "k1") is Outcome.KEY_REUSED
    assert await circle.does(THOMAS, "deposit-topic", "k1", text="La mienne") is Outcome.DONE
    assert sorted(circle.room.words.texts.values()) == ["La mienne", "Ma question"]


async def test_a_refused_act_leaves_its_key_free(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    assert await circle.why(KARIM, "raise-hand", "k1") is Why.NOT_NOW
    await circle.does(HELENE, "open")
    assert await circle.does(KARIM, "raise-hand", "k1") is Outcome.DONE


async def test_an_act_that_changes_nothing_writes_nothing(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    seq = circle.room.state.seq
    assert await circle.does(KARIM, "engage", "k1") is Outcome.DONE
    assert circle.room.state.seq == seq
    assert (circle.seat(KARIM), "k1") not in circle.room.words.keys


@pytest.mark.parametrize("key", ["", "x" * 81, "a\0b", "a\nb", "a\ud800"])
async def test_a_form_without_a_proper_key_is_refused(rooms: Rooms, key: str) -> None:
    circle = await Circle.opens(rooms, KARIM)
    with pytest.raises(Refusal, match="bad_form"):
        await act(rooms, circle.room, circle.seat(KARIM), "leave", {"key": key})


async def test_acts_of_nine_people_at_once_stand_in_one_order_without_a_gap(rooms: Rooms) -> None:
    names = [f"Pair {place}" for place in range(8)]
    circle = await Circle.opens(rooms, *names)
    await circle.does(HELENE, "open")
    first = circle.room.state.seq

    async def acts(name: str) -> None:
        for place in range(4):
            await circle.sends(name, ("raise-hand", "lower-hand")[place % 2])

    async def extra() -> None:
        for place in range(4):
            await circle.sends(HELENE, "add-seat", name=f"Autre {place}")

    await asyncio.gather(extra(), *(acts(name) for name in names))
    assert circle.room.state.seq == first + 36
    numbers = await rooms.read(
        lambda: [*Entry.objects.filter(seance=circle.room.id).order_by("seq").values_list("seq", flat=True)]
    )
    assert numbers == list(range(1, first + 37))
    await circle.is_as_kept()


async def test_several_seances_do_not_wait_for_one_another(rooms: Rooms) -> None:
    circles = [await Circle.opens(rooms, KARIM) for _ in range(4)]
    await asyncio.gather(*(circle.sends(HELENE, "open") for circle in circles))
    for circle in circles:
        assert circle.room.state.stage is Stage.OPENING
        await circle.is_as_kept()


async def test_an_act_goes_to_its_end_when_who_asked_goes_away(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    asked = asyncio.ensure_future(circle.sends(HELENE, "open", "k1"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asked.cancel()
    with suppress(asyncio.CancelledError):
        await asked
    assert await circle.does(HELENE, "open", "k1") is Outcome.REPEATED
    assert circle.room.state.stage is Stage.OPENING


async def test_whoever_looks_is_told_once_it_is_on_disk(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    listener = Listener()
    circle.room.listeners.add(listener)
    assert await circle.why(KARIM, "raise-hand") is Why.NOT_NOW
    assert not listener.rung
    await circle.does(HELENE, "open")
    assert listener.rung


async def test_a_name_says_nothing_to_who_may_not_use_it(rooms: Rooms) -> None:
    """Before admission one sees no name, and learns none by asking for a seat."""
    circle = await Circle.opens(rooms, KARIM)
    await circle.comes(STAN)
    for name in (KARIM, "Nobody"):
        assert await circle.why(STAN, "add-seat", name=name) is Why.NOT_YOURS
    assert await circle.why(HELENE, "add-seat", name=KARIM) is Why.NAME_TAKEN


async def test_words_are_kept_beside_the_journal_with_what_they_are(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await circle.does(KARIM, "deposit-topic", text="  Dire non\r\nsans rompre  ")
    (topic,) = circle.room.state.topics
    assert circle.room.words.texts[topic.id] == "Dire non\nsans rompre"
    bodies = await rooms.read(lambda: [*Entry.objects.filter(seance=circle.room.id).values_list("body", flat=True)])
    assert "Dire" not in str(bodies)
    assert KARIM not in str(bodies)
    nothing_more = dict.fromkeys(("about", "lines", "tried"))
    assert bodies[-1] == {"seat": circle.seat(KARIM), "text": topic.id, "length": 20, **nothing_more}


async def test_what_no_database_keeps_is_left_out_of_words(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await circle.does(KARIM, "deposit-topic", text="Dire\0 non\x1b\tà \ud83d voix haute\x7f")
    assert [*circle.room.words.texts.values()] == ["Dire non\tà  voix haute"]
    assert await circle.why(KARIM, "deposit-topic", text="\0\0") is Why.EMPTY


async def test_the_contract_goes_from_dictation_to_agreement(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    for stage in ("lobby", "opening", "choice", "presentation", "clarification"):
        if stage == "lobby":
            await circle.does(HELENE, "open")
            continue
        if stage == "choice":
            await circle.does(HELENE, "name-client", seat=circle.seat(KARIM))
            await circle.does(KARIM, "accept-place")
        await circle.does(HELENE, "advance", from_stage=stage)
    await circle.does(HELENE, "dictate-contract", text="Comment dire non ?")
    dictated = circle.room.state.contract.dictated
    assert dictated
    await circle.does(KARIM, "validate-dictated")
    assert circle.room.state.contract == Contract(terms=dictated, how=How.DEVICE)
    await circle.does(HELENE, "advance", from_stage="contract", agreed="yes")
    assert circle.room.state.stage is Stage.EXPLORATION
    assert circle.room.words.texts[dictated.question] == "Comment dire non ?"


async def test_who_is_removed_loses_device_and_name_and_can_come_again(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    seat, device = circle.seat(KARIM), circle.devices[KARIM]
    await circle.does(HELENE, "remove", seat=seat)
    assert seat not in circle.room.words.devices.values()
    await enter(rooms, circle.room, KARIM, device)
    assert circle.seat(KARIM) != seat
    assert circle.room.words.names[seat] == KARIM
    await circle.is_as_kept()


async def test_who_is_refused_leaves_the_name_to_others(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    await circle.comes(KARIM)
    await circle.does(HELENE, "refuse", seat=circle.seat(KARIM))
    await circle.does(HELENE, "add-seat", name=KARIM)
    assert [seat.standing for seat in circle.room.state.seats[1:]] == [
        Standing.REFUSED,
        Standing.SEATED,
    ]


async def test_when_the_database_keeps_saying_no_nothing_changes(
    make_rooms: Callable[..., Rooms],
) -> None:
    """Four times the same id: no honest randomness does that, another process writing first might."""
    circle = await Circle.opens(make_rooms(), KARIM)
    other = await circle.in_another_process(make_rooms(tokens=Tokens(lambda size: b"\7" * size)))
    await other.rooms.write(lambda: models.Text.objects.get_or_create(id="07" * 8, seance=uuid4()))
    with pytest.raises(Unavailable, match="another process"):
        await other.sends(KARIM, "deposit-topic", "k1", text="Ma question")
    assert circle.room.state.topics == ()
    assert await circle.does(KARIM, "deposit-topic", "k1", text="Ma question") is Outcome.DONE


async def test_a_process_that_is_behind_catches_up_and_decides_again(
    make_rooms: Callable[..., Rooms],
) -> None:
    one = await Circle.opens(make_rooms(), KARIM, THOMAS)
    other = await one.in_another_process(make_rooms())
    await one.does(HELENE, "open")
    assert await other.sends(HELENE, "add-seat", name=OMAR) is Outcome.DONE
    assert other.room.state.stage is Stage.OPENING
    await other.is_as_kept()
    assert await one.sends(HELENE, "remove", seat=one.seat(KARIM)) is Outcome.DONE
    assert await other.sends(HELENE, "add-seat", name=AWA) is Outcome.DONE
    await other.is_as_kept()


async def test_a_retry_that_reaches_another_process_is_recognised(
    make_rooms: Callable[..., Rooms],
) -> None:
    one = await Circle.opens(make_rooms(), KARIM)
    other = await one.in_another_process(make_rooms())
    assert await one.sends(HELENE, "add-seat", "k1", name=AWA) is Outcome.DONE
    assert await other.sends(HELENE, "add-seat", "k1", name=AWA) is Outcome.REPEATED
    await other.is_as_kept()


async def test_the_journal_alone_gives_the_state(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS, AWA)
    events = await rooms.read(lambda: log.load(circle.room.id))
    assert len(events) == circle.room.state.seq
    actors = await rooms.read(lambda: {*Entry.objects.filter(seance=circle.room.id).values_list("actor", flat=True)})
    assert actors == {circle.seat(name) for name in circle.devices}
