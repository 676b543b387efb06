"""numpy compiled with numba: pyarrow reads, keys become row numbers, kernels run over flat arrays."""

import os
import sys
from types import SimpleNamespace

# Compiled kernels are kept from one run to the next, as for any program that is used twice.
os.environ.setdefault(
    "NUMBA_CACHE_DIR", os.path.join(os.path.dirname(os.path.abspath(__file__)), "__pycache__"))
os.environ["NUMBA_NUM_THREADS"] = sys.argv[2]

import numpy as np  # noqa: E402
import pyarrow as pa  # noqa: E402
import pyarrow.compute as pc  # noqa: E402
from numba import njit, prange  # noqa: E402

import numba_replay as rules  # noqa: E402
import schema  # noqa: E402
from harness import serve, spells_path  # noqa: E402
from numba_replay import CALENDAR, NEVER, add_months, quarter_of  # noqa: E402
from pyarrow_peer import read_table  # noqa: E402

# MARK: arrow to numpy


def days(column):
    return column.combine_chunks().cast(pa.int32()).fill_null(int(NEVER)).to_numpy(
        zero_copy_only=False)


def flags(column):
    """yes 1, no 0, nothing -1."""
    return column.combine_chunks().cast(pa.int8()).fill_null(-1).to_numpy(zero_copy_only=False)


def numbers(column, codes):
    """The places of codes in their list; nothing -1."""
    column = column.combine_chunks()
    places = pc.index_in(column.dictionary, value_set=pa.array(codes)).to_numpy(
        zero_copy_only=False).astype(np.int8)
    indices = column.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return np.append(places, np.int8(-1))[indices]


def rows(column, ids):
    """The rows that ids name; nothing -1."""
    return pc.index_in(column.combine_chunks(), value_set=ids).fill_null(-1).to_numpy(
        zero_copy_only=False).astype(np.int32)


def sets(column, codes):
    """Lists of codes as bits."""
    lists = pc.split_pattern(column.combine_chunks(), ";")
    number = pc.index_in(lists.flatten(), value_set=pa.array(codes)).to_numpy(zero_copy_only=False)
    return bits_of(lists.offsets.to_numpy(), number.astype(np.int32))


@njit(cache=True)
def bits_of(offsets, number):
    result = np.zeros(len(offsets) - 1, np.uint64)
    for row in range(len(result)):
        for place in range(offsets[row], offsets[row + 1]):
            result[row] |= np.uint64(1) << np.uint64(number[place])
    return result


@njit(cache=True)
def members_of(commitment_p, commitment_m, plan_start, plan_members):
    """The members that each commitment applies to, end to end."""
    start = np.zeros(len(commitment_p) + 1, np.int32)
    for c in range(len(commitment_p)):
        p = commitment_p[c]
        own = 1 if commitment_m[c] >= 0 else plan_start[p + 1] - plan_start[p]
        start[c + 1] = start[c] + own
    members = np.empty(start[-1], np.int32)
    for c in range(len(commitment_p)):
        if commitment_m[c] >= 0:
            members[start[c]] = commitment_m[c]
        else:
            p = commitment_p[c]
            members[start[c]:start[c + 1]] = plan_members[plan_start[p]:plan_start[p + 1]]
    return start, members


# MARK: metrics


@njit(cache=True)
def latest_rows(refers, day, count, asof):
    """For each row referred to the latest row that does, by day and then by place in the file."""
    latest = np.full(count, -1, np.int32)
    for row in range(len(refers)):
        if day[row] <= asof:
            known = latest[refers[row]]
            if known < 0 or day[known] <= day[row]:
                latest[refers[row]] = row
    return latest


@njit(cache=True)
def first_days(refers, day, count, asof):
    first = np.full(count, NEVER, np.int32)
    for row in range(len(refers)):
        if day[row] <= asof:
            first[refers[row]] = min(first[refers[row]], day[row])
    return first


@njit(cache=True)
def group_bits(start, members, group):
    """The groups of each commitment's, or plan's, members as bits; up to 64 groups."""
    result = np.zeros(len(start) - 1, np.uint64)
    for row in range(len(result)):
        for place in range(start[row], start[row + 1]):
            result[row] |= np.uint64(1) << np.uint64(group[members[place]])
    return result


@njit(cache=True)
def count_levels(latest, level, groups, group_count, level_count):
    """How often each level stands in each group, by the latest assessment."""
    counts = np.zeros((group_count, level_count), np.int64)
    for c in range(len(latest)):
        row = latest[c]
        if row < 0 or level[row] < 0:
            continue
        for g in range(group_count):
            if groups[c] >> np.uint64(g) & np.uint64(1):
                counts[g, level[row]] += 1
    return counts


