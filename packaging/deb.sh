#!/usr/bin/env bash
# Builds a Debian package of the program.
#
# usage: packaging/deb.sh [FOLDER] [OGPSTATS]
# FOLDER: where the package goes; default: .build-shipped/deb. OGPSTATS: as for install.sh.
# The same program gives the same bytes: files are dated by SOURCE_DATE_EPOCH, or the last commit.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$root/.build-shipped/deb}
mkdir -p "$folder"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
DESTDIR=$tree "$root/packaging/install.sh" /usr "${2:-}"
program=$tree/usr/bin/ogpstats
# Where Debian's zsh looks for what packages bring.
install -d "$tree/usr/share/zsh/vendor-completions"
mv "$tree/usr/share/zsh/site-functions/_ogpstats" "$tree/usr/share/zsh/vendor-completions/"
rmdir "$tree/usr/share/zsh/site-functions"
strip --strip-unneeded "$program"

# Sorted for dpkg: dynamic libraries beside the C library's own are libsqlite3 and, where the
# runtime is not linked in, Swift's, which no Debian package brings.
if ldd "$program" | grep 'libswiftCore' >/dev/null; then
  echo "deb.sh: $program needs Swift's libraries; build it with --static-swift-stdlib" >&2
  exit 1
fi
# The oldest C library that has every function asked for.
needed=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -1)
version=$("$program" --version | sed -n 's/^ogpstats //p')
architecture=$(dpkg --print-architecture)
library=$(ldd "$program" | sed -n 's/^[[:space:]]*libstdc++.*/, libstdc++6/p')
doc=$tree/usr/share/doc/ogpstats
install -d "$doc" "$tree/DEBIAN"
for file in LICENSE README.md CHANGELOG.md; do
  if [ -e "$root/$file" ]; then install -m 644 "$root/$file" "$doc/"; fi
done
[ ! -e "$doc/LICENSE" ] || mv "$doc/LICENSE" "$doc/copyright"
[ ! -e "$doc/CHANGELOG.md" ] || { gzip -9n "$doc/CHANGELOG.md" && mv "$doc/CHANGELOG.md.gz" "$doc/changelog.gz"; }
size=$(du -sk --exclude=DEBIAN "$tree" | cut -f1)
cat >"$tree/DEBIAN/control" <<CONTROL
Package: ogpstats
Version: $version
Architecture: $architecture
Maintainer: The ogpstats developers <ogpstats@localhost>
Installed-Size: $size
Depends: libc6 (>= ${needed#GLIBC_}), libgcc-s1, libsqlite3-0$library
Section: science
Priority: optional
Description: figures of open local government, from the members' data to the report
 Reads what members, monitoring bodies and the Support Unit of OGP Local file,
 checks it, replays the handbook's membership rules, computes the cohort
 metrics with intervals, answers what-if questions and writes the reports.
CONTROL
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
date=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)}
find "$tree" -exec touch -h -d "@$date" {} +
package=$folder/ogpstats_${version}_$architecture.deb
SOURCE_DATE_EPOCH=$date dpkg-deb --root-owner-group --build "$tree" "$package" >&2
echo "$package"
