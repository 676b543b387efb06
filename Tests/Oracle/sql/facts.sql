-- What is known on the facts' last day {last}: the latest assessments, the day that a commitment
-- finished.
-- Of two rows on one day the one further down the file is the later.
latest_completion AS (
  SELECT * FROM (
    SELECT c.*, ROW_NUMBER() OVER (
      PARTITION BY commitment ORDER BY submitted_on DESC, ord DESC) AS age
    FROM completion c WHERE submitted_on <= {last}) x
  WHERE age = 1),
latest_review AS (
  SELECT * FROM (
    SELECT r.*, ROW_NUMBER() OVER (
      PARTITION BY commitment ORDER BY submitted_on DESC, ord DESC) AS age
    FROM review r WHERE submitted_on <= {last}) x
  WHERE age = 1),
latest_inception AS (
  SELECT * FROM (
    SELECT a.*, ROW_NUMBER() OVER (
      PARTITION BY plan ORDER BY submitted_on DESC, ord DESC) AS age
    FROM inception a WHERE submitted_on <= {last}) x
  WHERE age = 1),
-- What commitments and plans are grouped by, always up to min(T, to) (readings.md 29).
group_review AS (
  SELECT * FROM (
    SELECT r.*, ROW_NUMBER() OVER (
      PARTITION BY commitment ORDER BY submitted_on DESC, ord DESC) AS age
    FROM review r WHERE submitted_on <= {facts_end}) x
  WHERE age = 1),
group_inception AS (
  SELECT * FROM (
    SELECT a.*, ROW_NUMBER() OVER (
      PARTITION BY plan ORDER BY submitted_on DESC, ord DESC) AS age
    FROM inception a WHERE submitted_on <= {facts_end}) x
  WHERE age = 1),
known_plan AS (
  SELECT * FROM plan WHERE submitted_on <= {last}),
known_commitment AS (
  SELECT c.commitment, c.plan, c.submitted_on, c.starts_on, c.ends_on, c.resources,
    CASE WHEN c.withdrawn_on <= {last} THEN c.withdrawn_on END AS withdrawn_on,
    p.submitted_on AS plan_submitted_on, p.starts_on AS plan_starts_on, p.ends_on AS plan_ends_on
  FROM commitment c JOIN plan p ON p.plan = c.plan
  WHERE c.submitted_on <= {last}),
tracker_finished AS (
  SELECT commitment, MIN(reported_on) AS day FROM report
  WHERE reported_on <= {last} AND milestone IS NULL AND status = {tracker_status.finished}
  GROUP BY commitment),
finished AS (
  SELECT commitment, MIN(day) AS day FROM (
    SELECT commitment, day FROM tracker_finished
    UNION ALL
    SELECT commitment, submitted_on FROM completion
    WHERE submitted_on <= {last} AND level = {completion.complete}) x
  GROUP BY commitment)
