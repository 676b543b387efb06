"""The handbook's rules replayed with numba: histories compiled once, then an event-driven machine.

The serious peer: the same idea of an algorithm as the engine's, written as one writes it with
numba. Days are days since 1970, quarters are year * 4 + 0..3, of which column 0 is `first_quarter`.
"""

from collections import namedtuple

import numpy as np
from numba import get_thread_id, njit, prange

NEVER = np.int32(2**31 - 1)
ACTIVE, INACTIVE, VOLUNTARY, PROBATION, REVOKED, WITHDRAWN = range(6)
# Bits of reasons, in the order in which they are written.
NO_FIRST_PLAN, NO_NEXT_PLAN, SILENT, STALLED, INACTIVITY, REQUIREMENTS = 1, 2, 4, 8, 16, 32
REASONS = [
    "no_first_plan", "no_next_plan", "tracker_silent", "tracker_stalled", "inactivity",
    "requirements"]
EXTENSION, PAUSE, RESUMED, STARTED, REQUIREMENT_MET, CONCERN, WITHDREW = range(7)
COMPLETE, SUBSTANTIAL = 4, 3
IN_PROGRESS, FINISHED = 1, 3
CO_CREATION = 0
MOST_SPELLS = 64

MONTHS = np.arange("1800-01", "2400-01", dtype="datetime64[M]").astype("datetime64[D]").astype(
    np.int32)
FIRST_DAY = np.int32(MONTHS[0])
MONTH_OF = np.repeat(np.arange(len(MONTHS) - 1, dtype=np.int32), np.diff(MONTHS))

Calendar = namedtuple("Calendar", "months month_of")
CALENDAR = Calendar(MONTHS, MONTH_OF)

# Each member's facts are the stretch start[m]:start[m + 1] of a flat array.
Histories = namedtuple(
    "Histories",
    "asof first_quarter joined first_due withdrew plan_start plan_submitted plan_ends "
    "extension_start extension_on extension_until pause_start pause_on pause_until "
    "requirement_start requirement_on requirement_present activity_start activity "
    "silent_run stalled_run")


@njit(cache=True, inline="always")
def quarter_of(day, calendar):
    return 1800 * 4 + calendar.month_of[day - FIRST_DAY] // 3


@njit(cache=True, inline="always")
def quarter_start(quarter, calendar):
    return calendar.months[(quarter - 1800 * 4) * 3]


@njit(cache=True, inline="always")
def add_months(day, months, calendar):
    month = calendar.month_of[day - FIRST_DAY]
    start = calendar.months[month + months]
    length = calendar.months[month + months + 1] - start
    return start + min(day - calendar.months[month], length - 1)


# MARK: histories


@njit(cache=True)
def starts_of(rows, count):
    """Where each row's stretch begins when `rows` are put in order, by counting."""
    start = np.zeros(count + 1, np.int32)
    for row in rows:
        start[row + 1] += 1
    for row in range(count):
        start[row + 1] += start[row]
    return start


@njit(cache=True)
def order_of(rows, start):
    """The places of `rows` in their order, equal ones as they come."""
    after = start.copy()
    order = np.empty(len(rows), np.int32)
    for place in range(len(rows)):
        order[after[rows[place]]] = place
        after[rows[place]] += 1
    return order


@njit(cache=True)
def judge_in_file_order(item, day, status, progress, asof, item_count):
    """Which reports are progress, if each item's stand in the order of their days."""
    rank = np.array([0, 2, 1, 3, 1], np.int8)
    last_rank = np.zeros(item_count, np.int8)
    last_day = np.full(item_count, -NEVER, np.int32)
    progressed = np.zeros(len(item), np.bool_)
    for r in range(len(item)):
        if day[r] > asof:
            continue
        i = item[r]
        if day[r] < last_day[i]:
            return False, progressed
        own = rank[status[r]]
        if progress[r] >= 0:
            progressed[r] = progress[r] == 1
        else:
            progressed[r] = own >= 2 and own > last_rank[i]
        last_rank[i] = own
        last_day[i] = day[r]
    return True, progressed


