#!/usr/bin/env bash
# Exports the demo dataset, reads it with everything that users have, runs the notebooks on it and
# compares their figures with the program's own; then every metric as SQL on DuckDB and SQLite.
#
# usage: Tests/Notebooks/run.sh [OGPSTATS]    default: .build/release/ogpstats
# Needs python3 with venv and PyPI. Two minutes on two idle cores, one of them the first install.
# The R document is run where Rscript is; with OGPSTATS_R=install Debian's r-base-core is installed.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/Tests/Notebooks
program=$(realpath "${1:-$root/.build/release/ogpstats}")
source "$here/python.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
data=$root/datasets/demo

python3 "$root/notebooks-export/convert.py" --check
"$program" export "$data" --out "$work/demo-export" --quiet
python "$here/readers.py" "$work/demo-export"
"$program" export "$data" --out "$work/hoja" --quiet --spreadsheet --delimiter ';' --decimal ,
python "$here/readers.py" "$work/hoja" --spreadsheet
python "$here/hard.py" "$program" "$work"
python "$here/figures.py" "$program" "$work/demo-export" "$data"

if ! command -v Rscript >/dev/null && [ "${OGPSTATS_R:-}" = install ]; then
  apt-get install -qy --no-install-recommends r-base-core >/dev/null
fi
if command -v Rscript >/dev/null; then
  # The code of the document's chunks is what knitr runs.
  awk '/^```\{r/ { inside = 1; next } /^```$/ { inside = 0 } inside' \
    "$root/notebooks-export/biennial.Rmd" >"$work/biennial.R"
  echo "write.csv(figures, \"$work/figures.csv\", row.names = FALSE)" >>"$work/biennial.R"
  (cd "$work" && OGPSTATS_EXPORT=demo-export OGPSTATS_BIENNIUM=2023 Rscript --vanilla biennial.R >R.log) ||
    { cat "$work/R.log" >&2; exit 1; }
  OGPSTATS_BIENNIUM=2023 python "$here/figures.py" "$program" "$work/demo-export" "$data" "$work/figures.csv"
else
  echo "biennial.Rmd: not run, there is no Rscript"
fi
python "$here/sql.py" "$program" "$work/demo-export" duckdb sqlite
command -v sqlite3 >/dev/null || apt-get install -qy --no-install-recommends sqlite3 >/dev/null
python "$here/examples.py" "$program" "$root/docs/export.md"
