"""DuckDB: everything in SQL, typed with enums, keys resolved to row numbers by joins."""

import duckdb

import schema
from harness import serve, spells_path

TYPES = {"id": "VARCHAR", "text": "VARCHAR", "date": "DATE", "bool": "BOOLEAN", "int": "INTEGER"}

READY = """
CREATE OR REPLACE TABLE settings AS SELECT max(d) AS today FROM ({days});
CREATE OR REPLACE TABLE member AS
  SELECT rowid::INTEGER AS m, region, coalesce(cohort, year(joined_on)::VARCHAR) AS cohort,
    joined_on FROM members;
CREATE OR REPLACE TABLE plan AS
  SELECT rowid::INTEGER AS p, submitted_on, starts_on, ends_on FROM plans;
CREATE OR REPLACE TABLE plan_member AS
  SELECT l.p, m.rowid::INTEGER AS m
  FROM (SELECT rowid::INTEGER AS p, unnest(string_split(member_ids, ';')) AS member_id FROM plans) l
  JOIN members m USING (member_id);
CREATE OR REPLACE TABLE commitment AS
  SELECT c.rowid::INTEGER AS c, p.rowid::INTEGER AS p, m.rowid::INTEGER AS m,
    coalesce(c.submitted_on, p.submitted_on) AS submitted_on, c.starts_on, c.ends_on,
    c.withdrawn_on, c.policy_areas, c.sectors
  FROM commitments c JOIN plans p USING (plan_id)
    LEFT JOIN members m ON m.member_id = c.member_id;
CREATE OR REPLACE TABLE commitment_member AS
  SELECT c, m FROM commitment WHERE m IS NOT NULL
  UNION ALL
  SELECT c.c, pm.m FROM commitment c JOIN plan_member pm USING (p) WHERE c.m IS NULL;
CREATE OR REPLACE TABLE commitment_area AS
  SELECT c, unnest(list_distinct(string_split(policy_areas, ';'))) AS area FROM commitment;
CREATE OR REPLACE TABLE commitment_sector AS
  SELECT c, unnest(list_distinct(string_split(sectors, ';'))) AS sector FROM commitment;
CREATE OR REPLACE TABLE milestone AS
  SELECT ms.rowid::INTEGER AS ms, c.rowid::INTEGER AS c, ms.starts_on, ms.ends_on
  FROM milestones ms JOIN commitments c USING (commitment_id);
CREATE OR REPLACE TABLE report AS
  SELECT t.rowid::INTEGER AS r, c.rowid::INTEGER AS c, ms.rowid::INTEGER AS ms,
    t.reported_on AS d, t.status, t.progress, t.evidence
  FROM tracker t JOIN commitments c USING (commitment_id)
    LEFT JOIN milestones ms ON ms.milestone_id = t.milestone_id;
CREATE OR REPLACE TABLE completion_of AS
  SELECT a.rowid::INTEGER AS r, c.rowid::INTEGER AS c, a.submitted_on AS d,
    a.* EXCLUDE (commitment_id, submitted_on)
  FROM completion_assessments a JOIN commitments c USING (commitment_id);
CREATE OR REPLACE TABLE review_of AS
  SELECT a.rowid::INTEGER AS r, c.rowid::INTEGER AS c, a.submitted_on AS d,
    a.* EXCLUDE (commitment_id, submitted_on)
  FROM commitment_reviews a JOIN commitments c USING (commitment_id);
CREATE OR REPLACE TABLE inception_of AS
  SELECT a.rowid::INTEGER AS r, p.rowid::INTEGER AS p, a.submitted_on AS d,
    a.* EXCLUDE (plan_id, submitted_on)
  FROM inception_assessments a JOIN plans p USING (plan_id);
CREATE OR REPLACE TABLE learning_of AS
  SELECT p.rowid::INTEGER AS p, a.submitted_on AS d
  FROM learning_exercises a JOIN plans p USING (plan_id);
CREATE OR REPLACE TABLE meeting AS
  SELECT m.rowid::INTEGER AS m, p.rowid::INTEGER AS p, t.held_on AS d, t.phase, t.government,
    t.non_government
  FROM meetings t JOIN members m USING (member_id) LEFT JOIN plans p ON p.plan_id = t.plan_id;
CREATE OR REPLACE TABLE term AS
  SELECT m.rowid::INTEGER AS m, t.starts_on, t.ends_on FROM terms t JOIN members m USING (member_id);
CREATE OR REPLACE TABLE event AS
  SELECT e.rowid::INTEGER AS r, m.rowid::INTEGER AS m, e."on" AS d, e.kind, e.until, e.requirement
  FROM events e JOIN members m USING (member_id);
CREATE OR REPLACE TABLE recorded AS
  SELECT m.rowid::INTEGER AS m, s.from_on, s.status
  FROM recorded_statuses s JOIN members m USING (member_id);
CREATE OR REPLACE TABLE excused AS
  SELECT m.rowid::INTEGER AS m, x."from" AS f, x."to" AS t
  FROM excused_spells x JOIN members m USING (member_id);
""".format(days=" UNION ALL ".join(f'SELECT max("{c}") AS d FROM {t}' for t, c in schema.DATED))

