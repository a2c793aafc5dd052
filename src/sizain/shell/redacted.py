"""Log lines without capabilities: addresses of rooms, codes and bearer links are cut to their first part."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"/(s|e|l|r)/[A-Za-z0-9 %-]{4,}")


class Redacted(logging.Formatter):
    """A formatter whose lines never hold what opens a room."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def redact(line: str) -> str:
    """The line with each secret of an address replaced by an ellipsis."""
    return _SECRET.sub(r"/\1/…", line)
