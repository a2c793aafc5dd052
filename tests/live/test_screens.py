"""What every screen of the room keeps to, at every stage and for every place at the table."""

import re
from collections import Counter
from html import unescape
from itertools import product

import pytest

from sizain.method import commands as c
from sizain.method.seance import Place, Stage
from sizain.method.sight import PROJECTOR
from sizain.seances.asked import READERS
from tests.live.table import CLIENT, CONTRACT, FACILITATOR, TOPIC, Table

CONSULTANT, OBSERVER, DOOR = "seat-4", "seat-5", "seat-9"
VIEWERS = (FACILITATOR, CLIENT, CONSULTANT, OBSERVER, PROJECTOR)
HELD = tuple(stage for stage in Stage if stage is not Stage.RETOUR)
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def table_at(stage: Stage) -> Table:
    table = Table(place=Place.REMOTE if stage is Stage.PAUSE else Place.ON_SITE)
    table.do(c.NameObserver(FACILITATOR, OBSERVER, observer=True))
    if stage is Stage.LOBBY:
        return table
    table.until(Stage.CHOICE if stage is Stage.CHOICE else Stage.OPENING)
    if stage in (Stage.OPENING, Stage.CHOICE):
        return table
    table.until(Stage.CHOICE).topic(CLIENT).do(c.HearAcceptance(FACILITATOR, CLIENT))
    return table.do(c.HearObserverAccepted(FACILITATOR, OBSERVER)).until(stage)


@pytest.mark.parametrize(("stage", "viewer", "language"), list(product(HELD, VIEWERS, ("fr", "en"))))
def test_every_screen_is_markup_that_nobody_types_into(stage: Stage, viewer: str, language: str) -> None:
    html = "".join(table_at(stage).regions(viewer, language).values())
    assert not re.search(r"<(textarea|select)\b|contenteditable|<input(?! type=\"hidden\")", html)
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script|javascript:", html)
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [one for one, times in ids.items() if times > 1] == []


@pytest.mark.parametrize(("stage", "viewer"), list(product(HELD, VIEWERS)))
def test_every_form_is_an_act_that_this_place_may_do_now(stage: Stage, viewer: str) -> None:
    table = table_at(stage)
    acts = table.look(viewer).acts
    for form in FORM.findall("".join(table.regions(viewer).values())):
        address = re.search(r'action="/s/a{22}/([a-z-]+)"', form)
        assert address, form
        assert address[1] in READERS
        assert address[1] in acts
        assert 'class="acte' in form
        fields = dict(HIDDEN.findall(form))
        assert 0 < len(fields["key"]) <= 80


@pytest.mark.parametrize(("stage", "viewer"), list(product(HELD, VIEWERS)))
def test_two_different_acts_never_share_a_key(stage: Stage, viewer: str) -> None:
    asked: dict[tuple[str, str], set[tuple[tuple[str, str], ...]]] = {}
    for name, html in table_at(stage).regions(viewer).items():
        for form in FORM.findall(html):
            fields = dict(HIDDEN.findall(form))
            asked.setdefault((name, fields.pop("key")), set()).add(tuple(sorted(fields.items())))
    assert {key: bodies for key, bodies in asked.items() if len(bodies) > 1} == {}


def test_who_waits_at_the_door_reads_no_name_no_topic_and_no_contract() -> None:
    table = Table().until(Stage.EXPLORATION).enter(DOOR, "Camille", admitted=False)
    html = "".join(table.regions(DOOR).values())
    for hidden in ("Hélène", "Karim", TOPIC, CONTRACT):
        assert hidden not in html


def test_no_topic_is_on_a_screen_before_the_charter() -> None:
    table = Table().until(Stage.CHOICE).topic(CLIENT).enter(DOOR, "Camille")
    assert TOPIC not in table.regions(DOOR)["sheet"]
    assert "engage" in table.regions(DOOR)["sheet"]
    assert TOPIC in table.do(c.Engage(DOOR)).regions(DOOR)["sheet"]


def test_the_room_s_screen_never_shows_a_topic_nor_the_code_once_the_client_is_chosen() -> None:
    table = Table().until(Stage.CHOICE).topic(CLIENT)
    assert "BKT 7M4" in table.regions(PROJECTOR)["screen"]
    table.do(c.HearAcceptance(FACILITATOR, CLIENT))
    shown = "".join(table.regions(PROJECTOR).values())
    assert TOPIC not in shown
    assert "BKT 7M4" not in shown


@pytest.mark.parametrize("stage", [Stage.EXPLORATION, Stage.SYNTHESIS, Stage.META])
@pytest.mark.parametrize("viewer", [FACILITATOR, CLIENT, CONSULTANT, OBSERVER])
def test_the_contract_is_pinned_from_exploration_on(stage: Stage, viewer: str) -> None:
    assert CONTRACT in table_at(stage).regions(viewer)["sheet"]


