#!/usr/bin/env bash
# Installs below a temporary folder, builds the package, and tries both as a new user would.
#
# usage: packaging/test.sh [OGPSTATS]    takes some seconds
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "packaging: $*" >&2; exit 1; }
program=${1:-}

"$root/packaging/install.sh" "$work/prefix" "$program"
bin=$work/prefix/bin/ogpstats
"$bin" --version | grep -q '^ogpstats [0-9]' || fail "--version names no version"
for name in $("$bin" help --names); do
  page=$work/prefix/share/man/man1/ogpstats-$name.1.gz
  [ -s "$page" ] || fail "no man page for $name"
  zcat "$page" | grep -q '^\.SH SYNOPSIS' || fail "$page is no man page"
done
if command -v man >/dev/null; then
  MANPATH=$work/prefix/share/man MANWIDTH=80 man ogpstats-export 2>"$work/man.log" |
    grep -q 'data package' || fail "man ogpstats-export: $(cat "$work/man.log")"
  [ ! -s "$work/man.log" ] || fail "man complains: $(cat "$work/man.log")"
fi
bash -n "$work/prefix/share/bash-completion/completions/ogpstats"
# What bash offers behind 'ogpstats exp'.
offered=$(bash -c '
  source "$1"
  COMP_WORDS=(ogpstats exp) COMP_CWORD=1 COMP_LINE="ogpstats exp" COMP_POINT=12
  function=$(complete -p ogpstats | sed -n "s/.*-F \([^ ]*\) .*/\1/p")
  "$function"; printf "%s\n" "${COMPREPLY[@]}"' _ \
  "$work/prefix/share/bash-completion/completions/ogpstats")
[ "${offered%% *}" = export ] || fail "bash offers '$offered' behind 'ogpstats exp'"
if command -v zsh >/dev/null; then zsh -n "$work/prefix/share/zsh/site-functions/_ogpstats"; fi
if command -v fish >/dev/null; then
  fish --no-execute "$work/prefix/share/fish/vendor_completions.d/ogpstats.fish"
fi
(cd "$work" && PATH=$work/prefix/bin:$PATH && ogpstats generate --members 5 --seed 1 --out demo --quiet \
  && ogpstats status demo >status.csv)
[ "$(wc -l <"$work/status.csv")" -gt 1 ] || fail "the installed program says nothing of members"
"$root/packaging/uninstall.sh" "$work/prefix"
[ -z "$(find "$work/prefix" -type f)" ] || fail "uninstall.sh leaves $(find "$work/prefix" -type f)"

if ldd "${program:-$root/.build/release/ogpstats}" | grep -q libswiftCore; then
  echo "packaging: installed and taken away; no package of a program that needs Swift's libraries"
  exit 0
fi
package=$("$root/packaging/deb.sh" "$work" "$program")
again=$("$root/packaging/deb.sh" "$work/again" "$program")
cmp "$package" "$again" || fail "building the package twice gives two"
dpkg-deb --info "$package" | grep -q 'Package: ogpstats' || fail "$package has no control file"
dpkg-deb --extract "$package" "$work/root"
(cd "$work/root" && dpkg-deb --control "$package" "$work/control" && md5sum --quiet -c "$work/control/md5sums")
"$work/root/usr/bin/ogpstats" --version >/dev/null
echo "packaging: installed, taken away and packed: $(basename "$package"), $(stat -c %s "$package") bytes"
