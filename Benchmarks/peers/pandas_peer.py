"""pandas: typed frames, keys resolved with indexes, metrics by groupby and merge."""

import numpy as np
import pandas as pd

import schema
from harness import serve, spells_path

DAY = pd.Timedelta(days=1)


def quarter(days):
    return days.dt.year * 4 + days.dt.quarter - 1


def months_later(days, months):
    return days + pd.DateOffset(months=months)


def days_of(text, kind):
    """Days of texts that may be months."""
    days = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
    is_month = days.isna()
    month = text[is_month]
    slash = month.str[2] == "/"
    first = pd.to_datetime(
        month.where(~slash, month.str[3:] + "-" + month.str[:2]), format="%Y-%m")
    days[is_month] = first + pd.offsets.MonthEnd(0) if kind == "month_end" else first
    return days


class Pandas:
    def __init__(self, data, threads):
        self.data = data
        self.results = {}

    def read(self):
        self.tables = {}
        for table, columns in schema.TABLES.items():
            types = {"code": "category", "bool": "category", "int": "Int32"}
            frame = pd.read_csv(
                f"{self.data}/{table}.csv",
                dtype={c: types.get(k, "str") for c, k in columns.items() if k != "date"},
                keep_default_na=False, na_values=[""],
                parse_dates=[c for c, k in columns.items() if k == "date"],
                date_format="%Y-%m-%d")
            for column, kind in columns.items():
                if kind.startswith("month"):
                    frame[column] = days_of(frame[column], kind)
                elif kind == "bool":
                    frame[column] = frame[column].cat.set_categories(["no", "yes"])
            self.tables[table] = frame
        self.excused = pd.read_csv(
            spells_path(self.data), parse_dates=["from", "to"], date_format="%Y-%m-%d")

    def ready(self):
        tables = self.tables
        self.asof = max(tables[table][column].max() for table, column in schema.DATED)
        index = {
            table: pd.Index(tables[table][key])
            for table, key in [
                ("members", "member_id"), ("plans", "plan_id"),
                ("commitments", "commitment_id"), ("milestones", "milestone_id")]}
        frames = self.frames = {}
        members, plans = tables["members"], tables["plans"]
        frames["member"] = pd.DataFrame({
            "region": members["region"], "joined_on": members["joined_on"],
            "cohort": members["cohort"].fillna(members["joined_on"].dt.year.astype(str))})
        frames["plan"] = plans[["submitted_on", "starts_on", "ends_on"]]
        lists = plans["member_ids"].str.split(";").explode()
        plan_member = frames["plan_member"] = pd.DataFrame({
            "p": lists.index, "m": index["members"].get_indexer(lists)})
        commitments = tables["commitments"]
        commitment = frames["commitment"] = pd.DataFrame({
            "p": index["plans"].get_indexer(commitments["plan_id"]),
            "m": index["members"].get_indexer(commitments["member_id"]),
            "submitted_on": commitments["submitted_on"], "starts_on": commitments["starts_on"],
            "withdrawn_on": commitments["withdrawn_on"]})
        of_plan = commitment["p"].map(plans["submitted_on"])
        commitment["submitted_on"] = commitment["submitted_on"].fillna(of_plan)
        own = commitment["m"] >= 0
        shared = (
            commitment.loc[~own, ["p"]].rename_axis("c").reset_index().merge(plan_member, on="p"))
        frames["commitment_member"] = pd.concat([
            commitment.loc[own, ["m"]].rename_axis("c").reset_index(), shared[["c", "m"]]])
        for name, column, group in [
            ("commitment_area", "policy_areas", "area"), ("commitment_sector", "sectors", "sector")
        ]:
            codes = commitments[column].str.split(";").explode()
            frames[name] = (
                codes.rename(group).astype("category").rename_axis("c").reset_index()
                .drop_duplicates())
        tracker = tables["tracker"]
        frames["report"] = pd.DataFrame({
            "c": index["commitments"].get_indexer(tracker["commitment_id"]),
            "ms": index["milestones"].get_indexer(tracker["milestone_id"]),
            "d": tracker["reported_on"], "status": tracker["status"],
            "progress": tracker["progress"]})
        for name, table, target, key in [
            ("completion", "completion_assessments", "commitments", "c"),
            ("review", "commitment_reviews", "commitments", "c"),
            ("inception", "inception_assessments", "plans", "p"),
            ("learning", "learning_exercises", "plans", "p"),
            ("milestone", "milestones", "commitments", "c"),
            ("meeting", "meetings", "members", "m"), ("event", "events", "members", "m"),
            ("term", "terms", "members", "m"), ("recorded", "recorded_statuses", "members", "m"),
        ]:
            own_key = target[:-1] + "_id"
            frame = tables[table].drop(columns=own_key)
            frame.insert(0, key, index[target].get_indexer(tables[table][own_key]))
            frames[name] = frame
        frames["excused"] = pd.DataFrame({
            "m": index["members"].get_indexer(self.excused["member_id"]),
            "from": self.excused["from"], "to": self.excused["to"].fillna(self.asof)})

    def metrics(self):
        frames = self.frames
        latest = self.latest(frames["completion"], "c")
        of_commitments = frames["commitment_member"].merge(
            frames["member"], left_on="m", right_index=True)
        regions = of_commitments[["c", "region"]].drop_duplicates()
        cohorts = of_commitments[["c", "cohort"]].drop_duplicates()
        self.results["completion_region"] = self.completion(latest, regions, "region")
        self.results["completion_policy_area"] = self.completion(
            latest, frames["commitment_area"], "area")
        known = frames["commitment"].index[frames["commitment"]["submitted_on"] <= self.asof]
        sectors = frames["commitment_sector"]
        sectors = sectors[sectors["c"].isin(known)]
        totals = sectors.groupby("sector", observed=True).size()
        pairs = sectors.merge(frames["commitment_area"], on="c").groupby(
            ["sector", "area"], observed=True).size()
        self.results["policy_area_sector"] = [
            (sector, area, n, totals[sector]) for (sector, area), n in pairs.items()]
        self.results["co_creation_cohort"] = self.co_creation()
        self.results["tracking_year"] = self.tracking()
        self.results["early_results_region_cohort"] = self.early_results(latest, regions, cohorts)
        self.results["timeliness"] = self.timeliness()

    def latest(self, frame, key):
        known = frame[frame["submitted_on"] <= self.asof]
        return known.sort_values("submitted_on", kind="stable").drop_duplicates(key, keep="last")

    @staticmethod
    def completion(latest, groups, group):
        items = latest[["c", "completion"]].merge(groups, on="c")
        items["completion"] = items["completion"].astype("str")
        counts = items.groupby([group, "completion"], observed=True).size().unstack(fill_value=0)
        totals = counts.sum(axis=1)
        counts["substantial_or_complete"] = counts["substantial"] + counts["complete"]
        return [
            (name, level, n, totals[name]) for (name, level), n in counts.stack().items()]

    def co_creation(self):
        frames = self.frames
        cohorts = frames["plan_member"].merge(
            frames["member"][["cohort"]], left_on="m", right_index=True)[
                ["p", "cohort"]].drop_duplicates()
        latest = self.latest(frames["inception"], "p").merge(cohorts, on="p")
        met = latest[schema.REQUIREMENTS] == "yes"
        practices = latest[schema.PRACTICES]
        done = practices == "yes"
        answered = practices.notna()
        counts = met.assign(all_requirements=met.all(axis=1)).join(done).assign(
            all_practices=done.all(axis=1))
        totals = (met | True).assign(all_requirements=True).join(answered).assign(
            all_practices=answered.all(axis=1))
        counts, totals = (
            frame.groupby(latest["cohort"]).sum().stack() for frame in (counts, totals))
        return [(cohort, level, n, totals[cohort, level]) for (cohort, level), n in counts.items()]

    def finished(self):
        report = self.frames["report"]
        whole = report[
            (report["ms"] < 0) & (report["status"] == "finished") & (report["d"] <= self.asof)]
        return whole.groupby("c")["d"].min()

    def tracking(self):
        frames, asof = self.frames, self.asof
        completion = frames["completion"]
        completed = completion[
            (completion["completion"] == "complete") & (completion["submitted_on"] <= asof)]
        finished = pd.concat([
            self.finished(), completed.groupby("c")["submitted_on"].min()]).groupby("c").min()
        runs = frames["commitment"].merge(
            frames["plan"], left_on="p", right_index=True, suffixes=("", "_plan"))
        first = runs[["submitted_on", "submitted_on_plan", "starts_on", "starts_on_plan"]].max(
            axis=1)
        withdrawn = runs["withdrawn_on"].where(runs["withdrawn_on"] <= asof) - DAY
        last = np.fmin(runs["ends_on"], withdrawn)
        # Quarters as numbers; one that no finished commitment bounds is far away.
        until = quarter(runs.index.to_series().map(finished)).fillna(99999)
        first = (quarter(first - DAY) + 1).to_numpy()
        last = np.minimum(
            np.minimum(quarter(last + DAY) - 1, until), quarter(pd.Series([asof + DAY]))[0] - 1)
        length = np.maximum(last.to_numpy() - first + 1, 0).astype(int)
        c = np.repeat(runs.index.to_numpy(), length)
        q = np.repeat(first, length) + np.arange(length.sum()) - np.repeat(
            length.cumsum() - length, length)
        obligated = (
            pd.DataFrame({"c": c, "q": q}).merge(frames["commitment_member"], on="c")[["m", "q"]]
            .drop_duplicates())
        joined = quarter(frames["member"]["joined_on"] - DAY) + 1
        obligated = obligated[obligated["q"] >= obligated["m"].map(joined)]

        report = frames["report"]
        report = report[report["d"] <= asof]
        rank = report["status"].map(dict(zip(schema.TRACKER, [0, 2, 1, 3, 1]))).astype("int8")
        item = np.where(report["ms"] >= 0, report["ms"], -1 - report["c"])
        judged = pd.DataFrame({
            "c": report["c"], "q": quarter(report["d"]), "d": report["d"], "item": item,
            "rank": rank, "progress": report["progress"]})
        judged = judged.sort_values(["item", "d"], kind="stable")
        before = judged.groupby("item")["rank"].shift(fill_value=0)
        judged["progressed"] = np.where(
            judged["progress"].isna(), (judged["rank"] >= 2) & (judged["rank"] > before),
            judged["progress"] == "yes")
        reported = (
            judged.groupby(["c", "q"])["progressed"].any().reset_index()
            .merge(frames["commitment_member"], on="c").groupby(["m", "q"])["progressed"].any()
            .reset_index())

        excused = frames["excused"]
        begin, end = quarter(excused["from"]), quarter(excused["to"])
        length = (end - begin + 1).to_numpy()
        excused = pd.MultiIndex.from_arrays([
            np.repeat(excused["m"], length),
            np.repeat(begin.to_numpy(), length) + np.arange(length.sum()) - np.repeat(
                length.cumsum() - length, length)])
        pairs = pd.MultiIndex.from_frame(obligated[["m", "q"]])
        counted = obligated[~pairs.isin(excused)].merge(reported, on=["m", "q"], how="left")
        updated = counted["progressed"].notna()
        table = pd.DataFrame({
            "total": 1, "updated": updated, "progressed": counted["progressed"] == True,  # noqa: E712
            "silent": ~updated}).groupby(counted["q"] // 4).sum()
        return [
            (year, level, row[level], row["total"]) for year, row in table.iterrows()
            for level in ["updated", "progressed", "silent"]]

    @staticmethod
    def early_results(latest, regions, cohorts):
        items = (
            latest[["c", "early_results", "opened_information", "opened_participation",
                    "opened_accountability"]]
            .set_axis(["c", "overall", "information", "participation", "accountability"], axis=1)
            .melt(id_vars="c", var_name="opened", value_name="level").dropna()
            .merge(regions, on="c").merge(cohorts, on="c"))
        items["level"] = items["level"].astype("str")
        keys = ["opened", "region", "cohort"]
        counts = items.groupby(keys + ["level"], observed=True).size().unstack(fill_value=0)
        totals = counts.sum(axis=1)
        counts["major_or_outstanding"] = counts["major"] + counts["outstanding"]
        return [(*key, n, totals[key[:3]]) for key, n in counts.stack().items()]

    def timeliness(self):
        frames, asof = self.frames, self.asof

        def first(name, key):
            known = frames[name][frames[name]["submitted_on"] <= asof]
            return known.groupby(key)["submitted_on"].min()

        plans = frames["plan"][frames["plan"]["submitted_on"] <= asof]
        commitments = frames["commitment"]
        commitments = commitments[
            (commitments["submitted_on"] <= asof) & ~(commitments["withdrawn_on"] <= asof)]
        ends = np.fmin(
            commitments["p"].map(frames["plan"]["ends_on"]),
            commitments.index.to_series().map(self.finished()))
        rows = []
        for obligation, due, done in [
            ("inception_assessment",
             months_later(plans["submitted_on"], schema.INCEPTION_MONTHS), first("inception", "p")),
            ("learning_exercise",
             months_later(plans["ends_on"], schema.LEARNING_MONTHS), first("learning", "p")),
            ("completion_assessment",
             months_later(ends, schema.COMPLETION_MONTHS), first("completion", "c")),
        ]:
            due = due[due < asof]
            done = due.index.to_series().map(done)
            counts = {
                "on_time": (done <= due).sum(), "late": (done > due).sum(),
                "missing": done.isna().sum()}
            rows += [(obligation, level, n, len(due)) for level, n in counts.items()]
        return rows

    def answers(self):
        header = {"early_results_region_cohort": ["opened", "region", "cohort"]}
        return {
            name: (header.get(name, ["group"]) + ["level", "count", "total"],
                   [row for row in rows if row[-2]])
            for name, rows in self.results.items()}


serve(Pandas)
