"""Notebooks for Jupyter from their sources.

usage: convert.py [--check]
NAME.py holds the cells between `# %%` lines, as Spyder, VS Code and jupytext read them; NAME.ipynb is
the same for Jupyter, without outputs. With --check nothing is written, and a notebook that is not what
its source gives is an error.
"""
import json
import sys
from pathlib import Path


def cells(text):
    kind, lines = None, []
    for line in text.splitlines() + ["# %%"]:
        if not line.startswith("# %%"):
            lines.append(line)
            continue
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        if kind and lines:
            if kind == "markdown":
                lines = [line[2:] if line.startswith("# ") else line[1:] for line in lines]
            yield kind, lines
        kind, lines = "markdown" if "[markdown]" in line else "code", []


def notebook(text):
    made = []
    for number, (kind, lines) in enumerate(cells(text), start=1):
        cell = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}}
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        cell["source"] = [line + "\n" for line in lines[:-1]] + [lines[-1]]
        made.append(cell)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    document = {
        "cells": made, "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def main():
    folder, stale = Path(__file__).parent, []
    for source in [folder / "biennial.py", folder / "what_if.py"]:
        target, made = source.with_suffix(".ipynb"), notebook(source.read_text("utf-8"))
        if "--check" not in sys.argv:
            target.write_text(made, "utf-8")
        elif not target.exists() or target.read_text("utf-8") != made:
            stale.append(target.name)
    if stale:
        sys.exit(f"{', '.join(stale)}: not what the source gives; run notebooks-export/convert.py")


main()
