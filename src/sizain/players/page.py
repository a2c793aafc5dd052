"""Pages as a person reads them: the regions of a room, and the forms with what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

REGION = "r-"


@dataclass
class Form:
    """One form, with the fields that would be sent if nothing more were typed or chosen."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def act(self) -> str:
        """The last part of its address: in a room, the name of the act."""
        return self.action.rpartition("/")[2]


@dataclass
class Page:
    """`regions` hold the HTML inside each `<… id="r-NAME">`, by name, without blanks around it."""

    html: str
    regions: dict[str, str] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)

    def form(self, act: str = "") -> Form:
        """The first form of that act, the first of all by default. Raises `LookupError`."""
        found = next((one for one in self.forms if not act or one.act == act), None)
        if found is None:
            raise LookupError(f"no form {act!r} on this page: {[one.act for one in self.forms]}")
        return found

    def forms_of(self, act: str) -> list[Form]:
        return [one for one in self.forms if one.act == act]


def read_page(html: str) -> Page:
    """Regions and forms of a page, or of a piece of one."""
    return _Reader(html).page


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.page = Page(html)
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._region: tuple[str, str, int] | None = None
        self._depth = 0
        self._form: Form | None = None
        self._by_id: dict[str, Form] = {}
        self._select: str | None = None
        self._text: tuple[Form, str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if self._region is None and said.get("id", "").startswith(REGION):
            text = self.get_starttag_text() or ""
            self._region = (said["id"].removeprefix(REGION), tag, self._place() + len(text))
            self._depth = 1
        elif self._region is not None and tag == self._region[1]:
            self._depth += 1
        match tag:
            case "form":
                self._form = self._by_id.setdefault(said.get("id") or f"#{len(self.page.forms)}", Form(""))
                self._form.action = said.get("action", "")
                self.page.forms.append(self._form)
            case "input" | "button" | "select" | "textarea":
                self._control(tag, said)
            case "option" if self._select is not None and self._form is not None:
                if "selected" in said or self._select not in self._form.fields:
                    self._form.fields[self._select] = said.get("value", "")
            case _:
                pass

    def _control(self, tag: str, said: dict[str, str]) -> None:
        owner = self._by_id.setdefault(said["form"], Form("")) if "form" in said else self._form
        name, kind = said.get("name", ""), said.get("type", "submit" if tag == "button" else "text")
        if owner is None or not name or "disabled" in said:
            return
        if tag == "textarea":
            owner.fields[name] = ""
            self._text = (owner, name)
        elif tag == "select":
            self._select = name
        elif kind == "submit":
            owner.fields.setdefault(name, said.get("value", ""))  # of several buttons, the first is pressed
        elif kind not in ("radio", "checkbox"):
            owner.fields[name] = said.get("value", "")
        elif "checked" in said:
            owner.fields[name] = said.get("value", "on")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            form, name = self._text
            form.fields[name] += data

    def handle_endtag(self, tag: str) -> None:
        if self._region is not None and tag == self._region[1]:
            self._depth -= 1
            if self._depth == 0:
                name, _, start = self._region
                self.page.regions[name] = self.page.html[start : self._place()].strip()
                self._region = None
        match tag:
            case "form":
                self._form = None
            case "select":
                self._select = None
            case "textarea" if self._text is not None:
                form, name = self._text
                form.fields[name] = form.fields[name].removeprefix("\n")
                self._text = None
            case _:
                pass

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
