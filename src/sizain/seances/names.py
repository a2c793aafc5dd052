"""Words and names of people: as they typed them, and names folded so that two that read alike count
as one."""

from __future__ import annotations

import unicodedata


def clean(words: str) -> str:
    """The words without what no database keeps: control characters but tabs and ends of lines,
    and halves of characters.
    """
    kept = words.replace("\r\n", "\n")
    return "".join(one for one in kept if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))


def said(words: str) -> str:
    """The same without blanks at both ends; nothing at all where nothing of it can be seen."""
    body = clean(words).strip()
    return body if any(unicodedata.category(one)[0] not in "CZ" for one in body) else ""


def tidy(name: str) -> str:
    """The name with its spaces put right and without invisible characters."""
    visible = "".join(one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one)[0] != "C")
    return " ".join(visible.split())


def fold(name: str) -> str:
    """The name without case, accents or spaces: « Inès » and « INES » are the same person at a
    door.
    """
    # Some letters have a plain one behind them that is a capital: case goes last, then accents.
    plain = unicodedata.normalize("NFKD", tidy(name)).casefold()
    split = unicodedata.normalize("NFKD", plain)
    return "".join(one for one in split if not unicodedata.combining(one) and not one.isspace())[:160]
