#!/usr/bin/env python3
"""Line coverage of each module of Sources, from the JSON that `swift test` writes.

    tools/coverage.py COVERAGE.json [--least PERCENT MODULE ...]

Prints one line a module and the least covered files. With --least the status is 1 if one of the
modules named lies under that share.
"""
import argparse
import json
import sys


def main():
    options = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    options.add_argument('file')
    options.add_argument('--least', nargs='+', default=[], metavar='PERCENT MODULE')
    options = options.parse_args()
    modules, files = {}, []
    for entry in json.load(open(options.file))['data'][0]['files']:
        _, found, path = entry['filename'].partition('/Sources/')
        if not found:
            continue
        lines = entry['summary']['lines']
        total = modules.setdefault(path.split('/')[0], [0, 0])
        total[0] += lines['covered']
        total[1] += lines['count']
        if lines['count']:
            files.append((lines['covered'] / lines['count'], lines['count'], path))
    for name, (covered, count) in sorted(modules.items()):
        print(f'{name:<12} {100 * covered / max(count, 1):6.2f} %  {covered} of {count} lines')
    print('Least covered:')
    for share, count, path in sorted(files)[:12]:
        print(f'  {100 * share:6.2f} %  of {count:4} lines  {path}')
    short = [name for name in options.least[1:]
             if 100 * modules[name][0] < float(options.least[0]) * modules[name][1]]
    if short:
        sys.exit(f'under {options.least[0]} %: {", ".join(short)}')


if __name__ == '__main__':
    main()
