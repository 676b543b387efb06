"""Compares the figures of the notebooks with what the program prints.

usage: figures.py OGPSTATS EXPORT DATA [FIGURES.csv]
Runs biennial.py and what_if.py in this process; with FIGURES.csv (of biennial.Rmd) compares that instead.
"""
import csv
import io
import os
import runpy
import subprocess
import sys
from pathlib import Path

NOTEBOOKS = Path(__file__).parents[2] / "notebooks-export"


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def printed(ogpstats, data, metric, dimension, biennium):
    by = ["--by", dimension] if dimension != "overall" else []
    text = run(ogpstats, "metrics", metric, "--quiet", "--format", "csv",
               "--biennium", str(biennium), *by, data)
    rows = {}
    for row in csv.DictReader(io.StringIO(text)):
        part = row.get("opened") or row.get("obligation") or row.get("at") or "overall"
        group = row[dimension] if by else "overall"
        rows[group, part, row["level"]] = row
    return rows


def same(found, wanted):
    if found in (None, "", "NA") or found != found:
        return wanted == ""
    return wanted != "" and abs(float(found) - float(wanted)) <= 5.1e-7


def compare(figures, ogpstats, data, biennium):
    """Every row of the figures against the program's, and none of the program's missing."""
    tables = {}
    for row in figures:
        tables.setdefault((row["metric"], row["dimension"]), []).append(row)
    faults = []
    for (metric, dimension), rows in tables.items():
        wanted = printed(ogpstats, data, metric, dimension, biennium)
        for row in rows:
            other = wanted.pop((row["group"], row["part"], row["level"]), None)
            if other is None or not all(
                    same(row[n], other[n]) for n in ("count", "total", "share", "low", "high")):
                faults.append(f"{row} for {other}")
        faults += [f"nothing for {metric} {place}" for place in wanted]
    if faults:
        sys.exit("the figures differ:\n" + "\n".join(faults[:10]))
    return len(figures), sorted({metric for metric, _ in tables})


def main(ogpstats, export, data, given=None):
    os.environ |= {"OGPSTATS_EXPORT": export, "OGPSTATS": ogpstats}
    if given:
        with open(given, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        count, names = compare(rows, ogpstats, data, int(os.environ["OGPSTATS_BIENNIUM"]))
        print(f"biennial.Rmd: {count} figures of {', '.join(names)} are the program's own")
        return
    if not given:
        first = runpy.run_path(str(NOTEBOOKS / "biennial.py"))
        rows = first["figures"].to_dict("records")
        count, names = compare(rows, ogpstats, data, first["biennium"])
        for name in ("completion_chart", "timeliness_chart"):
            first[name].to_json()
        print(f"biennial: {count} figures of {', '.join(names)} are the program's own")

    second = runpy.run_path(str(NOTEBOOKS / "what_if.py"))
    for row in second["stars"].to_dict("records"):
        text = run(ogpstats, "metrics", "stars", "--quiet", "--format", "csv",
                   "--set", f"star_min_impact={row['star_min_impact']}",
                   "--set", f"star_min_completion={row['star_min_completion']}", data)
        star = next(r for r in csv.DictReader(io.StringIO(text)) if r["level"] == "star")
        if (int(star["count"]), int(star["total"])) != (row["starred"], row["commitments"]):
            sys.exit(f"stars differ: {row} for {star}")
    for quarters, rows in second["members"].groupby("silent_quarters"):
        text = run(ogpstats, "metrics", "status", "--quiet", "--format", "csv",
                   "--set", f"silent_quarters={quarters}", data)
        wanted = {r["level"]: int(r["count"]) for r in csv.DictReader(io.StringIO(text))}
        if dict(zip(rows["status"], rows["members"])) != wanted:
            sys.exit(f"members under silent_quarters={quarters} differ: {rows} for {wanted}")
    for name in ("star_chart", "member_chart"):
        second[name].to_json()
    print(f"what_if: {len(second['stars'])} star rules and {len(second['members'])} counts of members"
          " are the program's own")


main(*(os.path.abspath(word) for word in sys.argv[1:]))