LATEST = """
CREATE OR REPLACE TEMP TABLE latest AS
  SELECT * FROM completion_of WHERE d <= (SELECT today FROM settings)
  QUALIFY row_number() OVER (PARTITION BY c ORDER BY d DESC, r DESC) = 1;
CREATE OR REPLACE TEMP TABLE commitment_region AS
  SELECT DISTINCT c, region FROM commitment_member JOIN member USING (m);
CREATE OR REPLACE TEMP TABLE commitment_cohort AS
  SELECT DISTINCT c, cohort FROM commitment_member JOIN member USING (m);
CREATE OR REPLACE TEMP TABLE latest_inception AS
  SELECT * FROM inception_of WHERE d <= (SELECT today FROM settings)
  QUALIFY row_number() OVER (PARTITION BY p ORDER BY d DESC, r DESC) = 1;
CREATE OR REPLACE TEMP TABLE finished AS
  SELECT c, min(d) AS d FROM report
  WHERE ms IS NULL AND status = 'finished' AND d <= (SELECT today FROM settings) GROUP BY c;
"""

COMPLETION = """
WITH grouped AS (
  SELECT {group}, count(*) AS total, {counts} FROM latest JOIN {groups} USING (c) GROUP BY {group})
UNPIVOT grouped ON {levels} INTO NAME level VALUE n
"""

QUARTER = "(year({0}) * 4 + quarter({0}) - 1)"


def quarter(day):
    return QUARTER.format(day)


TRACKING = f"""
WITH settings AS (SELECT today FROM settings),
finished_on AS (
  SELECT c, min(d) AS d FROM (
    SELECT c, d FROM finished
    UNION ALL
    SELECT c, d FROM completion_of
    WHERE completion = 'complete' AND d <= (SELECT today FROM settings)) GROUP BY c),
runs AS (
  SELECT c.c, greatest(c.submitted_on, p.submitted_on, c.starts_on, p.starts_on) AS f,
    least(p.ends_on, CASE WHEN c.withdrawn_on <= today THEN c.withdrawn_on - 1 END) AS t,
    x.d AS finished
  FROM commitment c JOIN plan p USING (p) LEFT JOIN finished_on x USING (c), settings),
quarters AS (
  SELECT c, unnest(range({quarter('f - 1')} + 1,
    least({quarter('t + 1')} - 1, coalesce({quarter('finished')}, 99999),
      {quarter('today + 1')} - 1) + 1)) AS q
  FROM runs, settings),
obligated AS (
  SELECT DISTINCT m, q FROM quarters JOIN commitment_member USING (c) JOIN member USING (m)
  WHERE q >= {quarter('joined_on - 1')} + 1),
judged AS (
  SELECT c, {quarter('d')} AS q,
    coalesce(progress, status IN ('in_progress', 'finished')
      AND CASE status WHEN 'finished' THEN 3 ELSE 2 END > coalesce(
        lag(CASE status WHEN 'not_started' THEN 0 WHEN 'in_progress' THEN 2 WHEN 'finished' THEN 3
          ELSE 1 END) OVER (PARTITION BY coalesce(ms, -1 - c) ORDER BY d, r), 0)) AS progressed
  FROM report WHERE d <= (SELECT today FROM settings)),
by_commitment AS (SELECT c, q, bool_or(progressed) AS progressed FROM judged GROUP BY c, q),
reported AS (
  SELECT m, q, bool_or(progressed) AS progressed
  FROM by_commitment JOIN commitment_member USING (c) GROUP BY m, q),
excused_quarters AS (
  SELECT DISTINCT m, unnest(range({quarter('f')}, {quarter('coalesce(t, today)')} + 1)) AS q
  FROM excused, settings)
SELECT o.q // 4 AS year, count(*) AS total, count(r.m) AS updated,
  count(*) FILTER (progressed) AS progressed, count(*) - count(r.m) AS silent
FROM obligated o LEFT JOIN reported r ON r.m = o.m AND r.q = o.q
WHERE NOT EXISTS (FROM excused_quarters x WHERE x.m = o.m AND x.q = o.q)
GROUP BY year
"""

