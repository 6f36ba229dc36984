#!/usr/bin/env python3
"""Writes the SQL of a database with many tables: 10 columns, 2 indexes and 1 foreign key each.

usage: tables.py COUNT

The SQL goes to standard output. It is plain enough for PostgreSQL, MySQL and MariaDB.
"""

import sys

COLUMNS = """  id BIGINT NOT NULL,
  parent_id BIGINT,
  code VARCHAR(20) NOT NULL,
  name VARCHAR(100) NOT NULL,
  description TEXT,
  amount NUMERIC(12, 2) DEFAULT 0 NOT NULL,
  active BOOLEAN DEFAULT true NOT NULL,
  created TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  changed DATE,
  version INTEGER DEFAULT 1 NOT NULL,
"""


def main():
    for number in range(int(sys.argv[1])):
        table = f"bench_{number:05}"
        referred = f"bench_{max(0, number - 1):05}"
        print(f"CREATE TABLE {table} (\n{COLUMNS}  CONSTRAINT {table}_pk PRIMARY KEY (id),")
        print(f"  CONSTRAINT {table}_fk FOREIGN KEY (parent_id) REFERENCES {referred} (id));")
        print(f"CREATE UNIQUE INDEX {table}_code ON {table} (code);")
        print(f"CREATE INDEX {table}_name ON {table} (name, created);")


if __name__ == "__main__":
    main()
