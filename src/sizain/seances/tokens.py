"""Random things and their digests: room tokens, joining codes, seat ids, device cookies, bearer
links.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass

CODE_LETTERS = "BCDFGHJKLMPQRTVWXY346789"
"""No vowel that makes words, nothing that reads as something else (ARCHITECTURE, Defaults)."""
CODE_LENGTH = 6


@dataclass(frozen=True)
class Tokens:
    """Where randomness comes from: `random_bytes(n)` gives n bytes."""

    random_bytes: Callable[[int], bytes] = secrets.token_bytes

    def id(self) -> str:
        """A seat's or a text's id: 64 bits, 16 hexadecimal characters."""
        return self.random_bytes(8).hex()

    def address(self, length: int = 22) -> str:
        """A secret that stands in an address: letters and digits, about 5.9 bits each."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return self._spell(letters, length)

    def code(self) -> str:
        """A joining code of 6 characters."""
        return self._spell(CODE_LETTERS, CODE_LENGTH)

    def chance(self) -> int:
        """A number to draw lots with: 64 bits, so that no place is likelier than another one."""
        return int.from_bytes(self.random_bytes(8))

    def device(self) -> str:
        """A device cookie: 256 bits in hexadecimal."""
        return self.random_bytes(32).hex()

    def _spell(self, letters: str, length: int) -> str:
        spelled = ""
        fair = 256 - 256 % len(letters)
        while len(spelled) < length:
            spelled += "".join(letters[byte % len(letters)] for byte in self.random_bytes(length) if byte < fair)
        return spelled[:length]


def digest(secret: str) -> str:
    """What is kept of a secret: its SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def read_code(typed: str) -> str:
    """A typed code without its spaces and hyphens, in capitals; it may still be no code at all."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())[:32]