@njit(cache=True, parallel=True)
def judge_by_item(item, day, status, progress, asof, item_count):
    """Which reports are progress, whatever their order in the file."""
    rank = np.array([0, 2, 1, 3, 1], np.int8)
    start = starts_of(item, item_count)
    order = order_of(item, start)
    progressed = np.zeros(len(item), np.bool_)
    for i in prange(item_count):
        # Nearly in order, so an insertion sort.
        for place in range(start[i] + 1, start[i + 1]):
            r = order[place]
            before = place - 1
            while before >= start[i] and day[order[before]] > day[r]:
                order[before + 1] = order[before]
                before -= 1
            order[before + 1] = r
        last = 0
        for place in range(start[i], start[i + 1]):
            r = order[place]
            if day[r] > asof:
                continue
            own = rank[status[r]]
            if progress[r] >= 0:
                progressed[r] = progress[r] == 1
            else:
                progressed[r] = own >= 2 and own > last
            last = own
    return progressed


@njit(cache=True)
def finished_days(report_c, report_ms, day, status, asof, count):
    """The earliest `finished` report on each commitment as a whole."""
    finished = np.full(count, NEVER, np.int32)
    for r in range(len(report_c)):
        if report_ms[r] < 0 and status[r] == FINISHED and day[r] <= asof:
            c = report_c[r]
            finished[c] = min(finished[c], day[r])
    return finished


@njit(cache=True, parallel=True)
def mark_reports(
    report_c, day, progressed, asof, member_start, members, first_quarter, updated, progress,
    calendar,
):
    """Marks the quarters with reports. Threads may mark the same quarter: the mark is the same."""
    for r in prange(len(report_c)):
        if day[r] > asof:
            continue
        q = quarter_of(day[r], calendar) - first_quarter
        if q < 0:
            continue
        c = report_c[r]
        for place in range(member_start[c], member_start[c + 1]):
            updated[members[place], q] = 1
            if progressed[r]:
                progress[members[place], q] = 1


@njit(cache=True)
def mark_obligations(
    commitments, plans, finished, member_start, members, joined, asof, first_quarter, obligated,
    calendar,
):
    last_column = obligated.shape[1] - 1
    plan_of, submitted, starts, withdrawn = commitments
    plan_submitted, plan_starts, plan_ends = plans
    for c in range(len(plan_of)):
        p = plan_of[c]
        first = max(max(submitted[c], plan_submitted[p]), max(starts[c], plan_starts[p]))
        last = plan_ends[p]
        if withdrawn[c] <= asof:
            last = min(last, withdrawn[c] - 1)
        if first > last or max(submitted[c], plan_submitted[p]) > asof:
            continue
        first_q = quarter_of(first - 1, calendar) + 1 - first_quarter
        last_q = quarter_of(last + 1, calendar) - 1 - first_quarter
        if finished[c] != NEVER:
            last_q = min(last_q, quarter_of(finished[c], calendar) - first_quarter)
        for place in range(member_start[c], member_start[c + 1]):
            m = members[place]
            if joined[m] > asof:
                continue
            begin = max(first_q, quarter_of(joined[m], calendar) - first_quarter)
            for q in range(max(begin, 0), min(last_q, last_column) + 1):
                obligated[m, q] = 1


@njit(cache=True, parallel=True)
def runs(obligated, marked):
    """For each quarter how many in a row, up to it, are obligated and not marked."""
    result = np.zeros(obligated.shape, np.uint8)
    for m in prange(obligated.shape[0]):
        run = 0
        for q in range(obligated.shape[1]):
            run = run + 1 if obligated[m, q] and not marked[m, q] else 0
            result[m, q] = min(run, 255)
    return result


