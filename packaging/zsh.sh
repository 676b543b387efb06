#!/usr/bin/env zsh
# Types into a real zsh what a user types, and looks at what its completion offers.
#
# usage: packaging/zsh.sh PREFIX    PREFIX: where the program is installed
emulate -L zsh
zmodload zsh/zpty
prefix=$1
work=$(mktemp -d)
trap 'zpty -d shell 2>/dev/null; rm -rf $work' EXIT

cat >$work/setup <<'SETUP'
fpath=($PREFIX/share/zsh/site-functions $fpath)
path=($PREFIX/bin $path)
autoload -Uz compinit && compinit -u -D
# Notes every word that is offered.
compadd() {
  if (( ${@[(I)-[A-Za-z0-9]#[OAD]]} )); then builtin compadd "$@"; return; fi
  local -a offered
  builtin compadd -A offered "$@"
  print -lr -- $offered >>$WORK/offered
  builtin compadd "$@"
}
finished() { : >$WORK/finished }
complete_and_tell() { zle complete-word; finished }
zle -N complete_and_tell
bindkey '^I' complete_and_tell
setopt extended_glob no_beep
: >$WORK/ready
SETUP

await() { # FILE: a minute at most
  repeat 600; do
    [[ -e $1 ]] && return
    while zpty -rt shell line 2>/dev/null; do :; done
    sleep 0.1
  done
  print -u2 "packaging: zsh says nothing: $1"; exit 1
}

offers() { # LINE WORD: the word must be among those offered
  rm -f $work/offered $work/finished
  zpty -wn shell $'\C-u'"$1"$'\t'
  await $work/finished
  if ! grep -qx -e "$2" $work/offered 2>/dev/null; then
    print -u2 "packaging: zsh offers '$(tr '\n' ' ' <$work/offered)' behind '$1'"; exit 1
  fi
}

zpty shell env PREFIX=$prefix WORK=$work TERM=dumb zsh -f -i
zpty -w shell "source $work/setup"
await $work/ready
offers 'ogpstats exp' export
offers 'ogpstats status --hi' --history
offers 'ogpstats status --format ' markdown
offers 'ogpstats status --set plan_g' plan_gap_months=
offers 'ogpstats metrics complet' completion
offers 'ogpstats metrics completion --by reg' region
