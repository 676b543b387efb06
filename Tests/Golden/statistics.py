#!/usr/bin/env python3
"""Writes Tests/StatisticsTests/Golden/*.swift with the numbers of the named libraries.

    python3 -m venv /tmp/oracle
    /tmp/oracle/bin/pip install numpy==2.2.6 scipy==1.15.3 statsmodels==0.14.4 lifelines==0.30.3 scikit-survival==0.28.0
    /tmp/oracle/bin/python Tests/Golden/statistics.py

The tests do not need it: the numbers are committed. Run it to add some, or to check a new version.
"""
import itertools
import pathlib

import lifelines
import numpy as np
import pandas as pd
import scipy
import scipy.stats
import sksurv
import sksurv.nonparametric
import statsmodels
import statsmodels.api as sm
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test
from lifelines.utils import restricted_mean_survival_time
from statsmodels.formula.api import ols
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson

OUT = pathlib.Path(__file__).parents[1] / "StatisticsTests" / "Golden"
SM = f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}"


def number(value):
    return repr(float(value))


def table(name, columns, rows):
    lines = "".join(f"    {' '.join(row)}\n" for row in rows)
    return (f'  static let {name} = GoldenTable(\n    "{columns}",\n    """\n{lines}    """)\n')


def write(file, about, name, tables):
    text = f"/// {about}\n///\n/// Written by Tests/Golden/statistics.py.\nenum {name} {{\n"
    (OUT / file).write_text(text + "\n".join(tables) + "}\n")