@njit(cache=True)
def activity_pairs(
    report_c, report_day, progressed, completion_c, completion_day, completion, plan_members_p,
    plan_members_m, plan_submitted, meeting_m, meeting_day, phase, event_m, event_day, event_kind,
    member_start, members, joined, asof,
):
    """All days of activity as pairs of member and day, in any order."""
    last = np.full(len(joined), -NEVER, np.int32)
    m_of = np.empty(1 << 16, np.int32)
    d_of = np.empty(1 << 16, np.int32)
    count = 0
    # Every source in turn; a fact can be one of several members.
    for source in range(5):
        size = (
            len(report_c) if source == 0 else len(completion_c) if source == 1
            else len(plan_members_p) if source == 2 else len(meeting_m) if source == 3
            else len(event_m))
        for row in range(size):
            if source == 0:
                if not progressed[row]:
                    continue
                day, c, only = report_day[row], report_c[row], -1
            elif source == 1:
                if completion[row] < SUBSTANTIAL:
                    continue
                day, c, only = completion_day[row], completion_c[row], -1
            elif source == 2:
                day, c, only = plan_submitted[plan_members_p[row]], 0, plan_members_m[row]
            elif source == 3:
                if phase[row] != CO_CREATION:
                    continue
                day, c, only = meeting_day[row], 0, meeting_m[row]
            else:
                if event_kind[row] != RESUMED and event_kind[row] != STARTED:
                    continue
                day, c, only = event_day[row], 0, event_m[row]
            if day > asof:
                continue
            begin = 0 if only >= 0 else member_start[c]
            end = 1 if only >= 0 else member_start[c + 1]
            for place in range(begin, end):
                m = only if only >= 0 else members[place]
                if day < joined[m] or last[m] == day:
                    continue
                last[m] = day
                if count == len(m_of):
                    m_of = np.concatenate((m_of, np.empty_like(m_of)))
                    d_of = np.concatenate((d_of, np.empty_like(d_of)))
                m_of[count] = m
                d_of[count] = day
                count += 1
    return m_of[:count], d_of[:count]


@njit(cache=True, parallel=True)
def sorted_days(m_of, d_of, count):
    """The days of each member in order; a day may stand twice, which does no harm."""
    start = starts_of(m_of, count)
    days = d_of[order_of(m_of, start)]
    for m in prange(count):
        days[start[m]:start[m + 1]].sort()
    return start, days


@njit(cache=True)
def requirement_facts(
    inception_p, inception_day, met, event_m, event_day, event_kind, event_requirement,
    plan_members_p, plan_members_m, plan_count, joined, asof,
):
    """The days on which the states of a member's assessed plans change, with the states present."""
    member_count = len(joined)
    assessed = starts_of(inception_p, plan_count)
    by_plan = order_of(inception_p, assessed)
    of_member = starts_of(plan_members_m, member_count)
    by_member = order_of(plan_members_m, of_member)
    events = starts_of(event_m, member_count)
    by_event = order_of(event_m, events)
    start = np.zeros(member_count + 1, np.int32)
    most = len(event_m)
    for pair in range(len(plan_members_p)):
        p = plan_members_p[pair]
        most += assessed[p + 1] - assessed[p]
    on = np.empty(most, np.int32)
    present = np.empty(most, np.int32)
    count = 0
    # A change: day, event after assessment, row; then which plan, and what it sets.
    keys = np.empty(most + 1, np.int64)
    plan_of = np.empty(most + 1, np.int32)
    sets = np.empty(most + 1, np.uint8)
    for m in range(member_count):
        start[m] = count
        if joined[m] > asof:
            continue
        n = 0
        plans = of_member[m + 1] - of_member[m]
        for k in range(plans):
            p = plan_members_p[by_member[of_member[m] + k]]
            for place in range(assessed[p], assessed[p + 1]):
                row = by_plan[place]
                if inception_day[row] <= asof:
                    keys[n] = np.int64(inception_day[row]) << 33 | row
                    plan_of[n] = k
                    sets[n] = met[row]
                    n += 1
        if n == 0:
            continue
        for place in range(events[m], events[m + 1]):
            row = by_event[place]
            if (
                event_kind[row] == REQUIREMENT_MET and event_day[row] <= asof
                and event_requirement[row] >= 0
            ):
                keys[n] = np.int64(event_day[row]) << 33 | np.int64(1) << 32 | row
                plan_of[n] = -1
                sets[n] = 1 << event_requirement[row]
                n += 1
        order = np.argsort(keys[:n])
        state = np.full(plans, -1, np.int32)
        for place in range(n):
            change = order[place]
            if plan_of[change] >= 0:
                state[plan_of[change]] = sets[change]
            else:
                for k in range(plans):
                    if state[k] >= 0:
                        state[k] |= sets[change]
            day = keys[change] >> 33
            if place + 1 < n and keys[order[place + 1]] >> 33 == day:
                continue
            bits = 0
            for k in range(plans):
                if state[k] >= 0:
                    bits |= 1 << state[k]
            if count == start[m] or present[count - 1] != bits:
                on[count] = day
                present[count] = bits
                count += 1
    start[member_count] = count
    return start, on[:count], present[:count]


