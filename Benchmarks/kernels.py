#!/usr/bin/env python3
"""Counts the instructions of each kernel with callgrind, at scale 1 on one thread.

    kernels.py            fails where one takes over 5 % more than bounds.json says
    kernels.py --record   writes bounds.json

Seconds are noisy; instructions repeat to a fraction of a per cent (ids are hashed from a seed that
is drawn anew, so not exactly).
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import run

BOUNDS = os.path.join(run.HERE, "bounds.json")
ALLOWED = 1.05
# A kernel and the jobs that come before it.
KERNELS = {
    "read": ["read"],
    "histories": ["read", "histories"],
    "replay": ["read", "status", "replay"],
    "metrics_ready": ["read", "metrics", "metrics_ready"],
    "sweep": ["read", "sweep"],
}


def instructions(jobs, data):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind.out")
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}",
             "--collect-atstart=no", "--toggle-collect=*measuredKernel*", run.WORKER, data, "1",
             *jobs],
            check=True, capture_output=True, text=True)
    return int(re.search(r"Collected : (\d+)", result.stderr)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--no-build", action="store_true")
    options = parser.parse_args()
    os.makedirs(run.WORK, exist_ok=True)
    if not options.no_build:
        run.build()
    data, _ = run.generate(1)
    counts = {name: instructions(jobs, data) for name, jobs in KERNELS.items()}
    if options.record:
        with open(BOUNDS, "w") as file:
            json.dump(counts, file, indent=2)
            file.write("\n")
    with open(BOUNDS) as file:
        bounds = json.load(file)
    is_slower = False
    for name, count in counts.items():
        ratio = count / bounds[name]
        is_slower = is_slower or ratio > ALLOWED
        print(f"{name:14} {count:>14,} instructions, {ratio:.3f} of the bound"
              + (" — over" if ratio > ALLOWED else ""))
    return 1 if is_slower else 0


if __name__ == "__main__":
    sys.exit(main())
