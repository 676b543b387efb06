-- Plans are items 3n, commitments 3n + 1, and a plan's years 3n + 2 of n = 1000 plan + year.
force AS (
  SELECT c.commitment, c.plan, c.submitted_on AS first_on,
    least(c.withdrawn_on, f.day, c.plan_ends_on) AS last_on
  FROM known_commitment c LEFT JOIN finished f ON f.commitment = c.commitment),
at_once AS (
  SELECT plan, MAX(together) AS most FROM (
    SELECT a.plan, a.commitment, COUNT(*) AS together
    FROM force a JOIN force b ON b.plan = a.plan
      AND a.first_on BETWEEN b.first_on AND b.last_on
    WHERE a.first_on <= a.last_on
    GROUP BY a.plan, a.commitment) x
  GROUP BY plan),
term_end AS (
  SELECT p.plan, MAX(t.ends_on) AS ends_on
  FROM known_plan p JOIN plan_member m ON m.plan = p.plan
    JOIN term t ON t.member = m.member AND p.submitted_on BETWEEN t.starts_on AND t.ends_on
  GROUP BY p.plan),
both_sides AS (
  SELECT * FROM meeting WHERE held_on <= {last} AND government = 1 AND non_government = 1),
created AS (
  SELECT p.plan, COUNT(b.ord) AS meetings
  FROM known_plan p LEFT JOIN both_sides b ON b.phase = {phase.co_creation}
    AND (b.plan = p.plan
      OR (b.plan IS NULL AND b.held_on <= p.submitted_on
        AND p.submitted_on < plus_months(b.held_on, 12)
        AND EXISTS (SELECT 1 FROM plan_member m WHERE m.plan = p.plan AND m.member = b.member)))
  GROUP BY p.plan),
plan_year AS (
  SELECT p.plan, n.n AS year, plus_months(p.starts_on, 12 * n.n) AS first_on,
    plus_months(p.starts_on, 12 * n.n + 12) - 1 AS last_on, p.submitted_on
  FROM known_plan p JOIN number n
    ON plus_months(p.starts_on, 12 * n.n + 12) - 1 <= least({as_of}, p.ends_on)),
yearly AS (
  SELECT y.plan, y.year, COUNT(b.ord) AS meetings
  FROM plan_year y LEFT JOIN meeting b ON b.plan = y.plan AND b.phase = {phase.implementation}
    AND b.government = 1 AND b.non_government = 1 AND b.held_on <= {as_of}
    AND b.held_on BETWEEN y.first_on AND y.last_on
  GROUP BY y.plan, y.year),
item AS (
  SELECT 0 AS opened, 3 * p.plan AS item, CAST(NULL AS INTEGER) AS commitment, p.plan,
    CAST(NULL AS INTEGER) AS member, p.submitted_on AS day
  FROM known_plan p WHERE p.submitted_on BETWEEN {from} AND {to}
  UNION ALL
  SELECT 0, 3 * c.commitment + 1, c.commitment, c.plan, CAST(NULL AS INTEGER), c.submitted_on
  FROM known_commitment c WHERE c.submitted_on BETWEEN {from} AND {to}
  UNION ALL
  SELECT 0, 3 * (1000 * y.plan + y.year) + 2, CAST(NULL AS INTEGER), y.plan,
    CAST(NULL AS INTEGER), y.submitted_on
  FROM plan_year y WHERE y.submitted_on BETWEEN {from} AND {to}),
fact AS (
  SELECT 0 AS opened, 3 * p.plan AS item, 'commitments_at_once' AS level,
    CASE WHEN COALESCE(a.most, 0) > CASE p.members WHEN 1 THEN {max_1} WHEN 2 THEN {max_2}
      WHEN 3 THEN {max_3} ELSE {max_4} END THEN 1 ELSE 0 END AS hit, 1 AS base
  FROM known_plan p LEFT JOIN at_once a ON a.plan = p.plan
  UNION ALL
  SELECT 0, 3 * commitment + 1, 'commitment_too_short',
    CASE WHEN ends_on < plus_months(starts_on, {min_commitment_months}) - 1 THEN 1 ELSE 0 END, 1
  FROM known_commitment
  UNION ALL
  SELECT 0, 3 * commitment + 1, 'commitment_outside_plan',
    CASE WHEN starts_on < plan_starts_on OR ends_on > plan_ends_on THEN 1 ELSE 0 END, 1
  FROM known_commitment
  UNION ALL
  SELECT 0, 3 * commitment + 1, 'amended_too_late',
    CASE WHEN withdrawn_on > plus_months(submitted_on, {amendment_months}) THEN 1 ELSE 0 END, 1
  FROM known_commitment WHERE withdrawn_on IS NOT NULL
  UNION ALL
  SELECT 0, 3 * p.plan, 'plan_beyond_term',
    CASE WHEN plus_months(p.ends_on, {term_margin_months}) > t.ends_on THEN 1 ELSE 0 END, 1
  FROM known_plan p JOIN term_end t ON t.plan = p.plan
  UNION ALL
  SELECT 0, 3 * plan, 'too_few_co_creation_meetings',
    CASE WHEN meetings < {co_creation_meetings} THEN 1 ELSE 0 END, 1
  FROM created WHERE {has_meetings} = 1
  UNION ALL
  SELECT 0, 3 * (1000 * plan + year) + 2, 'too_few_meetings_a_year',
    CASE WHEN meetings < {meetings_per_year} THEN 1 ELSE 0 END, 1
  FROM yearly WHERE {has_meetings} = 1
  UNION ALL
  SELECT 0, 3 * c.commitment + 1, 'too_many_policy_areas',
    CASE WHEN (SELECT COUNT(*) FROM commitment_policy_area x WHERE x.commitment = c.commitment) > 2
      THEN 1 ELSE 0 END, 1
  FROM known_commitment c
  UNION ALL
  SELECT 0, 3 * c.commitment + 1, 'too_many_sectors',
    CASE WHEN (SELECT COUNT(*) FROM commitment_sector x WHERE x.commitment = c.commitment) > 2
      THEN 1 ELSE 0 END, 1
  FROM known_commitment c)
