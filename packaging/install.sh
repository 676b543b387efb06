#!/usr/bin/env bash
# Installs the program with its man pages and completions.
#
# usage: packaging/install.sh PREFIX [OGPSTATS]
# PREFIX: such as /usr/local; with DESTDIR set, everything goes below that folder instead.
# OGPSTATS: a built program; default: it is built for this, in .build-shipped.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
prefix=${1:?usage: packaging/install.sh PREFIX [OGPSTATS]}
case $prefix in /*) ;; *) echo "install.sh: PREFIX must begin with /: $prefix" >&2; exit 2 ;; esac
program=${2:-}
if [ -z "$program" ]; then
  # One file that needs no Swift on the machine: the runtime is linked in.
  shipped=(--package-path "$root" --scratch-path "$root/.build-shipped" -c release --static-swift-stdlib)
  swift build "${shipped[@]}" --product ogpstats >&2
  program=$root/.build-shipped/release/ogpstats
fi
[ -x "$program" ] || { echo "install.sh: $program is not there; build it first" >&2; exit 1; }
target=${DESTDIR:-}$prefix

install -d "$target/bin" "$target/share/man/man1" \
  "$target/share/bash-completion/completions" "$target/share/zsh/site-functions" \
  "$target/share/fish/vendor_completions.d"
install -m 755 "$program" "$target/bin/ogpstats"
pages=$target/share/man/man1
# Made by the program that is being installed, so that they cannot say anything else.
"$program" help --man | gzip -9n >"$pages/ogpstats.1.gz"
for name in $("$program" help --names); do
  "$program" help --man "$name" | gzip -9n >"$pages/ogpstats-$name.1.gz"
done
chmod 644 "$pages"/ogpstats*.1.gz
"$program" completions bash >"$target/share/bash-completion/completions/ogpstats"
"$program" completions zsh >"$target/share/zsh/site-functions/_ogpstats"
"$program" completions fish >"$target/share/fish/vendor_completions.d/ogpstats.fish"
echo "installed below $target" >&2
