"""Whoever hosts Sizain reads in `docs/operate.md` all that can be set, and nothing that cannot."""

import re

from pydantic.fields import FieldInfo

from sizain.configuration import Configuration
from tests.house.sources import ROOT

ROW = re.compile(r"^\| `(SIZAIN_[A-Z_]+|DATABASE_URL)` \| (?:`([^`]+)`|empty) \|", re.MULTILINE)
NAMED = re.compile(r"\b(?:SIZAIN_[A-Z_]+|DATABASE_URL)\b")
PAGES = ("README.md", "README.en.md", "CONTRIBUTING.md", "SECURITY.md", "docs/operate.md", "docs/live.md")


def _variable(name: str, field: FieldInfo) -> str:
    return str(field.validation_alias or f"SIZAIN_{name.upper()}")


def _written(default: object) -> str:
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_every_variable_stands_there_with_its_default_and_none_that_does_not_exist() -> None:
    page = (ROOT / "docs/operate.md").read_text(encoding="utf-8")
    fields = Configuration.model_fields.items()
    assert dict(ROW.findall(page)) == {_variable(name, field): _written(field.default) for name, field in fields}


def test_no_page_names_a_variable_that_does_not_exist() -> None:
    known = {_variable(name, field) for name, field in Configuration.model_fields.items()}
    named = {
        (page, variable) for page in PAGES for variable in NAMED.findall((ROOT / page).read_text(encoding="utf-8"))
    }
    assert [one for one in sorted(named) if one[1] not in known] == []
