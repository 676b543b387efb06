# %% [markdown]
# # What if the rules were others?
#
# Two questions to an export: how many commitments would be starred under other thresholds, which is
# computed here with pandas, and where members would stand under other membership rules, for which
# `ogpstats` replays every member (the exported folder is itself a dataset that it reads).
#
# Set `OGPSTATS_EXPORT` to the folder, and `OGPSTATS` to the program where it is not on the path.

# %%
import io
import itertools
import os
import subprocess
from pathlib import Path

import altair as alt
import pandas as pd

folder = Path(os.environ.get("OGPSTATS_EXPORT", "demo-export"))
program = os.environ.get("OGPSTATS", "ogpstats")


def table(name):
    return pd.read_csv(folder / f"{name}.csv", keep_default_na=False, na_values=[""])


labels = table("labels")
about = table("dataset").set_index("name")["value"]
marked = " (synthetic data)" if about["synthetic"] == "true" else ""


def order(name):
    """The codes of a list as an ordered type: `>=` then goes by their order."""
    return pd.CategoricalDtype(labels.loc[labels["list"] == name, "code"].tolist(), ordered=True)


# %% [markdown]
# ## Stars under other thresholds

# %%
commitments = table("commitments").astype({
    "specificity": order("specificity"), "potential_impact": order("potential_impact"),
    "completion": order("completion")})
known = commitments.dropna(subset=["relevant", "potential_impact", "specificity", "completion"])
known = known[known["completion"] != "no_evidence"]
relevant = known["relevant"].isin([True, "True", "true"])


def starred(specificity="medium", impact="transformative", completion="substantial"):
    return int((
        relevant & (known["specificity"] >= specificity) & (known["potential_impact"] >= impact)
        & (known["completion"] >= completion)).sum())


stars = pd.DataFrame([
    {"star_min_impact": impact, "star_min_completion": completion,
     "starred": starred(impact=impact, completion=completion), "commitments": len(known)}
    for impact, completion in itertools.product(
        ["minor", "moderate", "transformative"], ["limited", "substantial", "complete"])])
stars

# %%
star_chart = alt.Chart(stars).mark_rect().encode(
    alt.X("star_min_completion:N", sort=None), alt.Y("star_min_impact:N", sort=None),
    alt.Color("starred:Q"),
).properties(title=f"Starred commitments by threshold{marked}")
star_chart

# %% [markdown]
# ## Members under other rules
#
# How patient may the rules be with a silent tracker before the cohort looks different?

# %%


def members_under(*settings):
    """How many members have each status if these parameters had always been so."""
    options = [word for setting in settings for word in ("--set", setting)]
    text = subprocess.run(
        [program, "status", "--quiet", "--format", "csv", *options, str(folder)],
        check=True, capture_output=True, text=True).stdout
    statuses = pd.read_csv(io.StringIO(text), keep_default_na=False)["status"]
    return statuses.value_counts()


codes = labels.loc[labels["list"] == "status", "code"].tolist()
rows = []
for quarters in [1, 2, 3, 4, 5, 6]:
    counts = members_under(f"silent_quarters={quarters}")
    rows += [{"silent_quarters": quarters, "status": code, "members": int(counts.get(code, 0))}
             for code in codes]
members = pd.DataFrame(rows)
members.pivot(index="silent_quarters", columns="status", values="members")[codes]

# %%
member_chart = alt.Chart(members).mark_bar().encode(
    alt.X("silent_quarters:O", title="silent quarters until a member is inactive"),
    alt.Y("members:Q"), alt.Color("status:N", sort=codes),
    alt.Order("position:Q"),
).transform_calculate(position=f"indexof({codes}, datum.status)").properties(
    title=f"Members by status{marked}")
member_chart
