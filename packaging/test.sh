#!/usr/bin/env bash
# Installs below a temporary folder, builds the package, and tries both as a new user would.
#
# usage: packaging/test.sh [OGPSTATS]    OGPSTATS is one that install.sh would build; takes some seconds
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "packaging: $*" >&2; exit 1; }
program=${1:+$(realpath "$1")}

"$root/packaging/install.sh" "$work/prefix" "$program"
bin=$work/prefix/bin/ogpstats
version=$(sed -n 's/^version: //p' "$root/CITATION.cff")
"$bin" --version | grep -x "ogpstats $version" >/dev/null || fail "--version does not name the version of CITATION.cff"
"$bin" --version | grep -E '^commit: ([0-9a-f]{40}|unknown)$' >/dev/null || fail "--version names no commit"
"$bin" --version | grep -E '^rules: OGP Local Handbook, [0-9]+ parameters, [0-9a-f]{16}$' >/dev/null || fail "--version names no edition"
for name in $("$bin" help --names); do
  page=$work/prefix/share/man/man1/ogpstats-$name.1.gz
  [ -s "$page" ] || fail "no man page for $name"
  zcat "$page" | grep '^\.SH SYNOPSIS' >/dev/null || fail "$page is no man page"
done
if command -v man >/dev/null; then
  MANPATH=$work/prefix/share/man MANWIDTH=80 man ogpstats-export 2>"$work/man.log" |
    grep 'data package' >/dev/null || fail "man ogpstats-export: $(cat "$work/man.log")"
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
if command -v zsh >/dev/null; then "$root/packaging/zsh.sh" "$work/prefix"; fi
if command -v fish >/dev/null; then
  offered=$(HOME=$work XDG_DATA_DIRS=$work/prefix/share PATH=$work/prefix/bin:$PATH fish --no-config \
    -c "source $work/prefix/share/fish/vendor_completions.d/ogpstats.fish; complete -C 'ogpstats exp'")
  [ "${offered%%$'\t'*}" = export ] || fail "fish offers '$offered' behind 'ogpstats exp'"
fi
try() { # PROGRAM: as a new user with nothing else on the path
  rm -rf "$work/home"
  mkdir "$work/home"
  (cd "$work/home" && env -i PATH="$(dirname "$1"):/usr/bin:/bin" HOME="$work/home" bash -euc '
    ogpstats generate --members 5 --seed 1 --out demo --quiet
    ogpstats status demo --quiet >status.csv
    ogpstats report demo --biennium 2023 --out report --quiet
    ogpstats export demo --out export --quiet') || fail "$1 does not run"
  [ "$(wc -l <"$work/home/status.csv")" -eq 6 ] || fail "$1 says nothing of members"
  [ -s "$work/home/report/index.fr.html" ] && [ -s "$work/home/export/ogpstats.sqlite" ] || fail "$1 writes nothing"
}
if ldd "$bin" | grep libswift; then fail "the program needs Swift's libraries: build it with --static-swift-stdlib"; fi
try "$bin"
"$root/packaging/uninstall.sh" "$work/prefix"
[ -z "$(find "$work/prefix" -type f)" ] || fail "uninstall.sh leaves $(find "$work/prefix" -type f)"

package=$("$root/packaging/deb.sh" "$work" "$program")
again=$("$root/packaging/deb.sh" "$work/again" "$program")
cmp "$package" "$again" || fail "building the package twice gives two"
dpkg-deb --info "$package" | grep 'Package: ogpstats' >/dev/null || fail "$package has no control file"
dpkg-deb --extract "$package" "$work/root"
(cd "$work/root" && dpkg-deb --control "$package" "$work/control" && md5sum --quiet -c "$work/control/md5sums")
bin=$work/root/usr/bin/ogpstats
try "$bin"
# Every library comes from a package that ours depends on.
while read -r library; do
  owner=$(dpkg -S "*/$(basename "$library")" | sed -n '1s/:.*//p')
  grep -q "^Depends:.*\b$owner\b" "$work/control/control" || fail "$library is of '$owner', which the package does not ask for"
done < <(ldd "$bin" | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p')
# dpkg itself puts it below a folder and takes it away again; the machine's own packages stay as they are.
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$work/machine/var/lib/dpkg/info" "$work/machine/var/lib/dpkg/updates"
  : >"$work/machine/var/lib/dpkg/status"
  dpkg=(dpkg --root="$work/machine" --force-depends --path-include='/usr/*' --log="$work/dpkg.log")
  "${dpkg[@]}" --install "$package" >"$work/dpkg.out" 2>&1 || fail "dpkg: $(cat "$work/dpkg.out")"
  try "$work/machine/usr/bin/ogpstats"
  cmp "$bin" "$work/machine/usr/bin/ogpstats"
  for file in man/man1/ogpstats.1.gz zsh/vendor-completions/_ogpstats fish/vendor_completions.d/ogpstats.fish \
    bash-completion/completions/ogpstats doc/ogpstats/copyright; do
    [ -s "$work/machine/usr/share/$file" ] || fail "dpkg installs no $file"
  done
  "${dpkg[@]}" --purge ogpstats >"$work/dpkg.out" 2>&1 || fail "dpkg: $(cat "$work/dpkg.out")"
  [ -z "$(find "$work/machine/usr" -type f 2>/dev/null)" ] || fail "dpkg leaves files of the package"
fi
echo "packaging: installed, taken away and packed: $(basename "$package"), $(stat -c %s "$package") bytes"
