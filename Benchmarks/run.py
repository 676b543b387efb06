#!/usr/bin/env python3
"""Times ogpstats and the tools an analyst would pick instead, on the same data, in turn.

    run.py                     scales 1 and 100 (150 and 15,000 members), prints the tables
    run.py --scale 1000        ten times the data; only ogpstats, against scale 100
    run.py --smoke             scale 1 once over; fails only on wrong answers
    run.py --record            writes the tables into BENCHMARKS.md

It makes a virtual environment with the pinned peers (requirements.txt), builds the program and the
worker, generates the data, and holds every answer of every peer against ogpstats'. Every round does
each job on each tool in turn, so that whatever else the machine does disturbs all alike; the tables
show medians.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import compare
import table

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WORK = os.path.join(HERE, ".work")
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
# As it is shipped: one file with Swift's libraries in it.
SHIPPED = os.path.join(ROOT, ".build-shipped")
PROGRAM = os.path.join(SHIPPED, "release", "ogpstats")
WORKER = os.path.join(HERE, ".build", "release", "Worker")

MEMBERS = 150
OWN = "ogpstats"
PEERS = {
    "DuckDB": ["read", "ready", "metrics"],
    "Polars": ["read", "ready", "metrics"],
    "pyarrow": ["read"],
    "numpy + numba": ["read", "ready", "metrics", "status", "replay", "sweep"],
    "pandas": ["read", "ready", "metrics"],
    "SQLite": ["read", "ready", "metrics"],
}
SCRIPTS = {
    "DuckDB": "duckdb_peer.py", "Polars": "polars_peer.py", "pyarrow": "pyarrow_peer.py",
    "numpy + numba": "numba_peer.py", "pandas": "pandas_peer.py", "SQLite": "sqlite_peer.py",
}
OWN_JOBS = ["read", "metrics", "metrics_ready", "status", "replay", "sweep"]
JOBS = ["read", "ready", "metrics", "metrics_ready", "status", "replay", "sweep"]
# Tools that take many times as long as the others are timed in so many rounds.
SLOW_ROUNDS = {"SQLite": 1, "pandas": 2}
# Its seven metrics do not end within minutes on 15,000 members; at scale 1 they are timed and compared.
ONLY_SMALL = {"SQLite": {"metrics", "whole"}}


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(arguments, **options):
    return subprocess.run(arguments, check=True, **options)


# MARK: what is needed


def prepare_peers():
    requirements = os.path.join(HERE, "requirements.txt")
    stamp = os.path.join(VENV, "requirements.txt")
    wanted = open(requirements).read()
    if os.path.exists(stamp) and open(stamp).read() == wanted:
        return
    say("installing the peers")
    run([sys.executable, "-m", "venv", VENV])
    run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r",
         requirements])
    with open(stamp, "w") as file:
        file.write(wanted)


def build():
    say("building")
    # The manifests are touched: a new file in the engine is else not seen from this package.
    os.utime(os.path.join(HERE, "Package.swift"))
    for place in (["--package-path", ROOT, "--scratch-path", SHIPPED, "--product", "ogpstats"],
                  ["--package-path", HERE]):
        run(["swift", "build", "--configuration", "release", "--static-swift-stdlib", *place],
            stdout=sys.stderr)


def generate(scale):
    """The dataset of a scale, and megabytes a second at which it was written."""
    data = os.path.join(WORK, f"scale-{scale}")
    rates = []
    for _ in range(1 if scale == 1000 else 3):
        start = time.perf_counter()
        run([PROGRAM, "generate", "--members", str(MEMBERS * scale), "--seed", "1", "--out", data],
            stderr=subprocess.DEVNULL)
        rates.append(megabytes(data) / (time.perf_counter() - start))
    run([PROGRAM, "status", "--history", "--format", "csv", "--out", data + "-history.csv", data],
        stderr=subprocess.DEVNULL)
    with open(data + "-history.csv") as spells, open(data + "-excused.csv", "w") as excused:
        excused.write("member_id,from,to\n")
        for line in spells:
            member, status, first, last, _ = line.split(",")
            if status in ("inactive_voluntary", "revoked", "withdrawn"):
                excused.write(f"{member},{first},{last}\n")
    return data, max(rates)


def megabytes(data):
    return sum(
        os.path.getsize(os.path.join(data, name))
        for name in os.listdir(data) if name.endswith(".csv")) / 1e6


# MARK: timing


class Tool:
    """A process that does jobs, one for each line it gets."""

    def __init__(self, name, data, threads):
        self.name = name
        arguments = command(name, data, threads)
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer or answer.startswith("failed"):
            raise SystemExit(f"{self.name} does not do '{line}': {answer or 'it ended'}")
        return answer

    def time(self, job):
        return float(self.ask(job).split()[0])

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def command(name, data, threads):
    if name == OWN:
        return [WORKER, data, str(threads)]
    return [PYTHON, "-W", "ignore", os.path.join(HERE, "peers", SCRIPTS[name]), data, str(threads)]


def is_asked(name, job, scale):
    return scale == 1 or job not in ONLY_SMALL.get(name, ())


def time_jobs(data, threads, rounds, scale):
    """Seconds by job and tool, and what is wrong with the answers."""
    tools = {name: Tool(name, data, threads) for name in [OWN, *PEERS]}
    jobs_of = {OWN: OWN_JOBS, **PEERS}
    seconds = {job: {} for job in JOBS}
    # The first round compiles, fills caches and gives the answers; it is not timed.
    for number in range(rounds + 1):
        for job in JOBS:
            for name, tool in tools.items():
                if job not in jobs_of[name] or number > SLOW_ROUNDS.get(name, rounds):
                    continue
                if not is_asked(name, job, scale):
                    continue
                took = tool.time(job)
                if number > 0:
                    seconds[job].setdefault(name, []).append(took)
        say(f"  round {number} of {rounds}")
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        own = os.path.join(folder, "own")
        os.mkdir(own)
        tools[OWN].ask(f"answers {own}")
        # The replay is also held against the program's own output.
        history = os.path.join(folder, "history")
        os.mkdir(history)
        os.symlink(data + "-history.csv", os.path.join(history, "history.csv"))
        wrong += [f"worker: {line}" for line in compare.differences(own, history)]
        for name in PEERS:
            if name == "pyarrow" or not is_asked(name, "metrics", scale):
                continue
            theirs = os.path.join(folder, name)
            os.mkdir(theirs)
            tools[name].ask(f"answers {theirs}")
            wrong += [f"{name}: {line}" for line in compare.differences(own, theirs)]
    for tool in tools.values():
        tool.end()
    return seconds, wrong


def spawn(arguments):
    """Seconds, processor seconds and peak bytes of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def time_whole(data, threads, rounds, scale):
    """Seconds of whole processes by tool, and the peak memory of each."""
    seconds, peaks = {}, {}
    for number in range(rounds):
        for name in [OWN, *PEERS]:
            if name == "pyarrow" or number >= SLOW_ROUNDS.get(name, rounds):
                continue
            if not is_asked(name, "whole", scale):
                continue
            took, _, peak = spawn(command(name, data, threads) + ["whole"])
            seconds.setdefault(name, []).append(took)
            peaks[name] = max(peaks.get(name, 0), peak)
    return seconds, peaks


