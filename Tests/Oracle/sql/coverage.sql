-- Plans are the even items, commitments the odd ones.
item AS (
  SELECT 0 AS opened, 2 * p.plan AS item, CAST(NULL AS INTEGER) AS commitment, p.plan,
    CAST(NULL AS INTEGER) AS member, p.submitted_on AS day
  FROM known_plan p WHERE p.submitted_on BETWEEN {from} AND {to}
  UNION ALL
  SELECT 0, 2 * c.commitment + 1, c.commitment, c.plan, CAST(NULL AS INTEGER),
    c.plan_submitted_on
  FROM known_commitment c
  WHERE c.plan_submitted_on BETWEEN {from} AND {to} AND c.plan_submitted_on <= {last}),
fact AS (
  SELECT 0 AS opened, 2 * p.plan AS item, 'plans_with_inception' AS level,
    CASE WHEN EXISTS (SELECT 1 FROM latest_inception a WHERE a.plan = p.plan)
      THEN 1 ELSE 0 END AS hit, 1 AS base
  FROM known_plan p
  UNION ALL
  SELECT 0, 2 * c.commitment + 1, 'commitments_reviewed',
    CASE WHEN EXISTS (SELECT 1 FROM latest_review r WHERE r.commitment = c.commitment)
      THEN 1 ELSE 0 END, 1
  FROM known_commitment c
  UNION ALL
  SELECT 0, 2 * c.commitment + 1, 'commitments_assessed',
    CASE WHEN EXISTS (SELECT 1 FROM latest_completion a WHERE a.commitment = c.commitment)
      THEN 1 ELSE 0 END, 1
  FROM known_commitment c LEFT JOIN finished f ON f.commitment = c.commitment
  WHERE c.withdrawn_on IS NULL AND (f.day IS NOT NULL OR c.plan_ends_on < {facts_end})
  UNION ALL
  SELECT 0, 2 * p.plan, 'plans_with_learning',
    CASE WHEN EXISTS (SELECT 1 FROM learning e WHERE e.plan = p.plan AND e.submitted_on <= {last})
      THEN 1 ELSE 0 END, 1
  FROM known_plan p WHERE p.ends_on < {facts_end})
