"""Every metric of metrics.md: its levels, its dimensions, and the table that SQL counts for it.

The SQL of a metric (sql/NAME.sql) says which items there are (`item`) and what each says of each
level (`fact`, or `time` for durations). Grouping, filtering and counting are the same for all and
stand here; so do the intervals, the order of rows and what `--compare` and `--min-cell` do.
"""
import os
import re
import statistics

import days
import intervals
from engines import FAR, PAIRS

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sql')
MEMBER = ['member', 'country', 'region', 'kind', 'cohort', 'population_band']
PLAN = ['plan', 'plan_type', 'monitoring_body']
COMMITMENT = ['policy_area', 'sector', 'value', 'resources_secured', 'scope', 'verifiable',
              'potential_impact', 'requirements_met']
DAY = ['year', 'quarter', 'biennium']
BANDS = ['under_50k', '50k_250k', '250k_1m', '1m_5m', 'over_5m']
# Dimensions whose key is a number: the words in order, or the name of a code list.
WORDS = {
    'region': 'region', 'kind': 'kind', 'monitoring_body': 'monitoring_body',
    'policy_area': 'policy_area', 'sector': 'sector', 'value': 'value',
    'resources_secured': 'resources_secured', 'potential_impact': 'potential_impact',
    'population_band': BANDS, 'plan_type': ['single', 'joint'], 'scope': ['separate', 'joint'],
    'verifiable': ['yes', 'no'], 'requirements_met': ['0', '1', '2', '3', '4'],
}
REQUIREMENTS = ['forum', 'regularity', 'multi_stakeholder', 'endorsement']
PRACTICES = ['process_transparency', 'documentation_in_advance', 'awareness_raising',
             'inclusiveness', 'communication_channels', 'record_keeping', 'feedback',
             'collaboration']
CODABLE = ['completion', 'completion_change', 'ambition', 'stars']
COMPARABLE_NOT = ['status_by_quarter', 'transitions', 'dwell', 'time_to_finish', 'plans']
TO_THE_END = ['dwell', 'time_to_finish', 'timeliness']


class Metric:
    def __init__(self, dimensions, levels, first=None, opened=None):
        self.dimensions, self.levels, self.first, self.opened = dimensions, levels, first, opened


OF_COMMITMENTS = MEMBER + PLAN + COMMITMENT + DAY
OF_PLANS = MEMBER + PLAN + DAY
OF_MEMBERS = MEMBER + DAY
METRICS = {
    'completion': Metric(OF_COMMITMENTS, ['@completion', 'substantial_or_complete']),
    'completion_change': Metric(OF_COMMITMENTS, ['decreased', 'unchanged', 'increased']),
    'early_results': Metric(OF_COMMITMENTS, ['@early_results', 'major_or_outstanding'], 'opened',
                            ['overall', 'information', 'participation', 'accountability']),
    'ambition': Metric(OF_COMMITMENTS, ['ambitious_and_complete', 'ambitious_only',
                                        'complete_only', 'neither']),
    'stars': Metric(OF_COMMITMENTS, ['specificity', 'relevance', 'impact', 'completion', 'star']),
    'policy_area': Metric(OF_COMMITMENTS, ['@policy_area']),
    'sector': Metric(OF_COMMITMENTS, ['@sector']),
    'value': Metric(OF_COMMITMENTS, ['@value']),
    'relevance': Metric(OF_COMMITMENTS, ['yes', 'no']),
    'verifiability': Metric(OF_COMMITMENTS, ['yes', 'no']),
    'potential_impact': Metric(OF_COMMITMENTS, ['@potential_impact']),
    'resources': Metric(OF_COMMITMENTS, ['@resources_secured']),
    'co_creation': Metric(OF_PLANS, [*REQUIREMENTS, 'all_requirements', *PRACTICES,
                                     'all_practices']),
    'status': Metric(OF_MEMBERS, ['@status']),
    'status_by_quarter': Metric(OF_MEMBERS, ['@status'], 'at'),
    'transitions': Metric(OF_MEMBERS, [f'{a}>{b}' for a, b in PAIRS]),
    'dwell': Metric(OF_MEMBERS, ['active', 'inactive', 'inactive_voluntary', 'probation']),
    'timeliness': Metric(OF_MEMBERS, ['on_time', 'late', 'missing'], 'obligation',
                         ['first_plan', 'next_plan', 'inception_assessment',
                          'completion_assessment', 'learning_exercise']),
    'tracking': Metric(OF_MEMBERS, ['updated', 'progressed', 'silent']),
    'milestones': Metric(MEMBER + PLAN + COMMITMENT, ['@tracker_status']),
    'time_to_finish': Metric(OF_COMMITMENTS, ['']),
    'coverage': Metric(OF_PLANS, ['plans_with_inception', 'commitments_reviewed',
                                  'commitments_assessed', 'plans_with_learning']),
    'plans': Metric(OF_PLANS, ['']),
    'handbook_checks': Metric(OF_PLANS, [
        'commitments_at_once', 'commitment_too_short', 'commitment_outside_plan',
        'amended_too_late', 'plan_beyond_term', 'too_few_co_creation_meetings',
        'too_few_meetings_a_year', 'too_many_policy_areas', 'too_many_sectors']),
    'agreement': Metric(OF_MEMBERS, ['agrees', 'differs']),
}
NEEDS_REPLAY = ['status', 'status_by_quarter', 'transitions', 'dwell', 'timeliness', 'tracking',
                'agreement']


