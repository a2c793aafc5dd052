"""A paper as Markdown (CommonMark): whatever a person wrote reads as they wrote it, and is never markup."""

from __future__ import annotations

import re

from sizain.papers.paper import Detail, Fact, Listed, Paper, Part, Plain, Quote, Said, Section, Step

MARKUP = re.compile(r"([\\`*_\[\]<>|~#&$^])")
AT_THE_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
"""What begins a list, a rule or a heading at the start of a line."""
ENDS = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


def markdown(paper: Paper) -> str:
    """The whole text, with an end of line at its end."""
    head = [f"# {escaped(paper.name)}", escaped(paper.over)]
    facts = "\n".join(_labelled(one) for one in paper.facts)
    blocks = [*head, facts, *(_section(one) for one in paper.sections), "---", escaped(paper.foot)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """Words on lines of their own, none of which is markup."""
    return _inside(text, "")


def _section(section: Section) -> str:
    return "\n\n".join([f"## {escaped(section.title)}", *(_part(one) for one in section.parts)])


def _part(part: Part) -> str:
    match part:
        case Quote(text):
            return f"> {_inside(text, '> ')}"
        case Said(text) | Plain(text):
            return escaped(text)
        case Detail(label, text):
            return f"**{escaped(label)}**\\\n{escaped(text)}"
        case Listed(label, items):
            listed = "\n".join(f"- {_inside(one, '  ')}" for one in items)
            return f"### {escaped(label)}\n\n{listed}" if label else listed
        case Step(label, text, details):
            beside = "\n".join(_labelled(one) for one in details)
            return "\n\n".join(block for block in (f"### {escaped(label)}", escaped(text), beside) if block)


def _labelled(one: Fact | Detail) -> str:
    return f"- **{escaped(one.label)}** {_inside(one.text, '  ')}"


def _inside(text: str, indent: str) -> str:
    """The words inside a block: each further line keeps `indent`; an empty line would end the block, and is left
    out."""
    lines = [_line(one) for one in ENDS.split(text)]
    return f"\\\n{indent}".join(one for one in lines if one)


def _line(line: str) -> str:
    said = MARKUP.sub(r"\\\1", line.strip())
    return AT_THE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", said)
