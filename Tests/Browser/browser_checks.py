"""What pages must do in a browser: each check returns what it finds wrong."""

import base64
import functools
import http.server
import re
import subprocess
import threading

from axe_playwright_python.sync_playwright import Axe

from pages import contrast, opened, pdf_text, rgb

OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"


# In every language, light and dark, at every width.


def quiet(page):
    """2, 3: nothing is asked for but the page itself, nothing is complained of."""
    others = [address for address in page.requested if not address.startswith(("file://", "data:"))]
    own = [address for address in page.requested if address.startswith("file://")]
    faults = [f"asked for {address[:100]}" for address in others]
    if len(own) != 1:
        faults.append(f"{len(own)} files were asked for")
    return faults + [f"console: {text[:160]}" for text in page.complaints]


def fits(page):
    """5: no sideways scroll, nothing outside the window but inside a region that scrolls."""
    page.evaluate(OPEN_ALL)
    return page.evaluate(
        """() => {
        const faults = [], root = document.documentElement, width = root.clientWidth;
        if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} wide in ${width}`);
        for (const one of document.body.querySelectorAll('*')) {
          if (one.closest('.scroll, .vh, .skip, svg, defs') && !one.matches('.scroll, svg')) continue;
          if (one.closest('.scroll') && !one.matches('.scroll')) continue;
          const box = one.getBoundingClientRect();
          if (box.width && (box.right > width + 1 || box.left < -1))
            faults.push(`<${one.tagName.toLowerCase()} class=${one.getAttribute('class')}> reaches ` +
              `${Math.round(box.left)}..${Math.round(box.right)}: ${one.textContent.slice(0, 40)}`);
          if (faults.length > 5) break;
        }
        return faults }"""
    )


def drawings(page):
    """6: text in drawings is large enough, inside, apart from other text, and can be read."""
    page.evaluate(OPEN_ALL)
    found = page.evaluate(
        """() => {
        const back = getComputedStyle(document.body).backgroundColor, found = [], faults = [];
        for (const svg of document.querySelectorAll('svg:not(.vh)')) {
          const frame = svg.getBoundingClientRect();
          if (!frame.width) continue;
          for (const shape of svg.querySelectorAll('rect, circle'))
            if (!shape.closest('defs') && !(shape.getBoundingClientRect().width > 0))
              faults.push(`${svg.closest('[id]').id}: a shape without a size`);
          const texts = [...svg.querySelectorAll('text')].map(one => [one, one.getBoundingClientRect()]);
          const name = svg.closest('[id]').id;
          texts.forEach(([one, box], place) => {
            const style = getComputedStyle(one), label = `${name}: '${one.textContent}'`;
            if (parseFloat(style.fontSize) < 12) faults.push(`${label} is ${style.fontSize}`);
            if (box.left < frame.left - 1 || box.right > frame.right + 1)
              faults.push(`${label} leaves its drawing`);
            for (const [other, second] of texts.slice(place + 1))
              if (box.left < second.right && second.left < box.right && box.top < second.bottom - 2 &&
                  second.top < box.bottom - 2) faults.push(`${label} lies on '${other.textContent}'`);
            const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
            let under = back;
            for (const shape of svg.querySelectorAll('rect')) {
              if (shape.closest('defs')) continue;
              const area = shape.getBoundingClientRect();
              if (area.left <= x && x <= area.right && area.top <= y && y <= area.bottom)
                under = getComputedStyle(shape).fill;
            }
            found.push([label, style.fill, under, style.stroke]);
          });
        }
        return [faults, found] }"""
    )
    faults = found[0][:8]
    for label, fill, under, stroke in found[1]:
        # On a hatch, the halo around the letters is what they stand on.
        ground = stroke if under.startswith("url") else under
        if not ground.startswith("rgb"):
            faults.append(f"{label} stands on {under} without a halo")
        elif contrast(rgb(fill), rgb(ground)) < 4.5:
            faults.append(f"{label} has {contrast(rgb(fill), rgb(ground)):.1f}:1 on {ground}")
    return faults[:12]


