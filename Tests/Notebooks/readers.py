"""Reads an export with frictionless, pandas, polars, DuckDB and SQLite, with no option.

usage: readers.py EXPORT [--spreadsheet]
Every reader must find the rows and columns that datapackage.json declares, no empty column apart, of the
types it declares; references must hold; hashes and sizes must be right.
"""
import hashlib
import json
import os
import sqlite3
import sys

import duckdb
import frictionless
import pandas as pd
import polars as pl

# What a reader that knows no schema makes of a type where every cell is such a one.
KINDS = {
    "duckdb": {"date": "DATE", "boolean": "BOOLEAN", "integer": "BIGINT", "number": "DOUBLE",
               "string": "VARCHAR"},
    "polars": {"date": "String", "boolean": "Boolean", "integer": "Int64", "number": "Float64",
               "string": "String"},
}


def main(folder, spreadsheet):
    package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
    faults = []
    report = frictionless.validate(os.path.join(folder, "datapackage.json"))
    if not report.valid:
        faults.append(f"frictionless: {report.flatten(['name', 'type', 'note'])[:5]}")
    database = sqlite3.connect(f"file:{folder}/ogpstats.sqlite?mode=ro", uri=True)
    if database.execute("PRAGMA foreign_key_check").fetchall():
        faults.append("SQLite: foreign_key_check finds rows")
    if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        faults.append("SQLite: integrity_check finds faults")
    for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        database.execute(f'SELECT * FROM "{view}"').fetchall()
    tables = cells = 0
    for resource in package["resources"]:
        path = os.path.join(folder, resource["path"])
        content = open(path, "rb").read()
        if len(content) != resource["bytes"] or "sha256:" + hashlib.sha256(
                content).hexdigest() != resource["hash"]:
            faults.append(f"{path}: size or hash")
        if resource.get("type") != "table":
            continue
        tables += 1
        fields, count = resource["schema"]["fields"], resource["rowCount"]
        names = [field["name"] for field in fields]
        stored = database.execute(f'SELECT * FROM "{resource["name"]}"')
        if [c[0] for c in stored.description] != names or len(stored.fetchall()) != count:
            faults.append(f"{path}: SQLite has other columns or rows")
        if spreadsheet:
            continue
        frame, lazy = pd.read_csv(path), pl.read_csv(path)
        relation = duckdb.sql(f"SELECT * FROM '{path}'")
        shapes = {"pandas": frame.shape, "polars": lazy.shape,
                  "duckdb": (len(relation.fetchall()), len(relation.columns))}
        for reader, shape in shapes.items():
            if shape != (count, len(names)):
                faults.append(f"{path}: {reader} finds {shape} for {(count, len(names))}")
        types = dict(zip(relation.columns, map(str, relation.types)))
        for field in fields:
            name, kind = field["name"], field["type"]
            missing = field.get("missingCount", 0)
            cells += count
            taken = field.get("wordsTakenForMissing", 0)
            if int(frame[name].isna().sum()) != missing + taken:
                faults.append(f"{path} {name}: pandas finds {frame[name].isna().sum()} missing cells"
                              f" for {missing} and {taken} words")
            # A text column whose cells all look like numbers is one for a reader without a schema.
            if missing == count or (kind == "string" and name in ("cohort", "note", "title", "value")):
                continue
            if types[name] != KINDS["duckdb"][kind]:
                faults.append(f"{path} {name}: DuckDB says {types[name]} of a {kind}")
            if str(lazy.schema[name]) != KINDS["polars"][kind]:
                faults.append(f"{path} {name}: polars says {lazy.schema[name]} of a {kind}")
    if not spreadsheet:
        members = pd.read_csv(os.path.join(folder, "members.csv"))
        if members["country"].isna().any() or members["member_id"].isna().any():
            faults.append("members.csv: pandas loses a country or an id")
    if faults:
        sys.exit("\n".join(faults[:20]))
    print(f"readers: {tables} tables, {cells} cells, {len(package['resources'])} resources valid")


main(sys.argv[1], "--spreadsheet" in sys.argv[2:])
