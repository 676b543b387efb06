#!/usr/bin/env bash
# Everything about work that is split: by hand, then on Spark.
#
# usage: scale-out/test.sh [OGPSTATS]    default: .build/release/ogpstats; about three minutes
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
program=${1:-$root/.build/release/ogpstats}
"$root/scale-out/parts.sh" "$program" "$root/datasets/demo"
"$root/scale-out/spark.sh" "$program" "$root/datasets/demo"
