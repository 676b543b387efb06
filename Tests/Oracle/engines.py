"""One dataset in SQLite and in DuckDB, under the same table and function names."""
import datetime
import sqlite3

import days
import replay

FAR = 10_000_000  # later than any day
EPOCH = datetime.date(1970, 1, 1).toordinal()

TABLES = {
    'member': 'member joined_on region kind population country:text cohort:text id:text',
    'plan': 'plan submitted_on starts_on ends_on monitoring_body members id:text',
    'plan_member': 'plan member',
    'commitment': 'commitment plan submitted_on starts_on ends_on withdrawn_on resources',
    'applies': 'commitment member',
    'commitment_policy_area': 'commitment code',
    'commitment_sector': 'commitment code',
    'commitment_value': 'commitment code',
    'milestone': 'milestone commitment starts_on ends_on',
    'report': 'ord commitment milestone reported_on status progress',
    'meeting': 'ord member plan held_on phase government non_government',
    'inception': 'ord plan submitted_on forum regularity multi_stakeholder endorsement '
                 'process_transparency documentation_in_advance awareness_raising inclusiveness '
                 'communication_channels record_keeping feedback collaboration',
    'review': 'ord commitment submitted_on relevant verifiable specificity impact',
    'completion': 'ord commitment submitted_on level early information participation '
                  'accountability',
    'learning': 'plan submitted_on',
    'term': 'member starts_on ends_on',
    'recorded': 'ord member from_on status',
    'code': 'list:text code name:text',
    'quarter': 'quarter first_on last_on',
    'number': 'n',
    'transition': 'before after name:text',
}
STORY = {
    'spell': 'spell member from_on to_on status is_open',
    'judged': 'judged member kind:text due_on later_on',
}
PAIRS = [(a, b) for a, names in (
    ('active', 'inactive inactive_voluntary probation withdrawn'),
    ('inactive', 'active inactive_voluntary probation withdrawn'),
    ('inactive_voluntary', 'active probation withdrawn'),
    ('probation', 'active revoked withdrawn')) for b in names.split()]


def rows_of(data):
    """The rows of every table of TABLES."""
    tables, out = data.tables, {name: [] for name in TABLES}

    def each(name, into, *columns, order=False):
        for index, row in enumerate(tables[name]):
            cells = [row[column] for column in columns]
            out[into].append([index, *cells] if order else cells)

    each('members', 'member', 'joined_on', 'region', 'kind', 'population', 'country', 'cohort',
         'member_id', order=True)
    for index, row in enumerate(tables['plans']):
        out['plan'].append([index, row['submitted_on'], row['starts_on'], row['ends_on'],
                            row['monitoring_body'], len(row['member_ids']), row['plan_id']])
        out['plan_member'] += [[index, member] for member in row['member_ids']]
    each('commitments', 'commitment', 'plan_id', 'submitted_on', 'starts_on', 'ends_on',
         'withdrawn_on', 'resources_secured', order=True)
    for index, row in enumerate(tables['commitments']):
        out['applies'] += [[index, member] for member in data.applies_to(index)]
        for column in ('policy_area', 'sector', 'value'):
            codes = row[{'policy_area': 'policy_areas'}.get(column, column + 's')] or []
            out['commitment_' + column] += [[index, code] for code in codes]
    each('milestones', 'milestone', 'commitment_id', 'starts_on', 'ends_on', order=True)
    each('tracker', 'report', 'commitment_id', 'milestone_id', 'reported_on', 'status',
         'progress', order=True)
    each('meetings', 'meeting', 'member_id', 'plan_id', 'held_on', 'phase', 'government',
         'non_government', order=True)
    each('inception_assessments', 'inception', 'plan_id',
         *TABLES['inception'].split()[2:], order=True)
    each('commitment_reviews', 'review', 'commitment_id', 'submitted_on', 'relevant',
         'verifiable', 'specificity', 'potential_impact', order=True)
    each('completion_assessments', 'completion', 'commitment_id', 'submitted_on', 'completion',
         'early_results', 'opened_information', 'opened_participation', 'opened_accountability',
         order=True)
    each('learning_exercises', 'learning', 'plan_id', 'submitted_on')
    each('terms', 'term', 'member_id', 'starts_on', 'ends_on')
    each('recorded_statuses', 'recorded', 'member_id', 'from_on', 'status', order=True)
    for name, codes in data.codes.lists.items():
        out['code'] += [[name, index, code] for index, code in enumerate(codes)]
    first = min((row['joined_on'] for row in tables['members']), default=None)
    last = data.last_day()
    if first is not None and last is not None:
        for quarter in range(days.quarter(first), days.quarter(last) + 200):  # 50 years more
            out['quarter'].append([quarter, days.quarter_start(quarter),
                                   days.quarter_start(quarter + 1) - 1])
    out['number'] = [[n] for n in range(400)]
    status = replay.STATUSES.index
    out['transition'] = [[status(a), status(b), f'{a}>{b}'] for a, b in PAIRS]
    return out


