#!/usr/bin/env bash
# Times the verification of 200 revisions beside a plain upgrade of them. Usage: benchmarks/verify.sh [RUNS]
#
# Needs: the built product (./anabranch version builds it), Python 3, psql, and a PostgreSQL server as run.sh does: its superuser's
# URL parts in PGHOST, PGPORT, PGUSER and PGPASSWORD, or initdb and pg_ctl on the PATH or below /usr/lib/postgresql. With Alembic and
# psycopg 3 on the PATH, and with pytest-alembic on the path of Python 3, they are timed as well. The server's files stand in TMPDIR.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
runs=${1:-5}
. "$here/setup.sh"
url="jdbc:postgresql://$PGHOST:${PGPORT:-5432}"
export ANABRANCH_DATABASE_URL=$url/bench ANABRANCH_DATABASE_USER=$PGUSER ANABRANCH_DATABASE_PASSWORD=${PGPASSWORD:-}
export ANABRANCH_SCRATCH_USER=$PGUSER ANABRANCH_SCRATCH_PASSWORD=${PGPASSWORD:-}
empty="psql -q -d postgres -c 'DROP DATABASE IF EXISTS bench' -c 'CREATE DATABASE bench'"

python3 "$here/generate.py" line 200 "$work/line"
project="$anabranch -C $work/line/anabranch"
verify="$project verify --losses reported"

echo; echo "== machine"
uname -sm; nproc; grep -m1 'model name' /proc/cpuinfo | cut -d: -f2; java -version 2>&1 | head -1
psql -d postgres -Atc 'SELECT version()' | cut -d, -f1; cat /proc/loadavg

# Up, down and up: the least that a test of Alembic revisions does; and up and down revision by revision. Neither compares schemas.
peers=()
if command -v alembic >/dev/null; then
  database="postgresql+psycopg://$PGUSER:${PGPASSWORD:-}@$PGHOST:${PGPORT:-5432}/bench"
  alembic="alembic -x url=$database -c $work/line/alembic/alembic.ini"
  peers+=(alembic="sh -c '$alembic upgrade head && $alembic downgrade base && $alembic upgrade head'")
  python=$(sed -n '1s/^#!//p' "$(command -v alembic)")
  for engines in shared each; do
    peers+=(alembic-steps-$engines="$python $here/alembic_steps.py $engines $work/line/alembic/alembic.ini $database")
  done
fi

echo; echo "== 200 revisions on PostgreSQL: one plain upgrade, verified without and with rows"
python3 "$here/measure.py" "$runs" --before "$empty" \
  plain="$project upgrade heads" \
  structure="$verify --rows 0 --on postgresql --scratch $url/postgres" \
  rows="$verify --rows 20 --on postgresql --scratch $url/postgres" \
  "${peers[@]}"

echo; echo "== 200 revisions on H2, in memory"
python3 "$here/measure.py" "$runs" structure="$verify --rows 0 --on h2" rows="$verify --rows 20 --on h2"

if python3 -c 'import pytest_alembic' 2>/dev/null; then
  echo; echo "== 200 revisions on PostgreSQL by pytest-alembic, which compares no schemas"
  cat >"$work/line/alembic/conftest.py" <<CONF
import pytest, sqlalchemy
@pytest.fixture
def alembic_config():
    return {"file": "$work/line/alembic/alembic.ini"}
@pytest.fixture
def alembic_engine():
    return sqlalchemy.create_engine("postgresql+psycopg://$PGUSER:${PGPASSWORD:-}@$PGHOST:${PGPORT:-5432}/bench")
CONF
  python3 "$here/measure.py" "$runs" --before "$empty" \
    pytest-alembic="python3 -m pytest -q --test-alembic --rootdir $work/line/alembic $work/line/alembic"
else
  echo; echo "pytest-alembic is not installed: not timed"
fi