def proportions():
    pairs = [(x, n) for n in (1, 5, 12, 30, 75, 150, 400) for x in range(0, n + 1, max(1, n // 4))]
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
    return table("intervals", "count total level wilsonLow wilsonHigh exactLow exactHigh jeffreysLow jeffreysHigh",
                 rows)


def differences():
    rows = []
    for x1, n1, x2, n2 in [(7, 20, 3, 20), (0, 10, 3, 12), (56, 70, 48, 80), (1, 1, 0, 1), (9, 10, 9, 10),
                           (0, 5, 0, 900), (123, 456, 789, 1011)]:
        low, high = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
        rows.append([str(v) for v in (x1, n1, x2, n2)] + [number(low), number(high)])
    return table("differences", "x1 n1 x2 n2 low high", rows)


def rates():
    rows = []
    for x in (0, 1, 2, 3, 5, 10, 17, 50, 100, 1000, 25000, 1000000):
        for t in (1.0, 12.75, 4321.0):
            low, high = confint_poisson(x, t, method="exact-c")
            low = 0.0 if np.isnan(low) else low
            rows.append([str(x), number(t), number(low), number(high)])
    return table("rates", "events exposure low high", rows)


def paired():
    rows = []
    for a, b, c, d in [(1, 1, 7, 12), (10, 0, 0, 5), (3, 9, 2, 40), (0, 6, 6, 0), (5, 40, 61, 7), (0, 0, 1, 0)]:
        p = mcnemar([[a, b], [c, d]], exact=True).pvalue
        rows.append([str(v) for v in (a, b, c, d)] + [number(min(1, p))])
    return table("mcNemar", "a b c d p", rows)


def students():
    rows = [[number(level), str(df), number(scipy.stats.t.ppf((1 + level) / 2, df))]
            for level in (0.90, 0.95, 0.99) for df in (1, 2, 5, 9, 30, 199, 999, 100000)]
    return table("studentT", "level degrees t", rows)


def gammas():
    rows = []
    for a in (0.5, 1.0, 7.5, 16.0, 300.0, 1e6):
        for f in (0.2, 0.9, 1.0, 1.1, 3.0):
            x = a * f
            rows.append([number(a), number(x), number(scipy.special.gammainc(a, x)),
                         number(scipy.special.gammaincc(a, x))])
    return table("gammaTails", "shape x lower upper", rows)


def betas():
    rows = []
    for a, b in [(0.5, 0.5), (1.0, 9.0), (3.5, 17.5), (150.0, 0.5), (2000.0, 3000.0), (5e5, 5e5)]:
        for f in (0.5, 0.97, 1.0, 1.02):
            x = min(0.999, a / (a + b) * f)
            rows.append([number(a), number(b), number(x), number(scipy.special.betainc(a, b, x)),
                         number(scipy.special.betaincc(a, b, x))])
    return table("betaTails", "a b x lower upper", rows)


def survival():
    random = np.random.default_rng(20)
    lives, steps, summary = [], [], []
    for case in range(6):
        n = [8, 20, 20, 40, 50, 100][case]
        times = random.integers(1, [6, 9, 30, 40, 60, 300][case], n)
        ended = random.random(n) < [1, 0.6, 0.8, 0.7, 0.3, 0.5][case]
        entry = np.where(random.random(n) < 0.3, (times * random.random(n)).astype(int) - 1, -1)
        if case % 2 == 0:
            entry = np.full(n, -1)
        group = random.random(n) < 0.5
        km = KaplanMeierFitter().fit(times, ended, entry=entry if case % 2 else None)
        ci = km.confidence_interval_
        for t in sorted(set(times[ended])):
            steps.append([str(case), str(t), number(km.survival_function_.loc[t].iloc[0]),
                          number(ci.loc[t].iloc[0]), number(ci.loc[t].iloc[1])])
        tau = int(np.quantile(times, 0.7))
        if case % 2 == 0:
            rmst = restricted_mean_survival_time(km, t=tau)
            test = logrank_test(times[group], times[~group], ended[group], ended[~group])
            summary.append([str(case), str(tau), number(rmst), number(test.test_statistic), number(test.p_value)])
        for t, e, s, g in zip(times, ended, entry, group):
            lives.append([str(case), str(t), str(int(e)), str(s), str(int(g))])
    return [table("lives", "set lasted ended entry first", lives),
            table("steps", "set time survival low high", steps),
            table("summaries", "set tau mean chiSquare p", summary)]


def incidence():
    random = np.random.default_rng(21)
    times, cause = random.integers(1, 15, 80), random.integers(0, 4, 80)
    t, f = sksurv.nonparametric.cumulative_incidence_competing_risks(cause, times)
    causes = [i for i in range(0, 4)]
    spells = [[str(a), str(c - 1)] for a, c in zip(times, cause)]
    steps = [[str(int(time))] + [number(f[c][i]) for c in causes] for i, time in enumerate(t)]
    return [table("competing", "lasted cause", spells),
            table("incidences", "time all first second third", steps)]


def factorial():
    random = np.random.default_rng(22)
    levels = (3, 4, 2)
    outcomes = random.integers(0, 60, levels)
    grid = pd.DataFrame([(*key, outcomes[key]) for key in itertools.product(*map(range, levels))],
                        columns=["a", "b", "c", "y"])
    anova = sm.stats.anova_lm(ols("y ~ C(a)*C(b)*C(c)", grid).fit(), typ=1)
    squares = anova["sum_sq"].drop("Residual")
    names = {"C(a)": 1, "C(b)": 2, "C(c)": 4}
    rows = [[str(sum(names[part] for part in key.split(":"))), number(value / squares.sum())]
            for key, value in squares.items()]
    return [table("outcomes", "outcome", [[str(v)] for v in outcomes.flatten()]),
            table("shares", "set share", rows)]


def replicates():
    values = np.array([1, 2, 4, 8, 16])
    rows = [[str(int(p * 1000)), number(np.quantile(values, p))] for p in (0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975, 1)]
    random = np.random.default_rng(23)
    base = random.integers(0, 100, 40)
    reform = base + random.integers(-6, 12, 40)
    test = scipy.stats.ttest_rel(reform, base)
    ci = test.confidence_interval()
    pairs = [[str(a), str(b)] for a, b in zip(base, reform)]
    return [table("quantiles", "perMille value", rows),
            table("pairs", "baseline reform", pairs),
            f"  static let pairedLow = {number(ci.low)}\n  static let pairedHigh = {number(ci.high)}\n"
            f"  static let correlation = {number(np.corrcoef(base, reform)[0, 1])}\n"]


def philox():
    random = np.random.default_rng(24)
    rows = []
    for _ in range(12):
        key = [int(v) for v in random.integers(0, 2**64, 2, dtype=np.uint64)]
        counter = [int(v) for v in random.integers(1, 2**64, 4, dtype=np.uint64)]
        before = counter[0] - 1, *counter[1:]
        words = np.random.Philox(key=np.array(key, dtype=np.uint64),
                                 counter=np.array(before, dtype=np.uint64)).random_raw(4)
        uniform = np.random.Generator(np.random.Philox(
            key=np.array(key, dtype=np.uint64), counter=np.array(before, dtype=np.uint64))).random()
        rows.append([str(int(v)) for v in (*counter, *key, *words)] + [number(uniform)])
    return table("blocks", "c0 c1 c2 c3 k0 k1 w0 w1 w2 w3 uniform", rows)


def main():
    OUT.mkdir(exist_ok=True)
    write("ProportionNumbers.swift", f"Intervals by {SM}.", "ProportionNumbers",
          [proportions(), differences(), rates(), paired()])
    write("SpecialNumbers.swift", f"Distributions by scipy {scipy.__version__}.", "SpecialNumbers",
          [students(), gammas(), betas()])
    write("SurvivalNumbers.swift", f"Survival by lifelines {lifelines.__version__}, scikit-survival {sksurv.__version__}.",
          "SurvivalNumbers", survival() + incidence())
    write("ReplicateNumbers.swift", f"Replicates by numpy {np.__version__}, {SM}.", "ReplicateNumbers",
          factorial() + replicates() + [philox()])


main()
