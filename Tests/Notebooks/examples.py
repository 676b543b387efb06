"""Runs every example of a page of the documentation, as its reader would.

usage: examples.py OGPSTATS PAGE.md ... [--write]
A `console` block holds commands behind `$ ` and what they print (messages too), a line `…` for any lines;
`python` and `r` blocks are run one after the other. Each page begins in an empty folder that holds `demo`.
With --write what is printed is put into the page instead, from the 13th line on as `…`.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def fits(found, wanted):
    """Whether lines are those expected, `…` standing for any number of them."""
    if "…" not in wanted:
        return found == wanted
    place = wanted.index("…")
    head, rest = wanted[:place], wanted[place + 1:]
    if found[:place] != head:
        return False
    return any(fits(found[start:], rest) for start in range(place, len(found) + 1))


def blocks(lines):
    """The code blocks of a page: language, first and last line of what they hold."""
    start = None
    for number, line in enumerate(lines):
        if start is None and (match := re.fullmatch(r"```(\w+)", line)):
            start, language = number + 1, match[1]
        elif start is not None and line == "```":
            yield language, start, number
            start = None


def console(lines, start, end):
    """The commands of a block with what is said to come of them."""
    places = [n for n in range(start, end) if lines[n].startswith("$ ")]
    for place, following in zip(places, places[1:] + [end]):
        last = place
        while lines[last].endswith("\\"):
            last += 1
        command = "\n".join(line[2:] for line in lines[place:last + 1])
        yield command, last + 1, following


def run_page(program, page, write):
    lines = page.read_text("utf-8").splitlines()
    work = Path(tempfile.mkdtemp())
    changes, faults, count = [], [], 0
    try:
        (work / "bin").mkdir()
        (work / "bin/ogpstats").symlink_to(program)
        here = work / "here"
        here.mkdir()
        (here / "demo").symlink_to(ROOT / "datasets/demo")
        environment = os.environ | {
            "PATH": f"{work / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
            "COLUMNS": "100", "OGPSTATS_SOURCE": str(ROOT)}
        os.chdir(here)
        names = {}
        for language, start, end in blocks(lines):
            if language == "console":
                for command, first, last in console(lines, start, end):
                    done = subprocess.run(
                        ["bash", "-o", "pipefail", "-c", command], env=environment, stdin=subprocess.DEVNULL,
                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                    found, wanted = done.stdout.splitlines(), lines[first:last]
                    count += 1
                    if write:
                        changes.append((first, last, found if len(found) < 14 else found[:12] + ["…"]))
                    elif not fits(found, wanted):
                        faults.append(f"{page.name}:{first}: $ {command}\nprints\n" + "\n".join(found[:30]))
            elif language == "python":
                exec(compile("\n" * start + "\n".join(lines[start:end]), page.name, "exec"), names)
                count += 1
            elif language == "r" and shutil.which("Rscript"):
                done = subprocess.run(["Rscript", "--vanilla", "-"], input="\n".join(lines[start:end]), text=True,
                                      capture_output=True, env=environment)
                count += 1
                if done.returncode:
                    faults.append(f"{page.name}:{start}: {done.stderr}")
    finally:
        os.chdir(ROOT)
        shutil.rmtree(work)
    if write:
        for first, last, found in reversed(changes):
            lines[first:last] = found
        page.write_text("\n".join(lines) + "\n", "utf-8")
    if faults:
        sys.exit("\n".join(faults))
    print(f"{page.name}: {count} examples")


program, *pages = [os.path.abspath(word) for word in sys.argv[1:] if word != "--write"]
for page in pages:
    run_page(program, Path(page), "--write" in sys.argv)
