"""The mirror in words, its plots and its files: what they say, and of whom they say nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from django.utils import timezone, translation

from sizain.live import attending, mirroring, plots
from sizain.method import commands as c
from sizain.method.clock import extending, rebalancing
from sizain.method.decide.thread import announced, announced_shares
from sizain.method.mirror import Mirror, mirror
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, THOMAS, Held, held_at
from tests.method.test_mirror import lives
from tests.method.test_mirror_people import floors

NAMES = {HELENE: "Hélène", KARIM: "Karim", THOMAS: "Thomas", AWA: "Awa", INES: "Inès", OMAR: "Omar"}


@pytest.fixture(autouse=True)
def paris_in_french() -> Iterator[None]:
    with timezone.override("Europe/Paris"), translation.override("fr"):
        yield


def seen(held: Held) -> Mirror:
    return mirror(held.journal)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_time_of_each_step_is_told_beside_its_plan() -> None:
    held = lives(held_at(Stage.CLARIFICATION), clarification=22, contract=0.3, exploration=12)
    told = {one.name: (plain(one.planned), plain(one.held), one.against) for one in mirroring.steps(seen(held))}
    assert told["Clarification"] == ("22 min", "22 min", "comme prévu")
    assert told["Contractualisation"] == ("8 min", "moins d’une minute", "plus courte que prévu")
    assert told["Synthèse et plan d’action"] == ("12 min", "–", "n’a pas eu lieu")
    assert plain(mirroring.summary(seen(held))).endswith(": 34 min de séance.")


def test_a_session_that_never_opened_says_so_and_nothing_else() -> None:
    held = held_at(Stage.LOBBY)
    held.do(c.Interrupt(HELENE))
    assert "ne s’est pas ouverte" in mirroring.summary(seen(held))
    assert "##" not in mirroring.markdown(seen(held), "17 décembre 2026")
    assert plots.ribbons(seen(held)) == ([], [])
    assert plots.bars(seen(held)) == {}


def test_the_course_tells_of_loops_time_added_stops_and_silence() -> None:
    held = held_at(Stage.CONTRACT)
    held.do(c.GoBack(HELENE, Stage.CONTRACT, Stage.CLARIFICATION))
    assert held.seance.clock
    held.do(c.Extend(HELENE, 120, None, announced(extending(held.seance.clock, held.now))))
    for stop, back in ((c.Pause, c.Resume), (c.StopQuietly, c.Resume), (c.Suspend, c.EndSuspension)):
        held.do(stop(HELENE))
        held.passes(3)
        held.do(back(HELENE))
    held.goes_to(Stage.SYNTHESIS)
    held.do(c.BeginSilence(HELENE))
    held.passes(0.5)
    assert [plain(one) for one in mirroring.course(seen(lives(held)))] == [
        "Une boucle : contractualisation, puis de nouveau clarification.",
        "Temps ajouté, clarification : 2 minutes.",
        "En pause pour tout le cercle : 3 minutes.",
        "Temps arrêté sans rien montrer : 3 minutes.",
        "Séance suspendue : 3 minutes.",
        "En silence : 30 secondes.",
    ]
    assert mirroring.course(seen(lives(held_at(Stage.META)))) == ["Ni retour en arrière, ni temps ajouté, ni pause."]


def test_the_course_tells_of_a_new_share_and_of_a_hand_over() -> None:
    held = held_at(Stage.PRESENTATION)
    assert held.seance.clock
    held.do(c.Rebalance(HELENE, announced_shares(rebalancing(held.seance.clock, held.now))))
    held.do(c.NameDeputy(HELENE, AWA, True))
    held.do(c.AnswerDeputy(AWA, True))
    held.do(c.HandOver(HELENE, AWA))
    assert [plain(one) for one in mirroring.course(mirror(held.journal))] == [
        "Ce qui restait a été réparti de nouveau, exposition.",
        "L’animation a changé de mains, exposition.",
    ]


def test_rounds_are_told_one_by_one_or_said_not_to_have_been_opened() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    assert [plain(one) for one in mirroring.rounds(seen(lives(held)))] == [
        "Tour 1, idées : le tour s’est arrêté avant la dernière place.",
        "Le tour de l’étape 6 a été tenu, dit à voix haute.",
    ]
    free = mirroring.rounds(seen(lives(held_at(Stage.EXPLORATION), exploration=20)))
    assert free[0] == "L’exploration s’est passée sans tour ouvert d’ici."
    assert len(mirroring.rounds(seen(lives(held_at(Stage.EXPLORATION))))) == 1


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ({"thomas": 3, "awa": 3, "ines": 3}, "La parole est passée par chaque place, à parts voisines."),
        ({"thomas": 9, "awa": 2, "ines": 4}, "La parole est passée par chaque place, plus longtemps par certaines."),
        ({"thomas": 4, "ines": 4}, "La parole n’est pas passée par toutes les places."),
        ({"karim": 9}, "Aucune place de consultant n’a eu la parole."),
        ({}, ""),
    ],
)
def test_the_file_says_how_the_floor_went_round_and_names_nobody(minutes: dict[str, float], said: str) -> None:
    held = lives(floors(held_at(Stage.CLARIFICATION), **minutes))
    assert mirroring.spread(seen(held).speech) == said
    text = mirroring.markdown(seen(held), "17 décembre 2026")
    assert said in text
    assert not [word for word in (*NAMES, *NAMES.values(), "a tenu la parole", "a eu quelques mots") if word in text]


def test_lifted_locks_are_told_as_the_register_tells_them() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.LiftLock(HELENE, "R4"))
    text = mirroring.markdown(seen(lives(held)), "17 décembre 2026")
    assert "L’étape 2 a été ouverte à des idées écrites" in text
    assert "(Étape 2 sur 6, " in text


def test_shares_are_words_in_seat_order() -> None:
    held = lives(floors(held_at(Stage.CLARIFICATION), ines=9, awa=2, thomas=4))
    assert [(seat, plain(said)) for seat, said in mirroring.shares(seen(held).speech)] == [
        (KARIM, "place du client : sa parole ne se compare pas"),
        (THOMAS, "a eu sa part de parole"),
        (AWA, "a eu quelques mots"),
        (INES, "a tenu la parole longtemps"),
    ]


def test_plots_stand_on_one_scale_and_show_where_time_stood_still() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(11)
    held.do(c.Pause(HELENE))
    held.passes(11)
    held.do(c.Resume(HELENE))
    looked = seen(lives(held))
    bars = plots.bars(looked)
    assert (bars[Stage.EXPLORATION].held, bars[Stage.EXPLORATION].planned) == (0, 1000)
    assert bars[Stage.CLARIFICATION].held == round(1000 * 11 / 30, 1)
    planned, course = plots.ribbons(looked)
    assert [(one.step, one.still) for one in course] == [(2, False), (2, True)]
    assert planned[-1].x + planned[-1].width == pytest.approx(1000, abs=1)
    assert course[1].x == course[0].width


def attended(held: Held, client: str | None = KARIM) -> list[attending.Line]:
    return attending.lines(seen(held), NAMES, client)


def test_the_attendance_list_has_a_role_each_stay_and_a_remark() -> None:
    held = held_at(Stage.OPENING)
    held.passes(5)
    held.sits(OMAR)
    held.do(c.Leave(AWA))
    held.passes(5)
    held.do(c.NameObserver(HELENE, OMAR, True))
    lives_on = held_at(Stage.LOBBY)
    lives_on.do(c.AddSeat(HELENE, OMAR, expected=True))
    found = {one.name: one for one in attended(held)}
    assert (found["Hélène"].role, found["Karim"].role, found["Thomas"].role) == ("facilitator", "client", "consultant")
    assert (found["Omar"].role, found["Omar"].note) == ("observer", "arrivée après l’ouverture")
    assert found["Awa"].note == "départ avant la fin"
    assert {one.note for one in attended(lives(lives_on)) if one.name == "Omar"} == {"absence"}
    assert {one.role for one in attended(held, client=None)} == {"facilitator", "peer", "observer"}


def test_who_handed_the_facilitation_over_is_on_the_list_as_beside_the_circle() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.AnswerDeputy(THOMAS, True))
    held.do(c.HandOver(HELENE, THOMAS))
    found = {one.name: one for one in attended(held)}
    assert (found["Hélène"].role, found["Thomas"].role) == ("cofacilitator", "facilitator")
    assert "co-animation" in attending.table(list(found.values()))


def test_the_list_holds_no_name_that_its_reader_does_not_see() -> None:
    held = lives(held_at(Stage.META))
    known = {seat: name for seat, name in NAMES.items() if seat != AWA}
    assert "Awa" not in {one.name for one in attending.lines(seen(held), known, KARIM)}


def test_the_csv_opens_in_a_spreadsheet_of_its_language() -> None:
    held = held_at(Stage.LOBBY)
    held.do(c.AddSeat(HELENE, OMAR, expected=True))
    held.do(c.Excuse(HELENE, OMAR, True))
    found = attended(lives(held, opening=40))
    text = attending.table(found)
    assert text.startswith("\ufeffPrénom;Place;Date;Arrivée;Départ;Remarque\r\n")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[2][:2] == ["Karim", "client"]
    assert rows[2][2].count("-") == 2
    assert all(len(one) == 5 for one in rows[2][3:5])
    assert rows[-1] == ["Omar", "consultant", "", "", "", "absence excusée"]
    with translation.override("en"):
        assert "," in attending.table(found).splitlines()[0]


@pytest.mark.parametrize("name", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "＝1+1", "＋33", "－2", "＠SUM(A1)"])
def test_a_name_that_a_spreadsheet_would_run_is_shown_instead(name: str) -> None:
    held = lives(held_at(Stage.META))
    text = attending.table(attending.lines(seen(held), {**NAMES, THOMAS: name}, KARIM))
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [one[0] for one in rows if name in one[0]] == [f"'{name}"]
