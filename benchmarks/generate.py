#!/usr/bin/env python3
"""Writes one revision history three times: as Anabranch projects in SQL and in Java, and as an Alembic project.

usage: generate.py SHAPE COUNT FOLDER

SHAPE is "line" (one revision after the other) or "braid" (forks of four branches, six revisions each, joined by a merge;
every third fork also has a dependency from one branch to another). COUNT is the number of revisions. FOLDER receives
anabranch/, java/ and alembic/, and statements.sql: what psql has to run to reach the same end, one transaction a revision, version
rows included. The ids come from a fixed seed, so two runs write the same files.
"""

import pathlib
import random
import sys

WIDTH = 4
LENGTH = 6


def line(count, new_id):
    revisions = []
    for number in range(count):
        parents = [revisions[-1][0]] if revisions else []
        revisions.append((new_id(), parents, [], number))
    return revisions


def braid(count, new_id):
    revisions = [(new_id(), [], [], 0)]
    fork = 0
    while len(revisions) < count:
        start = revisions[-1][0]
        tips, firsts = [], []
        for branch in range(WIDTH):
            parent = start
            for step in range(LENGTH):
                depends = []
                if fork % 3 == 0 and branch == 1 and step == 3:
                    depends = [firsts[0]]
                identifier = new_id()
                revisions.append((identifier, [parent], depends, len(revisions)))
                if step == 0:
                    firsts.append(identifier)
                parent = identifier
            tips.append(parent)
        revisions.append((new_id(), tips, [], len(revisions)))
        fork += 1
    # Cut to the count; what is left open at the end are the heads.
    return revisions[:count]


def statements(number):
    return [
        f"CREATE TABLE bench_{number} (id BIGINT PRIMARY KEY, name VARCHAR(100) NOT NULL)",
        f"CREATE INDEX ix_bench_{number} ON bench_{number} (name)",
    ]


def write_anabranch(folder, revisions):
    files = folder / "revisions"
    files.mkdir(parents=True)
    (folder / "anabranch.toml").write_text(
        'revisions = ["revisions"]\n\n[database]\nurl = "jdbc:postgresql://localhost:5432/bench"\n'
    )
    for identifier, parents, depends, number in revisions:
        text = f"-- @revision    {identifier}\n"
        if parents:
            text += f"-- @revises     {', '.join(parents)}\n"
        if depends:
            text += f"-- @depends-on  {', '.join(depends)}\n"
        body = "".join(f"{s};\n" for s in statements(number))
        text += f"\n-- @upgrade\n{body}\n-- @downgrade\nDROP TABLE bench_{number};\n"
        (files / f"{identifier}_step_{number}.sql").write_text(text)


JAVA = """import static dev.anabranch.migration.Definitions.*;

import dev.anabranch.migration.Operations;
import dev.anabranch.migration.ReversibleMigration;
import dev.anabranch.migration.RevisionInfo;

/** Creates table {number}. */
@RevisionInfo(id = "{identifier}", revises = {{{parents}}}, dependsOn = {{{depends}}})
public class Step{number} implements ReversibleMigration {{

  @Override
  public void change(Operations op) {{
    op.createTable(
        "bench_{number}",
        column("id", bigint()).primaryKey(),
        column("name", varchar(100)).notNull(),
        index("name"));
  }}
}}
"""


def write_java(folder, revisions):
    files = folder / "revisions"
    files.mkdir(parents=True)
    (folder / "anabranch.toml").write_text('revisions = ["revisions"]\n')
    quoted = lambda ids: ", ".join(f'"{identifier}"' for identifier in ids)
    for identifier, parents, depends, number in revisions:
        (files / f"{identifier}_step_{number}.java").write_text(
            JAVA.format(identifier=identifier, parents=quoted(parents), depends=quoted(depends), number=number)
        )


def write_alembic(folder, revisions):
    versions = folder / "script" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(
        "[alembic]\nscript_location = %(here)s/script\nsqlalchemy.url = postgresql+psycopg://localhost/bench\n"
    )
    (folder / "script" / "script.py.mako").write_text("")
    (folder / "script" / "env.py").write_text(
        "from alembic import context\n"
        "import sqlalchemy\n"
        "url = context.get_x_argument(as_dictionary=True).get('url') or context.config.get_main_option('sqlalchemy.url')\n"
        "if context.is_offline_mode():\n"
        "    context.configure(url=url, literal_binds=True, transaction_per_migration=True)\n"
        "    with context.begin_transaction():\n"
        "        context.run_migrations()\n"
        "else:\n"
        "    engine = context.config.attributes.get('connection') or sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)\n"
        "    with engine.connect() as connection:\n"
        "        context.configure(connection=connection, transaction_per_migration=True)\n"
        "        with context.begin_transaction():\n"
        "            context.run_migrations()\n"
    )
    for identifier, parents, depends, number in revisions:
        down = repr(parents[0]) if len(parents) == 1 else repr(tuple(parents)) if parents else "None"
        body = "".join(f"    op.execute({s!r})\n" for s in statements(number))
        (versions / f"{identifier}_step_{number}.py").write_text(
            f'"""step {number}"""\nfrom alembic import op\n\n'
            f"revision = {identifier!r}\ndown_revision = {down}\nbranch_labels = None\n"
            f"depends_on = {tuple(depends) if depends else None!r}\n\n\n"
            f"def upgrade():\n{body}\n\ndef downgrade():\n    op.execute('DROP TABLE bench_{number}')\n"
        )


def write_statements(path, revisions):
    """A plain line only: each revision replaces the row of the one before."""
    with path.open("w") as out:
        out.write("CREATE TABLE anabranch_version (version_num VARCHAR(255) NOT NULL PRIMARY KEY);\n")
        for identifier, parents, _, number in revisions:
            out.write("BEGIN;\n")
            for statement in statements(number):
                out.write(f"{statement};\n")
            if parents:
                out.write(
                    f"UPDATE anabranch_version SET version_num = '{identifier}' WHERE version_num = '{parents[0]}';\n"
                )
            else:
                out.write(f"INSERT INTO anabranch_version (version_num) VALUES ('{identifier}');\n")
            out.write("COMMIT;\n")


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("line", "braid"):
        sys.exit(__doc__)
    shape, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    source = random.Random(20261122)
    taken = set()

    def new_id():
        while True:
            identifier = f"{source.getrandbits(48):012x}"
            if identifier not in taken:
                taken.add(identifier)
                return identifier

    revisions = line(count, new_id) if shape == "line" else braid(count, new_id)
    write_anabranch(folder / "anabranch", revisions)
    write_java(folder / "java", revisions)
    write_alembic(folder / "alembic", revisions)
    if shape == "line":
        write_statements(folder / "statements.sql", revisions)


if __name__ == "__main__":
    main()