class Window:
    def __init__(self, start, end):
        self.start, self.end = start, end

    def previous(self, biennium):
        """The window before it (readings.md 39)."""
        if biennium:
            year = days.parts(self.start)[0] - 2
            return Window(days.number(year, 1, 1), days.number(year + 1, 12, 31))
        a, b = days.parts(self.start), days.parts(self.end + 1)
        if a[2] == 1 and b[2] == 1:
            months = (b[0] - a[0]) * 12 + b[1] - a[1]
            return Window(days.plus_months(self.start, -months), self.start - 1)
        return Window(self.start - (self.end - self.start + 1), self.start - 1)


def read(name):
    """The parts of a file of SQL, as (name, select): `name AS (` … `)` at the start of lines."""
    with open(os.path.join(FOLDER, name + '.sql'), encoding='utf-8') as file:
        text = file.read().rstrip() + ','
    return re.findall(r'^(\w+) AS \(\n(.*?)\),$(?=\n(?:--.*\n)*\w+ AS \(|\Z)', text,
                      re.MULTILINE | re.DOTALL)


class Keyed(dict):
    """Names for SQL templates: `{completion.complete}` is that code's number."""

    def __missing__(self, name):
        raise KeyError(name)


class CodeNumbers:
    def __init__(self, codes):
        self.codes = codes

    def __getattr__(self, name):
        return self.codes.index(name)


