#!/usr/bin/env bash
# Fuzz/run.sh TARGET SECONDS [libFuzzer options]: fuzzes one target for so long.
# Fuzz/run.sh TARGET 0: runs all kept inputs once.
# TARGET: CSV, Dataset, Values, JSON or SQLite. A finding ends it with a status other than 0; the
# input then lies in Fuzz/.work/TARGET/ as crash-…, timeout-… or oom-….
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
target=${1:?name a target: CSV, Dataset, Values, JSON or SQLite}
seconds=${2:?name the seconds}
shift 2
work=.work/$target
mkdir -p "$work/corpus" "$work/seeds" "$work/tmp" "Corpus/$target"
scratch=.build
flags=(--configuration release --sanitize=fuzzer --product "Fuzz$target")
if [[ -n ${ADDRESS:-} ]]; then
  # Not --sanitize=address beside it: SwiftPM gives the two in any order, and with the wrong one the
  # fuzzer is blind.
  scratch=.build-address
  flags+=(-Xswiftc -sanitize=address,fuzzer)
fi
program=$scratch/release/Fuzz$target
swift build --scratch-path "$scratch" "${flags[@]}" >"$work/build.log" 2>&1 || {
  cat "$work/build.log" >&2
  exit 1
}

# Swift's own handler would take the signal, and no input would be kept.
export SWIFT_BACKTRACE=enable=no
export TMPDIR=$PWD/$work/tmp
if [[ -d /dev/shm && -w /dev/shm ]]; then
  TMPDIR=$(mktemp -d /dev/shm/ogpstats-fuzz-XXXXXX)
  trap 'rm -rf "$TMPDIR"' EXIT
fi

# Not into a pipe: grep would close it before the fuzzer is done.
"$program" -runs=1 >"$work/counters.log" 2>&1 || { cat "$work/counters.log" >&2; exit 1; }
if ! grep -qE 'INFO: Loaded [1-9][0-9]* modules +\([1-9]' "$work/counters.log"; then
  echo "Fuzz$target has no counters: the fuzzer would be blind" >&2
  exit 1
fi
python3 seeds.py "$target" "$work/seeds"
# Long inputs hold little that short ones do not, and take longer.
longest=1000
[[ $target == SQLite ]] && longest=20000
options=(-max_len=$longest -entropic=0 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$work/")
[[ -f Dictionaries/$target.dict ]] && options+=("-dict=Dictionaries/$target.dict")
if [[ $seconds == 0 ]]; then
  # Paths of files: each is run once and nothing is changed.
  find "$PWD/Corpus/$target" "$PWD/$work/seeds" -type f ! -name README.md | sort >"$work/files"
  xargs -a "$work/files" -d '\n' "$program" "${options[@]}" >"$work/replay.log" 2>&1 || {
    tail -40 "$work/replay.log" >&2
    exit 1
  }
  echo "Fuzz$target: $(wc -l <"$work/files") inputs, no finding"
else
  "$program" "${options[@]}" "-max_total_time=$seconds" "$@" \
    "$work/corpus" "Corpus/$target" "$work/seeds" >"$work/run.log" 2>&1 || {
    tail -60 "$work/run.log" >&2
    exit 1
  }
  count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/run.log")
  echo "Fuzz$target: $count inputs in $seconds seconds, no finding"
fi
