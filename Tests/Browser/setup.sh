#!/bin/sh
# What the browser tests need on a fresh Debian machine: Chromium, poppler and a Python environment.
# Use: Tests/Browser/setup.sh [FOLDER]; the environment goes to FOLDER, .build/browser by default.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-"$here/../../.build/browser"}
if ! command -v chromium >/dev/null || ! command -v pdftotext >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium poppler-utils fonts-dejavu-core python3-venv
fi
if ! "$folder/bin/python" -c 'import axe_playwright_python, html5lib, playwright' 2>/dev/null; then
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
