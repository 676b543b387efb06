#!/usr/bin/env python3
"""A test of the tests: plants one defect after the other into a copy of a folder; every one must be found.

`defects.py REPORT DASHBOARD`: each defect is a change of a page and the check that has to fail for it.
"""

import os
import re
import shutil
import sys
import tempfile

import browser_checks as live
import static_checks as static
from pages import Folder, browser, opened, rehash, side_by_side
from palette import palettes


def both(one, other):
    return lambda html: other(one(html))


def once(pattern, replacement):
    """A change of the first place that fits; a defect that cannot be planted is a fault of this file."""

    def change(html):
        changed, count = re.subn(pattern, replacement, html, count=1, flags=re.S)
        if count != 1:
            raise SystemExit(f"nowhere to plant {pattern!r}")
        return rehash(changed) if "<style>" in changed else changed

    return change


def everywhere(pattern, replacement):
    def change(html):
        changed, count = re.subn(pattern, replacement, html, flags=re.S)
        if count == 0:
            raise SystemExit(f"nowhere to plant {pattern!r}")
        return rehash(changed) if "<style>" in changed else changed

    return change


def files(check):
    return lambda started, folder: check(folder, "en")


def on_page(check, **options):
    def look(started, folder):
        with opened(started, folder, "en", **options) as page:
            return check(page)

    return look


REPORT, DASHBOARD = "report", "dashboard"

