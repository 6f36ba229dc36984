#!/usr/bin/env python3
"""Times whole commands in turn, A B A B ..., and prints the minimum, median and maximum of each.

usage: measure.py RUNS [--before COMMAND] NAME=COMMAND [NAME=COMMAND ...]

A command is run by a shell with its output thrown away; the first run of each is not counted. --before runs, uncounted, ahead
of every run (to empty a database). Wall time comes from the clock, peak memory is the largest single process, as the
operating system accounts for finished children. With two commands or more the ratio of the first to each other is printed,
taken run by run, since a machine's speed drifts. A command that fails ends the measurement.
"""

import os
import statistics
import subprocess
import sys
import time


def run(command):
    begun = time.perf_counter()
    process = subprocess.Popen(
        ["sh", "-c", "exec " + command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {command}\n{errors.decode(errors='replace')[-2000:]}")
    return wall, usage.ru_maxrss / 1024


def row(values):
    return f"{min(values):8.3f} {statistics.median(values):8.3f} {max(values):8.3f}"


def main():
    arguments = sys.argv[1:]
    runs = int(arguments.pop(0))
    before = None
    if arguments[0] == "--before":
        arguments.pop(0)
        before = arguments.pop(0)
    commands = [argument.split("=", 1) for argument in arguments]
    walls = {name: [] for name, _ in commands}
    memory = {name: [] for name, _ in commands}
    for number in range(runs + 1):
        for name, command in commands:
            if before:
                subprocess.run(before, shell=True, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            wall, peak = run(command)
            if number:
                walls[name].append(wall)
                memory[name].append(peak)
    print(f"{'':28} {'min s':>8} {'median':>8} {'max':>8} {'peak MiB':>9}")
    for name, _ in commands:
        print(f"{name:28} {row(walls[name])} {max(memory[name]):9.0f}")
    first = commands[0][0]
    for name, _ in commands[1:]:
        ratios = [a / b for a, b in zip(walls[first], walls[name])]
        print(f"{first + ' / ' + name:28} {row(ratios)}")


if __name__ == "__main__":
    main()
