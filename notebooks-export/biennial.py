# %% [markdown]
# # The biennial analysis, from an export
#
# `ogpstats export DATA --out FOLDER` writes the folder that this notebook starts from. Every figure
# below is computed here, with pandas, from the exported tables: a second reading of the same
# definitions (`docs/metrics.md`). CI compares each with what `ogpstats metrics` prints.
#
# Set `OGPSTATS_EXPORT` to another folder, and `OGPSTATS_BIENNIUM` to another first year.

# %%
import os
from pathlib import Path

import altair as alt
import pandas as pd

folder = Path(os.environ.get("OGPSTATS_EXPORT", "demo-export"))


def table(name, days=()):
    # Our codes hold no word that pandas takes for missing; texts and ids of a dataset might.
    return pd.read_csv(
        folder / f"{name}.csv", parse_dates=list(days), keep_default_na=False, na_values=[""])


about = table("dataset").set_index("name")["value"]
labels = table("labels")
members = table("members", ["joined_on"])
plans = table("plans", ["submitted_on", "starts_on", "ends_on"])
commitments = table("commitments", ["submitted_on", "completion_on"])
assessments = table("completion_assessments", ["submitted_on"])
reviews = table("commitment_reviews", ["submitted_on"])
inceptions = table("inception_assessments", ["submitted_on"])
obligations = table("obligations", ["due_on", "done_on"])
quarters = table("quarters", ["ends_on"])
spells = table("spells", ["starts_on", "ends_on"])
commitment_members = table("commitment_members")
plan_members = table("plan_members")

as_of = pd.Timestamp(about["as_of"])
windows = table("windows", ["from_on", "to_on"])
ended = windows[windows["to_on"] <= as_of]
biennium = int(os.environ.get("OGPSTATS_BIENNIUM", ended["from_on"].dt.year.max()))
first, last = pd.Timestamp(biennium, 1, 1), pd.Timestamp(biennium + 1, 12, 31)
known_to = min(as_of, last)
marked = " (synthetic data)" if about["synthetic"] == "true" else ""
print(f"{about['title']}{marked}, {biennium} to {biennium + 1}, as known on {as_of:%Y-%m-%d}")

# %% [markdown]
# ## Shares with their intervals
#
# Every share carries Wilson's 95 % interval. Levels that nothing has stand with 0, in the order of
# their list.

# %%
figures = []


def wilson(count, total, z=1.959963984540054):
    if total == 0:
        return None, None
    share, z2 = count / total, z * z
    centre = share + z2 / (2 * total)
    half = z * (share * (1 - share) / total + z2 / (4 * total * total)) ** 0.5
    low = 0.0 if count == 0 else (centre - half) / (1 + z2 / total)
    high = 1.0 if count == total else (centre + half) / (1 + z2 / total)
    return low, high


def shares(metric, levels, dimension="overall", group="overall", part="overall"):
    """Adds the rows of one metric in one group: `levels` maps each level to (count, total)."""
    for level, (count, total) in levels.items():
        low, high = wilson(count, total)
        figures.append({
            "metric": metric, "dimension": dimension, "group": group, "part": part, "level": level,
            "count": int(count), "total": int(total),
            "share": count / total if total else None, "low": low, "high": high})


def codes(name):
    return labels.loc[labels["list"] == name, "code"].tolist()


def latest(rows, key, until):
    """Of each thing's rows up to a day the latest; of two on one day the one further down."""
    rows = rows[rows["submitted_on"] <= until].sort_values(["submitted_on", "row_no"])
    return rows.groupby(key).tail(1)


def in_window(days):
    return (days >= first) & (days <= last)


# %% [markdown]
# ## How far commitments were carried out

# %%
assessed = latest(assessments, "commitment_id", known_to)
assessed = assessed[in_window(assessed["submitted_on"])]


def completion(rows, **place):
    counts = rows["completion"].value_counts()
    levels = {code: (counts.get(code, 0), len(rows)) for code in codes("completion")}
    done = counts.get("substantial", 0) + counts.get("complete", 0)
    shares("completion", levels | {"substantial_or_complete": (done, len(rows))}, **place)


completion(assessed)
regions = commitment_members.merge(members[["member_id", "region"]], on="member_id")
# A joint commitment counts once in each region that it has a member in.
regions = regions[["commitment_id", "region"]].drop_duplicates()
by_region = assessed.merge(regions, on="commitment_id")
for region in codes("region"):
    rows = by_region[by_region["region"] == region]
    if len(rows):
        completion(rows, dimension="region", group=region)