@njit(cache=True)
def count_crossed(latest, levels, first, first_count, second, second_count, level_count):
    counts = np.zeros((len(levels), first_count, second_count, level_count), np.int64)
    for c in range(len(latest)):
        row = latest[c]
        if row < 0:
            continue
        for k in range(len(levels)):
            level = levels[k, row]
            if level < 0:
                continue
            for f in range(first_count):
                if first[c] >> np.uint64(f) & np.uint64(1):
                    for s in range(second_count):
                        if second[c] >> np.uint64(s) & np.uint64(1):
                            counts[k, f, s, level] += 1
    return counts


@njit(cache=True)
def count_pairs(submitted, asof, areas, area_count, sectors, sector_count):
    counts = np.zeros((sector_count, area_count), np.int64)
    totals = np.zeros(sector_count, np.int64)
    for c in range(len(submitted)):
        if submitted[c] > asof:
            continue
        for s in range(sector_count):
            if sectors[c] >> np.uint64(s) & np.uint64(1):
                totals[s] += 1
                for a in range(area_count):
                    if areas[c] >> np.uint64(a) & np.uint64(1):
                        counts[s, a] += 1
    return counts, totals


@njit(cache=True)
def count_co_creation(latest, met, practices, cohorts, cohort_count):
    """Levels and totals of the 4 requirements, all of them, the 8 practices, all of them."""
    counts = np.zeros((cohort_count, 14), np.int64)
    totals = np.zeros((cohort_count, 14), np.int64)
    for p in range(len(latest)):
        row = latest[p]
        if row < 0:
            continue
        for g in range(cohort_count):
            if not cohorts[p] >> np.uint64(g) & np.uint64(1):
                continue
            for k in range(4):
                counts[g, k] += met[row] >> k & 1
            counts[g, 4] += met[row] == 15
            totals[g, :5] += 1
            answered = 0
            done = 0
            for k in range(8):
                answer = practices[k, row]
                if answer >= 0:
                    totals[g, 5 + k] += 1
                    answered += 1
                if answer == 0:
                    counts[g, 5 + k] += 1
                    done += 1
            if answered == 8:
                totals[g, 13] += 1
                counts[g, 13] += done == 8
    return counts, totals


