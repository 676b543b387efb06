#!/usr/bin/env python3
"""Looks at folders of pages as readers do: `run.py FOLDER …`; prints what is wrong and a closing line.

`run.py --hostile FOLDER …` holds pages made from hostile names to what names can break.
"""

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
        for script in (True, False):
            account.take(
                f"{folder.path} {language}, script {script}", live.printed, started, folder,
                language, script, SHEETS[folder.kind],
            )


def axe(account, folder, language):
    with browser() as started, opened(started, folder, language, 1280) as page:
        account.take(f"{folder.path} {language} light", live.accessible, page)
        # What else axe looks for does not depend on colours.
        page.emulate_media(color_scheme="dark")
        account.take(f"{folder.path} {language} dark", live.accessible_colours, page)


def hostile(account, folder, language):
    """Names that try to be more than names."""
    name = f"{folder.path} {language}"
    for check in (static.well_formed, static.references, static.cells):
        account.take(name, check, folder, language)
    account.take(name, static.inert, folder, language)
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
    begun = time.monotonic()
    if arguments[0] == "--hostile":
        jobs = [(hostile, path, language) for path in arguments[1:] for language in LANGUAGES]
    else:
        jobs = [
            (kind, path, language)
            for kind in (axe, paper, looks, use, files)
            for path in arguments
            for language in LANGUAGES
        ]
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