def echoes(page):
    """6: what drawings show again with `use` can be read too; its colours are known from pixels only."""
    faults = []
    for name in page.evaluate("[...new Set([...document.querySelectorAll('use')].map(u => u.getAttribute('href')))]"):
        drawing = page.locator(f"svg:has(> use[href='{name}'])").first
        drawing.scroll_into_view_if_needed()
        box = drawing.bounding_box()
        # The words stand at the bottom.
        clip = {"x": box["x"], "y": box["y"] + box["height"] - 13, "width": box["width"], "height": 13}
        image = base64.b64encode(page.screenshot(clip=clip)).decode()
        best = page.evaluate(
            """async image => {
            const picture = new Image();
            picture.src = 'data:image/png;base64,' + image;
            await picture.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [picture.width, picture.height];
            const context = canvas.getContext('2d');
            context.drawImage(picture, 0, 0);
            const data = context.getImageData(0, 0, picture.width, picture.height).data;
            const linear = part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            let low = 1, high = 0;
            for (let place = 0; place < data.length; place += 4) {
              const light = 0.2126 * linear(data[place]) + 0.7152 * linear(data[place + 1]) +
                0.0722 * linear(data[place + 2]);
              low = Math.min(low, light); high = Math.max(high, light);
            }
            return (high + 0.05) / (low + 0.05) }""",
            image,
        )
        # Letters of 14 px are blurred at their edges: 4.5 is asked of the same text where it stands first.
        if best < 3:
            faults.append(f"{name} shown again has {best:.1f}:1")
    return faults


# Once a language.


def accessible(page):
    """4: axe finds nothing with all details open; contrasts are the next check's."""
    page.evaluate(OPEN_ALL)
    options = {"resultTypes": ["violations", "incomplete"], "rules": {"color-contrast": {"enabled": False}}}
    results = Axe().run(page, options=options).response
    return axe_faults(results, "violations") + axe_faults(results, "incomplete")


# What repeats what stands before it: contrast costs axe most of its time.
REPEATED = [["table:not(.heat) > tbody > tr:nth-child(n+4)"], ["article:nth-of-type(n+4)"], ["svg"]]


def accessible_colours(page):
    """4: axe finds no text too faint; text in drawings is check 6's."""
    page.evaluate(OPEN_ALL)
    present = [one for one in REPEATED if page.locator(one[0]).count()]
    options = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
    results = Axe().run(page, context={"exclude": present}, options=options).response
    return axe_faults(results, "violations")


def axe_faults(results, kind):
    return [
        f"{kind}: {one['id']}: {one['nodes'][0]['html'][:120]} ({len(one['nodes'])})" for one in results[kind]
    ]


def ink(page):
    """14: with the medium of paper the palette is the light one, whatever the screen's is."""
    return page.evaluate(
        """() => {
        const style = getComputedStyle(document.documentElement), body = getComputedStyle(document.body);
        return [['--bg', '#ffffff'], ['--text', '#1b2128'], ['--k2', '#923a16']]
          .filter(([name, value]) => style.getPropertyValue(name).trim() !== value)
          .map(([name]) => `${name} is ${style.getPropertyValue(name)} on paper`)
          .concat(body.backgroundColor === 'rgb(255, 255, 255)' ? [] : [`paper is ${body.backgroundColor}`]) }"""
    )


def uninjected(page):
    """Nothing of a name ran or became an element."""
    return page.evaluate(
        """() => {
        const faults = [];
        if (window.owned) faults.push('a name ran');
        for (const one of document.querySelectorAll('main *'))
          for (const attribute of one.attributes)
            if (/^on|^style$|^src/.test(attribute.name)) faults.push(`<${one.tagName} ${attribute.name}>`);
        if (document.querySelectorAll('img, iframe, script ~ script, marquee').length)
          faults.push('a name became an element');
        return faults }"""
    )


def read_out(page):
    """A drawing whose values are not beside it tells them on focus."""
    faults = []
    for drawing in page.locator("svg[data-read]").all()[:20]:
        drawing.focus()
        said = drawing.evaluate("one => one.nextElementSibling?.textContent")
        if not said or said != drawing.get_attribute("aria-label"):
            faults.append(f"focus says {said!r}")
        drawing.evaluate("one => one.blur()")
        if drawing.evaluate("one => one.nextElementSibling?.textContent"):
            faults.append("what was said stays")
    return faults


