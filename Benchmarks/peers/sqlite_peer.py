"""SQLite through Python's sqlite3: typed tables, integer keys, metrics in SQL.

Days are whole numbers (Julian days), so that quarters and months are arithmetic on a calendar
table; that is quicker than text dates in every query.
"""

import csv
import datetime
import sqlite3

import schema
from harness import serve, spells_path

EPOCH = datetime.date(1970, 1, 1).toordinal()
TYPES = {"int": "INTEGER", "bool": "INTEGER", "date": "INTEGER"}


def day(text):
    return datetime.date.fromisoformat(text).toordinal() - EPOCH if text else None


def month(text, is_end):
    if len(text) == 10:
        return day(text)
    year, number = (text[3:], text[:2]) if text[2] == "/" else (text[:4], text[5:])
    year, number = int(year), int(number)
    first = datetime.date(year, number, 1).toordinal() - EPOCH
    if not is_end:
        return first
    return datetime.date(year + number // 12, number % 12 + 1, 1).toordinal() - EPOCH - 1


DAYS = {}


def known_day(text):
    """Days stand many times in a file; each is read once."""
    number = DAYS.get(text)
    if number is None:
        number = DAYS[text] = day(text)
    return number


CONVERT = {
    "date": lambda text: known_day(text) if text else None,
    "month_start": lambda text: month(text, False),
    "month_end": lambda text: month(text, True),
    "bool": {"yes": 1, "no": 0, "": None}.get,
    "int": lambda text: int(text) if text else None,
}

READY = """
CREATE TABLE calendar (day INTEGER PRIMARY KEY, quarter INTEGER, month INTEGER, place INTEGER);
CREATE TABLE months (month INTEGER PRIMARY KEY, first INTEGER, length INTEGER);
CREATE TABLE quarters (q INTEGER PRIMARY KEY);
CREATE UNIQUE INDEX member_by_id ON members (member_id);
CREATE UNIQUE INDEX plan_by_id ON plans (plan_id);
CREATE UNIQUE INDEX commitment_by_id ON commitments (commitment_id);
CREATE UNIQUE INDEX milestone_by_id ON milestones (milestone_id);
CREATE TABLE settings AS SELECT max(d) AS today FROM ({days});
CREATE TABLE plan_member AS
  WITH RECURSIVE parts (p, id, rest) AS (
    SELECT rowid, NULL, member_ids || ';' FROM plans
    UNION ALL
    SELECT p, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
    FROM parts WHERE rest <> '')
  SELECT p, m.rowid AS m FROM parts JOIN members m ON m.member_id = id;
CREATE TABLE commitment AS
  SELECT c.rowid AS c, p.rowid AS p, m.rowid AS m,
    coalesce(c.submitted_on, p.submitted_on) AS submitted_on, c.starts_on, c.withdrawn_on
  FROM commitments c JOIN plans p USING (plan_id) LEFT JOIN members m ON m.member_id = c.member_id;
CREATE TABLE commitment_member AS
  SELECT c, m FROM commitment WHERE m IS NOT NULL
  UNION ALL
  SELECT c.c, pm.m FROM commitment c JOIN plan_member pm USING (p) WHERE c.m IS NULL;
CREATE TABLE commitment_area AS
  WITH RECURSIVE parts (c, area, rest) AS (
    SELECT rowid, NULL, policy_areas || ';' FROM commitments
    UNION ALL
    SELECT c, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
    FROM parts WHERE rest <> '')
  SELECT DISTINCT c, area FROM parts WHERE area IS NOT NULL;
CREATE TABLE commitment_sector AS
  WITH RECURSIVE parts (c, sector, rest) AS (
    SELECT rowid, NULL, sectors || ';' FROM commitments
    UNION ALL
    SELECT c, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
    FROM parts WHERE rest <> '')
  SELECT DISTINCT c, sector FROM parts WHERE sector IS NOT NULL;
CREATE TABLE report AS
  SELECT t.rowid AS r, c.rowid AS c, ms.rowid AS ms, t.reported_on AS d, t.status, t.progress
  FROM tracker t JOIN commitments c USING (commitment_id)
    LEFT JOIN milestones ms ON ms.milestone_id = t.milestone_id;
CREATE TABLE completion_of AS
  SELECT a.rowid AS r, c.rowid AS c, a.submitted_on AS d, a.*
  FROM completion_assessments a JOIN commitments c USING (commitment_id);
CREATE TABLE inception_of AS
  SELECT a.rowid AS r, p.rowid AS p, a.submitted_on AS d, a.*
  FROM inception_assessments a JOIN plans p USING (plan_id);
CREATE TABLE learning_of AS
  SELECT p.rowid AS p, a.submitted_on AS d FROM learning_exercises a JOIN plans p USING (plan_id);
CREATE TABLE member AS
  SELECT members.rowid AS m, region,
    coalesce(cohort, CAST(strftime('%Y', joined_on * 86400, 'unixepoch') AS TEXT)) AS cohort,
    joined_on FROM members;
CREATE TABLE excused AS
  SELECT m.rowid AS m, x."from" AS f, x."to" AS t
  FROM excused_spells x JOIN members m USING (member_id);
CREATE INDEX members_of ON commitment_member (c, m);
CREATE INDEX areas_of ON commitment_area (c, area);
CREATE INDEX sectors_of ON commitment_sector (c, sector);
CREATE INDEX members_of_plan ON plan_member (p, m);
ANALYZE;
""".format(days=" UNION ALL ".join(f'SELECT max("{c}") AS d FROM {t}' for t, c in schema.DATED))

LATEST = """
DROP TABLE IF EXISTS latest;
DROP TABLE IF EXISTS latest_inception;
DROP TABLE IF EXISTS finished;
CREATE TEMP TABLE latest AS
  SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY c ORDER BY d DESC, r DESC) AS place
    FROM completion_of, settings WHERE d <= today) WHERE place = 1;
CREATE TEMP TABLE latest_inception AS
  SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY p ORDER BY d DESC, r DESC) AS place
    FROM inception_of, settings WHERE d <= today) WHERE place = 1;
CREATE TEMP TABLE finished (c INTEGER PRIMARY KEY, d INTEGER);
INSERT INTO finished
  SELECT c, min(d) FROM report, settings
  WHERE ms IS NULL AND status = 'finished' AND d <= today GROUP BY c;
"""

TRACKING = """
WITH finished_on AS (
  SELECT c, min(d) AS d FROM (
    SELECT c, d FROM finished
    UNION ALL
    SELECT c, d FROM completion_of, settings WHERE completion = 'complete' AND d <= today)
  GROUP BY c),
runs AS (
  SELECT c.c, max(c.submitted_on, p.submitted_on, c.starts_on, p.starts_on) AS f,
    CASE WHEN c.withdrawn_on <= today THEN min(p.ends_on, c.withdrawn_on - 1) ELSE p.ends_on END
      AS t,
    x.d AS finished, today
  FROM commitment c JOIN plans p ON p.rowid = c.p LEFT JOIN finished_on x ON x.c = c.c, settings),
spans AS (
  SELECT r.c, a.quarter + 1 AS first,
    min(b.quarter - 1, coalesce(x.quarter, 99999), l.quarter - 1) AS last
  FROM runs r JOIN calendar a ON a.day = f - 1 JOIN calendar b ON b.day = t + 1
    JOIN calendar l ON l.day = today + 1 LEFT JOIN calendar x ON x.day = finished),
obligated AS (
  SELECT DISTINCT cm.m, q FROM spans JOIN quarters ON q BETWEEN first AND last
    JOIN commitment_member cm USING (c) JOIN member ON member.m = cm.m
    JOIN calendar j ON j.day = joined_on - 1
  WHERE q > j.quarter),
judged AS (
  SELECT c, k.quarter AS q,
    coalesce(progress, rank >= 2 AND rank > coalesce(
      lag(rank) OVER (PARTITION BY coalesce(ms, -c) ORDER BY d, r), 0)) AS progressed
  FROM (SELECT *, CASE status WHEN 'not_started' THEN 0 WHEN 'in_progress' THEN 2
      WHEN 'finished' THEN 3 ELSE 1 END AS rank FROM report, settings WHERE d <= today)
    JOIN calendar k ON k.day = d),
reported AS (
  SELECT m, q, max(progressed) AS progressed
  FROM (SELECT c, q, max(progressed) AS progressed FROM judged GROUP BY c, q)
    JOIN commitment_member USING (c) GROUP BY m, q),
excused_quarters AS (
  SELECT DISTINCT e.m, q FROM excused e, settings JOIN calendar a ON a.day = f
    JOIN calendar b ON b.day = coalesce(t, today) JOIN quarters ON q BETWEEN a.quarter AND b.quarter)
SELECT o.q / 4 AS year, count(*) AS total, count(r.m) AS updated,
  coalesce(sum(progressed), 0) AS progressed, count(*) - count(r.m) AS silent
FROM obligated o LEFT JOIN reported r ON r.m = o.m AND r.q = o.q
WHERE (o.m, o.q) NOT IN (SELECT m, q FROM excused_quarters)
GROUP BY year
"""

TIMELINESS = """
WITH inceptions AS (SELECT p, min(d) AS d FROM inception_of, settings WHERE d <= today GROUP BY p),
learnings AS (SELECT p, min(d) AS d FROM learning_of, settings WHERE d <= today GROUP BY p),
completions AS (SELECT c, min(d) AS d FROM completion_of, settings WHERE d <= today GROUP BY c),
obligations AS (
  SELECT 'inception_assessment' AS obligation, p.submitted_on AS since, {inception} AS months,
    x.d AS done
  FROM plans p LEFT JOIN inceptions x ON x.p = p.rowid, settings WHERE p.submitted_on <= today
  UNION ALL
  SELECT 'learning_exercise', p.ends_on, {learning}, x.d
  FROM plans p LEFT JOIN learnings x ON x.p = p.rowid, settings WHERE p.submitted_on <= today
  UNION ALL
  SELECT 'completion_assessment', coalesce(min(p.ends_on, f.d), p.ends_on), {completion}, x.d
  FROM commitment c JOIN plans p ON p.rowid = c.p LEFT JOIN finished f ON f.c = c.c
    LEFT JOIN completions x ON x.c = c.c, settings
  WHERE c.submitted_on <= today AND (c.withdrawn_on IS NULL OR c.withdrawn_on > today)),
due AS (
  SELECT obligation, done, n.first + min(k.place, n.length - 1) AS due
  FROM obligations JOIN calendar k ON k.day = since JOIN months n ON n.month = k.month + months),
counts AS (
  SELECT obligation, CASE WHEN done IS NULL THEN 'missing' WHEN done <= due THEN 'on_time'
    ELSE 'late' END AS level, count(*) AS n
  FROM due, settings WHERE due < today GROUP BY 1, 2)
SELECT obligation, level, n, sum(n) OVER (PARTITION BY obligation) FROM counts
""".format(
    inception=schema.INCEPTION_MONTHS, learning=schema.LEARNING_MONTHS,
    completion=schema.COMPLETION_MONTHS)


class SQLite:
    def __init__(self, data, threads):
        self.data = data
        self.results = {}

    def read(self):
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.executescript("PRAGMA cache_size = -1000000; PRAGMA temp_store = memory;")
        self.db.execute("BEGIN")
        files = {table: f"{self.data}/{table}.csv" for table in schema.TABLES}
        tables = dict(schema.TABLES)
        tables["excused_spells"] = {"member_id": "id", "from": "date", "to": "date"}
        files["excused_spells"] = spells_path(self.data)
        for table, columns in tables.items():
            self.db.execute(self.create(table, columns))
            converters = [(k, CONVERT[kind]) for k, kind in enumerate(columns.values())
                          if kind in CONVERT]
            with open(files[table], newline="", encoding="utf-8") as file:
                reader = csv.reader(file)
                next(reader)
                self.db.executemany(
                    f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})",
                    self.typed(reader, converters))
        self.db.execute("COMMIT")

    @staticmethod
    def create(table, columns):
        typed = ", ".join(
            f'"{c}" {"INTEGER" if kind.startswith("month") else TYPES.get(kind, "TEXT")}'
            for c, kind in columns.items())
        return f"CREATE TABLE {table} ({typed})"

    @staticmethod
    def typed(reader, converters):
        for row in reader:
            for place, convert in converters:
                row[place] = convert(row[place])
            yield [cell if cell != "" else None for cell in row]

    def ready(self):
        self.db.executescript(READY)
        first = datetime.date(2000, 1, 1)
        self.db.execute("BEGIN")
        for offset in range(45 * 366):
            now = first + datetime.timedelta(offset)
            self.db.execute(
                "INSERT INTO calendar VALUES (?, ?, ?, ?)",
                (now.toordinal() - EPOCH, now.year * 4 + (now.month - 1) // 3,
                 now.year * 12 + now.month - 1, now.day - 1))
        self.db.execute("COMMIT")
        self.db.executescript("""
            INSERT INTO months SELECT month, min(day), count(*) FROM calendar GROUP BY month;
            INSERT INTO quarters SELECT DISTINCT quarter FROM calendar;""")

    def metrics(self):
        self.db.executescript(LATEST)
        query = self.db.execute
        regions = "(SELECT DISTINCT c, region FROM commitment_member JOIN member USING (m))"
        self.results["completion_region"] = self.completion("region", regions)
        self.results["completion_policy_area"] = self.completion("area", "commitment_area")
        self.results["policy_area_sector"] = query("""
            WITH known AS (SELECT c FROM commitment, settings WHERE submitted_on <= today),
            totals AS (SELECT sector, count(*) AS total
              FROM known JOIN commitment_sector USING (c) GROUP BY sector)
            SELECT sector, area, count(*), total
            FROM known JOIN commitment_sector USING (c) JOIN commitment_area USING (c)
              JOIN totals USING (sector) GROUP BY sector, area""").fetchall()
        self.results["co_creation_cohort"] = self.co_creation()
        self.results["tracking_year"] = [
            (year, level, n, total)
            for year, total, *counts in query(TRACKING).fetchall()
            for level, n in zip(["updated", "progressed", "silent"], counts)]
        self.results["early_results_region_cohort"] = self.early_results()
        self.results["timeliness"] = query(TIMELINESS).fetchall()

    def completion(self, group, groups):
        counts = [f"sum(completion = '{code}')" for code in schema.COMPLETION]
        counts.append("sum(completion IN ('substantial', 'complete'))")
        levels = schema.COMPLETION + ["substantial_or_complete"]
        return [
            (g, level, n, total)
            for g, total, *numbers in self.db.execute(
                f"SELECT {group}, count(*), {', '.join(counts)} FROM latest JOIN {groups} USING (c)"
                f" GROUP BY {group}")
            for level, n in zip(levels, numbers)]

    def co_creation(self):
        met = " AND ".join(schema.REQUIREMENTS)
        answered = " AND ".join(f"{p} IS NOT NULL" for p in schema.PRACTICES)
        done = " AND ".join(f"{p} IS 'yes'" for p in schema.PRACTICES)
        counts = [f"sum({r}), count(*)" for r in schema.REQUIREMENTS + [met]]
        counts += [f"sum({p} IS 'yes'), count({p})" for p in schema.PRACTICES]
        counts += [f"sum({done}), sum({answered})"]
        levels = schema.REQUIREMENTS + ["all_requirements"] + schema.PRACTICES + ["all_practices"]
        return [
            (cohort, level, n, total)
            for cohort, *numbers in self.db.execute(
                f"SELECT cohort, {', '.join(counts)} FROM latest_inception"
                " JOIN (SELECT DISTINCT p, cohort FROM plan_member JOIN member USING (m))"
                " USING (p) GROUP BY cohort")
            for level, n, total in zip(levels, numbers[::2], numbers[1::2])]

    def early_results(self):
        columns = {
            "overall": "early_results", "information": "opened_information",
            "participation": "opened_participation", "accountability": "opened_accountability"}
        items = " UNION ALL ".join(
            f"SELECT '{opened}' AS opened, c, {column} AS result FROM latest"
            f" WHERE {column} IS NOT NULL" for opened, column in columns.items())
        counts = [f"sum(result = '{code}')" for code in schema.RESULTS]
        counts.append("sum(result IN ('major', 'outstanding'))")
        levels = schema.RESULTS + ["major_or_outstanding"]
        return [
            (opened, region, cohort, level, n, total)
            for opened, region, cohort, total, *numbers in self.db.execute(f"""
                WITH items AS ({items}),
                regions AS (SELECT DISTINCT c, region FROM commitment_member JOIN member USING (m)),
                cohorts AS (SELECT DISTINCT c, cohort FROM commitment_member JOIN member USING (m))
                SELECT opened, region, cohort, count(*), {', '.join(counts)}
                FROM items JOIN regions USING (c) JOIN cohorts USING (c) GROUP BY 1, 2, 3""")
            for level, n in zip(levels, numbers)]

    def answers(self):
        header = {"early_results_region_cohort": ["opened", "region", "cohort"]}
        return {
            name: (header.get(name, ["group"]) + ["level", "count", "total"],
                   [row for row in rows if row[-2]])
            for name, rows in self.results.items()}


serve(SQLite)
