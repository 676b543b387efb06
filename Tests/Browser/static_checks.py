"""What the files themselves must hold, without a browser."""

import math
import os
import re

import html5lib

from pages import LANGUAGES, number

# The generator's own limit, and what pages of the two datasets may take (docs/report.md).
LARGEST = 500_000
USUAL = {"report": 250_000, "dashboard": 430_000}
PARTS = {"style": 15_000, "script": 5_000}


def tree(folder, language):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(folder.html(language))


def text_of(element):
    return "".join(element.itertext())


def well_formed(folder, language, usual=USUAL):
    """1: the page is HTML, in its language, within its size, and loads and runs nothing."""
    faults = []
    html = folder.html(language)
    try:
        root = tree(folder, language)
    except html5lib.html5parser.ParseError as error:
        return [f"not HTML: {error}"]
    if root.get("lang") != language:
        faults.append(f"lang is {root.get('lang')}")
    size, most = len(html.encode()), min(LARGEST, usual.get(folder.kind, LARGEST))
    if size > most:
        faults.append(f"{size} bytes, at most {most}")
    for tag, most in PARTS.items():
        size = len(re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)[1].encode())
        if size > most:
            faults.append(f"{size} bytes of {tag}, at most {most}")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if isinstance(name, str) and (name == "style" or name.startswith("on")):
                faults.append(f"<{element.tag} {name}>")
            if re.match(r"\s*(javascript:|https?:|//)", value) and name != "content":
                faults.append(f"{name}={value}")
        if element.tag in ("img", "iframe", "object", "embed", "base", "form"):
            faults.append(f"<{element.tag}>")
    scripts = [element for element in root.iter("script")]
    if len(scripts) != 1:
        faults.append(f"{len(scripts)} scripts")
    return faults


def references(folder, language):
    """7: unique ids, references and links that resolve, tables with caption and scopes."""
    faults = []
    root = tree(folder, language)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    ids = [element.get("id") for element in elements if element.get("id")]
    faults += [f"id {one} twice" for one in set(ids) if ids.count(one) > 1]
    known = set(ids)
    for element in elements:
        for name in ("aria-labelledby", "aria-describedby", "for", "aria-controls"):
            for one in (element.get(name) or "").split():
                if one not in known:
                    faults.append(f"{name}={one} leads nowhere")
        link = element.get("href")
        if link and link.startswith("#"):
            if link[1:] not in known:
                faults.append(f"{link} leads nowhere")
        elif link and link != "data:,":
            if not os.path.exists(os.path.join(folder.path, link)):
                faults.append(f"{link} is no file")
        if element.tag.endswith("}svg") and element.get("role") == "img":
            named = [element.get("aria-label") or ""] + [
                text_of(other)
                for other in elements
                if other.get("id") in (element.get("aria-labelledby") or "").split()
            ]
            if not any(one.strip() for one in named):
                faults.append("a drawing without a name")
        elif element.tag.endswith("}svg") and element.get("aria-hidden") != "true":
            faults.append("a drawing that is neither named nor hidden")
        if element.tag == "table":
            caption = element.find("caption")
            if caption is None or not text_of(caption).strip():
                faults.append(f"table {element.get('id')} without a caption")
            for head in element.iter("th"):
                if head.get("scope") not in ("col", "row"):
                    faults.append(f"a header of {element.get('id')} without a scope")
    return faults


def grid(table):
    """The table's cells: shown text, raw value."""
    rows = []
    for row in table.find("tbody").iter("tr"):
        cells = []
        for cell in row:
            shown = text_of(cell)
            raw = cell.get("data-v", cell.get("data-k"))
            if shown == "–" and raw == "":
                shown = ""
            cells.append((shown, shown if raw is None else raw))
        rows.append(cells)
    return rows


def visible(text):
    """What HTML has no place for is a space, a picture or a replacement character on a page."""
    text = re.sub(r"[\t\n\r]", " ", text)
    text = re.sub(r"[\x00-\x1f]", lambda found: chr(0x2400 + ord(found[0])), text)
    return re.sub(r"[\x80-\x9f\ufffe\uffff]", "\ufffd", text.replace("\x7f", "\u2421"))