@njit(cache=True)
def event_facts(event_m, event_day, event_kind, event_until, joined, asof):
    """Extensions with the latest `until` so far, requests for inactivity, days of withdrawal."""
    count = len(joined)
    starts = starts_of(event_m, count)
    order = order_of(event_m, starts)
    withdrew = np.full(count, NEVER, np.int32)
    extension_start = np.zeros(count + 1, np.int32)
    pause_start = np.zeros(count + 1, np.int32)
    extension_on = np.empty(len(event_m), np.int32)
    extension_until = np.empty(len(event_m), np.int32)
    pause_on = np.empty(len(event_m), np.int32)
    pause_until = np.empty(len(event_m), np.int32)
    extensions = 0
    pauses = 0
    for m in range(count):
        extension_start[m] = extensions
        pause_start[m] = pauses
        if joined[m] > asof:
            continue
        # By day, those of one day as they come.
        for place in range(starts[m] + 1, starts[m + 1]):
            row = order[place]
            before = place - 1
            while before >= starts[m] and event_day[order[before]] > event_day[row]:
                order[before + 1] = order[before]
                before -= 1
            order[before + 1] = row
        for place in range(starts[m], starts[m + 1]):
            row = order[place]
            day = event_day[row]
            if day > asof:
                continue
            if event_kind[row] == EXTENSION and event_until[row] != NEVER:
                until = event_until[row]
                if extensions > extension_start[m]:
                    until = max(until, extension_until[extensions - 1])
                extension_on[extensions] = day
                extension_until[extensions] = until
                extensions += 1
            elif event_kind[row] == PAUSE and day >= joined[m]:
                if pauses > pause_start[m] and pause_on[pauses - 1] == day:
                    pauses -= 1
                pause_on[pauses] = day
                pause_until[pauses] = event_until[row]
                pauses += 1
            elif event_kind[row] == WITHDREW and day >= joined[m]:
                withdrew[m] = min(withdrew[m], day)
    extension_start[count] = extensions
    pause_start[count] = pauses
    return (
        withdrew, extension_start, extension_on[:extensions], extension_until[:extensions],
        pause_start, pause_on[:pauses], pause_until[:pauses])


@njit(cache=True)
def plan_facts(plan_members_p, plan_members_m, submitted, ends, count, asof):
    """Each member's plans submitted by the as-of day in the order of (submission, file)."""
    start = starts_of(plan_members_m, count)
    order = order_of(plan_members_m, start)
    own_start = np.zeros(count + 1, np.int32)
    own_submitted = np.empty(len(order), np.int32)
    own_ends = np.empty(len(order), np.int32)
    n = 0
    for m in range(count):
        own_start[m] = n
        for place in range(start[m], start[m + 1]):
            p = plan_members_p[order[place]]
            if submitted[p] > asof:
                continue
            at = n
            while at > own_start[m] and own_submitted[at - 1] > submitted[p]:
                own_submitted[at] = own_submitted[at - 1]
                own_ends[at] = own_ends[at - 1]
                at -= 1
            own_submitted[at] = submitted[p]
            own_ends[at] = ends[p]
            n += 1
    own_start[count] = n
    return own_start, own_submitted[:n], own_ends[:n]


