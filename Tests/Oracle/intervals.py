"""Intervals and survival, as statistics.md and readings.md 32 say them."""
import math
from fractions import Fraction

Z = 1.959963984540054


def wilson(hits, total):
    p, square = hits / total, Z * Z
    scale = 1 + square / total
    centre = (p + square / (2 * total)) / scale
    half = Z / scale * math.sqrt(p * (1 - p) / total + square / (4 * total * total))
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    high = 1.0 if hits == total else min(1.0, centre + half)
    return low, high


def newcombe(hits, total, other_hits, other_total):
    """This share less the other: the difference and its hybrid score interval."""
    p, q = hits / total, other_hits / other_total
    (l1, u1), (l2, u2) = wilson(hits, total), wilson(other_hits, other_total)
    difference = p - q
    return (difference, difference - math.sqrt((p - l1) ** 2 + (u2 - q) ** 2),
            difference + math.sqrt((u1 - p) ** 2 + (q - l2) ** 2))


def poisson_at_most(count, mean):
    """P(X <= count) for a Poisson of this mean."""
    if mean == 0:
        return 1.0
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1))
                     for k in range(count + 1))


def solve(rises, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if rises(middle) else (middle, high)
    return (low + high) / 2


def garwood(count):
    """The exact 95 % interval of a Poisson mean."""
    top = count + 10 * math.sqrt(count + 1) + 20
    low = 0.0 if count == 0 else solve(
        lambda mean: 1 - poisson_at_most(count - 1, mean) > 0.025, 0.0, top)
    high = solve(lambda mean: poisson_at_most(count, mean) < 0.025, 0.0, top)
    return low, high


class KaplanMeier:
    """Times as (days, ended); one who is censored on a day is at risk on it."""

    def __init__(self, times):
        self.steps = []  # (day, S exactly, Greenwood's sum)
        at_risk, survival, spread = len(times), Fraction(1), 0.0
        by_day = {}
        for day, ended in times:
            by_day.setdefault(day, []).append(ended)
        for day in sorted(by_day):
            here = by_day[day]
            dead = sum(here)
            if dead:
                survival *= Fraction(at_risk - dead, at_risk)
                spread += dead / (at_risk * (at_risk - dead)) if at_risk > dead else math.inf
                self.steps.append((day, survival, spread))
            at_risk -= len(here)

    def quantile(self, p):
        """The first day with S at or under 1 - p; nothing where it is not reached."""
        return next((day for day, s, _ in self.steps if s <= 1 - Fraction(p)), None)

    def median_interval(self):
        """The first days on which the lower and the upper log-log limit are at or under a half."""
        low = high = None
        for day, s, spread in self.steps:
            if s in (0, 1):
                continue
            reach = Z * math.sqrt(spread) / abs(math.log(s))
            if low is None and float(s) ** math.exp(reach) <= 0.5:
                low = day
            if high is None and float(s) ** math.exp(-reach) <= 0.5:
                high = day
        return low, high
