"""17: the palettes can be told apart, by people who see fewer colours too.

CIEDE2000 (Sharma, Wu, Dalal 2005) between colours as seen with full protanopia, deuteranopia and
tritanopia (Machado, Oliveira, Fernandes 2009).
"""

import math
import re

from pages import rgb

SIMULATIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def lab(colour, simulation):
    linear = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in linear]
    seen = [min(1, max(0, sum(a * b for a, b in zip(row, linear)))) for row in simulation]
    rows = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    x, y, z = (sum(a * b for a, b in zip(row, seen)) / white for row, white in zip(rows, (0.95047, 1, 1.08883)))
    x, y, z = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other):
    """CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    step = h2 - h1
    if c1 * c2 == 0:
        step = 0
    elif step > 180:
        step -= 360
    elif step < -180:
        step += 360
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(step / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if c1 * c2 == 0 else (h1 + h2) / 2
    if c1 * c2 != 0 and abs(h1 - h2) > 180:
        hm += 180 if hm < 180 else -180
    t = (
        1
        - 0.17 * math.cos(math.radians(hm - 30))
        + 0.24 * math.cos(math.radians(2 * hm))
        + 0.32 * math.cos(math.radians(3 * hm + 6))
        - 0.20 * math.cos(math.radians(4 * hm - 63))
    )
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    turn = 60 * math.exp(-(((hm - 275) / 25) ** 2))
    rt = -math.sin(math.radians(turn)) * 2 * math.sqrt(cm**7 / (cm**7 + 25**7))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(dl**2 + dc**2 + dh**2 + rt * dc * dh)


# Sharma's own pairs, so that the measure is known to be right before it judges.
REFERENCE = (
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.1848, -84.8006), (50, 0, -82.7485), 1.0000),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
)


def variables(html, dark):
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    light, rest = style.split("@media screen and (prefers-color-scheme:dark)", 1)
    return dict(re.findall(r"--([a-z0-9]+):(#[0-9a-f]{6})", rest.split("*{")[0] if dark else light))


def palettes(folder, language="en"):
    """Neighbours on an ordered scale differ by 9 or more, categories by 14 or more."""
    faults = [
        f"the measure is wrong: {difference(one, other):.4f} for {expected}"
        for one, other, expected in REFERENCE
        if abs(difference(one, other) - expected) > 1e-4
    ]
    for dark in (False, True):
        colours = variables(folder.html(language), dark)
        for name, matrix in SIMULATIONS.items():
            seen = {key: lab(rgb(value), matrix) for key, value in colours.items()}
            pairs = [(f"c{n}", f"c{n + 1}", 9) for n in (1, 2, 3)] + [(f"h{n}", f"h{n + 1}", 9) for n in range(1, 5)]
            pairs += [(f"m{n}", f"m{m}", 12) for n in range(1, 4) for m in range(n + 1, 4)]
            pairs += [(f"k{n}", f"k{m}", 15) for n in range(1, 7) for m in range(n + 1, 7)]
            for one, other, least in pairs:
                found = difference(seen[one], seen[other])
                if found < least:
                    faults.append(f"{'dark' if dark else 'light'} {name}: {one} and {other} differ by {found:.1f}")
    return faults