def test_a_dictated_sentence_is_shown_to_the_client_and_the_facilitation_alone() -> None:
    table = Table().until(Stage.CONTRACT)
    text = table.write("dictated", CONTRACT)
    table.do(c.DictateContract(FACILITATOR, text, len(CONTRACT)))
    seen = {viewer: CONTRACT in "".join(table.regions(viewer).values()) for viewer in VIEWERS}
    assert seen == {FACILITATOR: True, CLIENT: True, CONSULTANT: False, OBSERVER: False, PROJECTOR: False}


def test_a_lost_connection_is_told_to_the_facilitation_alone() -> None:
    table = Table().until(Stage.CLARIFICATION)
    assert "hors ligne" in table.regions(FACILITATOR, offline=(CLIENT,))["circle"]
    assert "Karim a perdu" in table.regions(FACILITATOR, offline=(CLIENT,))["notice"]
    for viewer in (CONSULTANT, PROJECTOR):
        assert "hors ligne" not in "".join(table.regions(viewer, offline=(CLIENT,)).values())


def test_the_main_gesture_is_written_once_for_a_wide_screen_and_once_for_a_phone() -> None:
    regions = Table().until(Stage.CLARIFICATION).regions(CONSULTANT)
    assert regions["sheet"].count("raise-hand") == FORM.findall(regions["sheet"])[-1].count("raise-hand")
    assert 'class="acte telephone"' in regions["gestures"]


def test_everybody_sees_the_seats_in_the_same_order() -> None:
    table = Table().until(Stage.EXPLORATION)
    orders = {
        viewer: re.findall(r'data-seat="([^"]+)"', table.regions(viewer)["circle"])
        for viewer in (FACILITATOR, CLIENT, CONSULTANT, PROJECTOR)
    }
    assert len({tuple(order) for order in orders.values()}) == 1


def test_one_s_own_seat_alone_is_marked() -> None:
    table = Table().until(Stage.EXPLORATION)
    circle = table.regions(CONSULTANT)["circle"]
    assert "data-moi" not in circle
    marked = table.scene(CONSULTANT).tell.mine(circle)
    assert re.findall(r'data-seat="([^"]+)" data-moi', marked) == [CONSULTANT]


def test_oneself_is_at_the_bottom_and_the_client_faces_the_facilitation() -> None:
    table = Table(peers=8).until(Stage.EXPLORATION)
    assert table.scene(CONSULTANT).tell.ring == "cercle__sieges n-8 bas-4"
    assert table.scene(FACILITATOR).tell.ring == "cercle__sieges n-8 bas-6"
    assert Table(peers=2).scene(FACILITATOR).tell.ring == "cercle__liste"


def test_a_closed_session_shows_what_is_erased_and_when_and_asks_for_nothing() -> None:
    for viewer in (FACILITATOR, CLIENT, CONSULTANT):
        regions = table_at(Stage.CLOSED).regions(viewer)
        assert "30\u00a0jours" in regions["sheet"]
        assert "<form" not in "".join(regions.values())


def test_nobody_is_said_to_keep_silent_whom_the_step_asks_to_listen_or_who_spoke_in_a_round() -> None:
    def under(table: Table, seat: str) -> str:
        places = table.regions(FACILITATOR)["sheet"].split("<li>")
        [place] = [one for one in places if f'name="seat" value="{seat}"' in one and 'data-acte="give-floor"' in one]
        return unescape(place.split("<small>")[1].split("</small>")[0]).strip()

    assert under(Table().until(Stage.CLARIFICATION), CLIENT) == "répond"
    table = Table().until(Stage.EXPLORATION)
    assert under(table, CLIENT) == "écoute"
    assert under(table, CONSULTANT) == "n’a pas encore parlé"
    table.until(Stage.META)
    assert under(table, CONSULTANT) == "n’a pas encore parlé"
    table.do(c.HearRound(FACILITATOR))
    assert under(table, CONSULTANT) == under(table, CLIENT) == "a parlé"
    table.until(Stage.CLOSING)
    assert "pas encore parlé" not in unescape(table.regions(FACILITATOR)["sheet"])


def test_the_lobby_says_once_to_who_sees_how_many_have_sat_down() -> None:
    regions = Table(peers=0).regions(FACILITATOR)
    seen = re.sub(r'<section class="poche telephone.*?</section>', "", regions["sheet"], flags=re.DOTALL)
    assert "pris place" not in seen
    assert '<strong class="lecteurs">' in regions["words"]
    assert "pris place" in regions["centre"]


def test_the_closing_says_what_becomes_of_both_papers() -> None:
    table = Table().until(Stage.CLOSING)
    for viewer in (FACILITATOR, CLIENT, CONSULTANT):
        sheet = unescape(table.regions(viewer)["sheet"])
        assert "Le carnet" in sheet
        assert "La synthèse de séance" in sheet


def test_a_press_is_not_called_a_support() -> None:
    table = Table().until(Stage.CONTRACT).contract()
    assert "l’accord de tous se note d’un geste" in unescape(table.regions(FACILITATOR)["sheet"])