def cells(folder, language):
    """8: every table is its CSV file, raw value by raw value, and shows it within rounding."""
    faults = []
    root = tree(folder, language)
    seen = set()
    for table in root.iter("table"):
        name = table.get("data-csv")
        if name is None:
            continue
        seen.add(name)
        expected = folder.rows(name)
        header = table.find("thead").find("tr")
        if len(header) != len(expected[0]):
            faults.append(f"{name}: {len(header)} columns, {len(expected[0])} in CSV")
            continue
        got = grid(table)
        # 500 rows are shown at most.
        wanted = [[visible(cell) for cell in row] for row in expected[1:501]]
        if len(got) != len(wanted):
            faults.append(f"{name}: {len(got)} rows, {len(wanted)} in CSV")
        kinds = [("n" in (cell.get("class") or "").split()) for cell in header]
        titles = [text_of(cell) for cell in header]
        for number_of_row, (row, line) in enumerate(zip(got, wanted)):
            for column, ((shown, raw), cell) in enumerate(zip(row, line)):
                if raw != cell:
                    faults.append(f"{name} row {number_of_row + 1}: {raw!r}, {cell!r} in CSV")
                elif kinds[column] and shown:
                    faults += rounded(name, shown, raw, titles[column], language)
                elif cell and not shown:
                    faults.append(f"{name}: nothing shown for {cell!r}")
    missing = {name for name in folder.tables() if len(folder.rows(name)) > 1} - seen
    if missing:
        faults.append(f"on no page: {sorted(missing)}")
    return faults


def rounded(name, shown, raw, title, language):
    try:
        value, exact = number(shown, language), float(raw)
    except ValueError:
        return [f"{name}: {shown!r} is no number of {language}"]
    if "%" in shown or re.search(r"\(pp\)|\(p\.\xa0p\.\)|\(points\)", title):
        exact *= 100
    # Whole numbers are shown as they are; others with as many places as stand after the mark.
    mark = "." if language == "en" else ","
    places = len(re.sub(r"\D", "", shown.partition(mark)[2]))
    step = 10.0**-places if "." in raw else 0
    return [] if math.isclose(value, exact, abs_tol=step / 2 + 1e-6) else [f"{name}: {shown!r} for {raw!r}"]


def same_parts(folder, languages=LANGUAGES):
    """16: the languages have the same parts and the same raw cells, and no text left in English."""
    faults = []
    trees = {language: tree(folder, language) for language in languages}
    first = trees["en"]

    def ids(root):
        return [element.get("id") for element in root.iter() if element.get("id")]

    def raws(root):
        return [[[raw for _, raw in row] for row in grid(table)] for table in root.iter("table") if table.get("data-csv")]

    def sentences(root):
        found = []
        for tag in ("figcaption", "h2", "h3", "p", "dt", "li", "summary", "caption"):
            found += [text_of(element) for element in root.iter(tag)]
        return {text for text in found if len(re.findall(r"[A-Za-z]{3,}", text)) >= 4}

    for language in languages[1:]:
        if ids(trees[language]) != ids(first):
            faults.append(f"{language}: other ids than English")
        if raws(trees[language]) != raws(first):
            faults.append(f"{language}: other raw cells than English")
        left = {text for text in sentences(trees[language]) & sentences(first) if "OGPL-" not in text}
        faults += [f"{language}: left in English: {text[:80]!r}" for text in sorted(left)]
    return faults


SVG = "{http://www.w3.org/2000/svg}"


def shares(text):
    """The percentages in a text, as they are written."""
    return re.findall(r"\d[\d.,\u202f]*\xa0?%", text)


def drawn(folder, language):
    """8: what is drawn, and written beside it, is what the figure's tables say."""
    faults, seen = [], 0
    root = tree(folder, language)
    for section in root.iter("section"):
        if "ex" not in (section.get("class") or "").split():
            continue
        name = section.get("id")
        written = {text_of(cell) for table in section.iter("table") for cell in table.iter("td")}
        for bars in section.iter("div"):
            if bars.get("class") != "bars":
                continue
            scale = re.search(r"scale-(\d+)", " ".join(
                one.get("href") or one.get("id") or "" for one in bars.iter() if isinstance(one.tag, str)))
            scale = int(scale[1]) / 100
            for bar in bars:
                drawing = bar.find(f"{SVG}svg")
                if bar.get("class") != "bar":
                    continue
                seen += 1
                beside = " ".join(text_of(one) for one in bar.iter("span") if one.get("class") == "bv")
                lost = [one for one in shares(beside) if one not in written]
                if lost:
                    faults.append(f"{name}: {lost} stand beside a bar and in no table")
                if drawing is None:
                    continue
                if drawing.get("data-read") is not None:
                    faults += stacked(name, drawing, language)
                else:
                    faults += dotted(name, drawing, shares(beside), scale, language)
    return faults if seen else ["no bars"]


