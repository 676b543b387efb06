#!/usr/bin/env python3
"""Looks at folders of pages as readers do: `run.py FOLDER …`; prints what is wrong and a closing line.

`--brief FOLDER …` looks at keyboard and paper in one language only; `--hostile FOLDER …` holds pages
made from hostile names to what names can break.
"""

import argparse
import sys
import time
import traceback

import browser_checks as live
import static_checks as static
from pages import LANGUAGES, SCHEMES, WIDTHS, Folder, browser, opened, side_by_side
from palette import palettes

# Sheets of A4 that a page may take.
SHEETS = {"report": 60, "dashboard": 120}


class Account:
    """What was checked, what failed, and how long each kind of check took."""

    def __init__(self):
        self.passed, self.failed, self.seconds = 0, [], {}

    def take(self, name, check, *arguments):
        """Makes a check; one that breaks off has failed."""
        begun = time.monotonic()
        try:
            faults = check(*arguments)
        except Exception:
            faults = traceback.format_exc().splitlines()[-12:]
        label = check.__name__
        self.seconds[label] = self.seconds.get(label, 0) + time.monotonic() - begun
        if faults:
            lines = [f"FAILED {name} {label}"] + [f"    {fault}" for fault in faults[:12]]
            self.failed.append("\n".join(lines))
        else:
            self.passed += 1


def files(account, folder, language):
    name = f"{folder.path} {language}"
    for check in static.EACH:
        account.take(name, check, folder, language)
    if language != "en":
        account.take(name, static.same_parts, folder, ("en", language))
    else:
        account.take(name, palettes, folder)


def looks(account, folder, language):
    with browser() as started, opened(started, folder, language) as page:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for check in (live.fits, live.drawings):
                    account.take(f"{folder.path} {language} {scheme} {width}", check, page)
            account.take(f"{folder.path} {language} {scheme}", live.echoes, page)
        page.emulate_media(media="print", color_scheme="dark")
        account.take(f"{folder.path} {language} on paper", live.drawings, page)
        account.take(f"{folder.path} {language} on paper", live.ink, page)
        page.emulate_media(media="screen", color_scheme="light")
        account.take(f"{folder.path} {language}", live.quiet, page)


def use(account, folder, language):
    name = f"{folder.path} {language}"
    with browser() as started:
        with opened(started, folder, language) as page:
            account.take(name, live.keyboard, page)
        with opened(started, folder, language) as page:
            account.take(name, live.read_out, page)
            account.take(name, live.sorting, page)
            account.take(name + " after use", live.quiet, page)
            account.take(name, live.policy, page)
        with opened(started, folder, language, 1280) as page:
            account.take(name, live.reading, page)
        with opened(started, folder, language, forced_colors="active") as page:
            account.take(name, live.colours_forced, page)
        account.take(name, live.without_script, started, folder, language)
        account.take(name, live.served, started, folder, language)


def paper(account, folder, language):
    with browser() as started:
        # Without scripts the stylesheet opens what is closed, the same in every language.
        for script in (True, False) if language == "en" else (True,):
            account.take(
                f"{folder.path} {language}, script {script}", live.printed, started, folder,
                language, script, SHEETS[folder.kind],
            )


def axe(account, folder, language):
    with browser() as started, opened(started, folder, language, 1280) as page:
        account.take(f"{folder.path} {language}", live.accessible, page)
        # Colours are the same in every language.
        for scheme in SCHEMES if language == "en" else ():
            page.emulate_media(color_scheme=scheme)
            account.take(f"{folder.path} {language} {scheme}", live.accessible_colours, page)


def hostile(account, folder, language):
    """Names that try to be more than names."""
    name = f"{folder.path} {language}"
    account.take(name, static.well_formed, folder, language, {})
    for check in (static.references, static.cells, static.inert):
        account.take(name, check, folder, language)
    with browser() as started, opened(started, folder, language) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for check in (live.fits, live.drawings):
                account.take(f"{name} {width}", check, page)
        account.take(name, live.quiet, page)
        account.take(name, live.uninjected, page)


def work(job):
    kind, path, language = job
    account = Account()
    begun = time.monotonic()
    kind(account, Folder(path), language)
    return job, account, time.monotonic() - begun


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--brief", nargs="+", default=[])
    parser.add_argument("--hostile", nargs="+", default=[])
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    jobs = []
    for kind in (paper, use, axe, looks, files):
        jobs += [(kind, path, language) for path in given.folders for language in LANGUAGES]
        # What keys and paper do is the same in every language of the same kind of page.
        few = kind in (paper, use)
        jobs += [(kind, path, language) for path in given.brief for language in LANGUAGES if not few or language == "es"]
    jobs += [(hostile, path, language) for path in given.hostile for language in LANGUAGES]
    total = Account()
    for _, account, _ in side_by_side(work, jobs):
        total.passed += account.passed
        total.failed += account.failed
        for text in account.failed:
            print(text, flush=True)
        for label, seconds in account.seconds.items():
            total.seconds[label] = total.seconds.get(label, 0) + seconds
    slowest = sorted(total.seconds.items(), key=lambda item: -item[1])[:6]
    print("slowest: " + ", ".join(f"{label} {seconds:.0f} s" for label, seconds in slowest))
    print(
        f"browser: {total.passed} passed, {len(total.failed)} failed, "
        f"{time.monotonic() - begun:.0f} s"
    )
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