def compile_histories(t):
    """What the rules can see of every member, from arrays with keys resolved."""
    asof, joined = t.asof, t.joined
    count = len(joined)
    item = np.where(t.report_ms >= 0, t.report_ms, t.milestone_count + t.report_c)
    item_count = t.milestone_count + len(t.commitment_p)
    in_order, progressed = judge_in_file_order(
        item, t.report_day, t.report_status, t.report_progress, asof, item_count)
    if not in_order:
        progressed = judge_by_item(
            item, t.report_day, t.report_status, t.report_progress, asof, item_count)
    finished = finished_days(
        t.report_c, t.report_ms, t.report_day, t.report_status, asof, len(t.commitment_p))
    tracker_finished = finished.copy()
    done = (t.completion == COMPLETE) & (t.completion_day <= asof)
    np.minimum.at(finished, t.completion_c[done], t.completion_day[done])

    first_quarter = int(quarter_of(int(joined.min()), CALENDAR))
    width = int(quarter_of(int(asof), CALENDAR)) - first_quarter + 1
    obligated, updated, progress = (np.zeros((count, width), np.uint8) for _ in range(3))
    mark_reports(
        t.report_c, t.report_day, progressed, asof, t.member_start, t.members, first_quarter,
        updated, progress, CALENDAR)
    mark_obligations(
        (t.commitment_p, t.commitment_submitted, t.commitment_starts, t.commitment_withdrawn),
        (t.plan_submitted, t.plan_starts, t.plan_ends), finished, t.member_start, t.members,
        joined, asof, first_quarter, obligated, CALENDAR)

    pairs = activity_pairs(
        t.report_c, t.report_day, progressed, t.completion_c, t.completion_day, t.completion,
        t.plan_members_p, t.plan_members_m, t.plan_submitted, t.meeting_m, t.meeting_day,
        t.meeting_phase, t.event_m, t.event_day, t.event_kind, t.member_start, t.members, joined,
        asof)
    activity_start, activity = sorted_days(*pairs, count)
    plans = plan_facts(
        t.plan_members_p, t.plan_members_m, t.plan_submitted, t.plan_ends, count, asof)
    withdrew, *events = event_facts(
        t.event_m, t.event_day, t.event_kind, t.event_until, joined, asof)
    requirements = requirement_facts(
        t.inception_p, t.inception_day, t.inception_met, t.event_m, t.event_day, t.event_kind,
        t.event_requirement, t.plan_members_p, t.plan_members_m, len(t.plan_submitted), joined,
        asof)
    histories = Histories(
        asof, first_quarter, joined, t.first_due, withdrew, *plans, *events, *requirements,
        activity_start, activity, runs(obligated, updated), runs(obligated, progress))
    return histories, (obligated, updated, progress, tracker_finished)


# MARK: replay

# Months and quarters; NEVER switches a rule off. Bit n of `failing`: a plan that met exactly the
# requirements of the bits of n fails.
Rules = namedtuple(
    "Rules", "first_plan plan_gap stalled silent inactive probation failing")


def rules_of(
    first_plan=12, plan_gap=4, stalled=2, silent=2, inactive=6, probation=4, required=0b1111,
    min_met=4,
):
    failing = sum(
        1 << met for met in range(16) if bin(met & required).count("1") < min_met)
    return Rules(first_plan, plan_gap, stalled, silent, inactive, probation, failing)


@njit(cache=True, inline="always")
def first_after(days, low, high, day):
    """The first place from `low` whose day is after a day."""
    while low < high:
        middle = (low + high) >> 1
        if days[middle] <= day:
            low = middle + 1
        else:
            high = middle
    return low


@njit(cache=True)
def quarter_day(run, h, since, day, needed, calendar):
    """The first day of the first quarter after a day before which so many quarters in a row ran,
    all of which start on or after `since`."""
    if needed == NEVER:
        return NEVER
    earliest = quarter_of(since - 1, calendar) + 1 - h.first_quarter
    q = max(quarter_of(day, calendar) - h.first_quarter, earliest + needed - 1)
    while q < len(run):
        if run[q] >= needed and q - earliest + 1 >= needed:
            return quarter_start(q + 1 + h.first_quarter, calendar)
        q += 1
    return NEVER


@njit(cache=True)
def deadline_day(m, i, day, moved, h, rules, calendar):
    """A deadline as it stands on a day; NEVER where there is none."""
    if i > 0:
        if rules.plan_gap == NEVER:
            return NEVER
        return add_months(h.plan_ends[h.plan_start[m] + i - 1], rules.plan_gap, calendar) + moved
    due = h.first_due[m]
    if due == NEVER:
        if rules.first_plan == NEVER:
            return NEVER
        due = add_months(h.joined[m], rules.first_plan, calendar)
    latest = due
    for place in range(h.extension_start[m], h.extension_start[m + 1]):
        if h.extension_on[place] >= day:
            break
        latest = max(due, h.extension_until[place])
    return latest + moved


@njit(cache=True)
def place_deadlines(m, n, day, paused_from, judged_on, stopped, clock_from, is_judged, h, rules,
                    calendar):
    """When each deadline not yet judged will be; `paused_from` is NEVER while no clock stands."""
    for i in range(n):
        if is_judged[i]:
            continue
        moved = stopped[i]
        if paused_from != NEVER:
            moved += max(0, day - max(paused_from, clock_from[i]))
        if i == 0:
            judged = day
            while True:
                deadline = deadline_day(m, 0, judged, moved, h, rules, calendar)
                if deadline == NEVER:
                    judged = NEVER
                    break
                if deadline < judged:
                    break
                judged = deadline + 1
        else:
            deadline = deadline_day(m, i, day, moved, h, rules, calendar)
            judged = NEVER
            if deadline != NEVER:
                submitted = h.plan_submitted[h.plan_start[m] + i - 1]
                judged = max(day, max(deadline + 1, submitted + 1))
        if paused_from != NEVER and judged > max(day, clock_from[i]):
            judged = NEVER
        judged_on[i] = judged