def near(place, text, scale, language):
    return abs(float(place.rstrip("%")) * scale - number(text, language)) <= 0.05 + 0.021


def stacked(name, drawing, language):
    """Segments are as wide as their shares, and fill the bar."""
    wanted = [one for one in shares(drawing.get("data-read")) if re.search(r"[1-9]", one)]
    got = [one for one in drawing.iter(f"{SVG}rect")]
    faults = []
    if len(got) != len(wanted):
        return [f"{name}: {len(got)} segments for {wanted}"]
    for segment, text in zip(got, wanted):
        if not near(segment.get("width"), text, 1, language):
            faults.append(f"{name}: a segment is {segment.get('width')} wide for {text}")
    whole = sum(float(one.get("width").rstrip("%")) for one in got)
    if got and abs(whole - 100) > 0.05:
        faults.append(f"{name}: segments fill {whole:.2f}%")
    return faults


def dotted(name, drawing, texts, scale, language):
    """Dot, interval and ring stand where the text says."""
    dot = [one.get("cx") for one in drawing.iter(f"{SVG}circle") if one.get("class") == "dot"]
    ring = [one.get("cx") for one in drawing.iter(f"{SVG}circle") if one.get("class") == "ring"]
    whisker = []
    for one in drawing.iter(f"{SVG}rect"):
        if one.get("class") == "whisk":
            low, width = (float(one.get(name).rstrip("%")) for name in ("x", "width"))
            whisker += [str(low), str(low + width)]
    places = dot + whisker + ring
    if len(places) != len(texts):
        return [f"{name}: {len(places)} places for {texts}"]
    return [
        f"{name}: {text} drawn at {place} of {scale * 100:.0f}%"
        for place, text in zip(places, texts)
        if not near(place, text, scale, language)
    ]


# Levels that sum others up.
SUMS = {
    "substantial_or_complete": ("substantial", "complete"),
    "major_or_outstanding": ("major", "outstanding"),
}


def totals(folder, language):
    """8: rows that sum up others do."""
    faults, seen = [], 0
    for name in folder.tables():
        header, *rows = folder.rows(name)
        if "level" not in header or "count" not in header:
            continue
        level, count = header.index("level"), header.index("count")
        counts = {(tuple(row[:level]), row[level]): row[count] for row in rows}
        for (group, key), whole in counts.items():
            parts = [counts.get((group, part)) for part in SUMS.get(key, ())]
            if parts and None not in parts and whole:
                seen += 1
                if int(whole) != sum(int(part or 0) for part in parts):
                    faults.append(f"{name}: {key} is {whole}, its parts {parts}")
    return faults


def styles_of_numbers(folder, language):
    """16: all text writes numbers as its language does, not only tables."""
    root = tree(folder, language)
    for tag in ("style", "script", "code"):
        for element in root.iter(tag):
            element.text = ""
    # What the data is called is its own.
    text = text_of(root.find("body").find("main"))
    wrong = {
        "en": (r"\d\s%", r"\d,\d{1,2}%", r"\d,\d{1,2}(?![\d,])"),
        "es": (r"\d ?%", r"\d\.\d+\xa0%", r"[\d]\u202f"),
        "fr": (r"\d ?%", r"\d\.\d+\xa0%", r"\w[;:!?](?=\s)"),
    }[language]
    faults = []
    for pattern in wrong:
        for found in list(re.finditer(pattern, text))[:3]:
            faults.append(repr(text[max(0, found.start() - 40) : found.end() + 20]))
    if "{0}" in text or "{1}" in text:
        faults.append("a place of a template was not filled")
    return faults


def inert(folder, language):
    """Names stay names: no element, no control character, one script."""
    html = folder.html(language)
    root = tree(folder, language)
    faults = [f"<{tag}> of a name" for tag in ("i", "img", "marquee", "iframe") if root.find(f".//{tag}") is not None]
    if any(element.attrib for element in root.iter("b")):
        faults.append("<b> with attributes")
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", html):
        faults.append("a control character")
    return faults


EACH = (well_formed, references, cells, drawn, totals, styles_of_numbers)
