#!/usr/bin/env python3
"""Copies a dataset with names that try to be more than names: `hostile.py DATASET TARGET`."""

import csv
import os
import shutil
import sys

NAMES = (
    "<b>Bold</b> City", "=1+1 Town", "Ñuñoa", "O'Brien \"Q\" & Sons", "\u202eytiC", "عمّان الكبرى",
    "</script><script>window.owned=1</script>", "<img src=x onerror=window.owned=1>",
    "javascript:alert(1)", "]]>--><!--", "\x7f\x85\U0001f600", "Long" * 2500, "&lt;i&gt;&amp;",
    "-5", "\tTab", "x" * 159 + "\u0301\u0301", "\" onfocus=window.owned=1 autofocus x=\"",
    "</title><i>", "{0} {1}", "W" * 40,
)


def main(source, target):
    shutil.copytree(source, target)
    # The manifest has hashes of what is changed here.
    for name in ("manifest.json",):
        if os.path.exists(os.path.join(target, name)):
            os.remove(os.path.join(target, name))
    for table, column in (("members", "name"), ("members", "cohort"), ("commitments", "title")):
        path = os.path.join(target, table + ".csv")
        with open(path, encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        if column not in header:
            raise SystemExit(f"{table}.csv has no column {column}")
        place = header.index(column)
        for number, row in enumerate(rows):
            if column != "cohort" or row[place]:
                row[place] = NAMES[number % len(NAMES)][: 60 if column == "cohort" else None]
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main(*sys.argv[1:])