def sorting(page):
    """9: tables sort by keyboard both ways, numbers as numbers, and say so; the filter finds."""
    faults = []
    for identity in page.evaluate("[...document.querySelectorAll('table[data-kind=sortable]')].map(t => t.id)"):
        heads = page.evaluate(
            "id => [...document.getElementById(id).tHead.rows[0].cells].map(c => c.className)", identity
        )
        for column, kind in enumerate(heads):
            button = page.locator(f"#{identity} thead th >> nth={column}").locator("button")
            for key, direction in (("Enter", "ascending"), ("Space", "descending")):
                button.focus()
                page.keyboard.press(key)
                values, sorts, said = page.evaluate(
                    """([id, column]) => {
                    const table = document.getElementById(id);
                    return [[...table.tBodies[0].rows].map(r => {
                        const c = r.cells[column];
                        return [c.getAttribute('data-v') ?? c.getAttribute('data-k'), c.textContent] }),
                      [...table.tHead.rows[0].cells].map(c => c.getAttribute('aria-sort')),
                      document.querySelector('#' + id + '-tools [role=status]').textContent] }""",
                    [identity, column],
                )
                if [sort for sort in sorts if sort] != [direction] or sorts[column] != direction:
                    faults.append(f"{identity} column {column}: aria-sort is {sorts}")
                if not said:
                    faults.append(f"{identity} column {column}: nothing is said")
                keys = [raw if raw is not None else text for raw, text in values]
                filled = [key for key in keys if key != ""]
                if keys[: len(filled)] != filled:
                    faults.append(f"{identity} column {column}: empty cells are not last")
                if kind in ("n", "d"):
                    order = [float(key) if kind == "n" else key for key in filled]
                    if order != sorted(order, reverse=direction == "descending"):
                        faults.append(f"{identity} column {column} ({kind}): not {direction}: {order[:6]}")
                else:
                    texts = [text for (raw, text), key in zip(values, keys) if key != ""]
                    ordered = page.evaluate(
                        """([texts, down]) => {
                        const c = new Intl.Collator(document.documentElement.lang,
                          {numeric: true, sensitivity: 'base'});
                        return texts.every((t, i) => !i || c.compare(texts[i - 1], t) * (down ? -1 : 1) <= 0) }""",
                        [texts, direction == "descending"],
                    )
                    if not ordered:
                        faults.append(f"{identity} column {column}: not {direction}: {texts[:6]}")
        faults += filtering(page, identity)
    return faults


def filtering(page, identity):
    """The filter takes letters without accents, counts, and is cleared."""
    faults = []
    names = page.evaluate(
        "id => [...document.getElementById(id).tBodies[0].rows].map(r => r.cells[0].textContent)", identity
    )
    if not names:
        return faults
    accented = [name for name in names if re.search(r"[À-ÿ]", name)] or names
    plain = page.evaluate("t => t.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '')", accented[0]).upper()
    field = page.locator(f"#{identity}-q")
    field.fill(plain)
    shown = page.evaluate(
        "id => [...document.getElementById(id).tBodies[0].rows].filter(r => !r.hidden).map(r => r.cells[0].textContent)",
        identity,
    )
    if accented[0] not in shown or len(shown) == len(names) > 1:
        faults.append(f"{identity}: '{plain}' finds {shown[:4]}")
    said = page.locator(f"#{identity}-tools [role=status]").text_content()
    if str(len(shown)) not in said:
        faults.append(f"{identity}: {len(shown)} rows shown, said: {said}")
    page.locator(f"#{identity}-tools button").click()
    state = page.evaluate(
        """id => [document.activeElement.id,
          [...document.getElementById(id).tBodies[0].rows].filter(r => r.hidden).length]""",
        identity,
    )
    if state != [f"{identity}-q", 0]:
        faults.append(f"{identity}: after clearing {state}")
    return faults


