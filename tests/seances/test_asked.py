"""From the fields of a posted form to a command: all is there and of its kind, or it is a bad form."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import pytest

from sizain.method import commands as c
from sizain.method.choosing import TopicKind
from sizain.method.clock import Choice
from sizain.method.contract import Answer, Help, Written
from sizain.method.meta import Line
from sizain.method.questions import Tag
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Stage
from sizain.seances.asked import READERS, Asked, Asking
from sizain.seances.tokens import Tokens
from tests.method.held import HELENE, KARIM, Held

SEANCE = Held().seance
FULL = MappingProxyType(
    {
        "seat": KARIM,
        "story": KARIM,
        "text": "Dire non",
        "name": "Awa",
        "total_min": "90",
        "seconds": "120",
        "quoted": "120::29",
        "from_stage": "contract",
        "to": "choice",
        "answer": "nuance",
        "step": "a-step",
        "trace": "a-trace",
        "question": "a-question",
        "tag": "fact",
        "idea": "an-idea",
        "aside": "an-aside",
        "kind": "ideas",
        "sign": "pause",
        "line": "stop",
        "rule": "R4",
    }
)


def _read(act: str, fields: Mapping[str, str]) -> Asked:
    return READERS[act](Asking(HELENE, fields, SEANCE, Tokens()))


@pytest.mark.parametrize("act", sorted(READERS))
def test_every_reader_gives_the_command_of_its_act_from_who_asks(act: str) -> None:
    asked = _read(act, FULL)
    assert asked.command.act == act
    assert asked.command.by == HELENE


@pytest.mark.parametrize(
    ("act", "fields", "command"),
    [
        ("admit", {}, c.Admit(HELENE, KARIM)),
        ("say-ready", {"ready": "yes"}, c.SayReady(HELENE, True)),
        ("answer-question", {"passed": "yes"}, c.AnswerQuestion(HELENE, "a-question", True)),
        ("hear-question", {"passed": "no"}, c.HearQuestion(HELENE, "a-question", False)),
        ("say-ready", {"ready": "on"}, c.SayReady(HELENE, False)),
        ("disclose-link", {"said": "yes"}, c.DiscloseLink(HELENE, KARIM, True)),
        ("hear-link", {"said": "no"}, c.HearLink(HELENE, KARIM, KARIM, False)),
        ("answer-link", {"stays": "yes"}, c.AnswerLink(HELENE, KARIM, True)),
        ("nobody-ready", {"nobody": "yes"}, c.NobodyReady(HELENE, True)),
        ("name-observer", {"observer": "yes"}, c.NameObserver(HELENE, KARIM, True)),
        ("advance", {}, c.Advance(HELENE, Stage.CONTRACT)),
        (
            "advance",
            {"agreed": "yes", "choice": "floor"},
            c.Advance(HELENE, Stage.CONTRACT, True, Choice.FLOOR),
        ),
        ("advance", {"agreed": "yes", "shown": "abc"}, c.Advance(HELENE, Stage.CONTRACT, True, shown="abc")),
        ("go-back", {}, c.GoBack(HELENE, Stage.CONTRACT, Stage.CHOICE)),
        ("extend", {"choice": "exceed"}, c.Extend(HELENE, 120, Choice.EXCEED, "120::29")),
        ("resume", {}, c.Resume(HELENE)),
        ("validate-dictated", {}, c.ValidateDictated(HELENE)),
        ("validate-dictated", {"shown": "abc"}, c.ValidateDictated(HELENE, "abc")),
        ("confirm-contract", {"shown": "abc"}, c.ConfirmContract(HELENE, "abc")),
        ("hear-contract", {"shown": "abc"}, c.HearContract(HELENE, "abc")),
        ("answer-contract", {"shown": "abc"}, c.AnswerContract(HELENE, Answer.NUANCE, "abc")),
        ("hear-answer", {"shown": "abc"}, c.HearAnswer(HELENE, KARIM, Answer.NUANCE, "abc")),
        ("hear-agreement", {"shown": "abc"}, c.HearAgreement(HELENE, "abc")),
        ("lift-lock", {}, c.LiftLock(HELENE, "R4")),
        ("recall-contract", {"recalled": "yes"}, c.RecallContract(HELENE, True)),
        ("recall-contract", {"recalled": "on"}, c.RecallContract(HELENE, False)),
        ("mark-trace", {"outside": "yes"}, c.MarkTrace(HELENE, None, True, KARIM)),
        ("mark-trace", {"seat": "", "outside": "no"}, c.MarkTrace(HELENE, "a-trace", False)),
        ("excuse", {"excused": "yes"}, c.Excuse(HELENE, KARIM, True)),
        ("withdraw-line", {"line": "process"}, c.WithdrawLine(HELENE, Line.PROCESS)),
        ("choose-format", {}, c.ChooseFormat(HELENE, 90, {})),
        ("choose-format", {"meta": "9", "retour": "0"}, c.ChooseFormat(HELENE, 90, {"meta": 9, "retour": 0})),
    ],
)
def test_fields_become_a_command(act: str, fields: dict[str, str], command: c.Command) -> None:
    assert _read(act, {**FULL, **fields}).command == command


@pytest.mark.parametrize(
    ("words", "fields", "advice"),
    [
        ("Depuis quand cela dure-t-il\u202f?", {}, False),
        ("Pourquoi ne pas lui écrire\u202f?", {}, True),
        ("Pourquoi ne pas lui écrire\u202f?", {"as_is": "yes"}, False),
        ("Why not write to him?", {"as_is": "no"}, True),
    ],
)
def test_of_a_written_question_the_command_says_only_whether_it_looks_like_advice(
    words: str, fields: dict[str, str], advice: bool
) -> None:
    asked = _read("post-question", {"text": words, "tag": "", **fields})
    (text,) = asked.texts
    assert asked.command == c.PostQuestion(HELENE, text.id, len(words), None, advice)
    assert _read("post-question", {"text": words, "tag": "fact"}).command.tag is Tag.FACT  # type: ignore[attr-defined]
    assert (text.kind, text.body) == ("question", words)


def test_words_and_names_stand_beside_the_command() -> None:
    topic = _read("deposit-topic", {"text": " Dire non "})
    (text,) = topic.texts
    assert topic.command == c.DepositTopic(HELENE, HELENE, text.id, 8)
    assert (text.kind, text.body) == ("topic", "Dire non")
    line = _read("note-line", {"line": "start", "text": " Finir à l’heure "})
    (text,) = line.texts
    assert line.command == c.NoteLine(HELENE, Line.START, text.id, 15)
    assert (text.kind, text.body) == ("line", "Finir à l’heure")
    noted = _read("deposit-topic", FULL).command
    assert isinstance(noted, c.DepositTopic)
    assert noted.seat == KARIM
    added = _read("add-seat", {"name": "  Awa  B. "})
    assert isinstance(added.command, c.AddSeat)
    assert added.names == ((added.command.seat, "Awa B."),)


def test_several_first_names_come_in_one_form_by_line_or_by_comma() -> None:
    added = _read("add-seat", {"name": "Karim, Thomas\n Awa  B.;\n,", "expected": "yes"})
    assert isinstance(added.command, c.AddSeat)
    seats = (added.command.seat, *added.command.more)
    assert added.names == tuple(zip(seats, ("Karim", "Thomas", "Awa B."), strict=True))


@pytest.mark.parametrize(("typed", "why"), [(" ,\n", Why.EMPTY), ("Awa, awa", Why.NAME_TAKEN)])
def test_a_list_of_names_says_something_and_each_of_them_once(typed: str, why: Why) -> None:
    with pytest.raises(Refusal) as refused:
        _read("add-seat", {"name": typed})
    assert refused.value.why is why


def test_a_topic_has_a_text_for_each_part_that_is_not_blank() -> None:
    parts = {"lines": " En quelques lignes ", "tried": "  ", "about": "project", "seat": ""}
    asked = _read("deposit-topic", {"text": "Dire non", **parts})
    line, lines = asked.texts
    assert (line.body, lines.body) == ("Dire non", "En quelques lignes")
    topic = c.DepositTopic(HELENE, HELENE, line.id, 8, TopicKind.PROJECT, Written(lines.id, 18))
    assert asked.command == topic


def test_chance_and_the_voices_of_a_vote_come_from_outside_the_form() -> None:
    tokens = Tokens(lambda count: b"\x01" * count)
    asking = Asking(HELENE, {**FULL, "votes": "x", "chance": "7"}, SEANCE, tokens, {KARIM: HELENE})
    chance = int.from_bytes(b"\x01" * 8)
    assert READERS["close-vote"](asking).command == c.CloseVote(HELENE, {KARIM: HELENE}, chance)
    assert READERS["draw-lot"](asking).command == c.DrawLot(HELENE, chance)
    assert READERS["open-vote"](asking).command == c.OpenVote(HELENE, "01" * 8)


def test_a_wording_has_a_text_for_each_part_that_is_not_blank() -> None:
    parts = {"help-decide": "yes", "help-widen": "on", "word": "  ", "leave_with": " Un mot ", "not_wanted": ""}
    for act, cls in (("validate-contract", c.ValidateContract), ("dictate-contract", c.DictateContract)):
        asked = _read(act, {"text": "Dire non", **parts})
        sentence, leave = asked.texts
        assert (sentence.body, leave.body) == ("Dire non", "Un mot")
        assert asked.command == cls(HELENE, sentence.id, 8, (Help.DECIDE,), leave_with=Written(leave.id, 6))


@pytest.mark.parametrize(
    ("act", "field", "wrong"),
    [
        ("admit", "seat", ["", None]),
        ("give-floor", "seat", ["", None]),
        ("advance", "from_stage", ["", None, "contrat", "CONTRACT"]),
        ("advance", "choice", ["both"]),
        ("go-back", "to", ["", None, "yesterday"]),
        ("answer-contract", "answer", ["", None, "yes"]),
        ("hear-answer", "answer", ["", None, "yes"]),
        ("hear-answer", "seat", ["", None]),
        ("choose-format", "total_min", ["", None, "-90", "9O", "1e2", "123456", "٩٠", "90.5", " 90"]),
        ("choose-format", "meta", ["x"]),
        ("extend", "seconds", ["", None, "two"]),
        ("extend", "quoted", ["", None]),
        ("rebalance", "quoted", ["", None]),
        ("lift-lock", "rule", ["", None]),
        ("note-line", "line", ["", None, "stopper", "STOP"]),
        ("disclose-link", "story", ["", None]),
        ("deposit-topic", "about", ["problème", "PROJECT"]),
        ("withdraw-line", "line", ["", None]),
    ],
)
def test_a_field_that_is_missing_or_is_not_one_of_its_values_is_a_bad_form(
    act: str, field: str, wrong: list[str | None]
) -> None:
    for value in wrong:
        fields = {**FULL, field: value}
        with pytest.raises(Refusal) as refused:
            _read(act, {name: said for name, said in fields.items() if said is not None})
        assert refused.value == Refusal(Why.BAD_FORM)


def test_a_refusal_passes_through_a_context_manager_as_it_is() -> None:
    @contextmanager
    def around() -> Iterator[None]:
        yield

    with pytest.raises(Refusal, match="too_long"), around():
        raise Refusal(Why.TOO_LONG, 40)
    assert len({Refusal(Why.FULL, 20), Refusal(Why.FULL, 20), Refusal(Why.FULL)}) == 2
