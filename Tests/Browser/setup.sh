#!/bin/sh
# What the browser tests need on a fresh Debian machine: Chromium, poppler and a Python environment.
# Use: Tests/Browser/setup.sh [FOLDER]; the environment goes to FOLDER, .build/browser by default.
# Asks nothing but Debian's archive and PyPI, and neither where everything is there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-"$here/../../.build/browser"}

missing=
{ [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-headless-shell; } >/dev/null ||
  missing="$missing chromium"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null ||
  missing="$missing python3-venv"
# Text needs a font, and the names of the tests need one with accents and Arabic.
fc-list 2>/dev/null | grep -q DejaVu || missing="$missing fontconfig fonts-dejavu-core"
if [ -n "$missing" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing:$missing. On Debian and Ubuntu: sudo apt-get install$missing" >&2
    exit 1
  fi
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-upgrade --no-install-recommends $missing >/dev/null
fi
if ! "$folder/bin/python" -c 'import axe_playwright_python, html5lib, playwright' 2>/dev/null; then
  rm -rf "$folder"
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --retries 5 \
    --requirement "$here/requirements.txt"
fi