class Oracle:
    """The answers to requests about one dataset, by one engine."""

    def __init__(self, data, engine, stories):
        self.data, self.engine, self.stories = data, engine, stories

    # MARK: tables

    def table(self, request):
        """Header and rows of a request, cells as text."""
        metric = METRICS[request.metric]
        first = [metric.first] if metric.first else []
        header = first + request.by + self.columns(request)
        as_of = request.as_of if request.as_of is not None else self.data.last_day()
        if as_of is None:
            return header, []
        main = self.groups(request, request.window, as_of)
        others = {}
        if request.compare is not None:
            others = self.groups(request, request.compared(), as_of)
        out = []
        for key in sorted(set(main) | set(others), key=self.order(request)):
            for level in self.levels(request):
                cells = self.cells(request, main.get(key), others.get(key), level)
                out.append(self.words(request, key) + cells)
        return header, out

    def levels(self, request):
        names = []
        for level in METRICS[request.metric].levels:
            names += self.data.codes.lists[level[1:]] if level.startswith('@') else [level]
        if request.codable and request.metric in ('completion',):
            names.remove('no_evidence')
        return names

    def columns(self, request):
        note = ['note'] if request.min_cell is not None else []
        if request.metric == 'plans':
            return ['plans', 'joint', 'commitments', 'commitments_per_plan', 'median_days',
                    'members'] + note
        if request.metric == 'time_to_finish':
            return ['commitments', 'finished', 'p25_days', 'p50_days', 'p75_days'] + note
        if request.metric == 'dwell':
            return ['level', 'spells', 'ended', 'median_days', 'low', 'high'] + note
        columns = ['level', 'count', 'total', 'share', 'low', 'high']
        if request.compare is not None:
            columns += ['previous_count', 'previous_total', 'previous_share', 'difference',
                        'difference_low', 'difference_high']
        return columns + note

    def order(self, request):
        def place(key):
            out = [key[0]]
            for dimension, value in zip(request.by, key[1:]):
                if value is None:
                    out.append((1, 0))
                else:
                    out.append((0, value.encode() if isinstance(value, str) else value))
            return out
        return place

    def words(self, request, key):
        metric, out = METRICS[request.metric], []
        if metric.opened:
            out.append(metric.opened[key[0]])
        elif metric.first:
            out.append(days.text(key[0]))
        for dimension, value in zip(request.by, key[1:]):
            out.append(self.word(dimension, value))
        return out

    def word(self, dimension, value):
        if value is None:
            return 'unknown'
        if dimension == 'quarter':
            return f'{value // 4:04}-Q{value % 4 + 1}'
        words = WORDS.get(dimension)
        if words is None:
            return str(value)
        return (words if isinstance(words, list) else self.data.codes.lists[words])[value]

    def key_of(self, dimension, word):
        """The key that a word of `--where` names; nothing is `unknown`, -1 is no group."""
        if word == 'unknown':
            return None
        if dimension == 'quarter':
            return int(word[:4]) * 4 + int(word[6:]) - 1
        if dimension in ('year', 'biennium'):
            return int(word)
        words = WORDS.get(dimension)
        if words is None:
            return word
        return (words if isinstance(words, list) else self.data.codes.lists[words]).index(word)

    def cells(self, request, group, other, level):
        small = request.min_cell or 0
        if request.metric == 'plans':
            plans, joint, commitments, lengths, members = group
            shown = plans >= small
            cells = [str(plans), str(joint), str(commitments),
                     six(commitments / plans) if shown else '',
                     six(statistics.median(lengths)) if shown else '', str(members)]
            return cells + note(request, plans)
        if request.metric == 'time_to_finish':
            times = group.get(level, [])
            curve = intervals.KaplanMeier(times)
            found = [curve.quantile(p) if len(times) >= small else None
                     for p in ('1/4', '1/2', '3/4')]
            return [str(len(times)), str(sum(ended for _, ended in times)),
                    *map(whole, found)] + note(request, len(times))
        if request.metric == 'dwell':
            times = group.get(level, [])
            curve = intervals.KaplanMeier(times)
            found = [curve.quantile('1/2'), *curve.median_interval()]
            if len(times) < small:
                found = [None] * 3
            return [level, str(len(times)), str(sum(ended for _, ended in times)),
                    *map(whole, found)] + note(request, len(times))
        hits, total = (group or {}).get(level, (0, 0))
        cells = [level, str(hits), str(total)]
        if total < max(small, 1):
            cells += [''] * 3
        elif request.metric == 'transitions':
            years = total / 365.25
            cells += [six(hits / years), *(six(bound / years) for bound in cached_garwood(hits))]
        else:
            cells += [six(hits / total), *map(six, intervals.wilson(hits, total))]
        smallest = total
        if request.compare is not None:
            hits_then, total_then = (other or {}).get(level, (0, 0))
            smallest = min(total, total_then)
            cells += [str(hits_then), str(total_then)]
            cells.append('' if total_then < max(small, 1) else six(hits_then / total_then))
            if smallest < max(small, 1):
                cells += [''] * 3
            else:
                cells += map(six, intervals.newcombe(hits, total, hits_then, total_then))
        return cells + note(request, smallest)

    # MARK: counting

    def groups(self, request, window, as_of):
        """What SQL counts in each group: a dictionary by level, or what the metric needs."""
        start = -FAR if window.start is None else window.start
        end = FAR if window.end is None else window.end
        facts_end = min(as_of, end)
        last = as_of if request.metric in TO_THE_END else facts_end
        rules, codes = request.rules, self.data.codes.lists
        if request.metric in NEEDS_REPLAY:
            self.engine.tell(as_of, rules, self.stories)
        specificity = rules['star_min_specificity']
        names = Keyed({name: CodeNumbers(values) for name, values in codes.items()})
        names.update({
            'from': start, 'to': end, 'last': last, 'facts_end': facts_end, 'as_of': as_of,
            'codable': int(request.codable), 'has_meetings': int(self.data.has_meetings),
            'min_specificity': -1 if specificity is None
            else codes['specificity'].index(specificity),
            'min_impact': codes['potential_impact'].index(rules['star_min_impact']),
            'min_completion': codes['completion'].index(rules['star_min_completion'])})
        for count, most in enumerate(rules['max_commitments'], 1):
            names[f'max_{count}'] = most
        for name in ('inception_months', 'completion_months', 'learning_months',
                     'min_commitment_months', 'amendment_months', 'term_margin_months',
                     'co_creation_meetings', 'meetings_per_year'):
            names[name] = rules[name]
        base = self.biennium_base(request)
        keys = [self.key(dimension, index, base) for index, dimension in enumerate(request.by)]
        group = [f'g{index}' for index in range(len(keys))]
        select = ''.join(f', {key} AS g{index}' for index, (_, key) in enumerate(keys))
        joins = ' '.join(join for join, _ in keys)
        joins = self.shared(request.by) + joins
        where = ''.join(f' AND {self.kept(dimension, values, base)}'
                        for dimension, values in request.where)
        link = """
  SELECT i.opened, i.item, a.member FROM item i JOIN applies a ON a.commitment = i.commitment
  UNION ALL
  SELECT i.opened, i.item, x.member FROM item i JOIN plan_member x ON x.plan = i.plan
  WHERE i.commitment IS NULL
  UNION ALL
  SELECT i.opened, i.item, i.member FROM item i WHERE i.member IS NOT NULL"""
        keyed = f'SELECT DISTINCT i.opened, i.item{select} FROM item i {joins} WHERE 1 = 1{where}'
        facts, parts = (
            [(name, sql.format_map(names)) for name, sql in listed]
            for listed in (read('facts'),
                           read(request.metric) + [('link', link), ('keyed', keyed)]))
        listed = ', '.join(['k.opened', *(f'k.{name}' for name in group)])
        if request.metric == 'plans':
            final = (f'SELECT {listed}, k.item, p.members, p.ends_on - p.starts_on + 1, '
                     '(SELECT COUNT(*) FROM known_commitment c WHERE c.plan = k.item) '
                     'FROM keyed k JOIN plan p ON p.plan = k.item')
        elif request.metric in ('dwell', 'time_to_finish'):
            final = (f'SELECT {listed}, t.level, t.days, t.ended '
                     'FROM keyed k JOIN time t ON t.item = k.item')
        else:
            final = (f'SELECT {listed}, f.level, SUM(f.hit), SUM(f.base) FROM keyed k '
                     'LEFT JOIN fact f ON f.opened = k.opened AND f.item = k.item '
                     f'GROUP BY {listed}, f.level')
        rows = self.engine.query(facts, parts, final)
        return self.gathered(request, rows, 1 + len(group))

    def gathered(self, request, rows, width):
        out = {}
        for row in rows:
            key, rest = tuple(row[:width]), row[width:]
            if request.metric == 'plans':
                plan, listed, length, commitments = rest
                group = out.setdefault(key, [0, 0, 0, [], set()])
                group[0] += 1
                group[1] += listed > 1
                group[2] += commitments
                group[3].append(length)
                group[4] |= set(self.data.members_of_plan(plan))
            elif request.metric in ('dwell', 'time_to_finish'):
                out.setdefault(key, {}).setdefault(rest[0], []).append(rest[1:])
            else:
                group = out.setdefault(key, {})
                if rest[0] is not None:
                    group[rest[0]] = (int(rest[1]), int(rest[2]))
        if request.metric == 'plans':
            for group in out.values():
                group[4] = len(group[4])
        return out

    # MARK: dimensions

    def biennium_base(self, request):
        """The first year of the steps of `biennium` (readings.md 24, 39, 61)."""
        if request.window.start is not None:
            return days.parts(request.window.start)[0]
        joined = min((row['joined_on'] for row in self.data.tables['members']), default=None)
        return 0 if joined is None else days.parts(joined)[0]

    def shared(self, dimensions):
        """The joins that several dimensions use."""
        joins = ''
        if any(d in ('plan', 'plan_type', 'monitoring_body') for d in dimensions):
            joins += 'JOIN plan p ON p.plan = i.plan '
        if 'resources_secured' in dimensions:
            joins += 'JOIN commitment c ON c.commitment = i.commitment '
        if any(d in ('verifiable', 'potential_impact') for d in dimensions):
            joins += 'LEFT JOIN group_review lr ON lr.commitment = i.commitment '
        if 'requirements_met' in dimensions:
            joins += 'LEFT JOIN group_inception li ON li.plan = i.plan '
        return joins

    def key(self, dimension, index, base):
        """The join that a dimension needs beside the shared ones, and its key.

        Each dimension of members is joined for itself: an item belongs to groups of a dimension,
        and to every crossing of them.
        """
        if dimension in MEMBER:
            m, link = f'm{index}', f'l{index}'
            return (f'JOIN link {link} ON {link}.opened = i.opened AND {link}.item = i.item '
                    f'JOIN member {m} ON {m}.member = {link}.member', {
                        'member': f'{m}.id', 'country': f'{m}.country', 'region': f'{m}.region',
                        'kind': f'{m}.kind', 'cohort': f'{m}.cohort',
                        'population_band': f'CASE WHEN {m}.population IS NULL THEN NULL '
                        f'WHEN {m}.population < 50000 THEN 0 WHEN {m}.population < 250000 THEN 1 '
                        f'WHEN {m}.population < 1000000 THEN 2 '
                        f'WHEN {m}.population < 5000000 THEN 3 ELSE 4 END'}[dimension])
        if dimension in ('policy_area', 'sector', 'value'):
            name = f'x{index}'
            return (f'LEFT JOIN commitment_{dimension} {name} '
                    f'ON {name}.commitment = i.commitment', f'{name}.code')
        year = 'year_of(i.day)'
        return '', {
            'plan': 'p.id', 'plan_type': 'CASE WHEN p.members > 1 THEN 1 ELSE 0 END',
            'monitoring_body': 'p.monitoring_body', 'resources_secured': 'c.resources',
            'scope': 'CASE WHEN (SELECT COUNT(*) FROM applies s WHERE s.commitment = i.commitment)'
            ' > 1 THEN 1 ELSE 0 END',
            'verifiable': '1 - lr.verifiable', 'potential_impact': 'lr.impact',
            'requirements_met':
            'li.forum + li.regularity + li.multi_stakeholder + li.endorsement',
            'year': year, 'quarter': 'quarter_of(i.day)',
            'biennium': f'{year} - ((({year} - {base}) % 2) + 2) % 2',
        }[dimension]

    def kept(self, dimension, values, base):
        """The condition of `--where`: the item belongs to one of these groups."""
        join, key = self.key(dimension, 'w', base)
        keys = [self.key_of(dimension, value) for value in values]
        listed = ', '.join(f"'{k.replace(chr(39), chr(39) * 2)}'" if isinstance(k, str) else str(k)
                           for k in keys if k is not None)
        tests = ([f'{key} IN ({listed})'] if listed else []) + (
            [f'{key} IS NULL'] if None in keys else [])
        test = '(' + ' OR '.join(tests) + ')'
        if dimension in MEMBER:
            source = ('link JOIN member mw ON mw.member = link.member '
                      'WHERE link.opened = i.opened AND link.item = i.item AND ')
        elif dimension in ('policy_area', 'sector', 'value'):
            source = (f'(SELECT 1 AS one) o LEFT JOIN commitment_{dimension} xw '
                      'ON xw.commitment = i.commitment WHERE ')
        elif dimension in ('plan', 'plan_type', 'monitoring_body'):
            source = 'plan p WHERE p.plan = i.plan AND '
        elif dimension == 'resources_secured':
            source = 'commitment c WHERE c.commitment = i.commitment AND '
        elif dimension in ('verifiable', 'potential_impact'):
            source = ('(SELECT 1 AS one) o LEFT JOIN group_review lr '
                      'ON lr.commitment = i.commitment WHERE ')
        elif dimension == 'requirements_met':
            source = ('(SELECT 1 AS one) o LEFT JOIN group_inception li ON li.plan = i.plan '
                      'WHERE ')
        else:
            return test
        return f'EXISTS (SELECT 1 FROM {source}{test})'


def six(value):
    text = f'{value:.6f}'
    return '0.000000' if text == '-0.000000' else text


def whole(value):
    return '' if value is None else str(value)


def note(request, total):
    if request.min_cell is None:
        return []
    return ['small' if total < request.min_cell else '']


GARWOOD = {}


def cached_garwood(count):
    if count not in GARWOOD:
        GARWOOD[count] = intervals.garwood(count)
    return GARWOOD[count]