DEFECTS = [
    ("a wrong raw value", REPORT, once(r"data-v=0\.\d", "data-v=0.0"), files(static.cells)),
    ("a wrong shown value", REPORT, once(r"(<td[^>]*>)(\d)(?!\2)(\d)\.(\d)%", r"\g<1>\g<3>\g<2>.\g<4>%"), files(static.cells)),
    ("a count off by one", REPORT, once(r"<td>(\d+)\d(?=<)", r"<td>\g<1>x"), files(static.cells)),
    ("a row that is missing", REPORT, once(r'(data-csv=completion[ >].*?<tbody>\n)<tr.*?</tr>', r"\1"), files(static.cells)),
    ("a column without its header", REPORT, once(r"(data-csv=coverage[ >].*?)<th scope=col class=n>[^<]*", r"\1"), files(static.cells)),
    ("an unescaped name", DASHBOARD, once(r"(<th scope=row><a [^>]*>)[^<]+", r"\1<b>Bold</i>"), files(static.well_formed)),
    ("a style attribute", REPORT, once(r"<h1>", '<h1 style="color:red">'), files(static.well_formed)),
    ("a handler", REPORT, once(r"<h1>", '<h1 onclick="x()">'), files(static.well_formed)),
    ("a link that runs", DASHBOARD, once(r"href=#m1>", 'href="javascript:x()">'), files(static.well_formed)),
    ("a page of another language", REPORT, once(r"<html lang=en", "<html lang=fr"), files(static.well_formed)),
    ("a page that is too large", REPORT, once(r"</footer>", "<p>" + "x " * 260_000 + "</p></footer>"), files(static.well_formed)),
    ("a table without a caption", REPORT, once(r"<caption>.*?</caption>", ""), files(static.references)),
    ("a header without a scope", REPORT, once(r"<th scope=row", "<th"), files(static.references)),
    ("a dead link on the page", REPORT, once(r"href=#results>", "href=#result>"), files(static.references)),
    ("a dead link to a file", REPORT, once(r'href="tables/completion\.csv"', 'href="tables/complete.csv"'), files(static.references)),
    ("an id twice", REPORT, once(r"id=coverage-h", "id=plans-h"), files(static.references)),
    ("a drawing without a name", DASHBOARD, once(r'(<svg role=img) aria-label="[^"]*"', r"\1"), files(static.references)),
    ("a word that cannot wrap at 320 px", REPORT, once(r"<h1>", '<p class="nb">' + "wide " * 20 + "</p><h1>"), on_page(live.fits, width=320)),
    ("a wide table outside its region", REPORT, everywhere(r"class=scroll", "class=roll"), on_page(live.fits, width=320)),
    ("a bar without a width", REPORT, once(r"(<rect x=[\d.]+% )width=[\d.]+%", r"\1"), on_page(live.drawings)),
    ("small text in drawings", REPORT, once(r"font:14px system-ui", "font:9px system-ui"), on_page(live.drawings)),
    ("text on a fill of its own colour", REPORT, once(r"--d3:#ffffff", "--d3:#114c84"), on_page(live.drawings)),
    ("a dark theme that forgets a colour", REPORT, once(r"(prefers-color-scheme:dark.*?)--text:#e6ebf0", r"\1--text:#1b2128"), on_page(live.drawings, scheme="dark")),
    ("labels that overlap", DASHBOARD, everywhere(r'(<text x=)[\d.]+%( y=232)', r"\g<1>40%\2"), on_page(live.drawings)),
    ("a label outside its drawing", REPORT, everywhere(r"text-anchor=end", "text-anchor=start"), on_page(live.drawings)),
    ("an image from elsewhere", REPORT, once(r"<h1>", '<img src="https://example.org/x.png" alt=""><h1>'), on_page(live.quiet)),
    ("a script of somebody else", REPORT, once(r"</footer>", "</footer><script>var x = 1</script>"), on_page(live.quiet)),
    ("a script that fails", REPORT, once(r'"use strict";', '"use strict";undefined.x;'), on_page(live.quiet)),
    ("no policy", REPORT, once(r'<meta http-equiv=Content-Security-Policy[^>]*>', ""), on_page(live.policy)),
    ("a policy that lets styles in", REPORT, once(r"style-src &#39;sha256-[^&]+&#39;", "style-src &#39;unsafe-inline&#39;"), on_page(live.policy)),
    ("numbers that are not sorted", DASHBOARD, once(r"Number\(x\)-Number\(y\)", "0"), on_page(live.sorting)),
    ("days sorted as they are shown", DASHBOARD, once(r'isDay\?\(x<y\?-1:x>y\?1:0\)', "isDay?collator.compare(a.textContent,b.textContent)"), on_page(live.sorting)),
    ("a filter that minds accents", DASHBOARD, once(r'\.normalize\("NFD"\)\.replace\(.*?,""\)', ""), on_page(live.sorting)),
    ("a sort that says nothing", DASHBOARD, once(r"live\.textContent=fill\(box\.getAttribute\(down", "void fill(box.getAttribute(down"), on_page(live.sorting)),
    ("focus that is not seen", REPORT, once(r":focus-visible\{outline:3px solid", ":focus-visible{outline:0 solid"), on_page(live.keyboard)),
    ("a skip link that comes second", REPORT, once(r"<body>", '<body><a href="#main">x</a>'), on_page(live.keyboard)),
    ("a control out of reach", REPORT, once(r"<summary>", '<summary tabindex="-1">'), on_page(live.keyboard)),
    ("text of a fixed width", REPORT, once(r"\.scope\{max-width:46rem", ".scope{width:68rem;max-width:none;white-space:nowrap"), on_page(live.reading, width=1280)),
    ("forced colours without a halo", REPORT, once(r"fill:CanvasText;stroke:Canvas;", "fill:CanvasText;"), on_page(live.colours_forced, forced_colors="active")),
    ("a toolbar without script", DASHBOARD, once(r"class=tools hidden", "class=tools"), lambda started, folder: live.without_script(started, folder, "en")),
    ("rows that only a script shows", REPORT, once(r'(data-csv=coverage[ >].*?<tbody>\n<tr)', r"\1 hidden"), lambda started, folder: live.without_script(started, folder, "en")),
    ("closed tables missing on paper", REPORT, once(r"details::details-content\{[^}]*\}", ""), lambda started, folder: live.printed(started, folder, "en", False, 999)),
    ("a dark screen on paper", REPORT, once(r"@media screen and \(prefers", "@media (prefers"), lambda started, folder: live.printed(started, folder, "en", False, 999)),
    ("letters on paper", REPORT, once(r"size:A4", "size:letter"), lambda started, folder: live.printed(started, folder, "en", False, 999)),
    ("two levels of one colour", REPORT, once(r"--c2:#0e70a4", "--c2:#1090bb"), files(palettes)),
    ("a button without a name", DASHBOARD, once(r'(<button type=button>)[^<]+', r"\1"), on_page(live.accessible)),
    ("a bar of a wrong length", REPORT, once(r"(<circle cx=)[\d.]+%", r"\g<1>3%"), files(static.drawn)),
    ("an interval of a wrong length", REPORT, once(r"(<rect x=[\d.]+% width=)[\d.]+%", r"\g<1>1%"), files(static.drawn)),
    ("a number beside a bar that no table has", REPORT, once(r"(<span class=bv>)\d+\.", r"\g<1>77."), files(static.drawn)),
    ("a segment that is too narrow", REPORT, once(r"(data-read=[^>]*><rect x=0% width=)[\d.]+%", r"\g<1>0.5%"), files(static.drawn)),
    ("a sum that its parts do not make", REPORT, once(r"(substantial_or_complete,)\d", r"\g<1>9"), files(static.totals), "tables/completion.csv"),
    ("a decimal comma in English", REPORT, once(r"(\d)\.(\d%;)", r"\1,\2"), files(static.styles_of_numbers)),
    ("a template with an empty place", REPORT, once(r"<figcaption>", "<figcaption>{0} "), files(static.styles_of_numbers)),
    ("too much style", REPORT, once(r"</style>", "/*" + "x" * 5_000 + "*/</style>"), files(static.well_formed)),
    ("a scale that is black in the dark", REPORT, once(r"text\{fill:var\(--text\)\}text\.muted", "svg text{fill:var(--text)}svg text.muted"), on_page(live.echoes, scheme="dark")),
    ("years that are black in the dark", DASHBOARD, once(r"text\{fill:var\(--text\)\}text\.muted", "svg text{fill:var(--text)}svg text.muted"), on_page(live.echoes, scheme="dark")),
    ("a drawing that tells nothing on focus", REPORT, once(r"function show\(\)\{line\.textContent=", "function show(){void "), on_page(live.read_out)),
    ("faint text in the dark", REPORT, once(r"(prefers-color-scheme:dark.*?)--muted:#a5b0bb", r"\1--muted:#3a4550"), on_page(live.accessible_colours, scheme="dark")),
    ("a picture that a server is asked for", REPORT, both(once(r"<meta http-equiv=Content-Security-Policy[^>]*>", ""), once(r"<h1>", '<img src="x.png" alt=""><h1>')), lambda started, folder: live.served(started, folder, "en")),
    ("a row that is not printed", REPORT, once(r"@media print\{", "@media print{tbody tr:nth-child(2){display:none}"), lambda started, folder: live.printed(started, folder, "en", False, 999)),
    ("a heading level left out", REPORT, everywhere(r"<(/?)h2", r"<\1h5"), on_page(live.accessible)),
]

