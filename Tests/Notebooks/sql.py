"""Holds every metric that `ogpstats sql` can say against the exported tables, in DuckDB, SQLite,
PostgreSQL and Spark.

usage: sql.py OGPSTATS EXPORT [ENGINE ...] [--all] [--times]
Each metric is asked by each dimension over one window; with --all over every window.
Counts and totals must be the same, shares and bounds within half a millionth: metrics.csv has six
decimals. Rows must come in the same order.
"""
import csv
import itertools
import os
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

FIGURES = ("count", "total", "share", "low", "high")
MEASURES = ("plans", "joint", "commitments", "commitments_per_plan", "median_days", "members")


def run(ogpstats, *arguments):
    return subprocess.run([ogpstats, *arguments], check=True, capture_output=True, text=True).stdout


class DuckDB:
    name = "duckdb"

    def __init__(self, ogpstats, folder):
        import duckdb

        self.connection = duckdb.connect()
        before = os.getcwd()
        os.chdir(folder)
        try:
            self.connection.execute(run(ogpstats, "sql", "schema", "--dialect", "duckdb"))
        finally:
            os.chdir(before)

    def ask(self, query):
        cursor = self.connection.execute(query)
        return [c[0] for c in cursor.description], cursor.fetchall()


class SQLite:
    name = "sqlite"

    def __init__(self, ogpstats, folder):
        path = os.path.join(folder, "ogpstats.sqlite")
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def ask(self, query):
        cursor = self.connection.execute(query)
        return [c[0] for c in cursor.description], cursor.fetchall()


class PostgreSQL:
    """The server that PGHOST names, with the tables filled: see postgres.sh."""
    name = "postgresql"

    def __init__(self, ogpstats, folder):
        import psycopg

        self.connection = psycopg.connect("", autocommit=True)

    def ask(self, query):
        cursor = self.connection.execute(query)
        return [c.name for c in cursor.description], cursor.fetchall()


class Spark:
    name = "spark"

    def __init__(self, ogpstats, folder):
        from pyspark.sql import SparkSession

        self.session = (
            SparkSession.builder.master("local[2]").appName("ogpstats sql")
            .config("spark.sql.shuffle.partitions", "1").config("spark.ui.enabled", "false")
            # So little data is read sooner than a plan is compiled.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC").getOrCreate())
        self.session.sparkContext.setLogLevel("ERROR")
        schema = run(ogpstats, "sql", "schema", "--dialect", "spark")
        for statement in schema.split(";\n"):
            if "VIEW" in statement:
                folder_path = "path '" + os.path.abspath(folder) + "/"
                self.session.sql(statement.replace("path '", folder_path))
        for row in self.session.sql("SHOW VIEWS").collect():
            self.session.catalog.cacheTable(row.viewName)

    def ask(self, query):
        frame = self.session.sql(query)
        return frame.columns, [tuple(row) for row in frame.collect()]


def text(value):
    return "" if value is None else str(value)


def expected(folder):
    """The rows of metrics.csv, and those of the metric plans from measures.csv, by table."""
    tables = {}
    with open(os.path.join(folder, "metrics.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = row["metric"], row["window"], row["dimension"]
            tables.setdefault(key, []).append(
                ((row["part"], row["group"], row["level"]), [row[f] for f in FIGURES]))
    with open(os.path.join(folder, "measures.csv"), newline="", encoding="utf-8") as file:
        for (metric, window, dimension, group), rows in itertools.groupby(
                csv.DictReader(file),
                lambda r: (r["metric"], r["window"], r["dimension"], r["group"])):
            if metric == "plans":
                tables.setdefault((metric, window, dimension), []).append(
                    (("overall", group, "overall"), [r["value"] for r in rows]))
    return tables


def same(found, wanted):
    if found is None or wanted == "":
        return found is None and wanted == ""
    return abs(float(found) - float(wanted)) <= 5.1e-7 * max(1.0, abs(float(wanted)))


def compare(engine, key, query, wanted):
    """A line for the first difference, or nothing."""
    metric, window, dimension = key
    try:
        names, rows = engine.ask(query)
    except Exception as error:  # any engine's own
        return f"{engine.name} {key}: {str(error)[:2000]}\n{query}"
    found = []
    for row in rows:
        cells = dict(zip(names, row))
        part = next((text(cells[n]) for n in ("opened", "at", "obligation") if n in cells), "overall")
        group = text(cells[dimension]) if dimension != "overall" else "overall"
        figures = MEASURES if metric == "plans" else FIGURES
        if metric == "transitions":
            figures = FIGURES[:3]
        found.append(((part, group, text(cells.get("level", "overall"))), [cells[f] for f in figures]))
    if [k for k, _ in found] != [k for k, _ in wanted]:
        pairs = itertools.zip_longest((k for k, _ in found), (k for k, _ in wanted))
        first = next(p for p in pairs if p[0] != p[1])
        return f"{engine.name} {key}: {len(found)} rows for {len(wanted)}; first {first[0]} for {first[1]}"
    for (place, ours), (_, theirs) in zip(found, wanted):
        if not all(same(a, b) for a, b in zip(ours, theirs)):
            return f"{engine.name} {key} {place}: {ours} for {theirs}"
    return None


def one_of_each(keys, kind):
    """One key of each kind, another place each time."""
    kinds = {}
    for key in keys:
        kinds.setdefault(kind(key), []).append(key)
    return [found[(7 * place + 3) % len(found)] for place, found in enumerate(kinds.values())]


def main(ogpstats, folder, names):
    tables = expected(folder)
    with open(os.path.join(folder, "windows.csv"), newline="", encoding="utf-8") as file:
        windows = {row["window"]: row for row in csv.DictReader(file)}
    failures = []
    for kind in [DuckDB, SQLite, PostgreSQL, Spark]:
        if kind.name not in names:
            continue
        engine = kind(ogpstats, folder)
        keys = sorted(k for k in tables if k[0] not in ("dwell", "time_to_finish"))
        if kind is Spark:
            # Spark plans each query for seconds: every metric once, in some window by some dimension.
            keys = one_of_each(keys, lambda key: key[0])
        elif "--all" not in names:
            # Every metric by every dimension, each over one of the windows.
            keys = one_of_each(keys, lambda key: (key[0], key[2]))

        def query(key):
            metric, window, dimension = key
            options = ["--by", dimension] if dimension != "overall" else []
            if windows[window]["from_on"]:
                options += ["--biennium", windows[window]["from_on"][:4]]
            return run(ogpstats, "sql", metric, "--dialect", kind.name, *options)

        with ThreadPoolExecutor(2) as pool:
            queries = list(pool.map(query, keys))
        for key, statement in zip(keys, queries):
            begun = time.monotonic()
            failure = compare(engine, key, statement, tables[key])
            if "--times" in names:
                print(f"{time.monotonic() - begun:6.2f} s {key}", flush=True)
            if failure:
                failures.append(failure)
        metrics = len({k[0] for k in keys})
        print(f"{kind.name}: {metrics} metrics, {len(keys)} queries", flush=True)
    for failure in failures[:20]:
        print("DIFFERS", failure, file=sys.stderr)
    if failures:
        sys.exit(f"{len(failures)} queries differ")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:] or ["duckdb", "sqlite"])
