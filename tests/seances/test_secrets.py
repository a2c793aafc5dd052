"""What a copy of the database gives away: no cookie, no bearer link, and a journal without words."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from sizain.seances import drafts
from sizain.seances.access import Entrance
from sizain.seances.doors import Purpose, make_link
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import CODE_LENGTH, CODE_LETTERS, Tokens, digest
from tests.seances.circle import HELENE, KARIM, THOMAS, Circle

pytestmark = pytest.mark.database


def _everything() -> str:
    """Every row of every table, and on SQLite the bytes of the files, freed pages included."""
    rows = [str(row) for model in apps.get_models() for row in model._base_manager.values_list()]
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        files = [path for path in name.parent.iterdir() if path.name.startswith(name.name)]
        assert len(files) >= 2  # with what is not in the main file yet
        rows += [path.read_bytes().decode("latin-1") for path in files]
    return "\n".join(rows)


async def test_no_cookie_and_no_bearer_link_is_kept_in_clear(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    secrets = [*circle.devices.values()]
    for purpose, seat in (
        (Purpose.RETURN, circle.seat(HELENE)),
        (Purpose.SEAT, circle.seat(KARIM)),
        (Purpose.SCREEN, ""),
    ):
        secrets.append(await make_link(rooms, circle.room, purpose, seat))
    kept = await rooms.read(_everything)
    for secret in secrets:
        assert secret not in kept
        assert digest(secret) in kept
        assert secret not in digest(secret)


async def test_the_journal_holds_no_word_and_no_name(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, "Zébulon", THOMAS)
    await circle.does("Zébulon", "deposit-topic", "k-canari", text="canari-du-sujet")
    await circle.does(HELENE, "add-seat", name="Zoé-Canari")
    entrance = Entrance(circle.room, circle.seat(THOMAS), digest(circle.devices[THOMAS]))
    await drafts.save(rooms, entrance, "notes", "canari-des-notes", 0)

    def journal() -> str:
        return str([*apps.get_model("journal", "Entry").objects.values_list()])

    def acts() -> str:
        return str([*apps.get_model("seances", "Act").objects.values_list()])

    for table in (await rooms.read(journal), await rooms.read(acts)):
        for canary in ("canari-du-sujet", "Zébulon", "Zoé", "canari-des-notes"):
            assert canary not in table
            assert canary.encode("unicode_escape").decode() not in table


def test_secrets_are_as_long_and_as_mixed_as_they_should_be() -> None:
    tokens = Tokens()
    assert len(bytes.fromhex(tokens.device())) == 32
    assert len(bytes.fromhex(tokens.id())) == 8
    assert len(tokens.address()) == 22
    assert len(tokens.address(32)) == 32
    assert tokens.address(32).isalnum()
    assert len({tokens.address() for _ in range(200)}) == 200
    assert {letter for _ in range(400) for letter in tokens.code()} == set(CODE_LETTERS)
    assert len(tokens.code()) == CODE_LENGTH


def test_letters_are_drawn_fairly() -> None:
    """Bytes beyond the last whole round of letters are thrown away, not folded onto the first."""
    drawn = iter([bytes([255] * 22), bytes([254] * 22), bytes(range(22))])
    assert Tokens(lambda size: next(drawn)).address() == "ABCDEFGHIJKLMNOPQRSTUV"
