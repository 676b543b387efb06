#!/usr/bin/env python3
"""Small valid datasets whose days lie on deadlines and beside them.

    awkward.py FOLDER SEED

Days are few, and months apart, or a day more or less: so that what begins, ends, is due and is done
falls together as it hardly ever does by chance.
"""
import csv
import os
import random
import sys

import days

CODES = {
    'region': ['africa_middle_east', 'americas', 'asia_pacific', 'europe'],
    'kind': ['city', 'municipality', 'district', 'state', ''],
    'population': ['', '49999', '50000', '250000', '999999', '1000000', '5000000'],
    'completion': ['no_evidence', 'not_started', 'limited', 'substantial', 'complete'],
    'results': ['', 'worsened', 'did_not_change', 'marginal', 'major', 'outstanding'],
    'tracker': ['not_started', 'in_progress', 'stuck', 'finished', 'incomplete'],
    'events': ['extension_granted', 'voluntary_inactivity', 'resumed', 'co_creation_started',
               'requirement_met', 'civic_space_concern', 'withdrew'],
    'requirement': ['forum', 'regularity', 'multi_stakeholder', 'endorsement'],
    'status': ['active', 'inactive', 'inactive_voluntary', 'probation', 'revoked', 'withdrawn'],
    'impact': ['', 'none', 'minor', 'moderate', 'transformative'],
    'specificity': ['', 'none', 'low', 'medium', 'high'],
    'areas': ['fiscal_openness', 'open_data', 'tax', 'other', 'lobbying'],
    'sectors': ['education', 'justice', 'land_spatial_planning', 'private_sector'],
    'values': ['', 'civic_participation', 'public_accountability'],
}
PRACTICES = ['process_transparency', 'documentation_in_advance', 'awareness_raising',
             'inclusiveness', 'communication_channels', 'record_keeping', 'feedback',
             'collaboration']


