"""Rules of the house about files and names, which no linter knows."""

import ast
import re

import pytest

from tests.house.sources import ROOT, files, lines

LONGEST = 300
VAGUE_MODULES = {"core", "utils", "util", "common", "helpers", "helper", "misc", "base"}
VAGUE_CLASS = re.compile(r"(Service|Manager|Handler|Mediator)$")
DJANGO_MANAGERS = {"Manager", "BaseManager", "models.Manager", "UserManager", "BaseUserManager"}

REGISTRIES = tuple(name[::-1] for name in ("gro.ipyp", ".detsohnohtyp", ".sjmpn"))
"""Hosts of package registries, written backwards here: no file names one, this one included."""
# Each written so that it does not find itself.
NOWHERE = {
    "something left for later": re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b"),
    "a package registry": re.compile(
        "|".join((*map(re.escape, REGISTRIES), r"\"resolved\": ?\"http", r"^\s*--(extra-)?index[-]url")),
        re.IGNORECASE,
    ),
    "a path of somebody's machine": re.compile(r"(?<![\w.~%}])/(work|root|home|Users)/\w"),
    "a loosened policy": re.compile(r"'unsafe-[a-z]"),
    "a merge left open": re.compile(r"^(<{7}|>{7}) "),
}
EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")


def test_every_file_of_ours_can_be_read_in_a_few_screens() -> None:
    css_from_the_design = {path for path in files(".css") if "css" in path.parts}
    long = {
        str(path): count
        for path in files(".py", ".html", ".js", ".css", ".sh")
        if path not in css_from_the_design
        and (count := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert not long, f"Longer than {LONGEST} lines: {long}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [
        str(path) for path in files(".py", ".js") if VAGUE_MODULES & {path.stem, *(part for part in path.parent.parts)}
    ]
    assert not vague, vague


def test_no_class_is_named_after_what_it_manages() -> None:
    vague = []
    for path in files(".py"):
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name):
                parents = {ast.unparse(parent).split("[")[0] for parent in node.bases}
                if not parents & DJANGO_MANAGERS:
                    vague.append(f"{path}:{node.lineno} {node.name}")
    assert not vague, vague


@pytest.mark.parametrize("what", NOWHERE)
def test_no_file_holds(what: str) -> None:
    found = [f"{place} {line.strip()[:100]}" for place, line in lines() if NOWHERE[what].search(line)]
    assert not found, f"{what}:\n" + "\n".join(found)


def test_no_emoji_stands_anywhere() -> None:
    found = [f"{place} {line.strip()[:100]}" for place, line in lines() if EMOJI.search(line)]
    assert not found, "\n".join(found)


def test_locks_are_hashed_and_name_no_host() -> None:
    for lock in ("run", "check"):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        requirements = re.findall(r"^[a-z].*?(?=^[a-z]|\Z)", text, flags=re.MULTILINE | re.DOTALL)
        assert requirements
        assert [one.split()[0] for one in requirements if "--hash=sha256:" not in one] == []
    assert "://" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
