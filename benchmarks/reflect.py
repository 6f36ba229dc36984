#!/usr/bin/env python3
"""Times how long SQLAlchemy, which Alembic compares databases with, reads a database.

usage: reflect.py URL

Each run has a new connection and an inspector that remembers nothing: the first in this process, then the minimum, median
and maximum of 5. Opening the connection is not part of it.
"""

import statistics
import sys
import time

import sqlalchemy


def read(url):
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        begun = time.perf_counter()
        metadata = sqlalchemy.MetaData()
        metadata.reflect(connection)
        wall = (time.perf_counter() - begun) * 1000
    engine.dispose()
    return wall, metadata


def main():
    first, metadata = read(sys.argv[1])
    times = [read(sys.argv[1])[0] for _ in range(5)]
    tables = metadata.tables.values()
    print(
        f"{'sqlalchemy ' + sqlalchemy.__version__:28} {first:8.0f} {min(times):8.0f} {statistics.median(times):8.0f} "
        f"{max(times):8.0f}   {len(tables)} tables, {sum(len(t.columns) for t in tables)} columns, "
        f"{sum(len([c for c in t.constraints if c.name]) for t in tables)} keys, {sum(len(t.indexes) for t in tables)} indexes"
    )


if __name__ == "__main__":
    main()
