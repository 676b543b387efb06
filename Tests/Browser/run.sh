#!/usr/bin/env bash
# Pages of both datasets, and of one whose names are hostile, looked at in a browser; then defects,
# planted one by one, that must be seen.
#
# usage: Tests/Browser/run.sh [OGPSTATS [PYTHON-FOLDER]]    default: .build/release/ogpstats
# Needs what setup.sh installs: Debian's chromium and poppler-utils, three packages of PyPI. Takes
# 3½ minutes of processor time: 6½ minutes on two cores that ten processes share.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/Tests/Browser
program=$(realpath "${1:-$root/.build/release/ogpstats}")
environment=${2:-$root/.build/browser}
"$here/setup.sh" "$environment"
python=$environment/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pages() { # FOLDER OPTIONS…: the four folders
  "$program" report "$root/datasets/demo" --biennium 2024 --change silent_quarters=3 \
    --change plan_gap_months=12 --quiet --out "$1/report" "${@:2}"
  "$program" dashboard "$root/datasets/demo" --quiet --out "$1/dashboard" "${@:2}"
  "$program" report "$root/datasets/irm-2016" --from 2011-01-01 --to 2016-12-31 --quiet \
    --out "$1/report-irm" "${@:2}"
  "$program" dashboard "$root/datasets/irm-2016" --quiet --out "$1/dashboard-irm" "${@:2}"
}

mkdir "$work/once" "$work/again"
pages "$work/once"
pages "$work/again" --threads 3
diff -r "$work/once" "$work/again" || { echo "browser: two runs differ" >&2; exit 1; }

"$python" "$here/hostile.py" "$root/datasets/demo" "$work/hostile"
"$program" report "$work/hostile" --biennium 2024 --quiet --out "$work/hostile-report"
"$program" dashboard "$work/hostile" --quiet --out "$work/hostile-dashboard"

# A browser that hangs fails the run.
timeout 1800 "$python" "$here/run.py" "$work/once/report" "$work/once/dashboard" \
  --brief "$work/once/report-irm" "$work/once/dashboard-irm" \
  --hostile "$work/hostile-report" "$work/hostile-dashboard"
timeout 1200 "$python" "$here/defects.py" "$work/once/report" "$work/once/dashboard"
