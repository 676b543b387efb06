"""The replay of status.md, day by day, as plainly as it is written there."""
import bisect

import days

STATUSES = ['active', 'inactive', 'inactive_voluntary', 'probation', 'revoked', 'withdrawn']
REQUIREMENTS = ['forum', 'regularity', 'multi_stakeholder', 'endorsement']
RANK = {'not_started': 0, 'stuck': 1, 'incomplete': 1, 'in_progress': 2, 'finished': 3}


class Facts:
    """What a dataset says up to the as-of day, gathered for the replay."""

    def __init__(self, data, last):
        tables, codes = data.tables, data.codes.lists
        self.data, self.last = data, last
        self.plans = tables['plans']
        self.commitments = tables['commitments']
        count = len(self.commitments)
        self.withdrawn = [None] * count
        for index, row in enumerate(self.commitments):
            if row['withdrawn_on'] is not None and row['withdrawn_on'] <= last:
                self.withdrawn[index] = row['withdrawn_on']
        self.finished, self.tracker_finished = [None] * count, [None] * count

        def earliest(column, index, day):
            if column[index] is None or day < column[index]:
                column[index] = day

        names = codes['tracker_status']
        reports = sorted(((row['reported_on'], order, row)
                          for order, row in enumerate(tables['tracker'])
                          if row['reported_on'] <= last), key=lambda item: item[:2])
        ranks = {}
        self.reports = [[] for _ in range(count)]  # (day, is progress) of each commitment
        for day, _, row in reports:
            commitment, milestone, status = row['commitment_id'], row['milestone_id'], row['status']
            item = (commitment, milestone)
            rank, name = RANK[names[status]], names[status]
            progress = row['progress']
            if progress is None:
                progress = name in ('in_progress', 'finished') and rank > ranks.get(item, 0)
            ranks[item] = rank
            self.reports[commitment].append((day, bool(progress)))
            if milestone is None and name == 'finished':
                earliest(self.finished, commitment, day)
                earliest(self.tracker_finished, commitment, day)
        completion = codes['completion']
        self.assessed = [[] for _ in range(count)]  # (day, level's code)
        for row in tables['completion_assessments']:
            if row['submitted_on'] <= last:
                code = completion[row['completion']]
                self.assessed[row['commitment_id']].append((row['submitted_on'], code))
                if code == 'complete':
                    earliest(self.finished, row['commitment_id'], row['submitted_on'])
        self.inception = [[] for _ in self.plans]  # (day, order, the four answers)
        for order, row in enumerate(tables['inception_assessments']):
            if row['submitted_on'] <= last:
                self.inception[row['plan_id']].append(
                    (row['submitted_on'], order, [row[name] for name in REQUIREMENTS]))
        for rows in self.inception:
            rows.sort(key=lambda item: item[:2])
        self.events = [[] for _ in tables['members']]
        for row in tables['events']:
            if row['on'] <= last:
                self.events[row['member_id']].append(
                    (row['on'], codes['event'][row['kind']], row['until'], row['requirement']))
        self.meetings = [[] for _ in tables['members']]
        for row in tables['meetings']:
            if row['held_on'] <= last and codes['phase'][row['phase']] == 'co_creation':
                self.meetings[row['member_id']].append(row['held_on'])
        self.plans_of = [[] for _ in tables['members']]
        for index, plan in enumerate(self.plans):
            for member in plan['member_ids']:
                self.plans_of[member].append(index)
        self.commitments_of = [[] for _ in tables['members']]
        for index in range(count):
            for member in data.applies_to(index):
                self.commitments_of[member].append(index)


class Deadline:
    """A plan deadline: `plan` is nothing for the first."""

    def __init__(self, plan):
        self.plan, self.stopped, self.judged = plan, 0, None


