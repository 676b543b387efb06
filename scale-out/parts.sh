#!/usr/bin/env bash
# Splits work by hand, without an engine, and holds the merged result to that of one process; then breaks
# partial results in every way that an engine might, and looks for the refusal.
#
# usage: scale-out/parts.sh OGPSTATS DATA    about twenty seconds
set -euo pipefail
program=$(realpath "$1") data=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "scale-out: $*" >&2; exit 1; }
sum() { sha256sum | cut -d' ' -f1; }
refused() { # NAME WORDS-OF-THE-MESSAGE PARTS
  local status=0
  "$program" merge "$3" >"$work/refused.out" 2>"$work/refused.err" || status=$?
  [ $status -eq 1 ] || fail "$1: exit status $status, expected 1"
  [ ! -s "$work/refused.out" ] || fail "$1: a result all the same"
  [ "$(wc -l <"$work/refused.err")" -eq 1 ] || fail "$1: not one line: $(cat "$work/refused.err")"
  grep -q "$2" "$work/refused.err" || fail "$1: says $(cat "$work/refused.err")"
}

# The members in another order; files and days are the same.
cp -r "$data" "$work/shuffled"
{ head -1 "$data/members.csv"; tail -n +2 "$data/members.csv" | sort -r; } >"$work/shuffled/members.csv"

project=(project --quarters 4 --replicates 40 --seed 7 --change silent_quarters=3)
simulate=(simulate --sweep plan_gap_months=2..6,never --sweep silent_quarters=1..4)
names=(project)
# Without the command there is nothing to split.
if "$program" help --names | grep -x simulate >/dev/null; then names+=(simulate); fi
for name in "${names[@]}"; do
  declare -n words=$name
  tables=(""); [ $name = simulate ] || tables=("--table bands" "--table members" "--table differences" "--table estimates")
  for count in 1 2 7 64; do
    folder=$work/$name-$count
    mkdir "$folder"
    source=$data threads=$((count % 2 + 1))
    # Half of the runs read the shuffled members: the receipt says so, the result may not.
    [ $((count % 2)) -eq 0 ] || source=$work/shuffled
    seq 0 $((count - 1)) | shuf | while read -r index; do
      "$program" "${words[@]}" --threads $threads --quiet --shard "$index/$count" --emit partial \
        "$source" >"$folder/$(printf '%s' "$index" | sum)"
    done
    for table in "${tables[@]}"; do
      one=$("$program" "${words[@]}" $table --quiet --format csv "$data" | sum)
      merged=$("$program" merge $table --quiet --format csv "$folder" | sum)
      [ "$one" = "$merged" ] || fail "$name $table in $count parts is not what one process says"
    done
  done
  # All parts in one file, in any order, are as good as a folder.
  find "$work/$name-7" -type f | shuf | xargs cat >"$work/$name.jsonl"
  cmp <("$program" merge --quiet --format csv "$work/$name.jsonl") \
    <("$program" merge --quiet --format csv "$work/$name-7") || fail "$name: a file is not as a folder"
done

good=$work/project-7
part=$(find "$good" -type f | sort | head -1)
try() { rm -rf "$work/bad"; cp -r "$good" "$work/bad"; bad=$work/bad/$(basename "$part"); }
try; rm "$bad"; refused "a missing part" "1 of 7 parts are missing" "$work/bad"
try; cp "$bad" "$work/bad/again"; refused "a part twice" "is there twice" "$work/bad"
try; sed -i '$d' "$bad"; refused "no trailer" "is cut short" "$work/bad"
try; head -c $(($(stat -c %s "$part") / 2)) "$part" >"$bad"; refused "half a part" "no line of a partial\|is cut short" "$work/bad"
try; sed -i '2d' "$bad"; refused "a lost line" "does not fit the lines" "$work/bad"
try; sed -i '2s/\[0,/[1,/' "$bad"; cmp -s "$part" "$bad" && fail "nothing was changed"
refused "a changed number" "does not fit the lines" "$work/bad"
try; "$program" "${project[@]/%7/8}" --quiet --shard 0/7 --emit partial "$data" >"$work/other"
shard=$(sed -n '1s/.*"shard":"\([^"]*\)".*/\1/p' "$part")
"$program" project --quarters 4 --replicates 40 --seed 8 --change silent_quarters=3 --quiet --shard "$shard" \
  --emit partial "$work/shuffled" >"$bad"
refused "another seed" "do not belong together: they differ in .*seed" "$work/bad"
mkdir "$work/none"; refused "nothing" "no partial result" "$work/none"
status=0; "$program" "${project[@]}" --shard 8/7 --emit partial "$data" 2>"$work/err" || status=$?
[ $status -eq 2 ] && grep -q "is not I/N" "$work/err" || fail "--shard 8/7: $(cat "$work/err")"
status=0; "$program" "${project[@]}" --shard 1/7 "$data" >/dev/null 2>&1 || status=$?
[ $status -eq 2 ] || fail "--shard without --emit is taken"

# No data at all is no failure.
mkdir "$work/empty"
for table in members plans commitments; do head -1 "$data/$table.csv" >"$work/empty/$table.csv"; done
for index in 0 1; do
  "$program" "${project[@]}" --quiet --shard $index/2 --emit partial "$work/empty" >>"$work/empty.jsonl"
done
[ "$("$program" merge --quiet --format csv "$work/empty.jsonl" | wc -l)" -eq 1 ] || fail "an empty dataset gives rows"
echo "parts: ${names[*]} in 1, 2, 7 and 64 parts as one process says; 8 kinds of damage are refused"