TIMELINESS = f"""
WITH due AS (
  SELECT 'inception_assessment' AS obligation,
    p.submitted_on + INTERVAL {schema.INCEPTION_MONTHS} MONTH AS due, x.d AS done
  FROM plan p LEFT JOIN (SELECT p, min(d) AS d FROM inception_of
    WHERE d <= (SELECT today FROM settings) GROUP BY p) x USING (p), settings
  WHERE p.submitted_on <= today
  UNION ALL
  SELECT 'learning_exercise', p.ends_on + INTERVAL {schema.LEARNING_MONTHS} MONTH, x.d
  FROM plan p LEFT JOIN (SELECT p, min(d) AS d FROM learning_of
    WHERE d <= (SELECT today FROM settings) GROUP BY p) x USING (p), settings
  WHERE p.submitted_on <= today
  UNION ALL
  SELECT 'completion_assessment',
    least(p.ends_on, f.d) + INTERVAL {schema.COMPLETION_MONTHS} MONTH, x.d
  FROM commitment c JOIN plan p USING (p) LEFT JOIN finished f USING (c)
    LEFT JOIN (SELECT c, min(d) AS d FROM completion_of
      WHERE d <= (SELECT today FROM settings) GROUP BY c) x USING (c), settings
  WHERE c.submitted_on <= today AND (c.withdrawn_on IS NULL OR c.withdrawn_on > today))
SELECT obligation, CASE WHEN done IS NULL THEN 'missing' WHEN done <= due THEN 'on_time'
    ELSE 'late' END AS level, count(*) AS n,
  sum(count(*)) OVER (PARTITION BY obligation)::BIGINT AS total
FROM due, settings WHERE due < today GROUP BY obligation, level
"""