def story_of(data, last, rules):
    """The rows of STORY: what the replay makes of the data up to a day."""
    spells, judged = [], []
    for member, story in enumerate(replay.replay(data, last, rules)):
        if story is None:
            continue
        for status, start, end, _ in story.spells:
            spells.append([len(spells), member, start, FAR if end is None else end,
                           replay.STATUSES.index(status), int(end is None)])
        for kind, due, _, _, later in story.judged:
            judged.append([len(judged), member, kind, due, later])
    return {'spell': spells, 'judged': judged}


def declared(columns):
    return [(name.split(':')[0], 'TEXT' if name.endswith(':text') else 'INTEGER')
            for name in columns.split()]


def literal(cell):
    if cell is None:
        return 'NULL'
    return "'" + cell.replace("'", "''") + "'" if isinstance(cell, str) else str(cell)


class Engine:
    """What both have in common: tables are laid once, stories as they are asked for."""

    def __init__(self, data):
        for name, rows in rows_of(data).items():
            self.lay(name, declared(TABLES[name]), rows)
        self.data, self.told, self.stories = data, None, {}

    def tell(self, last, rules, stories):
        """Lays the replay's tables for an as-of day and a rule set."""
        key = (last, repr(sorted(rules.items())))
        if self.told != key:
            if key not in stories:
                stories[key] = story_of(self.data, last, rules)
            for name, rows in stories[key].items():
                self.lay(name, declared(STORY[name]), rows)
            self.told = key


class SQLite(Engine):
    name = 'sqlite'

    def __init__(self, data):
        self.connection = sqlite3.connect(':memory:')
        make = self.connection.create_function
        make('plus_months', 2, lambda day, n: None if day is None else days.plus_months(day, n),
             deterministic=True)
        make('year_of', 1, lambda day: None if day is None else days.parts(day)[0],
             deterministic=True)
        make('quarter_of', 1, lambda day: None if day is None else days.quarter(day),
             deterministic=True)
        make('least', -1, lambda *v: min((x for x in v if x is not None), default=None),
             deterministic=True)
        make('greatest', -1, lambda *v: max((x for x in v if x is not None), default=None),
             deterministic=True)
        super().__init__(data)

    def lay(self, name, columns, rows):
        run = self.connection
        run.execute(f'DROP TABLE IF EXISTS {name}')
        run.execute(f'CREATE TABLE {name} ({", ".join(" ".join(c) for c in columns)})')
        run.executemany(f'INSERT INTO {name} VALUES ({", ".join("?" * len(columns))})', rows)
        for column, _ in columns:
            if column in ('member', 'plan', 'commitment', 'milestone'):
                run.execute(f'CREATE INDEX {name}_{column} ON {name} ({column})')

    def query(self, facts, parts, final):
        """Lays each part as a table with indexes: SQLite would else join it without one."""
        run, text = self.connection, repr(facts)
        if text != self.laid:
            for name, select in facts:
                self.lay_part(name, select)
            self.laid = text
        try:
            for name, select in parts:
                self.lay_part(name, select)
            return run.execute(final).fetchall()
        finally:
            for name, _ in parts:
                run.execute(f'DROP TABLE IF EXISTS temp.{name}')

    laid = None

    def lay_part(self, name, select):
        run = self.connection
        run.execute(f'DROP TABLE IF EXISTS temp.{name}')
        run.execute(f'CREATE TEMP TABLE {name} AS {select}')
        for row in run.execute(f'PRAGMA temp.table_info({name})').fetchall():
            if row[1] in ('item', 'member', 'plan', 'commitment', 'milestone'):
                run.execute(f'CREATE INDEX temp.{name}_{row[1]} ON {name} ({row[1]})')


class DuckDB(Engine):
    name = 'duckdb'

    def __init__(self, data):
        import duckdb
        self.connection = duckdb.connect(':memory:')
        self.connection.execute('SET threads = 1')
        date = f"(DATE '1970-01-01' + CAST(d - {EPOCH} AS INTEGER))"
        for macro in (
                f"plus_months(d, n) AS date_diff('day', DATE '1970-01-01', "
                f"CAST({date} + to_months(CAST(n AS INTEGER)) AS DATE)) + {EPOCH}",
                f'year_of(d) AS year({date})',
                f'quarter_of(d) AS year({date}) * 4 + quarter({date}) - 1'):
            self.connection.execute(f'CREATE MACRO {macro}')
        super().__init__(data)

    def lay(self, name, columns, rows):
        run = self.connection
        run.execute(f'DROP TABLE IF EXISTS {name}')
        run.execute(f'CREATE TABLE {name} ({", ".join(" ".join(c) for c in columns)})')
        if not rows:
            return
        for start in range(0, len(rows), 1000):
            some = [f'({", ".join(map(literal, row))})' for row in rows[start:start + 1000]]
            run.execute(f'INSERT INTO {name} VALUES {", ".join(some)}')

    def query(self, facts, parts, final):
        parts = ',\n'.join(f'{name} AS ({select})' for name, select in facts + parts)
        return self.connection.execute(f'WITH {parts}\n{final}').fetchall()


ENGINES = {'sqlite': SQLite, 'duckdb': DuckDB}
