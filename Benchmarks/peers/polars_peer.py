"""Polars: typed frames, keys resolved to row numbers by joins, metrics as lazy queries."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[2]

import polars as pl  # noqa: E402

import schema  # noqa: E402
from harness import serve, spells_path  # noqa: E402

TYPES = {"date": pl.Date, "int": pl.Int32}


def column_type(table, column, kind):
    if kind == "code":
        codes = schema.codes(table, column)
        return pl.Enum(codes) if codes else pl.Categorical
    return TYPES.get(kind, pl.String)


def days_of(column, kind):
    """Days of texts that may be months."""
    text = pl.col(column)
    first = pl.coalesce(
        (text + "-01").str.to_date("%Y-%m-%d", strict=False),
        ("01/" + text).str.to_date("%d/%m/%Y", strict=False))
    month = first.dt.month_end() if kind == "month_end" else first
    return pl.coalesce(text.str.to_date("%Y-%m-%d", strict=False), month).alias(column)


def quarter(day):
    return day.dt.year().cast(pl.Int32) * 4 + day.dt.quarter().cast(pl.Int32) - 1


class Polars:
    def __init__(self, data, threads):
        self.data = data
        self.results = {}

    def read(self):
        self.tables = {}
        for table, columns in schema.TABLES.items():
            frame = pl.scan_csv(
                f"{self.data}/{table}.csv",
                schema={c: column_type(table, c, kind) for c, kind in columns.items()})
            parsed = [days_of(c, kind) for c, kind in columns.items() if kind.startswith("month")]
            parsed += [pl.col(c) == "yes" for c, kind in columns.items() if kind == "bool"]
            self.tables[table] = frame.with_columns(parsed).collect()
        self.excused = pl.read_csv(
            spells_path(self.data), schema={"member_id": pl.String, "from": pl.Date, "to": pl.Date})

    def ready(self):
        tables = self.tables
        members = tables["members"].lazy().with_row_index("m")
        plans = tables["plans"].lazy().with_row_index("p")
        commitments = tables["commitments"].lazy().with_row_index("c")
        milestones = tables["milestones"].lazy().with_row_index("ms")
        member_ids = members.select("m", "member_id")
        plan_ids = plans.select("p", "plan_id")
        commitment_ids = commitments.select("c", "commitment_id")
        milestone_ids = milestones.select("ms", "milestone_id")

        def with_row(table, ids, key, how="inner"):
            return tables[table].lazy().join(ids, on=key, how=how, maintain_order="left").drop(key)

        plan_member = (
            plans.select("p", member_id=pl.col("member_ids").str.split(";")).explode("member_id")
            .join(member_ids, on="member_id", maintain_order="left").select("p", "m"))
        commitment = (
            commitments.join(
                plans.select("plan_id", "p", plan_submitted="submitted_on"), on="plan_id",
                maintain_order="left")
            .join(member_ids, on="member_id", how="left", maintain_order="left")
            .with_columns(pl.coalesce("submitted_on", "plan_submitted").alias("submitted_on")))
        own = commitment.filter(pl.col("m").is_not_null()).select("c", "m")
        shared = (
            commitment.filter(pl.col("m").is_null()).select("c", "p").join(plan_member, on="p")
            .select("c", "m"))
        self.asof = max(tables[table][column].max() for table, column in schema.DATED)
        lazy = {
            "member": members.select(
                "m", "region", "joined_on",
                cohort=pl.coalesce("cohort", pl.col("joined_on").dt.year().cast(pl.String))),
            "plan": plans.select("p", "submitted_on", "starts_on", "ends_on"),
            "plan_member": plan_member,
            "commitment": commitment.select(
                "c", "p", "submitted_on", "starts_on", "ends_on", "withdrawn_on"),
            "commitment_member": pl.concat([own, shared]),
            "commitment_area": commitment.select(
                "c", area=pl.col("policy_areas").str.split(";").list.unique()).explode("area")
            .with_columns(pl.col("area").cast(pl.Categorical)),
            "commitment_sector": commitment.select(
                "c", sector=pl.col("sectors").str.split(";").list.unique()).explode("sector")
            .with_columns(pl.col("sector").cast(pl.Categorical)),
            "milestone": milestones.join(commitment_ids, on="commitment_id", maintain_order="left")
            .select("ms", "c", "starts_on", "ends_on"),
            "report": with_row("tracker", commitment_ids, "commitment_id")
            .join(milestone_ids, on="milestone_id", how="left", maintain_order="left")
            .drop("milestone_id").rename({"reported_on": "d"}),
            "completion": with_row("completion_assessments", commitment_ids, "commitment_id")
            .rename({"submitted_on": "d"}),
            "review": with_row("commitment_reviews", commitment_ids, "commitment_id"),
            "inception": with_row("inception_assessments", plan_ids, "plan_id")
            .rename({"submitted_on": "d"}),
            "learning": with_row("learning_exercises", plan_ids, "plan_id")
            .rename({"submitted_on": "d"}),
            "meeting": with_row("meetings", member_ids, "member_id")
            .join(plan_ids, on="plan_id", how="left", maintain_order="left").drop("plan_id"),
            "term": with_row("terms", member_ids, "member_id"),
            "event": with_row("events", member_ids, "member_id"),
            "recorded": with_row("recorded_statuses", member_ids, "member_id"),
            "excused": self.excused.lazy().join(member_ids, on="member_id").select(
                "m", "from", "to"),
        }
        self.frames = dict(zip(lazy, pl.collect_all(list(lazy.values()))))

    def metrics(self):
        frames = {name: frame.lazy() for name, frame in self.frames.items()}
        latest = self.latest(frames["completion"], "c")
        of_commitments = frames["commitment_member"].join(frames["member"], on="m")
        regions = of_commitments.select("c", "region").unique()
        cohorts = of_commitments.select("c", "cohort").unique()
        queries = {
            "completion_region": self.completion(latest, regions, "region"),
            "completion_policy_area": self.completion(latest, frames["commitment_area"], "area"),
            "policy_area_sector": self.policy_area_sector(frames),
            "co_creation_cohort": self.co_creation(frames),
            "tracking_year": self.tracking(frames),
            "early_results_region_cohort": self.early_results(latest, regions, cohorts),
            "timeliness": self.timeliness(frames),
        }
        self.results = dict(zip(queries, pl.collect_all(list(queries.values()))))

    def latest(self, frame, key):
        return frame.filter(pl.col("d") <= self.asof).sort("d", maintain_order=True).unique(
            key, keep="last")

    @staticmethod
    def completion(latest, groups, group):
        levels = [(pl.col("completion") == code).sum().alias(code) for code in schema.COMPLETION]
        levels.append(
            pl.col("completion").is_in(["substantial", "complete"]).sum()
            .alias("substantial_or_complete"))
        return (
            latest.select("c", "completion").join(groups, on="c").group_by(group)
            .agg(*levels, total=pl.len())
            .unpivot(index=[group, "total"], variable_name="level", value_name="count"))

    def policy_area_sector(self, frames):
        known = frames["commitment"].filter(pl.col("submitted_on") <= self.asof).select("c")
        sectors = known.join(frames["commitment_sector"], on="c")
        totals = sectors.group_by("sector").agg(total=pl.len())
        return (
            sectors.join(frames["commitment_area"], on="c").group_by("sector", "area")
            .agg(count=pl.len()).rename({"area": "level"}).join(totals, on="sector"))

    def co_creation(self, frames):
        cohorts = (
            frames["plan_member"].join(frames["member"], on="m").select("p", "cohort").unique())
        met = [pl.col(r) for r in schema.REQUIREMENTS]
        practices = [pl.col(p) for p in schema.PRACTICES]
        answered = pl.all_horizontal(p.is_not_null() for p in practices)
        done = pl.all_horizontal(p == "yes" for p in practices)
        counts = [
            *[r.sum() for r in met],
            pl.all_horizontal(met).sum().alias("all_requirements"),
            *[(p == "yes").sum() for p in practices],
            (answered & done).sum().alias("all_practices"),
            *[p.count().alias(f"total_{name}") for p, name in zip(practices, schema.PRACTICES)],
            answered.sum().alias("total_all_practices"),
            *[pl.len().alias(f"total_{r}") for r in [*schema.REQUIREMENTS, "all_requirements"]],
        ]
        levels = [
            *schema.REQUIREMENTS, "all_requirements", *schema.PRACTICES, "all_practices"]
        table = (
            self.latest(frames["inception"], "p").join(cohorts, on="p").group_by("cohort")
            .agg(counts))
        return pl.concat([
            table.select("cohort", pl.lit(level).alias("level"), count=level,
                         total=f"total_{level}")
            for level in levels])

    def finished(self, frames):
        return (
            frames["report"]
            .filter(pl.col("ms").is_null(), pl.col("status") == "finished", pl.col("d") <= self.asof)
            .group_by("c").agg(finished=pl.col("d").min()))

    def tracking(self, frames):
        asof = pl.lit(self.asof)
        one = pl.duration(days=1)
        completed = (
            frames["completion"].filter(pl.col("completion") == "complete", pl.col("d") <= self.asof)
            .select("c", finished="d"))
        finished = (
            pl.concat([self.finished(frames), completed]).group_by("c")
            .agg(pl.col("finished").min()))
        withdrawn = pl.when(pl.col("withdrawn_on") <= asof).then(pl.col("withdrawn_on") - one)
        plans = frames["plan"].select(
            "p", plan_submitted="submitted_on", plan_starts="starts_on", plan_ends="ends_on")
        obligated = (
            frames["commitment"].join(plans, on="p").join(finished, on="c", how="left")
            .select(
                "c",
                first=quarter(
                    pl.max_horizontal("submitted_on", "plan_submitted", "starts_on", "plan_starts")
                    - one) + 1,
                last=pl.min_horizontal(
                    quarter(pl.min_horizontal(pl.col("plan_ends"), withdrawn) + one) - 1,
                    quarter(pl.col("finished")), quarter(asof + one) - 1))
            .filter(pl.col("first") <= pl.col("last"))
            .select("c", q=pl.int_ranges("first", pl.col("last") + 1, dtype=pl.Int32)).explode("q")
            .join(frames["commitment_member"], on="c").select("m", "q").unique()
            .join(frames["member"].select("m", joined=quarter(pl.col("joined_on") - one) + 1),
                  on="m")
            .filter(pl.col("q") >= pl.col("joined")))
        rank = pl.col("status").replace_strict(
            schema.TRACKER, [0, 2, 1, 3, 1], return_dtype=pl.Int8)
        reported = (
            frames["report"].filter(pl.col("d") <= self.asof)
            .select("c", "d", "progress", rank=rank, status="status",
                    item=pl.coalesce(pl.col("ms").cast(pl.Int64), -1 - pl.col("c").cast(pl.Int64)))
            .sort("item", "d", maintain_order=True)
            .with_columns(
                before=pl.when(pl.col("item") == pl.col("item").shift())
                .then(pl.col("rank").shift()).fill_null(0))
            .select(
                "c", q=quarter(pl.col("d")),
                progressed=pl.coalesce(
                    "progress", (pl.col("rank") >= 2) & (pl.col("rank") > pl.col("before"))))
            .group_by("c", "q").agg(pl.col("progressed").any())
            .join(frames["commitment_member"], on="c").group_by("m", "q")
            .agg(pl.col("progressed").any()))
        excused = (
            frames["excused"]
            .select("m", q=pl.int_ranges(
                quarter(pl.col("from")), quarter(pl.col("to").fill_null(asof)) + 1, dtype=pl.Int32))
            .explode("q").unique())
        return (
            obligated.join(excused, on=["m", "q"], how="anti")
            .join(reported, on=["m", "q"], how="left")
            .group_by(year=pl.col("q") // 4)
            .agg(total=pl.len(), updated=pl.col("progressed").count(),
                 progressed=pl.col("progressed").sum(),
                 silent=pl.col("progressed").is_null().sum())
            .unpivot(index=["year", "total"], variable_name="level", value_name="count"))

    @staticmethod
    def early_results(latest, regions, cohorts):
        items = (
            latest.select(
                "c", overall="early_results", information="opened_information",
                participation="opened_participation", accountability="opened_accountability")
            .unpivot(index="c", variable_name="opened", value_name="level")
            .filter(pl.col("level").is_not_null()).with_columns(pl.col("level").cast(pl.String))
            .join(regions, on="c").join(cohorts, on="c"))
        keys = ["opened", "region", "cohort"]
        counts = items.group_by(*keys, "level").agg(count=pl.len())
        both = (
            items.filter(pl.col("level").is_in(["major", "outstanding"])).group_by(keys)
            .agg(count=pl.len()).with_columns(level=pl.lit("major_or_outstanding")))
        return (
            pl.concat([counts, both.select(*keys, "level", "count")])
            .join(items.group_by(keys).agg(total=pl.len()), on=keys))

    def timeliness(self, frames):
        def first(frame, key):
            return (
                frame.filter(pl.col("d") <= self.asof).group_by(key).agg(done=pl.col("d").min()))

        plans = frames["plan"].filter(pl.col("submitted_on") <= self.asof)
        commitments = (
            frames["commitment"]
            .filter(pl.col("submitted_on") <= self.asof,
                    pl.col("withdrawn_on").is_null() | (pl.col("withdrawn_on") > self.asof))
            .join(frames["plan"].select("p", plan_ends="ends_on"), on="p")
            .join(self.finished(frames), on="c", how="left")
            .join(first(frames["completion"], "c"), on="c", how="left"))
        due = pl.concat([
            plans.join(first(frames["inception"], "p"), on="p", how="left").select(
                obligation=pl.lit("inception_assessment"),
                due=pl.col("submitted_on").dt.offset_by(f"{schema.INCEPTION_MONTHS}mo"),
                done="done"),
            plans.join(first(frames["learning"], "p"), on="p", how="left").select(
                obligation=pl.lit("learning_exercise"),
                due=pl.col("ends_on").dt.offset_by(f"{schema.LEARNING_MONTHS}mo"), done="done"),
            commitments.select(
                obligation=pl.lit("completion_assessment"),
                due=pl.min_horizontal("plan_ends", "finished")
                .dt.offset_by(f"{schema.COMPLETION_MONTHS}mo"), done="done"),
        ])
        level = (
            pl.when(pl.col("done").is_null()).then(pl.lit("missing"))
            .when(pl.col("done") <= pl.col("due")).then(pl.lit("on_time"))
            .otherwise(pl.lit("late")))
        counts = (
            due.filter(pl.col("due") < self.asof).group_by("obligation", level=level)
            .agg(count=pl.len()))
        return counts.with_columns(total=pl.col("count").sum().over("obligation"))

    def answers(self):
        answers = {}
        for name, frame in self.results.items():
            groups = [c for c in frame.columns if c not in ("level", "count", "total")]
            columns = groups + ["level", "count", "total"]
            answers[name] = (
                columns, frame.filter(pl.col("count") > 0).select(columns).rows())
        return answers


serve(Polars)
