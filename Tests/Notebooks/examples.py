"""Runs every example of a page of the documentation, as its reader would.

usage: examples.py OGPSTATS PAGE.md ... [--write]
A `console` block holds commands behind `$ ` and what they print (messages too), a line `…` for any lines;
`python` and `r` blocks are run one after the other. Each page begins in an empty folder that holds `demo`
and `datasets`. With --write what is printed is put into the page instead, from the 13th line on as `…`.
Commands within the text are run too, with something in place of DATA, DIR, MEMBER and so on; options that
it names must be there, and so must the files that it links to.
"""
import os
import re
import shlex
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


# What stands in the commands of a text for words that a reader fills in.
FILLED = {"DATA": "demo", "FOLDER": "demo", "OLD": "demo", "NEW": "demo", "METRIC": "completion", "NAME": "completion",
          "COMMAND": "status", "MEMBER": "OGPL-00019", "DATE": "2025-06-30", "DAY": "2025-06-30", "N": "5",
          "PARTS": "made/parts", "report.json": "made/report/report.json", "FILE": "made/file", "RANGE": "1..2"}
# Made beforehand for them.
MADE = """mkdir made
ogpstats report demo --biennium 2023 --out made/report --quiet
ogpstats simulate --change silent_quarters=3 --emit partial --quiet demo >made/parts"""


class Mentions:
    """What a page's text says of commands, options and files."""

    def __init__(self, lines, page):
        inside = {n for _, start, end in blocks(lines) for n in range(start - 1, end + 1)}
        self.spans = [(n + 1, span) for n, line in enumerate(lines) if n not in inside
                      for span in re.findall(r"`([^`]+)`", line)]
        self.links = [(n + 1, link) for n, line in enumerate(lines) if n not in inside
                      for link in re.findall(r"\]\(([^)#]+)", line) if "://" not in link]
        self.page = page

    def faults(self, run):
        """Lines on what is not so; `run` runs a command line and gives its status and what it prints."""
        names = run("ogpstats help --names")[1].split()
        options = {name: set(re.findall(r"--[a-z][a-z-]*", run(f"ogpstats help {name}")[1])) for name in names}
        job = (ROOT / "scale-out/ogpstats_spark.py").read_text("utf-8")
        known = set().union(*options.values(), {"--", "--version", "--help", "--man", "--names"},
                            re.findall(r'"(--[a-z-]+)"', job))
        run(MADE)
        for number, link in self.links:
            if not (self.page.parent / link).exists():
                yield f"{self.page.name}:{number}: no file {link}"
        for number, span in self.spans:
            words = span.removeprefix("ogpstats ").removeprefix("… ").split()
            place = f"{self.page.name}:{number}: {span}"
            if not words or "…" in words and words[0] not in names:
                continue
            if words[0] in names and (span.startswith("ogpstats ") or len(words) > 1 and words[1][:2] == "--"):
                missing = [word for word in words if word[:2] == "--" and word.split("=")[0] not in options[words[0]]]
                if missing:
                    yield f"{place}: no option {missing[0]}"
                elif "DATA" in words or "demo" in words or words[0] in ("verify", "diff", "merge") and len(words) > 1:
                    for command in self.alternatives(words):
                        status, text = run(command)
                        if status:
                            yield f"{place}: {command}: {text}"
            elif span.startswith("ogpstats ") and words[0] not in known:
                yield f"{place}: no command {words[0]}"
            elif words[0][:2] == "--" and words[0].split("=")[0] not in known:
                yield f"{place}: no option {words[0]}"

    @staticmethod
    def alternatives(words):
        """The command lines that are meant; in place of `a|b|c` stands each in turn."""
        made = ["ogpstats"]
        for word in words:
            if word == "DIR":
                made = [f"rm -rf out; {line} out" for line in made]
            elif word != "…":
                made = [f"{line} {shlex.quote(FILLED.get(each, each))}" for line in made for each in word.split("|")]
        return made


def run_page(program, page, write):
    lines = page.read_text("utf-8").splitlines()
    work = Path(tempfile.mkdtemp())
    changes, faults, count = [], [], 0
    try:
        (work / "bin").mkdir()
        (work / "bin/ogpstats").symlink_to(program)
        here = work / "here"
        here.mkdir()
        # A copy: an example may damage it.
        shutil.copytree(ROOT / "datasets/demo", here / "demo")
        (here / "datasets").symlink_to(ROOT / "datasets")
        environment = os.environ | {
            "PATH": f"{work / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
            "COLUMNS": "100", "OGPSTATS_SOURCE": str(ROOT)}
        os.chdir(here)

        def run(command):
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", command], env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            return done.returncode, done.stdout

        names = {}
        for language, start, end in blocks(lines):
            if language == "console":
                for command, first, last in console(lines, start, end):
                    found, wanted = run(command)[1].splitlines(), lines[first:last]
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
        if not write:
            mentions = Mentions(lines, page)
            faults += mentions.faults(run)
            mentioned = len(mentions.spans)
    finally:
        os.chdir(ROOT)
        shutil.rmtree(work)
    if write:
        for first, last, found in reversed(changes):
            lines[first:last] = found
        page.write_text("\n".join(lines) + "\n", "utf-8")
    elif not faults:
        print(f"{page.name}: {count} examples, {mentioned} words of code in the text")
    return faults


program, *pages = [os.path.abspath(word) for word in sys.argv[1:] if word != "--write"]
found = [fault for page in pages for fault in run_page(program, Path(page), "--write" in sys.argv)]
if found:
    sys.exit("\n".join(found))
