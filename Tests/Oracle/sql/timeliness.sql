-- A plan deadline is done by the first plan that can keep it.
obligation AS (
  SELECT CASE WHEN kind = 'first_plan' THEN 0 ELSE 1 END AS opened, judged AS item,
    CAST(NULL AS INTEGER) AS commitment, CAST(NULL AS INTEGER) AS plan, d.member, due_on AS day,
    later_on AS done_on
  FROM judged d
  WHERE NOT EXISTS (
    SELECT 1 FROM spell s WHERE s.member = d.member AND s.from_on <= d.due_on
      AND s.to_on >= d.due_on AND s.status IN ({status.revoked}, {status.withdrawn}))
  UNION ALL
  SELECT 2, p.plan, CAST(NULL AS INTEGER), p.plan, CAST(NULL AS INTEGER),
    plus_months(p.submitted_on, {inception_months}),
    (SELECT MIN(a.submitted_on) FROM inception a
     WHERE a.plan = p.plan AND a.submitted_on <= {last})
  FROM known_plan p
  UNION ALL
  SELECT 3, c.commitment, c.commitment, c.plan, CAST(NULL AS INTEGER),
    plus_months(least(f.day, c.plan_ends_on), {completion_months}),
    (SELECT MIN(a.submitted_on) FROM completion a
     WHERE a.commitment = c.commitment AND a.submitted_on <= {last})
  FROM known_commitment c LEFT JOIN tracker_finished f ON f.commitment = c.commitment
  WHERE c.withdrawn_on IS NULL
  UNION ALL
  SELECT 4, p.plan, CAST(NULL AS INTEGER), p.plan, CAST(NULL AS INTEGER),
    plus_months(p.ends_on, {learning_months}),
    (SELECT MIN(a.submitted_on) FROM learning a
     WHERE a.plan = p.plan AND a.submitted_on <= {last})
  FROM known_plan p),
item AS (
  SELECT * FROM obligation WHERE day BETWEEN {from} AND {to} AND day < {as_of}),
fact AS (
  SELECT opened, item, 'on_time' AS level, CASE WHEN done_on <= day THEN 1 ELSE 0 END AS hit,
    1 AS base
  FROM item
  UNION ALL
  SELECT opened, item, 'late', CASE WHEN done_on > day THEN 1 ELSE 0 END, 1 FROM item
  UNION ALL
  SELECT opened, item, 'missing', CASE WHEN done_on IS NULL THEN 1 ELSE 0 END, 1 FROM item)
