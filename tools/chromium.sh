#!/usr/bin/env bash
# Make sure that the browser tests have a Chromium: Debian's, installed here where that is allowed.
set -u
command -v chromium >/dev/null && exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "The browser tests need Chromium, and installing it needs root: sudo apt-get install chromium" >&2
  exit 1
fi
if ! command -v apt-get >/dev/null; then
  echo "The browser tests need a program called chromium on the path: please install it." >&2
  exit 1
fi
echo "Installing Debian's Chromium for the browser tests…"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1 </dev/null; then
  tail -n 20 "$log" >&2
  echo "Chromium could not be installed; what apt-get said stands above." >&2
  exit 1
fi
rm -f "$log"