class Awkward:
    def __init__(self, seed):
        self.random = random.Random(seed)
        start = days.day('2019-12-31') + self.random.randrange(60)
        self.pool = [start]
        for _ in range(9):
            day = days.plus_months(self.random.choice(self.pool),
                                   self.random.choice([1, 2, 3, 4, 6, 12, 12, 24]))
            self.pool.append(day)
        quarters = {days.quarter_start(days.quarter(day) + 1) for day in self.pool}
        self.pool += sorted(quarters)

    def day(self, least=None):
        """A day of the pool, or beside one, or some rule's months from one; not under `least`."""
        for _ in range(50):
            day = self.random.choice(self.pool)
            if self.random.random() < 0.5:
                day = days.plus_months(day, self.random.choice([1, 2, 4, 6, 12]))
            day += self.random.choice([0, 0, 0, 1, -1])
            if least is None or day >= least:
                return day
        return least

    def maybe(self, text, share=0.7):
        return text if self.random.random() < share else ''

    def pick(self, name):
        return self.random.choice(CODES[name])

    def some(self, name, most):
        return ';'.join(self.random.sample(CODES[name], self.random.randint(1, most)))

    def yes(self):
        return self.random.choice(['yes', 'yes', 'no', ''])

    def tables(self):
        pick, out = self.random, {}
        members = [f'm{n}' for n in range(pick.randint(3, 7))]
        country = {member: pick.choice(['KEN', 'NAM']) for member in members}
        joined = {member: self.day() for member in members}
        out['members'] = [dict(
            member_id=m, name=m, country=country[m], region=self.pick('region'),
            kind=self.pick('kind'), population=self.pick('population'),
            joined_on=days.text(joined[m]), cohort=pick.choice(['', 'a', 'b']),
            first_plan_due_on=self.maybe(days.text(self.day()), 0.4)) for m in members]
        out['terms'] = []
        for member in members:
            for _ in range(pick.randint(0, 2)):
                start = self.day()
                out['terms'].append(dict(member_id=member, starts_on=days.text(start),
                                         ends_on=days.text(self.day(start))))
        plans = {}
        out['plans'] = []
        for n in range(pick.randint(3, 9)):
            first = pick.choice(members)
            fellows = [m for m in members if country[m] == country[first] and m != first]
            listed = [first] + pick.sample(fellows, min(len(fellows), pick.choice([0, 0, 1, 2])))
            start = self.day()
            plan = dict(plan_id=f'p{n}', member_ids=';'.join(listed),
                        submitted_on=days.text(self.day()), starts_on=days.text(start),
                        ends_on=days.text(self.day(start)),
                        monitoring_body=pick.choice(['', 'academic', 'peer']))
            plans[plan['plan_id']] = listed
            out['plans'].append(plan)
        out['commitments'], commitments = [], {}
        for n in range(pick.randint(6, 24)):
            plan = pick.choice(list(plans))
            start = self.day()
            out['commitments'].append(dict(
                commitment_id=f'c{n}', plan_id=plan,
                member_id=pick.choice(['', pick.choice(plans[plan])]),
                submitted_on=self.maybe(days.text(self.day()), 0.4), starts_on=days.text(start),
                ends_on=days.text(self.day(start)), withdrawn_on=self.maybe(
                    days.text(self.day()), 0.2), policy_areas=self.some('areas', 3),
                sectors=self.some('sectors', 3), values=self.pick('values'),
                resources_secured=pick.choice(['', 'yes', 'partially', 'no'])))
            commitments[f'c{n}'] = plan
        out['milestones'], milestones = [], []
        for n in range(pick.randint(3, 20)):
            commitment = pick.choice(list(commitments))
            start = self.day()
            kept = self.random.random() < 0.6
            out['milestones'].append(dict(
                milestone_id=f's{n}', commitment_id=commitment,
                starts_on=days.text(start) if kept else '',
                ends_on=days.text(self.day(start)) if kept else ''))
            milestones.append((f's{n}', commitment))
        out['tracker'] = []
        for _ in range(pick.randint(10, 60)):
            milestone, commitment = pick.choice(milestones)
            if pick.random() < 0.6:
                milestone, commitment = '', pick.choice(list(commitments))
            out['tracker'].append(dict(
                commitment_id=commitment, milestone_id=milestone,
                reported_on=days.text(self.day()), status=self.pick('tracker'),
                progress=pick.choice(['', '', 'yes', 'no'])))
        out['meetings'] = []
        for _ in range(pick.choice([0, 10, 30])):
            plan = pick.choice(['', *plans])
            out['meetings'].append(dict(
                member_id=pick.choice(plans.get(plan, members)), plan_id=plan,
                held_on=days.text(self.day()), phase=pick.choice(['co_creation', 'implementation']),
                government=pick.choice(['yes', 'yes', 'no', '']), non_government=self.yes()))
        out['inception_assessments'] = [dict(
            plan_id=pick.choice(list(plans)), submitted_on=days.text(self.day()),
            **{name: pick.choice(['yes', 'yes', 'yes', 'no']) for name in CODES['requirement']},
            **{name: pick.choice(['yes', 'yes', 'partially', 'no', '']) for name in PRACTICES})
            for _ in range(pick.randint(2, 10))]
        out['commitment_reviews'] = [dict(
            commitment_id=pick.choice(list(commitments)), submitted_on=days.text(self.day()),
            relevant=self.yes(), verifiable=self.yes(), specificity=self.pick('specificity'),
            potential_impact=self.pick('impact')) for _ in range(pick.randint(4, 30))]
        out['completion_assessments'] = [dict(
            commitment_id=pick.choice(list(commitments)), submitted_on=days.text(self.day()),
            completion=self.pick('completion'), early_results=self.pick('results'),
            opened_information=self.pick('results'), opened_participation=self.pick('results'),
            opened_accountability=self.pick('results')) for _ in range(pick.randint(4, 40))]
        out['learning_exercises'] = [dict(
            plan_id=pick.choice(list(plans)), submitted_on=days.text(self.day()))
            for _ in range(pick.randint(0, 6))]
        out['events'] = []
        for _ in range(pick.randint(3, 20)):
            on = self.day()
            kind = self.pick('events') if pick.random() < 0.9 else 'withdrew'
            if kind == 'withdrew' and pick.random() < 0.7:
                kind = 'voluntary_inactivity'
            out['events'].append(dict(
                member_id=pick.choice(members), on=days.text(on), kind=kind,
                until=self.maybe(days.text(self.day(on)), 0.7),
                requirement=self.pick('requirement') if kind == 'requirement_met' else ''))
        out['recorded_statuses'] = [dict(
            member_id=pick.choice(members), from_on=days.text(self.day()),
            status=self.pick('status')) for _ in range(pick.randint(0, 12))]
        return out


def write(folder, seed):
    """Writes the dataset of a seed, its rows in no order; tables without rows are left out."""
    awkward = Awkward(f'awkward {seed}')
    os.makedirs(folder, exist_ok=True)
    for name, rows in awkward.tables().items():
        path = os.path.join(folder, name + '.csv')
        if not rows:
            if os.path.exists(path):
                os.remove(path)
            continue
        awkward.random.shuffle(rows)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)


if __name__ == '__main__':
    write(sys.argv[1], sys.argv[2])
