"""Splits one piece of ogpstats work over a Spark cluster, by whole members.

    spark-submit scale-out/ogpstats_spark.py --shards 64 --out future.csv -- \\
        project --replicates 10000 /shared/demo

Behind `--` stands a command line of `ogpstats simulate` or `ogpstats project` as for one machine. Each
task runs the same program on its parts of the members and prints whole numbers; they are collected
here and put together by `ogpstats merge`, whose output is that of one process, byte for byte.

The program and the data must be at the same paths on every machine (a shared or distributed file
system, or the package installed everywhere). Any failure of a worker fails the job.
"""
import argparse
import os
import shlex
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

WORKER = r"""
set -euo pipefail
# One part of the members a line; a part that fails ends the task, and with checkCode the job.
while read -r shard; do
  "$@" --quiet --shard "$shard" --emit partial </dev/null
done
"""


def options(words):
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], usage="%(prog)s [options] -- COMMAND ... DATA")
    parser.add_argument("--program", default="ogpstats", help="the program; default: on the path")
    parser.add_argument("--shards", type=int, default=0,
                        help="how many parts; default: four for each core of the cluster")
    parser.add_argument("--tasks", type=int, default=0, help="how many tasks; default: one a part")
    # Not to standard output: spark-submit mixes messages into it.
    parser.add_argument("--out", required=True, help="the file for the result")
    parser.add_argument("--merge", default="", help="options of merge, such as '--format json'")
    if "--" not in words:
        parser.error("behind -- stands the command to split, such as: -- project --replicates 1000 demo")
    place = words.index("--")
    given = parser.parse_args(words[:place])
    given.command = words[place + 1:]
    if given.command[:1] not in (["simulate"], ["project"]):
        parser.error("only simulate and project can be split")
    return given


def main(words):
    given = options(words)
    spark = SparkSession.builder.appName("ogpstats " + given.command[0]).getOrCreate()
    context = spark.sparkContext
    count = given.shards or 4 * context.defaultParallelism
    tasks = min(given.tasks or count, count)
    command = shlex.join(["/bin/bash", "-c", WORKER, "worker", given.program, *given.command])
    shards = context.parallelize([f"{index}/{count}" for index in range(count)], tasks)
    # checkCode is off by default, and then hides that a worker failed.
    lines = shards.pipe(command, env=dict(os.environ), checkCode=True).collect()
    spark.stop()

    # In the order of the parts, but merge asks for no order.
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as parts:
        parts.writelines(line + "\n" for line in lines)
        parts.flush()
        merge = [given.program, "merge", *shlex.split(given.merge), "--out", given.out, parts.name]
        return subprocess.run(merge).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
