"""A dataset's CSV files, read from data.md and readings.md alone.

Valid data only: what is at fault is the program's business, not this reader's.
"""
import csv
import functools
import os
import unicodedata

import days

SCHEMA = {
    'members': 'member_id:id name:text country:country region:region kind:kind population:int '
               'joined_on:date cohort:text first_plan_due_on:date',
    'terms': 'member_id:id starts_on:date ends_on:date',
    'plans': 'plan_id:id member_ids:ids submitted_on:date starts_on:date ends_on:date '
             'monitoring_body:monitoring_body endorsements:int',
    'commitments': 'commitment_id:id plan_id:id title:text member_id:id submitted_on:date '
                   'starts_on:first ends_on:last withdrawn_on:date policy_areas:policy_area* '
                   'sectors:sector* values:value* resources_secured:resources_secured',
    'milestones': 'milestone_id:id commitment_id:id starts_on:first ends_on:last',
    'tracker': 'commitment_id:id milestone_id:id reported_on:date status:status_tracker '
               'progress:yes',
    'meetings': 'member_id:id plan_id:id held_on:date phase:phase government:yes '
                'non_government:yes',
    'inception_assessments': 'plan_id:id submitted_on:date forum:yes regularity:yes '
                             'multi_stakeholder:yes endorsement:yes process_transparency:answer '
                             'documentation_in_advance:answer awareness_raising:answer '
                             'inclusiveness:answer communication_channels:answer '
                             'record_keeping:answer feedback:answer collaboration:answer',
    'commitment_reviews': 'commitment_id:id submitted_on:date relevant:yes verifiable:yes '
                          'specificity:specificity potential_impact:potential_impact',
    'completion_assessments': 'commitment_id:id submitted_on:date completion:completion '
                              'early_results:early_results opened_information:early_results '
                              'opened_participation:early_results '
                              'opened_accountability:early_results',
    'learning_exercises': 'plan_id:id submitted_on:date',
    'events': 'member_id:id on:date kind:event until:date requirement:requirement',
    'recorded_statuses': 'member_id:id from_on:date status:status',
}
OWN = {'members': 'member_id', 'plans': 'plan_id', 'commitments': 'commitment_id',
       'milestones': 'milestone_id'}
YES = {'yes', 'true', '1', 'si', 'oui'}
NO = {'no', 'false', '0', 'non'}


@functools.lru_cache(maxsize=None)
def folded(text):
    """What labels are compared by: no case, no accents, no space around."""
    text = text.strip().replace('’', "'").replace('œ', 'oe').replace('Œ', 'oe')
    text = unicodedata.normalize('NFD', text)
    text = ''.join(c for c in text if not unicodedata.combining(c)).casefold()
    return unicodedata.normalize('NFC', text)


class Codes:
    """Code lists in order, with every label that names a code."""

    def __init__(self, taxonomy):
        self.lists, self.labels = {}, {}
        with open(taxonomy, encoding='utf-8') as file:
            for row in csv.DictReader(file):
                self.add(row['list'], row['code'],
                         [row['en'], row['es'], row['fr']] + row['aliases'].split('|'))

    def add(self, name, code, labels):
        codes = self.lists.setdefault(name, [])
        codes.append(code)
        for label in [code, *labels]:
            if label.strip():
                self.labels.setdefault(name, {})[folded(label)] = len(codes) - 1

    def number(self, name, text):
        return self.labels[name][folded(text)]


def delimiter(line):
    """The separator that stands most often in the header outside quotes."""
    counts, quoted = {',': 0, ';': 0, '\t': 0}, False
    for character in line:
        if character == '"':
            quoted = not quoted
        elif not quoted and character in counts:
            counts[character] += 1
    return max(counts, key=counts.get)


def records(path):
    """The rows of one file as dictionaries; lines with nothing on them are none."""
    with open(path, encoding='utf-8-sig', newline='') as file:
        text = file.read()
    line = text.split('\n', 1)[0]
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter(line), strict=True)
    header = [name.strip().lower() for name in next(rows)]
    for row in rows:
        if row:
            yield dict(zip(header, row))


class Dataset:
    """The tables as lists of tuples of numbers, in file order; ids became row numbers."""

    def __init__(self, folder, taxonomy):
        self.folder = folder
        self.codes = Codes(taxonomy)
        # The lists' names in taxonomy.csv that are not those of the columns.
        self.alias = {'status_tracker': 'tracker_status'}
        path = os.path.join(folder, 'codes.csv')
        if os.path.exists(path):
            for row in records(path):
                self.codes.add(row['list'].strip(), row['code'],
                               [row.get(lang) or '' for lang in ('en', 'es', 'fr')])
        self.ids = {}
        self.tables = {}
        for name in SCHEMA:
            self.tables[name] = self.read(name)
        self.complete()
        self.has_meetings = bool(self.tables['meetings'])

    def list_of(self, kind):
        return self.alias.get(kind, kind)

    def read(self, name):
        path = os.path.join(self.folder, name + '.csv')
        columns = [column.split(':') for column in SCHEMA[name].split()]
        if not os.path.exists(path):
            return []
        out = []
        for record in records(path):
            row = {}
            for column, kind in columns:
                row[column] = self.value(kind, record.get(column) or '')
            out.append(row)
        own = OWN.get(name)
        if own:
            self.ids[own] = {row[own]: index for index, row in enumerate(out)}
        return out

    def value(self, kind, cell):
        if kind == 'id' or kind == 'text':
            return cell if cell.strip() else None
        cell = cell.strip()
        if not cell:
            return None
        if kind == 'int':
            return int(cell)
        if kind == 'date':
            return days.day(cell)
        if kind in ('first', 'last'):
            return days.month_of_date(cell, kind == 'last')
        if kind == 'country':
            return cell.upper()
        if kind == 'ids':
            return [item.strip() for item in cell.split(';')]
        if kind == 'yes':
            return 1 if folded(cell) in YES else 0
        if kind == 'answer':
            if folded(cell) in YES | NO:
                return 0 if folded(cell) in YES else 2
            return self.codes.number('resources_secured', cell)
        if kind.endswith('*'):
            return sorted({self.codes.number(kind[:-1], item) for item in cell.split(';')})
        return self.codes.number(self.list_of(kind), cell)

    def complete(self):
        """Ids become row numbers, defaults of data.md are filled in."""
        ids, tables = self.ids, self.tables
        for name, rows in tables.items():
            for row in rows:
                for column in ('member_id', 'plan_id', 'commitment_id', 'milestone_id'):
                    if row.get(column) is not None and column != OWN.get(name):
                        row[column] = ids[column][row[column]]
        for row in tables['plans']:
            row['member_ids'] = [ids['member_id'][item] for item in row['member_ids']]
        for row in tables['commitments']:
            if row['submitted_on'] is None:
                row['submitted_on'] = tables['plans'][row['plan_id']]['submitted_on']
        for row in tables['members']:
            if row['cohort'] is None:
                row['cohort'] = str(days.parts(row['joined_on'])[0])

    def last_day(self):
        """The default as-of day, nothing where no table has such a day."""
        found = [row[column] for rows in self.tables.values() for row in rows
                 for column in ('joined_on', 'submitted_on', 'reported_on', 'held_on', 'on')
                 if column in row]
        return max(found, default=None)

    def members_of_plan(self, plan):
        return self.tables['plans'][plan]['member_ids']

    def applies_to(self, commitment):
        row = self.tables['commitments'][commitment]
        if row['member_id'] is not None:
            return [row['member_id']]
        return self.members_of_plan(row['plan_id'])
