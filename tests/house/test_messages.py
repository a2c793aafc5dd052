"""The other language is complete, and says what the sources say today."""

import re
from collections.abc import Iterator, Sequence

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message

from tools.messages import TRANSLATED_INTO, extract, read

HOLE = re.compile(r"%\([a-z_]+\)[sd]|%%|\{[a-z_]+\}|</?[a-z][^>]*>")


@pytest.fixture(scope="module", params=TRANSLATED_INTO)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


def test_the_catalogue_holds_the_sentences_of_the_sources_and_no_others(catalogue: Catalog) -> None:
    in_sources = {_key(message) for message in _messages(extract())}
    in_catalogue = {_key(message) for message in _messages(catalogue)}
    apart = [f"missing {text!r}" for _, text in in_sources - in_catalogue]
    apart += [f"no longer said {text!r}" for _, text in in_catalogue - in_sources]
    assert not apart, "`make messages` mends this:" + _listed(apart)
    assert not catalogue.obsolete


def test_every_sentence_is_translated_for_certain(catalogue: Catalog) -> None:
    missing = [message.id for message in _messages(catalogue) if not all(_forms(message.string))]
    assert not missing, "Not translated:" + _listed(missing)
    guessed = [message.id for message in _messages(catalogue) if message.fuzzy]
    assert not guessed, "Marked as a guess:" + _listed(guessed)


def test_a_translation_fills_the_same_holes_with_the_same_markup(catalogue: Catalog) -> None:
    different = [
        message.id
        for message in _messages(catalogue)
        # A singular may leave its number out ("one person").
        if _holes(_forms(message.id)[-1]) != _holes(_forms(message.string)[-1])
    ]
    assert not different, "Placeholders or tags differ:" + _listed(different)


def _listed(things: Sequence[object]) -> str:
    return "".join(sorted(f"\n  {thing}" for thing in things))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _forms(message.id)[0]


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _holes(text: str) -> list[str]:
    return sorted(HOLE.findall(text))
