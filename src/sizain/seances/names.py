"""Names of people: as they typed them, and folded so that two that read alike count as one."""

from __future__ import annotations

import unicodedata


def tidy(name: str) -> str:
    """The name with its spaces put right and without invisible characters."""
    visible = "".join(one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one)[0] != "C")
    return " ".join(visible.split())


def fold(name: str) -> str:
    """The name without case, accents or spaces: « Inès » and « INES » are the same person at a
    door.
    """
    split = unicodedata.normalize("NFKD", tidy(name).casefold())
    return "".join(one for one in split if not unicodedata.combining(one) and not one.isspace())[:160]
