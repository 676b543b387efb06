-- {facts_end} is the earlier of the as-of day and the window's end: the placing day of all.
item AS (
  SELECT 0 AS opened, s.member AS item, CAST(NULL AS INTEGER) AS commitment,
    CAST(NULL AS INTEGER) AS plan, s.member, {facts_end} AS day
  FROM spell s
  WHERE s.from_on <= {facts_end} AND s.to_on >= {facts_end}
    AND {facts_end} BETWEEN {from} AND {to}),
fact AS (
  SELECT 0 AS opened, s.member AS item, k.name AS level,
    CASE WHEN s.status = k.code THEN 1 ELSE 0 END AS hit, 1 AS base
  FROM spell s CROSS JOIN code k
  WHERE k.list = 'status' AND s.from_on <= {facts_end} AND s.to_on >= {facts_end})