# Defects between languages: the English page is changed, the Spanish one is not.
BETWEEN = [
    ("a part that one language lacks", REPORT, once(r" id=ambition(?=[ >])", ""), ("en", "es")),
    ("an English sentence in Spanish", REPORT, None, ("en", "es")),
]


def planted(path, target, change, name="index.html"):
    shutil.copytree(path, target)
    page = os.path.join(target, name)
    with open(page, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(page, "w", encoding="utf-8", newline="") as file:
        file.write(change(text))
    return Folder(target)


def look_for(job):
    """What is found of one planted defect."""
    path, (name, _, change, look, *file) = job[0], DEFECTS[job[1]]
    with tempfile.TemporaryDirectory() as scratch:
        folder = planted(path, os.path.join(scratch, "pages"), change, *file)
        with browser() as started:
            return name, look(started, folder)


def compare(path, number):
    name, _, change, languages = BETWEEN[number]
    if change is None:
        caption = re.search(r"<figcaption>(.*?)</figcaption>", Folder(path).html("es"))[1]
        change = once(r"<figcaption>.*?</figcaption>", lambda match: f"<figcaption>{caption}</figcaption>")
    with tempfile.TemporaryDirectory() as scratch:
        return name, static.same_parts(planted(path, os.path.join(scratch, "pages"), change), languages)


def main(report, dashboard):
    sources = {REPORT: report, DASHBOARD: dashboard}
    jobs = [(sources[defect[1]], number) for number, defect in enumerate(DEFECTS)]
    results = list(side_by_side(look_for, jobs))
    results += [compare(sources[kind], number) for number, (_, kind, _, _) in enumerate(BETWEEN)]
    for name, faults in results:
        print(f"{'found' if faults else 'MISSED'}: {name}: {faults[0][:100] if faults else ''}")
    missed = sum(1 for _, faults in results if not faults)
    print(f"defects: {len(results) - missed} passed, {missed} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
