#!/usr/bin/env python3
"""Looks at folders of pages as readers do: `run.py FOLDER …`; prints what is wrong and a closing line."""

import sys
import time

import browser_checks as live
import static_checks as static
from pages import LANGUAGES, SCHEMES, WIDTHS, Folder, browser, opened
from palette import palettes

# Sheets of A4 that a page may take.
SHEETS = {"report": 60, "dashboard": 160}


class Account:
    """What was checked and what failed."""

    def __init__(self, loud=True):
        self.passed, self.failed, self.loud = 0, [], loud

    def take(self, name, faults):
        if not faults:
            self.passed += 1
            return
        self.failed.append(name)
        if self.loud:
            print(f"FAILED {name}")
            for fault in faults[:12]:
                print(f"    {fault}")


def check_files(folder, account, languages=LANGUAGES):
    name = f"{folder.path}"
    for language in languages:
        for check in (static.well_formed, static.references, static.cells):
            account.take(f"{name} {language} {check.__name__}", check(folder, language))
    if len(languages) > 1:
        account.take(f"{name} same_parts", static.same_parts(folder, languages))
    account.take(f"{name} palettes", palettes(folder, languages[0]))


def check_looks(browser, folder, account, languages=LANGUAGES, schemes=SCHEMES, widths=WIDTHS):
    for language in languages:
        for scheme in schemes:
            for width in widths:
                with opened(browser, folder, language, width, scheme) as page:
                    name = f"{folder.path} {language} {scheme} {width}"
                    for check in (live.fits, live.drawings, live.quiet):
                        account.take(f"{name} {check.__name__}", check(page))


def check_use(browser, folder, account, languages=LANGUAGES):
    for language in languages:
        name = f"{folder.path} {language}"
        with opened(browser, folder, language) as page:
            account.take(f"{name} keyboard", live.keyboard(page))
        with opened(browser, folder, language) as page:
            account.take(f"{name} sorting", live.sorting(page))
            account.take(f"{name} quiet after use", live.quiet(page))
            account.take(f"{name} policy", live.policy(page))
        with opened(browser, folder, language, 1280) as page:
            account.take(f"{name} reading", live.reading(page))
        with opened(browser, folder, language, forced_colors="active") as page:
            account.take(f"{name} colours_forced", live.colours_forced(page))
        account.take(f"{name} without_script", live.without_script(browser, folder, language))
        for script in (True, False):
            faults = live.printed(browser, folder, language, script, SHEETS[folder.kind])
            account.take(f"{name} printed, script {script}", faults)


def check_axe(browser, folder, account, languages=LANGUAGES):
    for language in languages:
        for scheme in SCHEMES:
            with opened(browser, folder, language, 1280, scheme) as page:
                account.take(f"{folder.path} {language} {scheme} accessible", live.accessible(page))


def main(paths):
    account, begun = Account(), time.monotonic()
    folders = [Folder(path) for path in paths]
    with browser() as started:
        for folder in folders:
            check_files(folder, account)
            check_looks(started, folder, account)
            check_use(started, folder, account)
            # axe takes a time that grows faster than the page; one language of a long page is enough.
            check_axe(started, folder, account, LANGUAGES if folder.kind == "report" else ("en",))
            print(f"{folder.path}: {time.monotonic() - begun:.0f} s")
    print(f"browser: {account.passed} passed, {len(account.failed)} failed")
    return 1 if account.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
