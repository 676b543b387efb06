#!/usr/bin/env bash
# Exports the demo dataset, reads it with everything that users have, executes the notebooks on it and
# compares their figures with the program's own; then every metric as SQL on DuckDB, SQLite and
# PostgreSQL (on Spark: scale-out/spark.sh); then every example of README.md and docs/.
#
# usage: Tests/Notebooks/run.sh [OGPSTATS]    default: .build/release/ogpstats
# Needs python3 with venv, PyPI, sqlite3, R with knitr, and PostgreSQL's programs; `make notebooks` installs
# them on Debian. Without R or PostgreSQL it says what it left out.
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

if command -v Rscript >/dev/null && Rscript -e 'library(knitr)' >/dev/null 2>&1; then
  for biennium in 2021 2023; do
    (cd "$work" && OGPSTATS_EXPORT=$work/demo-export OGPSTATS_BIENNIUM=$biennium Rscript --vanilla -e '
      knitr::opts_chunk$set(error = FALSE)
      knitr::knit(commandArgs(TRUE)[1], "biennial.md", quiet = TRUE, envir = globalenv())
      write.csv(figures, "figures.csv", row.names = FALSE)' "$root/notebooks-export/biennial.Rmd" >R.log 2>&1) ||
      { cat "$work/R.log" >&2; exit 1; }
    OGPSTATS_BIENNIUM=$biennium python "$here/figures.py" "$program" "$work/demo-export" "$data" "$work/figures.csv"
  done
else
  echo "biennial.Rmd: not run, there is no R with knitr"
fi
python "$here/sql.py" "$program" "$work/demo-export" duckdb sqlite
if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  "$here/postgres.sh" "$program" "$work/demo-export"
else
  echo "postgresql: not asked, there is no initdb"
fi
python "$here/examples.py" "$program" "$root/README.md" "$root"/docs/*.md
