"""Writes the graph of a real project as revision files with bodies that are made up.

    python3 benchmarks/bodies.py GRAPH.json FOLDER [TABLES]

GRAPH.json holds "revisions": a list of objects with "id" and "down", a list of ids. What a revision does follows from its place in
the list. It speaks of tables that a revision it stands on has made, so that parallel branches now and then touch the same table, in
ways whose order makes no difference. With TABLES it speaks of that many of the first tables only: with 1, all branches work on one.
"""

import json
import pathlib
import sys


def ancestors(revision, by_id, known):
    if revision["id"] not in known:
        found = set()
        for parent in revision["down"]:
            found |= ancestors(by_id[parent], by_id, known) | {parent}
        known[revision["id"]] = found
    return known[revision["id"]]


def body(number, tables):
    if number % 6 == 0 or not tables:
        reference = f"REFERENCES {tables[number * 7 % len(tables)]} (id)" if tables else ""
        return (
            f"CREATE TABLE t_{number} (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0, other INTEGER {reference});\n"
            f"INSERT INTO t_{number} (id, n) VALUES (90001, 1), (90002, 2);",
            f"DROP TABLE t_{number};",
        )
    table = tables[number * 7 % len(tables)]
    return {
        1: (f"ALTER TABLE {table} ADD COLUMN c_{number} INTEGER DEFAULT 0;", f"ALTER TABLE {table} DROP COLUMN c_{number};"),
        2: (f"CREATE INDEX ix_{number} ON {table} (n);", f"DROP INDEX ix_{number};"),
        3: (f"UPDATE {table} SET n = n + {number} WHERE id > 90000;", f"UPDATE {table} SET n = n - {number} WHERE id > 90000;"),
        4: (f"CREATE VIEW v_{number} AS SELECT id, n FROM {table};", f"DROP VIEW v_{number};"),
        5: (f"COMMENT ON COLUMN {table}.n IS 'a number';", f"COMMENT ON COLUMN {table}.n IS NULL;"),
    }[number % 6]


def main():
    graph = json.loads(pathlib.Path(sys.argv[1]).read_text())["revisions"]
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    sys.setrecursionlimit(10_000)
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else None
    by_id = {revision["id"]: revision for revision in graph}
    made = {}
    known = {}
    for number, revision in enumerate(graph):
        below = ancestors(revision, by_id, known)
        text = f"-- @revision {revision['id']}\n"
        if revision["down"]:
            text += f"-- @revises {', '.join(revision['down'])}\n"
        if len(revision["down"]) < 2:
            tables = sorted((made[each] for each in below if each in made), key=lambda name: int(name[2:]))[:limit]
            upgrade, downgrade = body(number, tables)
            if upgrade.startswith("CREATE TABLE"):
                made[revision["id"]] = f"t_{number}"
            text += f"\n-- @upgrade\n{upgrade}\n\n-- @downgrade\n{downgrade}\n"
        (folder / f"{revision['id']}.sql").write_text(text)
    print(f"{len(graph)} revisions, {sum(len(each['down']) > 1 for each in graph)} merges")


main()
