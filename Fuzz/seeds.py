#!/usr/bin/env python3
"""seeds.py TARGET FOLDER: the inputs that a target begins with, from the cases of the tests."""
import json
import os
import sqlite3
import sys

target, folder = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
cases = os.path.join(here, '..', 'Tests', 'WarehouseTests', 'Cases')
tables = ['members', 'terms', 'plans', 'commitments', 'milestones', 'tracker', 'meetings',
          'inception_assessments', 'commitment_reviews', 'completion_assessments',
          'learning_exercises', 'events', 'codes', 'recorded_statuses']


def put(name, data):
    if len(data) <= 20_000:
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(data)


def read(*path):
    try:
        with open(os.path.join(cases, *path), 'rb') as file:
            return file.read()
    except (FileNotFoundError, IsADirectoryError):
        return b''


for case in sorted(os.listdir(cases)):
    if case.startswith('.'):
        continue
    if target == 'CSV':
        for table in tables:
            data = read(case, table + '.csv')
            if data:
                put(f'{case}-{table}', data)
    elif target == 'Dataset':
        parts = [read(case, table + '.csv').replace(b'\x1e', b'') for table in tables]
        if any(parts):
            put(case, b'\x1e'.join(parts))
    elif target == 'JSON':
        data = read(case, 'dataset.json')
        if data:
            put(case, data)
    elif target == 'SQLite':
        sql = read(case, 'data.sql')
        if sql:
            # Pages as small as can be: a mutation is more likely to hit something.
            path = os.path.join(folder, 'making')
            base = sqlite3.connect(path)
            base.execute('PRAGMA page_size=512')
            base.executescript(sql.decode())
            base.commit()
            base.close()
            with open(path, 'rb') as file:
                put(case, file.read())
            os.remove(path)

if target == 'Values':
    words = ['2021-02-28', '2020-02-29', ' 2021-01-01 ', '2021-02', '02/2021', '1899-12-31', '2199-12-31',
             '12', '007', '9223372036854775807', 'yes', 'sí', 'OUI', 'Datos abiertos', 'open_data;tax',
             'Mise en œuvre', 'd’actifs', 'mex', 'a;b', 'Parcial', 'access_to_information', 'x' * 129]
    for number, word in enumerate(words):
        put(str(number), word.encode())
if target == 'JSON':
    values = [{'a': [1, 2.5e3, None, True, {'b': ''}]}, '\u2028<é🏙', [], {}, -0.1, [[[[]]]]]
    for number, value in enumerate(values):
        put(str(number), json.dumps(value).encode())
        put(f'{number}-utf8', json.dumps(value, ensure_ascii=False, indent=1).encode())