class DuckDB:
    def __init__(self, data, threads):
        self.data = data
        self.threads = threads
        self.results = {}

    def read(self):
        self.db = duckdb.connect(config={"threads": self.threads})
        enums = {}
        for table, columns in schema.TABLES.items():
            types = {}
            for column, kind in columns.items():
                codes = schema.codes(table, column) if kind == "code" else None
                if codes:
                    name = enums.setdefault(tuple(codes), f"code_{len(enums)}")
                    if name == f"code_{len(enums) - 1}":
                        self.db.execute(
                            f"CREATE TYPE IF NOT EXISTS {name} AS ENUM {tuple(codes)}")
                    types[column] = name
                else:
                    types[column] = TYPES.get(kind, "VARCHAR")
            months = [
                f"coalesce(try_cast({column} AS DATE), {'last_day' if kind == 'month_end' else ''}"
                f"(try_strptime({column}, ['%Y-%m', '%m/%Y'])::DATE)) AS {column}"
                for column, kind in columns.items() if kind.startswith("month")]
            replaced = f"REPLACE ({', '.join(months)})" if months else ""
            self.db.execute(
                f"CREATE TABLE {table} AS SELECT * {replaced}"
                f" FROM read_csv('{self.data}/{table}.csv', header = true, columns = {types})")
        self.db.execute(
            f"CREATE TABLE excused_spells AS FROM read_csv('{spells_path(self.data)}',"
            " header = true, columns = {'member_id': 'VARCHAR', 'from': 'DATE', 'to': 'DATE'})")

    def ready(self):
        self.db.execute(READY)

    def metrics(self):
        self.db.execute(LATEST)
        self.results["completion_region"] = self.completion("region", "commitment_region")
        self.results["completion_policy_area"] = self.completion("area", "commitment_area")
        self.results["policy_area_sector"] = self.db.execute("""
            WITH known AS (SELECT c FROM commitment, settings WHERE submitted_on <= today),
            totals AS (SELECT sector, count(*) AS total
              FROM commitment_sector JOIN known USING (c) GROUP BY sector)
            SELECT sector, area, count(*) AS n, total
            FROM known JOIN commitment_sector USING (c) JOIN commitment_area USING (c)
              JOIN totals USING (sector) GROUP BY sector, area, total""").fetchall()
        self.results["co_creation_cohort"] = self.co_creation()
        self.results["tracking_year"] = [
            (year, level, n, total)
            for year, total, *counts in self.db.execute(TRACKING).fetchall()
            for level, n in zip(["updated", "progressed", "silent"], counts)]
        self.results["early_results_region_cohort"] = self.early_results()
        self.results["timeliness"] = self.db.execute(TIMELINESS).fetchall()

    def completion(self, group, groups):
        counts = [f"count(*) FILTER (completion = '{c}') AS {c}" for c in schema.COMPLETION]
        counts.append("count(*) FILTER (completion IN ('substantial', 'complete')) AS substantial_or_complete")
        query = COMPLETION.format(
            group=group, groups=groups, counts=", ".join(counts),
            levels=", ".join(schema.COMPLETION + ["substantial_or_complete"]))
        return [(g, level, n, total) for g, total, level, n in self.db.execute(query).fetchall()]

    def co_creation(self):
        met = " AND ".join(schema.REQUIREMENTS)
        answered = " AND ".join(f"{p} IS NOT NULL" for p in schema.PRACTICES)
        done = " AND ".join(f"{p} = 'yes'" for p in schema.PRACTICES)
        counts = [f"count(*) FILTER ({r})" for r in schema.REQUIREMENTS + [met]]
        counts += [f"count(*) FILTER ({p} = 'yes'), count({p})" for p in schema.PRACTICES]
        counts += [f"count(*) FILTER ({done}), count(*) FILTER ({answered})"]
        rows = self.db.execute(f"""
            SELECT cohort, count(*), {", ".join(counts)} FROM latest_inception
            JOIN (SELECT DISTINCT p, cohort FROM plan_member JOIN member USING (m)) USING (p)
            GROUP BY cohort""").fetchall()
        answers = []
        for cohort, total, *numbers in rows:
            for level, n in zip(schema.REQUIREMENTS + ["all_requirements"], numbers):
                answers.append((cohort, level, n, total))
            pairs = zip(numbers[5::2], numbers[6::2])
            for level, (n, of) in zip(schema.PRACTICES + ["all_practices"], pairs):
                answers.append((cohort, level, n, of))
        return answers

    def early_results(self):
        return self.db.execute("""
            WITH items AS (
              SELECT opened, region, cohort, result FROM (
                UNPIVOT (SELECT c, early_results AS overall, opened_information AS information,
                  opened_participation AS participation, opened_accountability AS accountability
                  FROM latest)
                ON overall, information, participation, accountability
                INTO NAME opened VALUE result)
              JOIN commitment_region USING (c) JOIN commitment_cohort USING (c)),
            counts AS (
              SELECT opened, region, cohort, result::VARCHAR AS level, count(*) AS n FROM items
              GROUP BY ALL
              UNION ALL
              SELECT opened, region, cohort, 'major_or_outstanding', count(*) FROM items
              WHERE result IN ('major', 'outstanding') GROUP BY ALL)
            SELECT opened, region, cohort, level, n, total
            FROM counts JOIN (SELECT opened, region, cohort, count(*) AS total FROM items
              GROUP BY ALL) USING (opened, region, cohort)""").fetchall()

    def answers(self):
        header = {"early_results_region_cohort": ["opened", "region", "cohort"]}
        return {
            name: (header.get(name, ["group"]) + ["level", "count", "total"],
                   [row for row in rows if row[-2]])
            for name, rows in self.results.items()}


serve(DuckDB)