def keyboard(page):
    """10: the skip link comes first, every control is reached once, focus is seen."""
    faults = []
    expected = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
          .filter(one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !one.closest('details:not([open]) > :not(summary)')).length"""
    )
    seen, previous = 0, None
    page.evaluate("document.body.dataset.n = 0")
    for step in range(expected + 5):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
            const one = document.activeElement;
            if (!one || one === document.body) return null;
            const style = getComputedStyle(one), again = one.dataset.seen === '1';
            one.dataset.seen = '1';
            const box = one.getBoundingClientRect();
            return [one.className, parseFloat(style.outlineWidth), style.outlineStyle, again,
              box.height, one.outerHTML.slice(0, 60)] }"""
        )
        if state is None or state[3]:
            break
        seen += 1
        if step == 0 and state[0] != "skip":
            faults.append(f"the first stop is {state[5]}")
        if state[1] < 2 or state[2] == "none":
            faults.append(f"no focus to be seen on {state[5]}")
        if state[4] and state[4] < 16:
            faults.append(f"{state[4]} px high: {state[5]}")
        if len(faults) > 5:
            break
    if seen < expected and len(faults) <= 5:
        faults.append(f"{seen} of {expected} controls reached")
    return faults


def policy(page):
    """11: injected script, image, style and request are all refused."""
    page.complaints.clear()
    page.evaluate(
        """() => {
        window.injected = 0;
        const script = document.createElement('script');
        script.textContent = 'window.injected = 1';
        document.body.appendChild(script);
        const image = document.createElement('img');
        image.src = 'https://example.org/x.png'; image.alt = '';
        document.body.appendChild(image);
        const box = document.createElement('div');
        box.innerHTML = '<p style="color:red" onclick="window.injected = 1">x</p>';
        document.body.appendChild(box);
        box.firstChild.click();
        return fetch('https://example.org/').catch(() => 0) }"""
    )
    page.wait_for_timeout(50)
    faults = []
    if page.evaluate("window.injected"):
        faults.append("an injected script ran")
    said = " ".join(page.complaints)
    for part in ("script-src", "img-src", "style-src", "default-src"):
        if part not in said:
            faults.append(f"{part} refused nothing")
    page.complaints.clear()
    return faults


def reading(page):
    """12: with the spacing of WCAG 1.4.12, and with text of twice the size, nothing is cut."""
    faults = []
    for name, rule in (
        ("spacing", "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}"),
        ("200%", "html{font-size:200%!important}"),
    ):
        page.evaluate(
            """rule => { window.sheet = new CSSStyleSheet(); window.sheet.replaceSync(rule);
            document.adoptedStyleSheets = [window.sheet] }""",
            rule,
        )
        faults += [f"{name}: {fault}" for fault in fits(page)]
        page.evaluate("document.adoptedStyleSheets = []")
    return faults


def colours_forced(page):
    """15: with forced colours the levels of a drawing still differ and numbers keep their halo."""
    return page.evaluate(
        """() => {
        const faults = [];
        for (const list of document.querySelectorAll('.legend')) {
          const fills = [...list.querySelectorAll('svg > rect')].map(r => getComputedStyle(r).fill);
          const same = fills.filter((f, i) => fills.indexOf(f) !== i && !f.startsWith('url'));
          if (same.length) faults.push(`levels look alike: ${same}`);
        }
        for (const text of document.querySelectorAll('svg rect + text'))
          if (getComputedStyle(text).stroke === 'none') { faults.push('a number without a halo'); break }
        return faults }"""
    )


# With pages of their own.


class Counting(http.server.SimpleHTTPRequestHandler):
    """A server that knows what it was asked for."""

    asked = None

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_):
        pass


