#!/usr/bin/env bash
# Fills a PostgreSQL database of its own from an exported folder and asks it every metric that SQL can say.
#
# usage: Tests/Notebooks/postgres.sh OGPSTATS EXPORT
# Needs PostgreSQL's programs; nothing of a server that runs already is touched.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/Tests/Notebooks
program=$(realpath "$1") export=$(realpath "$2")
source "$here/python.sh"
bin=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -1)
bin=$(dirname "${bin:-$(command -v initdb)}")
# Short, since the path of a socket may have a hundred characters.
work=$(mktemp -d /tmp/ogpstats-pg-XXXXXX)
mkdir "$work/data"
server() { "$@"; }
# The server runs under no root.
if [ "$(id -u)" = 0 ]; then
  chown postgres "$work" "$work/data"
  server() { (cd "$work" && setpriv --reuid postgres --regid postgres --clear-groups -- "$@"); }
fi
trap 'server "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
# In the order of a language, as most servers are: the queries must ask for that of the bytes.
order=(--locale=C.UTF-8)
if "$bin/initdb" --help | grep icu-locale >/dev/null; then order+=(--locale-provider=icu --icu-locale=en-US); fi
server "$bin/initdb" -D "$work/data" -U ogpstats -A trust -E UTF8 "${order[@]}" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
server "$bin/pg_ctl" -D "$work/data" -l "$work/data/log" -w -t 60 \
  -o "-c listen_addresses= -c unix_socket_directories=$work -c fsync=off -c jit=off" start >"$work/log" 2>&1 ||
  { cat "$work/log" "$work/data/log" >&2; exit 1; }
export PGHOST=$work PGUSER=ogpstats PGDATABASE=postgres
(cd "$export" && { "$program" sql schema --dialect postgresql; echo "ANALYZE;"; } | "$bin/psql" -X -q -v ON_ERROR_STOP=1 -1)
python "$here/sql.py" "$program" "$export" postgresql
