#!/usr/bin/env bash
# Runs the job on a real Spark whose executors are processes of their own: the result is that of one
# process, also where an executor is killed midway; a worker that fails fails the job; and every metric as
# Spark SQL gives what the program says.
#
# usage: scale-out/spark.sh OGPSTATS DATA    about three minutes; the first time Spark is installed from PyPI
# Needs Java 17 (JAVA_HOME, the path, or below /usr/lib/jvm), python3 with venv, and PyPI.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
here=$root/scale-out
program=$(realpath "$1") data=$(realpath "$2")
source "$root/Tests/Notebooks/python.sh"
# Spark of this version runs on 17 and not on the newest one.
for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")" /usr/lib/jvm/*17*; do
  if "$home/bin/java" -version 2>&1 | grep '^openjdk version "17\|^java version "17' >/dev/null; then
    export JAVA_HOME=$home
    break
  fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "scale-out: $*" >&2; exit 1; }
export PYSPARK_PYTHON=$venv/bin/python SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=localhost
# local-cluster: two executors of one core, each a process with a memory of its own.
job() {
  (cd "$work" && "$venv/bin/spark-submit" --master 'local-cluster[2,1,600]' --conf spark.executor.memory=600m \
    --conf spark.ui.enabled=false --conf spark.task.maxFailures="${FAILURES:-4}" \
    --driver-java-options "-Dlog4j.rootLogger=ERROR" "$here/ogpstats_spark.py" "$@")
}
words=(project --quarters 4 --replicates 40 --seed 7 "$data")
"$program" "${words[@]}" --quiet --format csv >"$work/one.csv"

job --program "$program" --shards 7 --out "$work/seven.csv" -- "${words[@]}" >"$work/seven.log" 2>&1 ||
  { tail -30 "$work/seven.log" >&2; fail "the job failed"; }
cmp "$work/one.csv" "$work/seven.csv" || fail "seven parts on Spark are not what one process says"
what_if=(simulate --sweep plan_gap_months=2..6,never --sweep silent_quarters=1..4 "$data")
"$program" "${what_if[@]}" --quiet --format csv >"$work/what-if.csv"
job --program "$program" --shards 16 --tasks 4 --out "$work/sixteen.csv" -- "${what_if[@]}" >"$work/sixteen.log" 2>&1 ||
  { tail -30 "$work/sixteen.log" >&2; fail "the job failed"; }
cmp "$work/what-if.csv" "$work/sixteen.csv" || fail "sixteen parts on Spark are not what one process says"
echo "spark: project in 7 parts and simulate in 16, on two executors, are what one process says"

# A program that, once, kills the executor that it runs under: the Java process above it.
cat >"$work/killer" <<'KILLER'
#!/usr/bin/env bash
if [ "$1" != merge ] && mkdir "${0%/*}/killed" 2>/dev/null; then
  above=$PPID
  while [ "$above" -gt 1 ]; do
    if tr '\0' ' ' <"/proc/$above/cmdline" | grep CoarseGrainedExecutorBackend >/dev/null; then
      echo "$above" >"${0%/*}/killed/pid"
      kill -9 "$above"
      break
    fi
    above=$(awk '$1 == "PPid:" { print $2 }' "/proc/$above/status")
  done
fi
exec "${0%/*}/program" "$@"
KILLER
chmod +x "$work/killer"
ln -s "$program" "$work/program"
job --program "$work/killer" --shards 64 --tasks 8 --out "$work/killed.csv" -- "${words[@]}" >"$work/killed.log" 2>&1 ||
  { tail -30 "$work/killed.log" >&2; fail "the job failed with its executor"; }
[ -s "$work/killed/pid" ] || fail "no executor was killed"
grep -q 'Lost executor' "$work/killed.log" || fail "Spark noticed no lost executor"
cmp "$work/one.csv" "$work/killed.csv" || fail "with a killed executor the result is another"
echo "spark: 64 parts in 8 tasks with an executor killed midway are what one process says"

# A worker that fails.
cat >"$work/failing" <<'FAILING'
#!/usr/bin/env bash
case " $* " in *" --shard 3/7 "*) echo "part 3 cannot" >&2; exit 1 ;; esac
exec "${0%/*}/program" "$@"
FAILING
chmod +x "$work/failing"
if FAILURES=1 job --program "$work/failing" --shards 7 --out "$work/failed.csv" -- "${words[@]}" >"$work/failed.log" 2>&1; then
  fail "a worker failed and the job did not"
fi
grep -q 'exited with error code 1' "$work/failed.log" ||
  { grep -m 5 -i error "$work/failed.log" >&2; fail "the job failed of something else"; }
[ ! -e "$work/failed.csv" ] || fail "a failed job wrote a result"
echo "spark: a failing worker fails the job"

"$program" export "$data" --out "$work/export" --quiet
(cd "$work" && python "$root/Tests/Notebooks/sql.py" "$program" "$work/export" spark 2>"$work/sql.log") ||
  { tail -30 "$work/sql.log" >&2; fail "Spark SQL differs"; }
