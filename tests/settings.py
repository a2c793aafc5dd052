"""The product's own settings, with a throw-away data folder in place of the one in use."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_data = Path(tempfile.mkdtemp(prefix="sizain-tests-"))
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["SIZAIN_DATA"] = str(_data)
os.environ.setdefault("SIZAIN_URL", "http://testserver")

from sizain.settings import *  # noqa: E402, F403
from sizain.settings import DATABASES, STORAGES  # noqa: E402

# Django would test SQLite in memory, where neither WAL nor a second connection behave as they do
# on disk. Only SQLite reads this: PostgreSQL keeps the name that Django derives.
for _database in DATABASES.values():
    if _database["ENGINE"].endswith("sqlite3"):
        _database["TEST"] = {"NAME": str(_data / "test.sqlite3")}

# Pages are rendered in the test's own process, where nothing was collected; the server that the
# suite starts serves the hashed files.
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
