"""Exports a dataset of texts that readers stumble over, and looks at what comes of them.

usage: hard.py OGPSTATS WORK
"""
import csv
import json
import os
import sqlite3
import subprocess
import sys

import duckdb
import pandas as pd
import polars as pl

TEXTS = ["NA", "N/A", "null", "None", "nan", "", "=1+1", "+1", "-1", "@SUM(A1)", "a,b", 'say "hi"',
         "two\nlines", " space ", "semi;colon", "0012", "1e5", "true", "2021-01-01", "ünïcode 🙂",
         "\ttab", "'quoted", "＝1", "<b>&amp;", "'=1", "''+1"]


def write(folder):
    os.makedirs(folder)

    def table(name, header, rows):
        with open(os.path.join(folder, name + ".csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])

    # Namibia, whose two-letter code is NA, and members whose ids and cohorts are words for missing.
    table("members", ["member_id", "name", "country", "region", "joined_on", "cohort"],
          [["NA", "Windhoek", "NAM", "africa_middle_east", "2020-01-01", "NA"],
           ["0012", "Erongo", "NAM", "africa_middle_east", "2020-02-01", "007"],
           ["null", "Kunene", "NAM", "africa_middle_east", "2020-03-01", "None"]])
    table("plans", ["plan_id", "member_ids", "submitted_on", "starts_on", "ends_on"],
          [["P1", "NA;0012", "2020-06-01", "2020-07-01", "2022-06-30"]])
    table("commitments",
          ["commitment_id", "plan_id", "title", "starts_on", "ends_on", "policy_areas", "sectors",
           "lead_agency"],
          [[f"C{n}", "P1", text, "2020-07-01", "2022-06-30", "civic_space", "health_nutrition", text]
           for n, text in enumerate(TEXTS)])


def main(program, work):
    data, out = os.path.join(work, "hard"), os.path.join(work, "hard-export")
    write(data)
    done = subprocess.run([program, "export", data, "--out", out], check=True, capture_output=True, text=True)
    wanted = [text or None for text in TEXTS]
    rows = pl.read_csv(os.path.join(out, "commitments.csv"))
    assert rows["title"].to_list() == wanted, ("polars", rows["title"].to_list())
    path = os.path.join(out, "commitments.csv")
    found = [r[0] for r in duckdb.sql(f"SELECT title FROM '{path}'").fetchall()]
    assert found == wanted, ("duckdb", found)
    frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    found = [None if pd.isna(text) else text for text in frame["title"]]
    assert found == wanted, ("pandas", found)
    database = sqlite3.connect(os.path.join(out, "ogpstats.sqlite"))
    found = [r[0] for r in database.execute("SELECT title FROM commitments ORDER BY row_no")]
    assert found == wanted, ("sqlite", found)
    # Without an option, pandas keeps every country, and the export says what it would lose.
    members = pd.read_csv(os.path.join(out, "members.csv"))
    assert members["country"].tolist() == ["NAM"] * 3
    fields = {f["name"]: f for r in json.load(open(os.path.join(out, "datapackage.json")))["resources"]
              if r["name"] == "members" for f in r["schema"]["fields"]}
    assert fields["member_id"]["wordsTakenForMissing"] == 2, fields["member_id"]
    assert fields["cohort"]["wordsTakenForMissing"] == 2, fields["cohort"]
    assert members["member_id"].isna().sum() == 2
    assert "members.csv, member_id: 2 cells are a word" in done.stderr, done.stderr
    # The export can be read as a dataset, and says the same: from its folder and from its database.
    for command in (["status"], ["metrics", "policy_area", "--by", "member"], ["metrics", "timeliness"]):
        answers = {
            subprocess.run([program, *command, "--quiet", "--format", "csv", source], check=True,
                           capture_output=True).stdout
            for source in (data, out, os.path.join(out, "ogpstats.sqlite"))}
        assert len(answers) == 1, (command, answers)
    # For spreadsheets no text begins like a formula; numbers and days stay as they are.
    sheet = os.path.join(work, "hard-sheet")
    done = subprocess.run([program, "export", data, "--out", sheet, "--spreadsheet"], check=True,
                          capture_output=True, text=True)
    content = open(os.path.join(sheet, "commitments.csv"), "rb").read()
    assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
    titles = [r["title"] for r in csv.DictReader(open(
        os.path.join(sheet, "commitments.csv"), newline="", encoding="utf-8-sig"))]
    assert not any(t[:1] in tuple("=+-@\t\r＝＋－＠") for t in titles if t), titles
    assert sum(t.startswith("'") for t in titles) == 9, titles
    assert "16 cells got an apostrophe" in done.stderr, done.stderr
    # The loader takes the apostrophes away again: what it exports of the one folder is what it exports of the other.
    for source, name in ((sheet, "from-sheet"), (out, "from-export")):
        subprocess.run([program, "export", source, "--out", os.path.join(work, name), "--quiet"], check=True)
    for name in os.listdir(os.path.join(work, "from-export")):
        if name.endswith(".csv"):
            contents = {open(os.path.join(work, folder, name), "rb").read() for folder in ("from-sheet", "from-export")}
            assert len(contents) == 1, f"{name} of a spreadsheet folder differs"
    # An empty dataset, of headers only, gives an empty export.
    empty = os.path.join(work, "empty")
    os.makedirs(empty)
    for name in ("members", "plans", "commitments"):
        with open(os.path.join(data, name + ".csv"), encoding="utf-8") as source:
            open(os.path.join(empty, name + ".csv"), "w", encoding="utf-8").write(source.readline())
    subprocess.run([program, "export", empty, "--out", os.path.join(work, "empty-export"), "--quiet"], check=True)
    assert pd.read_csv(os.path.join(work, "empty-export", "metrics.csv")).empty
    print(f"hard: {len(TEXTS)} texts come back from five readers; an empty dataset gives an empty export")


main(*sys.argv[1:])