# %%
shown = pd.DataFrame(figures).query("dimension == 'region' and level == 'substantial_or_complete'")
names = labels[labels["list"] == "region"].set_index("code")["en"]
shown = shown.assign(region=shown["group"].map(names))
bars = alt.Chart(shown).encode(alt.Y("region:N", title=None, sort=None))
completion_chart = (
    bars.mark_bar().encode(alt.X("share:Q", title="Substantial or complete", axis=alt.Axis(format="%")))
    + bars.mark_rule().encode(alt.X("low:Q"), alt.X2("high:Q"))
).properties(title=f"Completion of commitments assessed in {biennium} and {biennium + 1}{marked}")
completion_chart

# %% [markdown]
# ## Ambition and stars
#
# A star commitment is specific, relevant, of transformative potential impact, and substantially or
# completely carried out; `rules.csv` has the thresholds in force.

# %%
reviewed = latest(reviews, "commitment_id", known_to)
both = assessed.merge(reviewed, on="commitment_id", suffixes=("", "_review"))
judged = both.dropna(subset=["relevant", "potential_impact"])
relevant = judged["relevant"].map({True: True, False: False, "True": True, "False": False})
ambitious = relevant.astype(bool) & judged["potential_impact"].isin(["moderate", "transformative"])
complete = judged["completion"].isin(["substantial", "complete"])
total = len(judged)
shares("ambition", {
    "ambitious_and_complete": ((ambitious & complete).sum(), total),
    "ambitious_only": ((ambitious & ~complete).sum(), total),
    "complete_only": ((~ambitious & complete).sum(), total),
    "neither": ((~ambitious & ~complete).sum(), total)})

# %% [markdown]
# ## Co-creation

# %%
assessed_plans = latest(inceptions, "plan_id", known_to)
assessed_plans = assessed_plans[in_window(assessed_plans["submitted_on"])]
requirements, practices = codes("requirement"), codes("practice")
total = len(assessed_plans)
levels = {name: (assessed_plans[name].sum(), total) for name in requirements}
levels["all_requirements"] = ((assessed_plans["requirements_met"] == 4).sum(), total)
for name in practices:
    levels[name] = ((assessed_plans[name] == "yes").sum(), assessed_plans[name].notna().sum())
answered = assessed_plans.dropna(subset=practices)
levels["all_practices"] = ((answered[practices] == "yes").all(axis=1).sum(), len(answered))
shares("co_creation", levels)

# %% [markdown]
# ## In time, late, missing

# %%
due = obligations[in_window(obligations["due_on"]) & (obligations["outcome"] != "open")]
for obligation in codes("obligation"):
    rows = due[due["obligation"] == obligation]
    if len(rows):
        counts = rows["outcome"].value_counts()
        shares("timeliness", {
            level: (counts.get(level, 0), len(rows)) for level in ["on_time", "late", "missing"]},
            part=obligation)

# %%
punctual = pd.DataFrame(figures).query("metric == 'timeliness'")
names = labels[labels["list"] == "obligation"].set_index("code")["en"]
timeliness_chart = alt.Chart(punctual.assign(obligation=punctual["part"].map(names))).mark_bar().encode(
    alt.X("share:Q", stack="normalize", axis=alt.Axis(format="%"), title=None),
    alt.Y("obligation:N", title=None, sort=None),
    alt.Color("level:N", title=None, sort=["on_time", "late", "missing"]),
).properties(title=f"What was due in {biennium} and {biennium + 1}{marked}")
timeliness_chart

# %% [markdown]
# ## The tracker, and where members stand at the end

# %%
tracked = quarters[in_window(quarters["ends_on"]) & (quarters["ends_on"] <= known_to) & quarters["counts"]]
total = len(tracked)
if total:
    shares("tracking", {
        "updated": (tracked["updated"].sum(), total),
        "progressed": (tracked["progressed"].sum(), total),
        "silent": ((~tracked["updated"]).sum(), total)})

holding = spells[(spells["starts_on"] <= known_to) & ~(spells["ends_on"] < known_to)]
counts = holding["status"].value_counts()
shares("status", {code: (counts.get(code, 0), len(holding)) for code in codes("status")})

# %% [markdown]
# ## All figures

# %%
figures = pd.DataFrame(figures)
figures.round({"share": 3, "low": 3, "high": 3})
