"""Executes the notebooks and compares their figures with what the program prints.

usage: figures.py OGPSTATS EXPORT DATA [FIGURES.csv]
biennial.ipynb and what_if.ipynb are executed in a kernel, as Jupyter does it; with FIGURES.csv (of
biennial.Rmd) compares that instead.
"""
import csv
import io
import os
import subprocess
import sys
import tempfile
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


def execute(name, tables, work):
    """Executes a notebook; gives the tables that stand in it at the end, and how many drawings it shows."""
    import nbformat
    from nbclient import NotebookClient

    document = nbformat.read(NOTEBOOKS / name, as_version=4)
    nbformat.validate(document)
    before = len(document.cells)
    saving = "\n".join(f"{table}.to_csv({str(work / table)!r}, index=False)" for table in tables)
    document.cells.append(nbformat.v4.new_code_cell(saving))
    client = NotebookClient(document, kernel_name="python3", timeout=300, startup_timeout=300,
                            extra_arguments=["--log-level=ERROR"])
    client.execute(cwd=str(work))
    outputs = [output for cell in document.cells[:before] if cell.cell_type == "code" for output in cell.outputs]
    drawn = sum("vegaEmbed" in output.get("data", {}).get("text/html", "") for output in outputs)
    found = {}
    for table in tables:
        with open(work / table, newline="", encoding="utf-8") as file:
            found[table] = list(csv.DictReader(file))
    return found, drawn


def what_if(tables, ogpstats, data):
    """The star rules and the members of what_if.ipynb against the program's."""
    for row in tables["stars"]:
        text = run(ogpstats, "metrics", "stars", "--quiet", "--format", "csv",
                   "--set", f"star_min_impact={row['star_min_impact']}",
                   "--set", f"star_min_completion={row['star_min_completion']}", data)
        star = next(r for r in csv.DictReader(io.StringIO(text)) if r["level"] == "star")
        if (star["count"], star["total"]) != (row["starred"], row["commitments"]):
            sys.exit(f"stars differ: {row} for {star}")
    members = {}
    for row in tables["members"]:
        members.setdefault(row["silent_quarters"], {})[row["status"]] = row["members"]
    for quarters, found in members.items():
        text = run(ogpstats, "metrics", "status", "--quiet", "--format", "csv",
                   "--set", f"silent_quarters={quarters}", data)
        wanted = {r["level"]: r["count"] for r in csv.DictReader(io.StringIO(text))}
        if found != wanted:
            sys.exit(f"members under silent_quarters={quarters} differ: {found} for {wanted}")


def main(ogpstats, export, data, given=None):
    if given:
        with open(given, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        count, names = compare(rows, ogpstats, data, int(os.environ["OGPSTATS_BIENNIUM"]))
        print(f"biennial.Rmd: {count} figures of {', '.join(names)} are the program's own")
        return
    # Nothing of the user's own Jupyter is read.
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        os.environ |= {
            "OGPSTATS_EXPORT": export, "OGPSTATS": ogpstats, "IPYTHONDIR": f"{work}/ipython",
            "JUPYTER_CONFIG_DIR": f"{work}/config", "JUPYTER_DATA_DIR": f"{work}/data",
            "JUPYTER_RUNTIME_DIR": f"{work}/run"}
        for biennium in [2021, 2023]:
            os.environ["OGPSTATS_BIENNIUM"] = str(biennium)
            tables, drawn = execute("biennial.ipynb", ["figures"], work)
            count, names = compare(tables["figures"], ogpstats, data, biennium)
            if drawn != 2:
                sys.exit(f"biennial.ipynb shows {drawn} drawings")
            print(f"biennial.ipynb, {biennium}: {count} figures of {', '.join(names)} are the program's own")
        tables, drawn = execute("what_if.ipynb", ["stars", "members"], work)
        if drawn != 2:
            sys.exit(f"what_if.ipynb shows {drawn} drawings")
        what_if(tables, ogpstats, data)
        print(f"what_if.ipynb: {len(tables['stars'])} star rules and {len(tables['members'])} counts of"
              " members are the program's own")


main(*(os.path.abspath(word) for word in sys.argv[1:]))
