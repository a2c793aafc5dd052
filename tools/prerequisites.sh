#!/usr/bin/env bash
# Say in a sentence what `make` needs and does not find.
set -u
python=${PYTHON:-python3}
missing=()

if ! command -v "$python" >/dev/null; then
  missing+=("Python 3.11 or later (Debian: apt-get install python3)")
elif ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  missing+=("Python 3.11 or later: $python is $("$python" -V); another one can be named with PYTHON=…")
elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  missing+=("Python's venv module (Debian: apt-get install python3-venv)")
fi
command -v node >/dev/null || missing+=("Node.js (Debian: apt-get install nodejs)")
command -v npm >/dev/null || missing+=("npm (Debian: apt-get install npm)")

((${#missing[@]} == 0)) && exit 0
echo "Sizain cannot be installed yet. Missing:" >&2
printf ' - %s\n' "${missing[@]}" >&2
exit 1
