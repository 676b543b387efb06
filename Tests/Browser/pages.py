"""Folders of pages, the browser they are looked at with, and small tools."""

import base64
import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

LANGUAGES = ("en", "es", "fr")
SCHEMES = ("light", "dark")
WIDTHS = (1440, 768, 320)


def file_name(language):
    return "index.html" if language == "en" else f"index.{language}.html"


class Folder:
    """A report's or dashboard's folder."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        with open(os.path.join(self.path, "report.json"), encoding="utf-8") as file:
            self.receipt = json.load(file)

    @property
    def kind(self):
        return self.receipt["kind"]

    def page(self, language):
        return os.path.join(self.path, file_name(language))

    def html(self, language):
        with open(self.page(language), encoding="utf-8", newline="") as file:
            return file.read()

    def rows(self, name):
        with open(os.path.join(self.path, "tables", name + ".csv"), encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def tables(self):
        return sorted(name[:-4] for name in os.listdir(os.path.join(self.path, "tables")))


def rehash(html):
    """The page with a policy that fits its style and script, as if the generator had written them."""
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        html = re.sub(rf"({tag}-src &#39;sha256-)[^&]+(&#39;)", rf"\g<1>{digest}\g<2>", html)
    return html


def side_by_side(work, jobs):
    """The results of jobs in their order, a few at a time."""
    with ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        yield from pool.map(work, jobs)


def chromium():
    """The browser: what the environment names, else the one of the system."""
    named = os.environ.get("CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-headless-shell")
    if not found:
        raise SystemExit("There is no chromium; Tests/Browser/setup.sh installs it, CHROMIUM names another.")
    return found


@contextmanager
def browser():
    with sync_playwright() as playwright:
        # Containers run tests as root and have a small /dev/shm.
        started = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(browser, folder, language, width=1440, scheme="light", script=True, address=None, **options):
    """A page with what it asked for and complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, **options
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.requested, page.complaints = [], []

    def route(handler):
        asked = handler.request.url
        page.requested.append(asked)
        own = ("file://" + folder.path, "data:", "http://127.0.0.1:")
        handler.continue_() if asked.startswith(own) else handler.abort()

    page.route("**/*", route)
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address or "file://" + folder.page(language))
    try:
        yield page
    finally:
        context.close()


def number(text, language):
    """The number that a shown text stands for, by the rules of its language."""
    text = text.replace("\u2212", "-").replace("+", "").rstrip("%\u00a0 ")
    if language == "en":
        if not re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d+)?", text):
            raise ValueError(text)
        return float(text.replace(",", ""))
    gap = "\u00a0" if language == "es" else "\u202f"
    grouped = rf"-?(\d{{1,3}}({gap}\d{{3}})*)(,\d+)?"
    plain = r"-?\d{1,4}(,\d+)?" if language == "es" else grouped
    if not re.fullmatch(grouped, text) and not re.fullmatch(plain, text):
        raise ValueError(text)
    return float(text.replace(gap, "").replace(",", "."))


def pdf_text(data, mode="-layout"):
    result = subprocess.run(["pdftotext", mode, "-", "-"], input=data, capture_output=True, check=True)
    return result.stdout.decode("utf-8", "replace")


def luminance(colour):
    def linear(part):
        part /= 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = colour
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rgb(text):
    """The parts of `rgb(1, 2, 3)` or `#010203`."""
    if text.startswith("#"):
        return tuple(int(text[place : place + 2], 16) for place in (1, 3, 5))
    return tuple(int(float(part)) for part in re.findall(r"[\d.]+", text)[:3])