@njit(cache=True)
def count_tracking(
    obligated, updated, progress, joined, first_quarter, asof, excused_m, excused_from, excused_to,
    calendar,
):
    """Total, updated, progressed and silent quarters by year."""
    first_year = first_quarter // 4
    width = quarter_of(asof + 1, calendar) - first_quarter
    counts = np.zeros((width // 4 + 2, 4), np.int64)
    excused = np.zeros(obligated.shape, np.bool_)
    for row in range(len(excused_m)):
        last = min(quarter_of(min(excused_to[row], asof), calendar) - first_quarter, width - 1)
        for q in range(quarter_of(excused_from[row], calendar) - first_quarter, last + 1):
            excused[excused_m[row], q] = True
    for m in range(len(joined)):
        if joined[m] > asof:
            continue
        for q in range(quarter_of(joined[m] - 1, calendar) + 1 - first_quarter, width):
            if obligated[m, q] and not excused[m, q]:
                year = (first_quarter + q) // 4 - first_year
                counts[year, 0] += 1
                counts[year, 1] += updated[m, q]
                counts[year, 2] += progress[m, q]
                counts[year, 3] += not updated[m, q]
    return counts


@njit(cache=True)
def count_timely(due, done, counts_at_all, asof):
    counts = np.zeros(3, np.int64)
    for row in range(len(due)):
        if counts_at_all[row] and due[row] < asof:
            level = 2 if done[row] == NEVER else 0 if done[row] <= due[row] else 1
            counts[level] += 1
    return counts


@njit(cache=True, parallel=True)
def months_later(day, months, calendar):
    result = np.empty_like(day)
    for row in prange(len(day)):
        result[row] = add_months(day[row], months, calendar)
    return result


# MARK: the peer

GRID = [
    (gap, stalled, silent, inactive, probation)
    for gap in (2, 3, 4, 5, 6) for stalled in (1, 2, 3, 4, 5) for silent in (1, 2, 3, 4, 5)
    for inactive in (3, 6, 9, 12) for probation in (2, 4)
]


class Numba:
    def __init__(self, data, threads):
        self.data = data
        self.threads = threads
        self.results = {}
        pa.set_cpu_count(threads)

    def read(self):
        self.tables = {table: read_table(self.data, table) for table in schema.TABLES}
        self.excused = pa.csv.read_csv(
            spells_path(self.data),
            convert_options=pa.csv.ConvertOptions(
                column_types={"member_id": pa.string(), "from": pa.date32(), "to": pa.date32()}))

    def ready(self):
        tables = self.tables
        members, plans, commitments = tables["members"], tables["plans"], tables["commitments"]
        member_ids = members["member_id"].combine_chunks()
        plan_ids = plans["plan_id"].combine_chunks()
        commitment_ids = commitments["commitment_id"].combine_chunks()
        milestone_ids = tables["milestones"]["milestone_id"].combine_chunks()
        t = self.t = SimpleNamespace()
        t.asof = np.int32(max(
            pc.max(tables[table][column]).value or -NEVER for table, column in schema.DATED))
        t.joined = days(members["joined_on"])
        t.first_due = days(members["first_plan_due_on"])
        t.region = numbers(members["region"], schema.REGIONS)
        cohort = pc.coalesce(members["cohort"], pc.year(members["joined_on"]).cast(pa.string()))
        self.cohorts = sorted(set(cohort.to_pylist()))
        t.cohort = pc.index_in(cohort.combine_chunks(), value_set=pa.array(self.cohorts)).to_numpy(
            zero_copy_only=False).astype(np.int32)

        t.plan_submitted, t.plan_starts, t.plan_ends = (
            days(plans[c]) for c in ("submitted_on", "starts_on", "ends_on"))
        lists = pc.split_pattern(plans["member_ids"].combine_chunks(), ";")
        t.plan_start = lists.offsets.to_numpy().astype(np.int32)
        t.plan_members_m = rows(pa.chunked_array([lists.flatten()]), member_ids)
        t.plan_members_p = np.repeat(
            np.arange(len(plans), dtype=np.int32), np.diff(t.plan_start))

        t.commitment_p = rows(commitments["plan_id"], plan_ids)
        submitted = days(commitments["submitted_on"])
        t.commitment_submitted = np.where(
            submitted == NEVER, t.plan_submitted[t.commitment_p], submitted)
        t.commitment_starts = days(commitments["starts_on"])
        t.commitment_withdrawn = days(commitments["withdrawn_on"])
        t.member_start, t.members = members_of(
            t.commitment_p, rows(commitments["member_id"], member_ids), t.plan_start,
            t.plan_members_m)
        self.area_codes, self.sector_codes = (
            sorted(set(pc.unique(pc.split_pattern(
                commitments[c].combine_chunks(), ";").flatten()).to_pylist()))
            for c in ("policy_areas", "sectors"))
        t.areas = sets(commitments["policy_areas"], self.area_codes)
        t.sectors = sets(commitments["sectors"], self.sector_codes)

        milestones = tables["milestones"]
        t.milestone_count = len(milestones)
        t.milestone_c = rows(milestones["commitment_id"], commitment_ids)
        tracker = tables["tracker"]
        t.report_c = rows(tracker["commitment_id"], commitment_ids)
        t.report_ms = rows(tracker["milestone_id"], milestone_ids)
        t.report_day = days(tracker["reported_on"])
        t.report_status = numbers(tracker["status"], schema.TRACKER)
        t.report_progress = flags(tracker["progress"])

        completions = tables["completion_assessments"]
        t.completion_c = rows(completions["commitment_id"], commitment_ids)
        t.completion_day = days(completions["submitted_on"])
        t.completion = numbers(completions["completion"], schema.COMPLETION)
        t.results = np.stack([
            numbers(completions[c], schema.RESULTS)
            for c in ("early_results", "opened_information", "opened_participation",
                      "opened_accountability")])
        reviews = tables["commitment_reviews"]
        t.review_c = rows(reviews["commitment_id"], commitment_ids)
        inceptions = tables["inception_assessments"]
        t.inception_p = rows(inceptions["plan_id"], plan_ids)
        t.inception_day = days(inceptions["submitted_on"])
        t.inception_met = sum(
            flags(inceptions[c]).astype(np.uint8) << k
            for k, c in enumerate(schema.REQUIREMENTS))
        t.practices = np.stack([
            numbers(inceptions[c], schema.EXTENT) for c in schema.PRACTICES])
        learning = tables["learning_exercises"]
        t.learning_p = rows(learning["plan_id"], plan_ids)
        t.learning_day = days(learning["submitted_on"])
        meetings = tables["meetings"]
        t.meeting_m = rows(meetings["member_id"], member_ids)
        t.meeting_p = rows(meetings["plan_id"], plan_ids)
        t.meeting_day = days(meetings["held_on"])
        t.meeting_phase = numbers(meetings["phase"], schema.CODES["phase"])
        events = tables["events"]
        t.event_m = rows(events["member_id"], member_ids)
        t.event_day, t.event_until = days(events["on"]), days(events["until"])
        t.event_kind = numbers(events["kind"], schema.EVENT_KINDS)
        t.event_requirement = numbers(events["requirement"], schema.REQUIREMENTS)
        t.term_m = rows(tables["terms"]["member_id"], member_ids)
        t.recorded_m = rows(tables["recorded_statuses"]["member_id"], member_ids)
        t.excused_m = rows(self.excused["member_id"], member_ids)
        t.excused_from, t.excused_to = days(self.excused["from"]), days(self.excused["to"])

    def metrics(self):
        t = self.t
        asof = t.asof
        latest = latest_rows(t.completion_c, t.completion_day, len(t.commitment_p), asof)
        regions = group_bits(t.member_start, t.members, t.region)
        completion = count_levels(latest, t.completion, regions, len(schema.REGIONS), 5)
        by_area = count_levels(latest, t.completion, t.areas, len(self.area_codes), 5)
        pairs, pair_totals = count_pairs(
            t.commitment_submitted, asof, t.areas, len(self.area_codes), t.sectors,
            len(self.sector_codes))
        plan_cohorts = group_bits(t.plan_start, t.plan_members_m, t.cohort)
        co_creation = count_co_creation(
            latest_rows(t.inception_p, t.inception_day, len(t.plan_submitted), asof),
            t.inception_met, t.practices, plan_cohorts, len(self.cohorts))
        cohorts = group_bits(t.member_start, t.members, t.cohort)
        results = count_crossed(
            latest, t.results, regions, len(schema.REGIONS), cohorts, len(self.cohorts), 5)
        self.count_quarters(t)
        self.count_deadlines(t)
        self.tabulate(completion, by_area, pairs, pair_totals, co_creation, results)

    def count_quarters(self, t):
        asof = t.asof
        item = np.where(t.report_ms >= 0, t.report_ms, t.milestone_count + t.report_c)
        judged = (
            item, t.report_day, t.report_status, t.report_progress, asof,
            t.milestone_count + len(t.commitment_p))
        in_order, progressed = rules.judge_in_file_order(*judged)
        if not in_order:
            progressed = rules.judge_by_item(*judged)
        self.finished = rules.finished_days(
            t.report_c, t.report_ms, t.report_day, t.report_status, asof, len(t.commitment_p))
        finished = self.finished.copy()
        done = (t.completion == rules.COMPLETE) & (t.completion_day <= asof)
        np.minimum.at(finished, t.completion_c[done], t.completion_day[done])
        first_quarter = int(quarter_of(int(t.joined.min()), CALENDAR))
        width = int(quarter_of(int(asof), CALENDAR)) - first_quarter + 1
        obligated, updated, progress = (
            np.zeros((len(t.joined), width), np.uint8) for _ in range(3))
        rules.mark_reports(
            t.report_c, t.report_day, progressed, asof, t.member_start, t.members, first_quarter,
            updated, progress, CALENDAR)
        rules.mark_obligations(
            (t.commitment_p, t.commitment_submitted, t.commitment_starts, t.commitment_withdrawn),
            (t.plan_submitted, t.plan_starts, t.plan_ends), finished, t.member_start, t.members,
            t.joined, asof, first_quarter, obligated, CALENDAR)
        counts = count_tracking(
            obligated, updated, progress, t.joined, first_quarter, asof, t.excused_m,
            t.excused_from, t.excused_to, CALENDAR)
        self.results["tracking_year"] = (["year"], [
            (first_quarter // 4 + year, level, row[k + 1], row[0])
            for year, row in enumerate(counts.tolist()) if row[0]
            for k, level in enumerate(["updated", "progressed", "silent"])])

    def count_deadlines(self, t):
        asof = t.asof
        known = t.plan_submitted <= asof
        ends = np.minimum(t.plan_ends[t.commitment_p], self.finished)
        counted = (t.commitment_submitted <= asof) & (t.commitment_withdrawn > asof)
        plan_count, commitment_count = len(t.plan_submitted), len(t.commitment_p)
        counts = {
            "inception_assessment": count_timely(
                months_later(t.plan_submitted, schema.INCEPTION_MONTHS, CALENDAR),
                first_days(t.inception_p, t.inception_day, plan_count, asof), known, asof),
            "completion_assessment": count_timely(
                months_later(ends, schema.COMPLETION_MONTHS, CALENDAR),
                first_days(t.completion_c, t.completion_day, commitment_count, asof), counted,
                asof),
            "learning_exercise": count_timely(
                months_later(t.plan_ends, schema.LEARNING_MONTHS, CALENDAR),
                first_days(t.learning_p, t.learning_day, plan_count, asof), known, asof),
        }
        self.results["timeliness"] = (["obligation"], [
            (name, level, n, sum(row.tolist()))
            for name, row in counts.items()
            for level, n in zip(["on_time", "late", "missing"], row.tolist())])

    def tabulate(self, completion, by_area, pairs, pair_totals, co_creation, results):
        def rows_of(names, counts):
            for name, row in zip(names, counts.tolist()):
                for level, n in zip(schema.COMPLETION, row):
                    yield name, level, n, sum(row)
                yield name, "substantial_or_complete", row[3] + row[4], sum(row)

        self.results["completion_region"] = (
            ["region"], list(rows_of(schema.REGIONS, completion)))
        self.results["completion_policy_area"] = (
            ["policy_area"], list(rows_of(self.area_codes, by_area)))
        self.results["policy_area_sector"] = (["sector"], [
            (sector, area, n, total)
            for sector, row, total in zip(
                self.sector_codes, pairs.tolist(), pair_totals.tolist())
            for area, n in zip(self.area_codes, row)])
        levels = schema.REQUIREMENTS + ["all_requirements"] + schema.PRACTICES + ["all_practices"]
        self.results["co_creation_cohort"] = (["cohort"], [
            (cohort, level, n, total)
            for cohort, counts, totals in zip(
                self.cohorts, co_creation[0].tolist(), co_creation[1].tolist())
            for level, n, total in zip(levels, counts, totals)])
        opened = ["overall", "information", "participation", "accountability"]
        self.results["early_results_region_cohort"] = (["opened", "region", "cohort"], [
            (name, region, cohort, level, n, sum(row))
            for name, by_region in zip(opened, results.tolist())
            for region, by_cohort in zip(schema.REGIONS, by_region)
            for cohort, row in zip(self.cohorts, by_cohort)
            for level, n in zip(
                schema.RESULTS + ["major_or_outstanding"], row + [row[3] + row[4]])])

    # MARK: rules

    def histories(self):
        self.h, _ = rules.compile_histories(self.t)
        self.most_plans = int(np.diff(self.h.plan_start).max()) + 2

    def status(self):
        self.histories()
        self.replay()

    def replay(self):
        if not hasattr(self, "h"):
            self.histories()
        most = rules.MOST_SPELLS
        while True:
            self.counts, self.spells = rules.replay(
                self.h, rules.rules_of(), CALENDAR, self.threads, self.most_plans, most)
            if self.counts.max() <= most:
                return
            most *= 2

    def sweep(self):
        self.histories()
        sets = [
            rules.rules_of(
                plan_gap=gap, stalled=stalled, silent=silent, inactive=inactive,
                probation=probation)
            for gap, stalled, silent, inactive, probation in GRID]
        counts = rules.sweep(
            self.h, np.array([s[:6] for s in sets], np.int32),
            np.array([s.failing for s in sets], np.int64), CALENDAR, self.threads,
            self.most_plans)
        self.results["sweep"] = (["scenario", *schema.STATUSES], [
            ("plan_gap_months={} stalled_quarters={} silent_quarters={} inactive_months={}"
             " probation_months={}".format(*values), *row)
            for values, row in zip(GRID, counts.tolist())])

    def history(self):
        """The spells as `ogpstats status --history` prints them."""
        ids = self.tables["members"]["member_id"].to_pylist()
        rows = []
        for m, member in enumerate(ids):
            for k in range(self.counts[m]):
                status, first, reasons = self.spells[m, k].tolist()
                last = ""
                if k + 1 < self.counts[m]:
                    last = np.datetime64(int(self.spells[m, k + 1, 1]) - 1, "D")
                words = [word for bit, word in enumerate(rules.REASONS) if reasons >> bit & 1]
                rows.append((
                    member, schema.STATUSES[status], np.datetime64(first, "D"), last,
                    ";".join(words)))
        return ["member_id", "status", "from", "to", "reasons"], rows

    def answers(self):
        answers = {}
        for name, (header, rows) in self.results.items():
            if name != "sweep":
                header = [*header, "level", "count", "total"]
                rows = [row for row in rows if row[-2]]
            answers[name] = (header, rows)
        if hasattr(self, "spells"):
            answers["history"] = self.history()
        return answers


serve(Numba)