def served(browser, folder, language):
    """2: a server is asked for the page and for nothing else, not even an icon."""
    asked = []
    handler = functools.partial(type("Handler", (Counting,), {"asked": asked}), directory=folder.path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        name = folder.page(language).rsplit("/", 1)[1]
        address = f"http://127.0.0.1:{server.server_port}/{name}"
        with opened(browser, folder, language, address=address) as page:
            page.wait_for_load_state("networkidle")
    finally:
        server.shutdown()
        server.server_close()
    return [] if asked == ["/" + name] else [f"the server was asked for {asked}"]


def without_script(browser, folder, language):
    """13: without JavaScript all rows and drawings are there, and no control that does nothing."""
    faults = []
    with opened(browser, folder, language, script=False) as page:
        tools = page.locator(".tools:visible").count()
        if tools:
            faults.append(f"{tools} toolbars that do nothing")
        if page.locator("main [hidden]:not(.tools)").count():
            faults.append("something is hidden for good")
        if page.locator("th button").count():
            faults.append("buttons that do nothing")
        for name in folder.tables():
            rows = page.locator(f"#t-{name} tbody tr").count()
            if rows != min(len(folder.rows(name)) - 1, 500):
                faults.append(f"{name}: {rows} rows")
        closed = page.locator("details:not([open])").first
        if closed.count():
            closed.locator("summary").click()
            if page.locator("details[open]").count() != 1:
                faults.append("details do not open")
        for drawing in page.locator("svg:not(.vh):visible").all()[:40]:
            if drawing.bounding_box()["height"] < 10:
                faults.append("a drawing without height")
                break
        if page.locator("svg:not(.vh):visible").count() < 5:
            faults.append("drawings are missing")
    return faults


def printed(browser, folder, language, script, limit):
    """14: on paper, from a dark screen, everything is there, on white, on A4."""
    faults = []
    with opened(browser, folder, language, scheme="dark", script=script) as page:
        data = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    info = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout.decode()
    pages = int(re.search(r"Pages:\s+(\d+)", info)[1])
    if pages > limit:
        faults.append(f"{pages} sheets, at most {limit}")
    if not re.search(r"Page size:\s+59[45]\S* x 84[12]", info):
        faults.append(re.search(r"Page size:.*", info)[0])
    if not re.search(r"Tagged:\s+yes", info):
        faults.append("not tagged")
    text = re.sub(r"\s+", " ", pdf_text(data))
    with opened(browser, folder, language, script=False) as page:
        captions = [caption.text_content() for caption in page.locator("table caption").all()]
        lines = page.evaluate(
            """() => [...document.querySelectorAll('table[data-csv]')].flatMap(table =>
              [table.tBodies[0].rows[0], [...table.tBodies[0].rows].at(-1)].map(row => [table.id,
                [...row.cells].filter((c, n) => n && table.tHead.rows[0].cells[n].matches('.n')).map(c => c.textContent)]))"""
        )
        labels = page.evaluate(
            """() => [...document.querySelectorAll('table[data-csv] > tbody > tr > th')].map(c => c.textContent)"""
        )
    squeezed = text.replace(" ", "")
    for caption in captions:
        if re.sub(r"\s+", "", caption)[:60] not in squeezed:
            faults.append(f"not printed: {caption[:80]}")
    for name, line in lines:
        # Numbers of a row stand on one line, whatever its label does.
        if len(line) > 2 and re.sub(r"\s+", "", "".join(line)) not in squeezed:
            faults.append(f"not printed: {name}: {line}")
    # In the order of the content, a label that was wrapped stays in one piece.
    streamed = re.sub(r"[\s\xad]+", "", pdf_text(data, "-raw"))
    lost = [label for label in labels if re.sub(r"\s+", "", label)[:100] not in streamed]
    if lost:
        faults.append(f"{len(lost)} of {len(labels)} rows not printed: {lost[:4]}")
    for sheet in {1, 2, pages}:
        image = subprocess.run(
            ["pdftoppm", "-r", "20", "-f", str(sheet), "-l", str(sheet), "-gray", "-"],
            input=data, capture_output=True, check=True,
        ).stdout
        if light(image) < 0.6:
            faults.append(f"sheet {sheet} is dark")
    return faults


def light(gray):
    """The share of light pixels of a PGM."""
    magic, width, height, _, data = gray.split(maxsplit=4) if gray[:2] == b"P5" else (b"", 0, 0, 0, b"")
    return sum(1 for pixel in data if pixel > 200) / max(int(width) * int(height), 1)