@njit(cache=True, inline="always")
def is_kept(m, i, day, h):
    place = h.plan_start[m] + i
    return place < h.plan_start[m + 1] and h.plan_submitted[place] < day


@njit(cache=True)
def play(m, h, rules, calendar, scratch, spells, keep):
    """Replays one member; with `keep` its spells go to `spells`: status, first day, reasons.

    Returns the status on the as-of day (-1: not joined), and how many spells there are.
    """
    joined = h.joined[m]
    asof = h.asof
    if joined > asof:
        return -1, 0
    judged_on, stopped, clock_from, is_judged = scratch[0], scratch[1], scratch[2], scratch[3]
    n = h.plan_start[m + 1] - h.plan_start[m] + 1
    for i in range(n):
        stopped[i] = 0
        is_judged[i] = 0
        if i == 0:
            clock_from[0] = joined
        else:
            place = h.plan_start[m] + i - 1
            clock_from[i] = max(h.plan_ends[place], h.plan_submitted[place]) + 1
    status = ACTIVE
    since = joined
    causes = 0
    opened = 0
    issues = 0
    until = 0
    paused_from = joined
    present = 0
    pause = h.pause_start[m]
    pause_end = h.pause_start[m + 1]
    requirement = h.requirement_start[m]
    requirement_end = h.requirement_start[m + 1]
    activity = h.activity_start[m]
    activity_end = h.activity_start[m + 1]
    silent_run = h.silent_run[m]
    stalled_run = h.stalled_run[m]
    silent_day = NEVER
    stalled_day = NEVER
    looks_for_quarters = True
    count = 0
    day = joined
    is_first = True
    while True:
        before = status
        issues_before = issues
        if not is_first:
            # What was left undone up to yesterday.
            missed = 0
            for i in range(n):
                if is_judged[i] == 0 and judged_on[i] <= day:
                    is_judged[i] = 1
                    if status == ACTIVE and not is_kept(m, i, judged_on[i], h):
                        missed |= NO_FIRST_PLAN if i == 0 else NO_NEXT_PLAN
            if status == ACTIVE:
                if silent_day == day:
                    missed |= SILENT
                if stalled_day == day:
                    missed |= STALLED
                if missed:
                    causes = missed
                    status = INACTIVE
                    since = day
            elif status == INACTIVE:
                if rules.inactive != NEVER and day > add_months(since, rules.inactive, calendar):
                    status = PROBATION
                    since = day
                    opened = INACTIVITY
                    issues = INACTIVITY
            elif status == PROBATION:
                if rules.probation != NEVER and day > add_months(since, rules.probation, calendar):
                    status = REVOKED
                    since = day
            elif until != NEVER and day > until:
                status = ACTIVE
                since = day
                looks_for_quarters = True
        if status < REVOKED:
            # What happened today.
            if h.withdrew[m] == day:
                status = WITHDRAWN
                since = day
            else:
                if status != ACTIVE:
                    activity = first_after(h.activity, activity, activity_end, day - 1)
                    if activity < activity_end and h.activity[activity] == day:
                        if status == PROBATION:
                            opened &= ~INACTIVITY
                        else:
                            status = ACTIVE
                            since = day
                            looks_for_quarters = True
                while pause < pause_end and h.pause_on[pause] < day:
                    pause += 1
                if pause < pause_end and h.pause_on[pause] == day and status != PROBATION:
                    if status != VOLUNTARY:
                        status = VOLUNTARY
                        since = day
                    until = h.pause_until[pause]
                while requirement < requirement_end and h.requirement_on[requirement] <= day:
                    present = h.requirement_present[requirement]
                    requirement += 1
                if present & rules.failing:
                    if status == ACTIVE or status == INACTIVE:
                        opened = REQUIREMENTS | (INACTIVITY if status == INACTIVE else 0)
                        issues = opened
                        status = PROBATION
                        since = day
                    elif status == PROBATION:
                        opened |= REQUIREMENTS
                        issues |= REQUIREMENTS
                elif status == PROBATION:
                    opened &= ~REQUIREMENTS
                if status == PROBATION and opened == 0:
                    status = ACTIVE
                    since = day
                    looks_for_quarters = True
        if is_first or status != before:
            if keep:
                if count == spells.shape[0]:
                    return status, count + 1
                spells[count, 0] = status
                spells[count, 1] = day
                spells[count, 2] = (
                    causes if status == INACTIVE else issues if status == PROBATION else 0)
            count += 1
            if status == VOLUNTARY:
                paused_from = day
                place_deadlines(
                    m, n, day + 1, paused_from, judged_on, stopped, clock_from, is_judged, h,
                    rules, calendar)
            elif before == VOLUNTARY or is_first:
                if not is_first:
                    for i in range(n):
                        if is_judged[i] == 0:
                            stopped[i] += max(0, day - max(paused_from, clock_from[i]))
                place_deadlines(
                    m, n, day + 1, NEVER, judged_on, stopped, clock_from, is_judged, h, rules,
                    calendar)
        elif status == PROBATION and issues != issues_before and keep:
            spells[count - 1, 2] |= issues
        is_first = False
        if status >= REVOKED:
            return status, count

        # The next day on which something can happen.
        following = h.withdrew[m]
        if status != VOLUNTARY and requirement < requirement_end:
            following = min(following, h.requirement_on[requirement])
        if status != PROBATION:
            while pause < pause_end and h.pause_on[pause] <= day:
                pause += 1
            if pause < pause_end:
                following = min(following, h.pause_on[pause])
        waits_for_activity = False
        if status == ACTIVE:
            for i in range(n):
                if (
                    is_judged[i] == 0 and judged_on[i] < following
                    and not is_kept(m, i, judged_on[i], h)
                ):
                    following = judged_on[i]
            if looks_for_quarters:
                silent_day = quarter_day(silent_run, h, since, day, rules.silent, calendar)
                stalled_day = quarter_day(stalled_run, h, since, day, rules.stalled, calendar)
                looks_for_quarters = False
            following = min(following, min(silent_day, stalled_day))
        elif status == INACTIVE:
            if rules.inactive != NEVER:
                limit = max(add_months(since, rules.inactive, calendar), day) + 1
                following = min(following, limit)
            waits_for_activity = True
        elif status == VOLUNTARY:
            if until != NEVER:
                following = min(following, max(until, day) + 1)
            waits_for_activity = True
        else:
            if rules.probation != NEVER:
                limit = max(add_months(since, rules.probation, calendar), day) + 1
                following = min(following, limit)
            waits_for_activity = opened & INACTIVITY != 0
        if waits_for_activity:
            activity = first_after(h.activity, activity, activity_end, day)
            if activity < activity_end:
                following = min(following, h.activity[activity])
        following = max(following, day + 1)
        if following > asof:
            return status, count
        day = following


