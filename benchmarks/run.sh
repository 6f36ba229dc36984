#!/usr/bin/env bash
# Runs all measurements and prints their tables. Usage: benchmarks/run.sh [RUNS]
#
# Needs: the built product (./anabranch version builds it), Python 3 with Alembic 1.20 and psycopg 3 (pip install alembic
# "psycopg[binary]"), psql, and a PostgreSQL server: either its superuser's URL parts in PGHOST, PGPORT, PGUSER and
# PGPASSWORD, or initdb and pg_ctl on the PATH or below /usr/lib/postgresql, from which a throw-away server is started.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
runs=${1:-7}
. "$here/setup.sh"
libraries=$(dirname "$anabranch")/../lib
url="jdbc:postgresql://$PGHOST:${PGPORT:-5432}/bench"
export ANABRANCH_DATABASE_URL=$url ANABRANCH_DATABASE_USER=$PGUSER ANABRANCH_DATABASE_PASSWORD=${PGPASSWORD:-}
empty="psql -q -d postgres -c 'DROP DATABASE IF EXISTS bench' -c 'CREATE DATABASE bench'"
alembic_url="postgresql+psycopg://$PGUSER:${PGPASSWORD:-}@$PGHOST:${PGPORT:-5432}/bench"

for size in 1000 10000; do
  python3 "$here/generate.py" line $size "$work/line$size"
  python3 "$here/generate.py" braid $size "$work/braid$size"
done
measure() { python3 "$here/measure.py" "$@"; }

echo; echo "== machine"
uname -sm; nproc; grep -m1 'model name' /proc/cpuinfo | cut -d: -f2; java -version 2>&1 | head -1
psql -d postgres -Atc 'SELECT version()' | cut -d, -f1; alembic --version
echo; echo "== planning in memory"
java -cp "$libraries/*" "$here/Planning.java"

for shape in line1000 line10000 braid10000; do
  few=$runs; [ $shape = line1000 ] || few=3
  a="$anabranch -C $work/$shape/anabranch"
  b="alembic -c $work/$shape/alembic/alembic.ini"
  echo; echo "== $shape: heads"
  measure $few anabranch="$a heads" alembic="$b heads"
  echo; echo "== $shape: history"
  measure $few anabranch="$a history" alembic="$b history"
  echo; echo "== $shape: upgrade heads --sql"
  measure $few anabranch="$a upgrade heads --sql" alembic="$b upgrade heads --sql"
done

# A cache of its own, so that it can be emptied; the archive of loaded classes is made in it by the first run.
export XDG_CACHE_HOME=$work/cache
for shape in line1000 line10000; do
  j="$anabranch -C $work/$shape/java"
  echo; echo "== $shape in Java, the graph alone"
  measure $runs java="$j heads" sql="$anabranch -C $work/$shape/anabranch heads"
  echo; echo "== $shape in Java, upgrade heads --sql, compiled anew and from the cache"
  measure 3 --before "rm -rf $work/cache/anabranch/java" compiled="$j upgrade heads --sql --dialect postgresql"
  measure 3 cached="$j upgrade heads --sql --dialect postgresql" \
    sql="$anabranch -C $work/$shape/anabranch upgrade heads --sql --dialect postgresql"
done
unset XDG_CACHE_HOME

echo; echo "== line1000 on PostgreSQL, one transaction a revision, from an empty database"
measure $runs --before "$empty" \
  anabranch="$anabranch -C $work/line1000/anabranch upgrade heads" \
  psql="psql -q -v ON_ERROR_STOP=1 -f $work/line1000/statements.sql" \
  alembic="alembic -x url=$alembic_url -c $work/line1000/alembic/alembic.ini upgrade heads"

echo; echo "== line1000 on PostgreSQL, nothing to do"
eval "$empty"
"$anabranch" -C "$work/line1000/anabranch" --quiet upgrade heads
measure $runs anabranch="$anabranch -C $work/line1000/anabranch upgrade heads"
eval "$empty"
alembic -x url="$alembic_url" -c "$work/line1000/alembic/alembic.ini" upgrade heads >/dev/null 2>&1
measure $runs alembic="alembic -x url=$alembic_url -c $work/line1000/alembic/alembic.ini upgrade heads"

echo; echo "== 1,000 tables on PostgreSQL: what is in the database"
eval "$empty"
python3 "$here/tables.py" 1000 | psql -q -1 -v ON_ERROR_STOP=1
java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$libraries/*" "$here/Inspecting.java" "$url" "$PGUSER" "${PGPASSWORD:-}"
python3 "$here/reflect.py" "$alembic_url"