class Member:
    """One member's days from `joined_on` to the as-of day."""

    def __init__(self, facts, member, rules):
        self.facts, self.rules = facts, rules
        self.row = facts.data.tables['members'][member]
        self.joined = self.row['joined_on']
        plans, commitments = facts.plans, facts.commitments
        self.plans = sorted(
            (index for index in facts.plans_of[member]
             if plans[index]['submitted_on'] <= facts.last),
            key=lambda index: (plans[index]['submitted_on'], index))
        self.assessed_plans = [index for index in facts.plans_of[member] if facts.inception[index]]
        self.commitments = facts.commitments_of[member]
        self.events = facts.events[member]
        self.submissions = [plans[index]['submitted_on'] for index in self.plans]
        self.activity = set(self.submissions) | set(facts.meetings[member])
        self.updates, self.progress = set(), set()
        for index in self.commitments:
            for day, is_progress in facts.reports[index]:
                self.updates.add(days.quarter(day))
                if is_progress:
                    self.progress.add(days.quarter(day))
                    self.activity.add(day)
            for day, code in facts.assessed[index]:
                if code in ('substantial', 'complete'):
                    self.activity.add(day)
        for day, kind, _, _ in self.events:
            if kind in ('co_creation_started', 'resumed'):
                self.activity.add(day)
        self.met = [[] for _ in REQUIREMENTS]
        for day, kind, _, requirement in self.events:
            if kind == 'requirement_met' and requirement is not None:
                self.met[requirement].append(day)
        self.first = Deadline(None)
        self.deadlines = [self.first] + [Deadline(index) for index in self.plans]
        self.judged = []  # (kind, deadline's day, judged on, kept, day of a later plan or None)
        self.obligation = {}
        self.run()

    # MARK: what a rule looks at

    def obligated(self, quarter):
        if quarter in self.obligation:
            return self.obligation[quarter]
        a, b = days.quarter_start(quarter), days.quarter_start(quarter + 1) - 1
        found, facts = False, self.facts
        for index in self.commitments:
            row = facts.commitments[index]
            plan = facts.plans[row['plan_id']]
            if not (plan['submitted_on'] <= a and plan['starts_on'] <= a and b <= plan['ends_on']):
                continue
            if not (row['submitted_on'] <= a and row['starts_on'] <= a):
                continue
            if facts.withdrawn[index] is not None and facts.withdrawn[index] <= b:
                continue
            if facts.finished[index] is not None and facts.finished[index] < a:
                continue
            found = True
            break
        self.obligation[quarter] = found
        return found

    def deadline_day(self, deadline, t):
        """The deadline's day by what is known before t; nothing while there is none."""
        rules = self.rules
        if deadline.plan is None:
            if self.row['first_plan_due_on'] is not None:
                day = self.row['first_plan_due_on']
            elif rules['first_plan_months'] is not None:
                day = days.plus_months(self.joined, rules['first_plan_months'])
            else:
                return None
            for on, kind, until, _ in self.events:
                if kind == 'extension_granted' and until is not None and on < t:
                    day = max(day, until)
            return day + deadline.stopped
        plan = self.facts.plans[deadline.plan]
        if plan['submitted_on'] >= t or rules['plan_gap_months'] is None:
            return None
        return days.plus_months(plan['ends_on'], rules['plan_gap_months']) + deadline.stopped

    def kept(self, deadline, t):
        if deadline.plan is None:
            return any(day < t for day in self.submissions)
        place = self.plans.index(deadline.plan)
        return any(day < t for day in self.submissions[place + 1:])

    def failing(self, t):
        """The plans that fail on day t."""
        wanted = [REQUIREMENTS.index(name) for name in self.rules['required']]
        out = []
        for plan in self.assessed_plans:
            rows = self.facts.inception[plan]
            place = bisect.bisect_right(rows, t, key=lambda row: row[0])
            if place == 0:
                continue
            day, _, answers = rows[place - 1]
            met = sum(1 for index in wanted
                      if answers[index] or any(day <= on <= t for on in self.met[index]))
            if met < self.rules['min_met']:
                out.append(plan)
        return out

    # MARK: the days

    def run(self):
        self.status, self.since, self.until = 'active', self.joined, None
        self.issues, self.opened, self.dealt = set(), set(), set()
        self.spells = []  # [status, from, to, reasons]
        by_day = {}
        for event in self.events:
            by_day.setdefault(event[0], []).append(event)
        failing = []
        inception_days = {row[0] for plan in self.assessed_plans
                          for row in self.facts.inception[plan]}
        met_days = {day for column in self.met for day in column}
        for t in range(self.joined, self.facts.last + 1):
            self.causes = []
            if t > self.joined:
                self.left_undone(t)
            # What happened today.
            today = by_day.get(t, [])
            if any(event[1] == 'withdrew' for event in today) and self.status != 'revoked':
                self.turn('withdrawn', t)
            if t in self.activity:
                if self.status in ('inactive', 'inactive_voluntary'):
                    self.turn('active', t)
                elif self.status == 'probation':
                    self.issues.discard('inactivity')
            asked = [event for event in today if event[1] == 'voluntary_inactivity']
            if asked:
                if self.status in ('active', 'inactive'):
                    self.turn('inactive_voluntary', t)
                    self.until = asked[-1][2]
                elif self.status == 'inactive_voluntary':
                    self.until = asked[-1][2]
            # Co-creation requirements.
            if t == self.joined or t in inception_days or t in met_days:
                failing = self.failing(t)
                self.dealt &= set(failing)
            for plan in failing:
                if plan in self.dealt:
                    continue
                if self.status in ('active', 'inactive'):
                    was_inactive = self.status == 'inactive'
                    self.turn('probation', t)
                    self.open('requirements')
                    if was_inactive:
                        self.open('inactivity')
                    self.dealt.add(plan)
                elif self.status == 'probation':
                    self.open('requirements')
                    self.dealt.add(plan)
            if not failing:
                self.issues.discard('requirements')
            if self.status == 'probation' and not self.issues:
                self.turn('active', t)
            # Stopped clock.
            if self.status == 'inactive_voluntary':
                for deadline in self.deadlines:
                    if deadline.judged is None and self.started(deadline, t):
                        deadline.stopped += 1
            # The day's status.
            if not self.spells or self.spells[-1][0] != self.status:
                if self.spells:
                    self.spells[-1][2] = t - 1
                self.spells.append([self.status, t, None, []])
            if self.status == 'inactive' and self.causes:
                self.spells[-1][3] = self.causes
            if self.status == 'probation':
                self.spells[-1][3] = [name for name in ('inactivity', 'requirements')
                                      if name in self.opened]

    def turn(self, status, t):
        self.status, self.since, self.until = status, t, None
        self.issues, self.opened = set(), set()

    def open(self, issue):
        self.issues.add(issue)
        self.opened.add(issue)

    def started(self, deadline, t):
        if deadline.plan is None:
            return True
        plan = self.facts.plans[deadline.plan]
        return plan['submitted_on'] < t and plan['ends_on'] + 1 <= t

    def left_undone(self, t):
        status, causes = self.status, []
        for deadline in self.deadlines:
            if deadline.judged is None:
                day = self.deadline_day(deadline, t)
                if day is not None and day < t:
                    deadline.judged = t
                    kept = self.kept(deadline, t)
                    kind = 'first_plan' if deadline.plan is None else 'next_plan'
                    self.judged.append((kind, day, t, kept, self.came_after(deadline)))
                    if not kept and status == 'active':
                        cause = 'no_' + kind
                        if cause not in causes:
                            causes.append(cause)
        rules = self.rules
        if status == 'active':
            quarter = days.quarter(t)
            if days.quarter_start(quarter) == t:
                for name, seen in (('silent', self.updates), ('stalled', self.progress)):
                    length = rules[name + '_quarters']
                    if length is None:
                        continue
                    last = range(quarter - length, quarter)
                    if last[0] < 4 or days.quarter_start(last[0]) < self.since:
                        continue
                    if all(self.obligated(q) and q not in seen for q in last):
                        causes.append('tracker_' + name)
            if causes:
                self.turn('inactive', t)
                self.causes = causes
        elif status == 'inactive':
            limit = rules['inactive_months']
            if limit is not None and t > days.plus_months(self.since, limit):
                self.turn('probation', t)
                self.open('inactivity')
        elif status == 'probation':
            limit = rules['probation_months']
            if limit is not None and t > days.plus_months(self.since, limit):
                self.turn('revoked', t)
        elif status == 'inactive_voluntary':
            if self.until is not None and t > self.until:
                self.turn('active', t)

    def came_after(self, deadline):
        """The days of the plans that can keep the deadline, kept or not."""
        place = 0 if deadline.plan is None else self.plans.index(deadline.plan) + 1
        return min(self.submissions[place:], default=None)

    def status_on(self, day):
        for status, start, end, _ in self.spells:
            if start <= day and (end is None or day <= end):
                return status
        return None


def replay(data, last, rules):
    """The members' stories in the order of the data; nothing for who joins later."""
    facts = Facts(data, last)
    return [Member(facts, index, rules) if row['joined_on'] <= last else None
            for index, row in enumerate(data.tables['members'])]