@njit(cache=True, parallel=True)
def replay(h, rules, calendar, threads, most_plans, most_spells):
    """The spells of all members: how many each has, and up to so many of them."""
    count = len(h.joined)
    spells = np.empty((count, most_spells, 3), np.int32)
    counts = np.zeros(count, np.int32)
    for part in prange(threads):
        scratch = np.empty((4, most_plans), np.int32)
        for m in range(count * part // threads, count * (part + 1) // threads):
            _, counts[m] = play(m, h, rules, calendar, scratch, spells[m], True)
    return counts, spells


@njit(cache=True, parallel=True)
def sweep(h, grid, failing, calendar, threads, most_plans):
    """How many members have each status under each rule set.

    Members outside, rule sets inside: a member's facts stay in the cache. The chunks are small, so
    that threads end together.
    """
    count = len(h.joined)
    counts = np.zeros((threads, len(grid), 6), np.int64)
    chunks = (count + 63) // 64
    for chunk in prange(chunks):
        part = get_thread_id()
        scratch = np.empty((4, most_plans), np.int32)
        spells = np.empty((1, 3), np.int32)
        for m in range(chunk * 64, min(count, chunk * 64 + 64)):
            for s in range(len(grid)):
                rules = Rules(
                    grid[s, 0], grid[s, 1], grid[s, 2], grid[s, 3], grid[s, 4], grid[s, 5],
                    failing[s])
                status, _ = play(m, h, rules, calendar, scratch, spells, False)
                if status >= 0:
                    counts[part, s, status] += 1
    return counts.sum(axis=0)
