"""Requests drawn at random for one dataset, with days and codes of its own."""
import random

import days
import metrics
from metrics import METRICS, NEEDS_REPLAY, Window
from request import Request, biennium

SETTINGS = {
    'inception_months': ['0', '1', '4', '13'], 'completion_months': ['0', '2', '6'],
    'learning_months': ['0', '1', '5'], 'max_commitments': ['1,2,3,4', '0,0,0,0', '3,5,5,5'],
    'min_commitment_months': ['0', '6', '18'], 'amendment_months': ['0', '1', '12'],
    'term_margin_months': ['0', '1', '12'], 'co_creation_meetings': ['0', '2', '4'],
    'meetings_per_year': ['0', '1', '4'], 'star_min_specificity': ['never', 'low', 'high', 'none'],
    'star_min_impact': ['none', 'minor', 'moderate'],
    'star_min_completion': ['no_evidence', 'limited', 'complete'],
}
REPLAY_SETTINGS = {
    'first_plan_months': ['never', '6', '18'], 'plan_gap_months': ['never', '0', '2', '9'],
    'stalled_quarters': ['never', '1', '3'], 'silent_quarters': ['never', '1', '4'],
    'inactive_months': ['never', '0', '3'], 'probation_months': ['never', '0', '9'],
    'required': ['forum', 'forum,endorsement', 'regularity,multi_stakeholder,endorsement'],
    'min_met': ['0', '1', '2'],
}


class Requests:
    def __init__(self, data, seed, only=None, stories=3):
        self.data, self.random = data, random.Random(seed)
        self.names = only or list(METRICS)
        self.last = data.last_day()
        tables = data.tables
        found = {row[column] for rows in tables.values() for row in rows
                 for column in ('joined_on', 'submitted_on', 'reported_on', 'held_on', 'on',
                                'starts_on', 'ends_on', 'withdrawn_on', 'from_on')
                 if row.get(column) is not None}
        self.days = sorted(found) or [days.day('2020-06-30')]
        # The replay is slow here, so that few as-of days and rule sets are asked for.
        self.replays = [(None, [])]
        for _ in range(stories - 1):
            settings = []
            for name in self.random.sample(list(REPLAY_SETTINGS), 2):
                settings.append((name, self.random.choice(REPLAY_SETTINGS[name])))
            names = dict(settings)
            if 'required' in names:
                settings = [s for s in settings if s[0] != 'min_met']
                settings.append(('min_met', str(self.random.randint(0, names['required'].count(',')
                                                                    + 1))))
            self.replays.append((self.random.choice([None, self.day()]), settings))

    def day(self):
        """A day of the data or beside one, or a month's end."""
        day = self.random.choice(self.days) + self.random.choice([0, 0, 0, -1, 1])
        if self.random.random() < 0.3:
            day = days.plus_months(day - days.parts(day)[2] + 1, 1) - self.random.choice([0, 1])
        return max(day, days.day('1900-01-01'))

    def draw(self):
        pick = self.random
        request = Request(pick.choice(self.names))
        metric = METRICS[request.metric]
        count = pick.choice([0, 1, 1, 1, 2, 2, 3])
        request.by = pick.sample(metric.dimensions, min(count, len(metric.dimensions)))
        for _ in range(pick.choice([0, 0, 0, 0, 1, 1, 2])):
            request.where.append(self.filter(metric))
        kind = pick.random()
        if kind < 0.2:
            request.biennium = days.parts(self.day())[0] - pick.choice([0, 1])
            request.biennium = max(request.biennium, 1900)
            request.window = biennium(request.biennium)
        elif kind < 0.65:
            start, end = sorted([self.day(), self.day()])
            if pick.random() < 0.3:  # whole months
                start = start - days.parts(start)[2] + 1
                end = days.plus_months(end - days.parts(end)[2] + 1, 1) - 1
            request.window = Window(pick.choice([start, start, None]),
                                    pick.choice([end, end, None]))
        if request.metric not in metrics.COMPARABLE_NOT and pick.random() < 0.35:
            both = request.window.start is not None and request.window.end is not None
            if both and pick.random() < 0.6:
                request.compare = 'previous'
            else:
                request.compare = Window(*sorted([self.day(), self.day()]))
        if pick.random() < 0.2:
            request.min_cell = pick.choice([0, 1, 2, 3, 5, 10, 30])
        if request.metric in metrics.CODABLE and pick.random() < 0.35:
            request.codable = True
        if request.metric in NEEDS_REPLAY:
            request.as_of, settings = pick.choice(self.replays)
            request.settings = list(settings)
        elif pick.random() < 0.35:
            request.as_of = self.day()
        if pick.random() < 0.35:
            name = pick.choice(list(SETTINGS))
            request.settings.append((name, pick.choice(SETTINGS[name])))
        return request

    def filter(self, metric):
        pick = self.random
        dimension = pick.choice(metric.dimensions)
        tables, words = self.data.tables, metrics.WORDS.get(dimension)
        if dimension in ('year', 'biennium', 'quarter'):
            year, month, _ = days.parts(self.day())
            years = [year - pick.choice([0, 1]), year]
            if dimension == 'quarter':
                values = [f'{y}-Q{(month - 1) // 3 + 1}' for y in years]
            else:
                values = [str(y) for y in years]
        elif words is not None:
            values = list(words) if isinstance(words, list) else self.data.codes.lists[words]
        elif dimension == 'plan':
            values = [row['plan_id'] for row in tables['plans']]
        else:
            column = {'member': 'member_id'}.get(dimension, dimension)
            values = [row[column] for row in tables['members']]
        values = sorted(set(values)) or ['nothing']
        values = pick.sample(values, min(len(values), pick.choice([1, 2, 3])))
        if dimension not in ('year', 'biennium', 'quarter') and pick.random() < 0.25:
            values.append('unknown')
        return dimension, values
