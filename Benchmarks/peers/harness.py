"""What every peer's program shares: it does one job a line it reads, and says how long it took.

    peer.py DATA THREADS                 reads lines `JOB` and `answers FOLDER` from standard input
    peer.py DATA THREADS JOB [JOB ...]   does these jobs
    peer.py DATA THREADS whole           a program of its own: it reads, counts and prints

A peer is a class with a method a job; what one job makes, the next one finds. `answers` are tables
by name: a header and rows, of which rows that count nothing are left out.
"""

import csv
import os
import sys
import time


def clocks():
    return time.perf_counter(), time.process_time()


def timed(work):
    wall, processors = clocks()
    work()
    late_wall, late_processors = clocks()
    return f"{late_wall - wall:.6f} {late_processors - processors:.6f}"


def spells_path(data):
    """The spells in which a quarter does not count for `tracking`: the peers do not replay the
    handbook's rules for it, they are given what `ogpstats status --history` says."""
    return data.rstrip("/") + "-excused.csv"


def write_answers(answers, folder):
    os.makedirs(folder, exist_ok=True)
    for name, (header, rows) in answers.items():
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)


def serve(peer_class):
    data, threads, *jobs = sys.argv[1:]
    peer = peer_class(data, int(threads))
    if jobs == ["whole"]:
        for job in ["read", "ready", "metrics"]:
            if hasattr(peer, job):
                getattr(peer, job)()
        for name, (header, rows) in peer.answers().items():
            print(name)
            print(",".join(header))
            for row in rows:
                print(",".join(str(cell) for cell in row))
        return
    for job in jobs:
        print(job, timed(getattr(peer, job)), flush=True)
    if jobs:
        return
    for line in sys.stdin:
        job, _, folder = line.strip().partition(" ")
        if job == "answers":
            write_answers(peer.answers(), folder)
            print("written", flush=True)
        else:
            print(timed(getattr(peer, job)), flush=True)
