"""The real product with a clock of its own: `python -m tests.ground.serve_with_clock FILE`.

FILE holds how far this clock is ahead of the machine's, in milliseconds; a test writes another number
into it and time has passed for the whole product.
"""

import os
import sys
import time
from pathlib import Path

from sizain.cli import serve
from sizain.configuration import configuration


def main(file: Path) -> None:
    """Serve until stopped, with the machine's time moved by what FILE says at each moment."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sizain.settings")
    serve(configuration(), now=lambda: time.time_ns() // 1_000_000 + int(file.read_text() or 0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
