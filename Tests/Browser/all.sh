#!/bin/sh
# Pages of both datasets, looked at in a browser, and the planted defects: `all.sh OGPSTATS [SCRATCH]`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=$1
scratch=${2:-$(mktemp -d)}
"$here/setup.sh" "$root/.build/browser"
python="$root/.build/browser/bin/python"
"$program" report "$root/datasets/demo" --biennium 2024 --change silent_quarters=3 \
  --change plan_gap_months=12 --quiet --out "$scratch/report"
"$program" dashboard "$root/datasets/demo" --quiet --out "$scratch/dashboard"
"$program" report "$root/datasets/irm-2016" --biennium 2013 --quiet --out "$scratch/report-irm"
"$program" dashboard "$root/datasets/irm-2016" --quiet --out "$scratch/dashboard-irm"
"$python" "$here/run.py" "$scratch/report" "$scratch/dashboard" "$scratch/report-irm" \
  "$scratch/dashboard-irm"
"$python" "$here/defects.py" "$scratch/report" "$scratch/dashboard"
