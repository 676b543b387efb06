#!/usr/bin/env python3
"""Writes Tests/StatisticsTests/Golden/*.swift with the numbers of the named libraries.

    python3 -m venv /tmp/oracle
    /tmp/oracle/bin/pip install numpy==2.2.6 scipy==1.15.3 statsmodels==0.14.4 lifelines==0.30.3
    /tmp/oracle/bin/python Tests/Golden/statistics.py

The tests do not need it: the numbers are committed. Run it to add some, or to check a new version.
"""
import pathlib

import lifelines
import numpy as np
import scipy
import scipy.stats
import statsmodels
from lifelines import KaplanMeierFitter
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson

OUT = pathlib.Path(__file__).parents[1] / "StatisticsTests" / "Golden"
SM = f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}"


def number(value):
    return repr(float(value))


def table(name, type_, rows):
    body = "".join(f"    ({', '.join(row)}),\n" for row in rows)
    return f"  static let {name}: [{type_}] = [\n{body}  ]\n"


def write(file, about, name, tables):
    text = f"/// {about}\n///\n/// Written by Tests/Golden/statistics.py.\nenum {name} {{\n"
    (OUT / file).write_text(text + "\n".join(tables) + "}\n")


def proportions():
    pairs = [(x, n) for n in (1, 5, 12, 30, 75, 150, 400) for x in range(0, n + 1, max(1, n // 6))]
    pairs += [(0, 10), (1, 10), (3, 10), (7, 20), (20, 20), (45, 150), (1, 100000), (314159, 1000000)]
    rows = []
    for x, n in pairs:
        for level in (0.90, 0.95, 0.99):
            row = [str(x), str(n), number(level)]
            for method in ("wilson", "beta", "jeffreys"):
                low, high = proportion_confint(x, n, alpha=1 - level, method=method)
                low = 0.0 if np.isnan(low) else low
                high = 1.0 if np.isnan(high) else high
                row += [number(low), number(high)]
            rows.append(row)
    type_ = ("(count: Int, total: Int, level: Double, wilsonLow: Double, wilsonHigh: Double, "
             "exactLow: Double, exactHigh: Double, jeffreysLow: Double, jeffreysHigh: Double)")
    return table("intervals", type_, rows)


def differences():
    rows = []
    for x1, n1, x2, n2 in [(7, 20, 3, 20), (0, 10, 3, 12), (56, 70, 48, 80), (1, 1, 0, 1), (9, 10, 9, 10),
                           (0, 5, 0, 900), (123, 456, 789, 1011)]:
        low, high = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
        rows.append([str(v) for v in (x1, n1, x2, n2)] + [number(low), number(high)])
    return table("differences", "(x1: Int, n1: Int, x2: Int, n2: Int, low: Double, high: Double)", rows)


def rates():
    rows = []
    for x in (0, 1, 2, 3, 5, 10, 17, 50, 100, 1000, 25000, 1000000):
        for t in (1.0, 12.75, 4321.0):
            low, high = confint_poisson(x, t, method="exact-c")
            low = 0.0 if np.isnan(low) else low
            rows.append([str(x), number(t), number(low), number(high)])
    return table("rates", "(events: Int, exposure: Double, low: Double, high: Double)", rows)


def main():
    OUT.mkdir(exist_ok=True)
    write("ProportionNumbers.swift", f"Intervals by {SM}.", "ProportionNumbers",
          [proportions(), differences(), rates()])


main()
