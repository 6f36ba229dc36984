# What the measurements share, read by run.sh and verify.sh with "here" set to this folder: the built product ($anabranch), a folder
# that goes at the end ($work), and a PostgreSQL server, named by PGHOST or started for the time of the script.

"$here/../anabranch" version
for candidate in "$here"/../cli/target/anabranch-*/anabranch-*/bin/anabranch "$here"/../cli/target/anabranch-*/bin/anabranch; do
  if [ -x "$candidate" ]; then anabranch=$candidate; fi
done
work=$(mktemp -d)
server=

cleanup() {
  if [ -n "$server" ]; then as_server "$bin/pg_ctl" -D "$server" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

# PostgreSQL refuses to run as root.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi
}

if [ -z "${PGHOST:-}" ]; then
  bin=$(dirname "$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)")
  server=$(as_server mktemp -d)
  as_server "$bin/initdb" -D "$server" -U bench -A trust >/dev/null
  as_server "$bin/pg_ctl" -D "$server" -w -l "$server/log" -o "-p 54329 -k $server -c listen_addresses=127.0.0.1" start >/dev/null
  export PGHOST=127.0.0.1 PGPORT=54329 PGUSER=bench
fi
export PGDATABASE=bench
