#!/usr/bin/env python3
"""The second opinion on every metric: SQL written from the specification alone.

    oracle.py cases SHARED                       the cases with their answers, by both engines
    oracle.py compare OGPSTATS SHARED DATA ...   random requests, cell by cell against the program
        [--requests N] [--seed S] [--stories N] [--metric NAME ...] [--engine sqlite|duckdb ...]
        [--awkward N]                            and over N datasets made up by awkward.py

SHARED is the folder with spec/taxonomy.csv and cases. Prints each difference with the command that
shows it, and closes with a line of what passed and what failed; the status is 1 if anything did.
"""
import argparse
import csv
import glob
import io
import os
import shlex
import subprocess
import sys
import tempfile

import awkward
import dataset
import engines
import metrics
import randomly
from request import Request

TOLERANCE = 1e-6


def alike(ours, theirs):
    """Whether two cells agree: text exactly, decimals within the tolerance."""
    if ours == theirs:
        return True
    if '.' not in ours or '.' not in theirs:
        return False
    try:
        return abs(float(ours) - float(theirs)) <= TOLERANCE * 1.01
    except ValueError:
        return False


def difference(ours, theirs):
    """The first difference of two tables in words, nothing where they agree."""
    for number, (left, right) in enumerate(zip(ours, theirs)):
        if len(left) != len(right) or not all(map(alike, left, right)):
            return f'row {number}: oracle {",".join(left)} | program {",".join(right)}'
    if len(ours) != len(theirs):
        longer = ours if len(ours) > len(theirs) else theirs
        who = 'oracle' if longer is ours else 'program'
        return (f'{len(ours)} rows by the oracle, {len(theirs)} by the program; {who} has '
                f'{",".join(longer[min(len(ours), len(theirs))])}')
    return None


def load(folder, shared, names):
    data = dataset.Dataset(folder, os.path.join(shared, 'spec', 'taxonomy.csv'))
    stories = {}
    return data, {name: metrics.Oracle(data, engines.ENGINES[name](data), stories)
                  for name in names}


def cases(options):
    failed = passed = 0
    with open(os.path.join(options.shared, 'cases', 'commands.tsv'), encoding='utf-8') as file:
        commands = [row for row in csv.reader(file, delimiter='\t')][1:]
    for folder in sorted(glob.glob(os.path.join(options.shared, 'cases', '0*'))):
        _, oracles = load(os.path.join(folder, 'data'), options.shared, options.engine)
        for name, arguments in commands:
            path = os.path.join(folder, 'expected', name)
            words = arguments.split()
            if words[0] != 'metrics' or not os.path.exists(path):
                continue
            with open(path, encoding='utf-8', newline='') as file:
                expected = list(csv.reader(file))
            for engine, oracle in oracles.items():
                header, rows = oracle.table(Request.parsed(words))
                found = difference([header, *rows], expected)
                if found:
                    failed += 1
                    print(f'{os.path.basename(folder)} {name} {engine}: {found}')
                else:
                    passed += 1
    return passed, failed


def asked(program, request, folder):
    """What the program says: its rows, or its complaint."""
    command = [program, *request.arguments(), folder, '--format', 'csv']
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        return command, None, (f'exit status {done.returncode}: '
                               f'{done.stderr.decode(errors="replace").strip()[:300]}')
    return command, list(csv.reader(io.StringIO(done.stdout.decode(), newline=''))), None


def compare(options):
    """Random requests over each dataset, those given and those made up."""
    with tempfile.TemporaryDirectory() as made:
        folders = list(options.data)
        for number in range(options.awkward):
            folders.append(os.path.join(made, f'awkward-{options.seed}-{number}'))
            awkward.write(folders[-1], f'{options.seed}-{number}')
        return compared(options, folders)


def compared(options, folders):
    passed = failed = 0
    for folder in folders:
        data, oracles = load(folder, options.shared, options.engine)
        place = '/'.join(os.path.abspath(folder).split('/')[-2:])
        drawn = randomly.Requests(data, f'{options.seed} {place}', options.metric,
                                  options.stories)
        rows = groups = 0
        for _ in range(options.requests):
            request = drawn.draw()
            command, theirs, complaint = asked(options.program, request, folder)
            for engine, oracle in oracles.items():
                header, table = oracle.table(request)
                found = complaint or difference([header, *table], theirs)
                rows, groups = rows + len(table), groups + bool(table)
                if found:
                    failed += 1
                    print(f'{engine}: {shlex.join(command)}\n  {found}', flush=True)
                else:
                    passed += 1
        print(f'{folder}: {options.requests} requests, {rows} rows, '
              f'{groups} tables with rows', flush=True)
    return passed, failed


def main():
    options = argparse.ArgumentParser()
    commands = options.add_subparsers(required=True)
    for name, run in (('cases', cases), ('compare', compare)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument('--engine', nargs='+', default=list(engines.ENGINES))
        if run is compare:
            command.add_argument('--requests', type=int, default=100)
            command.add_argument('--seed', type=int, default=1)
            command.add_argument('--stories', type=int, default=3)
            command.add_argument('--awkward', type=int, default=0)
            command.add_argument('--metric', nargs='+')
            command.add_argument('program')
        command.add_argument('shared')
        if run is compare:
            command.add_argument('data', nargs='*')
    options = options.parse_args()
    passed, failed = options.run(options)
    print(f'oracle: {passed} passed, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
