#!/usr/bin/env python3
"""Takes an Alembic history up and then down, revision by revision, with Alembic's own calls.

usage: alembic_steps.py shared|each ALEMBIC_INI URL

It stands for pytest-alembic where that cannot be installed: this is what its tests test_upgrade and test_up_down_consistency
have Alembic do on one database, once up and once down, without pytest, its fixtures and its questions in between. The files
are read once. With "shared" all steps use one engine, which an env.py has to be written for; with "each" env.py makes one for
each step, as Alembic's template of it does.
"""

import sys

import sqlalchemy
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory


def main():
    engines, ini, url = sys.argv[1:]
    config = Config(ini)
    if engines == "shared":
        config.attributes["connection"] = sqlalchemy.create_engine(url)
    else:
        config.set_main_option("sqlalchemy.url", url)
    script = ScriptDirectory.from_config(config)
    upwards = [each.revision for each in reversed(list(script.walk_revisions()))]

    def run(steps, target):
        with EnvironmentContext(config, script, fn=lambda current, _: steps(target, current), destination_rev=target):
            script.run_env()

    for target in upwards:
        run(script._upgrade_revs, target)
    for target in upwards[-2::-1] + ["base"]:
        run(script._downgrade_revs, target)


main()
