"""The cast around one table, over plain HTTP: a test builds the session it needs in a moment, then looks at it.

Everything goes through the product's own doors: the pages, the forms and the acts that browsers use.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

import httpx
from playwright.sync_api import Page, Response, expect

from tests.browser.hands import FOLLOWING_MS
from tests.ground.browser import Device
from tests.ground.server import Server

CIRCLE = ("Karim", "Thomas", "Awa", "Mathilde", "Julien", "Inès", "Solène")
TOPIC = "Tenir un cadre avec mes anciens collègues"
REQUEST = "Poser le nouveau planning avec l’équipe, sans passer en force ni y renoncer."
BEFORE = ("lobby", "opening", "choice")
STEPS = ("presentation", "clarification", "contract", "exploration", "synthesis", "meta")
STAGES = (*BEFORE, *STEPS, "closing", "closed")
MakeDevice = Callable[..., Device]
_keys = count()


@dataclass
class Person:
    """Somebody with a seat: `act` posts as their screen would, `look` opens that screen."""

    name: str
    origin: str
    client: httpx.Client
    token: str = ""

    @property
    def path(self) -> str:
        return f"/s/{self.token}/"

    @cached_property
    def seat(self) -> str:
        """The id of their seat, as their own page says it."""
        found = re.search(r'id="posture"[^>]* data-seat="([^"]+)"', self.html())
        assert found, f"{self.name} has no seat"
        return found[1]

    def html(self, path: str = "") -> str:
        """A page as they get it."""
        answer = self.client.get(path or self.path)
        assert answer.status_code == httpx.codes.OK, answer.status_code
        return answer.text

    def act(self, act: str, **fields: str) -> None:
        """Post an act; fail with the reason when it is refused."""
        answer = self.post(act, **fields)
        assert answer.status_code == httpx.codes.NO_CONTENT, f"{self.name} {act}: {answer.status_code} {answer.text}"

    def post(self, act: str, **fields: str) -> httpx.Response:
        body = {"key": f"test-{next(_keys)}", **fields}
        return self.client.post(self.path + act, data=body, headers={"HX-Request": "true"})

    def device(self, make_device: MakeDevice, server: Any, **options: Any) -> Device:
        """A browser that holds their seat. `options` as for `make_device`."""
        device = make_device(server, **options)
        cookies = [{"name": one.name, "value": one.value, "url": server.origin} for one in self.client.cookies.jar]
        device.context.add_cookies(cookies)  # type: ignore[arg-type]
        return device

    def look(self, make_device: MakeDevice, server: Any, **options: Any) -> Page:
        """Their screen in a browser, with its stream open."""
        return open_live(self.device(make_device, server, **options), self.path)


@dataclass
class Table:
    """One séance, its facilitator and whoever sits around."""

    server: Server
    helene: Person
    code: str
    people: dict[str, Person] = field(default_factory=dict)
    stage: str = "lobby"
    remote: bool = False
    """A remote session has a pause before step 4."""

    def __getitem__(self, name: str) -> Person:
        return self.helene if name == "Hélène" else self.people[name]

    def at_the_door(self, name: str) -> Person:
        """Somebody who came by the code and waits."""
        person = _arrive(self.server, name, f"/r/{self.code}/", {"name": name})
        self.people[name] = person
        return person

    def seated(self, *names: str) -> "Table":
        """These people come in; the table itself is given back."""
        for name in names:
            self.helene.act("admit", seat=self.at_the_door(name).seat)
        return self

    def observed(self, name: str = "Omar") -> "Table":
        self.seated(name).helene.act("name-observer", seat=self[name].seat, observer="yes")
        return self

    def topics(self) -> "Table":
        """The charter is heard; Karim writes a topic."""
        self.helene.act("hear-charter")
        self["Karim"].act("deposit-topic", text=TOPIC)
        return self

    def chosen(self) -> "Table":
        """Karim is named and accepts; the observer is accepted."""
        self.helene.act("name-client", seat=self["Karim"].seat)
        self["Karim"].act("accept-place")
        if "Omar" in self.people:
            self.helene.act("hear-observer-accepted", seat=self["Omar"].seat)
        return self

    def contracted(self) -> "Table":
        self.helene.act("dictate-contract", text=REQUEST)
        self["Karim"].act("validate-dictated")
        return self

    def screen(self) -> str:
        """The address of the room's screen, newly made."""
        made = self.helene.client.post(f"{self.helene.path}links/screen/")
        found = re.search(r'id="adresse">[^<]*?(/e/\w+/)<', made.text)
        assert found, "no link to the room's screen"
        return found[1]

    def on_to(self, stage: str) -> "Table":
        """Every stage up to this one, by the shortest honest way."""
        while self.stage != stage:
            match self.stage:
                case "lobby":
                    self.topics().helene.act("open")
                case "closing":
                    self.helene.act("close")
                case "choice":
                    self.chosen().helene.act("advance", from_stage="choice")
                case "contract":
                    self.contracted().helene.act("advance", from_stage="contract", agreed="yes")
                    if self.remote:
                        self.helene.act("advance", from_stage="pause")
                case "meta":
                    self.helene.act("hear-round")
                    self.helene.act("advance", from_stage="meta")
                case _:
                    self.helene.act("advance", from_stage=self.stage)
            self.stage = STAGES[STAGES.index(self.stage) + 1]
        return self


def open_seance(server: Server, **answers: str) -> Table:
    """Hélène opens a séance; `answers` are those of the opening form."""
    said = {"name": "Hélène", "place": "on_site", "format": "105", "way": "spoken", **answers}
    helene = _arrive(server, "Hélène", "/seances/nouvelle/", said)
    code = re.search(r'class="code">(\w{3}) (\w{3})<', helene.html())
    assert code, "the console shows no code"
    return Table(server, helene, code[1] + code[2], remote=said["place"] == "remote")


OpenTable = Callable[..., Table]


def open_live(device: Device, path: str) -> Page:
    """A new tab at that address, once its stream is open."""
    page = device.context.new_page()
    with page.expect_response(is_stream):
        page.goto(path)
    return page


def is_stream(response: Response) -> bool:
    return "/stream" in response.url and response.ok


def follows(page: Page, stage: str) -> None:
    """The screen shows that stage, without anybody's doing."""
    expect(page.locator("#posture")).to_have_attribute("data-stage", stage, timeout=FOLLOWING_MS)


def _arrive(server: Server, name: str, path: str, form: dict[str, str]) -> Person:
    headers = {"Accept-Language": "fr", "Origin": server.origin}
    client = httpx.Client(base_url=server.origin, headers=headers, timeout=20)
    hidden = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(path).text)
    form = {**form, "csrfmiddlewaretoken": hidden[1] if hidden else ""}
    answer = client.post(path, data=form)
    assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
    return Person(name, server.origin, client, answer.headers["location"].split("/")[2])
