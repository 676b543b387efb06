#!/usr/bin/env bash
# Takes away what install.sh put there.
#
# usage: packaging/uninstall.sh PREFIX
set -euo pipefail
target=${DESTDIR:-}${1:?usage: packaging/uninstall.sh PREFIX}
rm -f "$target/bin/ogpstats" "$target"/share/man/man1/ogpstats.1.gz \
  "$target"/share/man/man1/ogpstats-*.1.gz \
  "$target/share/bash-completion/completions/ogpstats" \
  "$target/share/zsh/site-functions/_ogpstats" \
  "$target/share/fish/vendor_completions.d/ogpstats.fish"