def time_own(data, rounds):
    """What ogpstats does that no peer does."""
    demo = os.path.join(ROOT, "datasets", "demo")
    own = {}
    worker = Tool(OWN, data, 1)
    own["read_one_thread"] = [worker.time("read") for _ in range(rounds + 1)][1:]
    own["report_bytes"] = worker.time("report_bytes")
    worker.end()
    worker = Tool(OWN, demo, 2)
    worker.time("read")
    own["projection"] = [worker.time("projection") for _ in range(max(rounds // 2, 1))]
    worker.end()
    own["start"] = [spawn([PROGRAM, "rules"])[0] for _ in range(40)]
    with tempfile.TemporaryDirectory() as folder:
        own["report"] = []
        for number in range(rounds):
            out = os.path.join(folder, str(number))
            own["report"].append(
                spawn([PROGRAM, "report", demo, "--biennium", "2024", "--out", out])[0])
    return own


# MARK: the run


def measure(scale, threads, rounds):
    data, rate = generate(scale)
    say(f"scale {scale}: {megabytes(data):.1f} MB")
    seconds, wrong = time_jobs(data, threads, rounds, scale)
    whole, peaks = time_whole(data, threads, rounds, scale)
    seconds["whole"] = whole
    return {
        "scale": scale, "members": MEMBERS * scale, "megabytes": megabytes(data),
        "generated": rate, "seconds": seconds, "peaks": peaks, "wrong": wrong,
        "own": time_own(data, rounds), "load": os.getloadavg()[0],
    }


def measure_large(scale, threads, small):
    """Ten times the data: how time and memory grow."""
    folders = {size: generate(size)[0] for size in (small, scale)}
    times = {size: [] for size in folders}
    # In turn, and the first time not counted: it finds the files on the disk.
    for _ in range(6):
        for size, data in folders.items():
            times[size].append(spawn(command(OWN, data, threads) + ["whole"]))
    return {
        size: {
            "megabytes": megabytes(data), "seconds": statistics.median(t[0] for t in times[size][1:]),
            "peak": max(t[2] for t in times[size])}
        for size, data in folders.items()}


def machine(threads):
    def first_line(arguments):
        output = subprocess.run(arguments, capture_output=True, text=True)
        return (output.stdout or output.stderr).splitlines()[0]

    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line),
        platform.processor())
    return {
        "processor": f"{model}, {os.cpu_count()} processors, {threads} threads used",
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "swift": first_line(["swift", "--version"]),
        "python": platform.python_version(),
        "peers": [
            line.strip() for line in open(os.path.join(HERE, "requirements.txt"))
            if "==" in line],
        "date": time.strftime("%Y-%m-%d"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scale", type=int, action="append", choices=[1, 100, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--no-build", action="store_true")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    prepare_peers()
    if not options.no_build:
        build()
    if options.smoke:
        data, _ = generate(1)
        _, wrong = time_jobs(data, options.threads, 0, 1)
        print("\n".join(wrong) or "all answers agree")
        return 1 if wrong else 0
    scales = options.scale or [1, 100]
    runs = [
        measure(scale, options.threads, options.rounds + (4 if scale == 1 else 0))
        for scale in scales if scale != 1000]
    large = measure_large(1000, options.threads, 100) if 1000 in scales else None
    results = {"machine": machine(options.threads), "runs": runs, "large": large}
    with open(os.path.join(WORK, "results.json"), "w") as file:
        json.dump(results, file, indent=1)
    text = table.markdown(results)
    print(text)
    if options.record:
        table.record(text, os.path.join(ROOT, "BENCHMARKS.md"))
    wrong = [line for result in runs for line in result["wrong"]]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
