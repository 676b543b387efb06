#!/usr/bin/env bash
# Makes the API documentation of the library; a link to nothing, or an example that does not compile, is an error.
#
# usage: tools/api-docs.sh MODULES FOLDER
# MODULES: the folder of the built modules, such as .build-testing/release/Modules. FOLDER: for the result.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
modules=$1 folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
include=(-I "$modules" -I "$root/Sources/CSQLite" -I "$root/Sources/CLinux")
target=$(swift -print-target-info | awk -F'"' '$2 == "triple" && !found++ { print $4 }')
mkdir "$work/symbols" "$work/OGPStats.docc"
for module in Warehouse Statistics Membership Metrics Simulation; do
  swift symbolgraph-extract -module-name "$module" "${include[@]}" -target "$target" \
    -minimum-access-level public -output-dir "$work/symbols"
done
cp "$root"/docs/OGPStats.docc/*.md "$root"/Sources/*/*.docc/*.md "$work/OGPStats.docc/"
sed -n '/^```swift/,/^```/{/^```/!p}' "$root/docs/OGPStats.docc/OGPStats.md" >"$work/main.swift"
[ -s "$work/main.swift" ] || { echo "api-docs: no example" >&2; exit 1; }
swiftc -typecheck -swift-version 6 -warnings-as-errors "${include[@]}" "$work/main.swift"
rm -rf "$folder"
docc convert "$work/OGPStats.docc" --additional-symbol-graph-dir "$work/symbols" --output-path "$folder" \
  --fallback-display-name OGPStats --fallback-bundle-identifier ogpstats.library --warnings-as-errors
echo "api-docs: $(find "$folder/data" -name '*.json' | wc -l) pages, no link to nothing"
