item AS (
  SELECT q.last_on AS opened, s.member AS item, CAST(NULL AS INTEGER) AS commitment,
    CAST(NULL AS INTEGER) AS plan, s.member, q.last_on AS day
  FROM quarter q JOIN spell s ON s.from_on <= q.last_on AND s.to_on >= q.last_on
  WHERE q.last_on BETWEEN {from} AND {facts_end}),
fact AS (
  SELECT q.last_on AS opened, s.member AS item, k.name AS level,
    CASE WHEN s.status = k.code THEN 1 ELSE 0 END AS hit, 1 AS base
  FROM quarter q JOIN spell s ON s.from_on <= q.last_on AND s.to_on >= q.last_on
    CROSS JOIN code k
  WHERE k.list = 'status' AND q.last_on BETWEEN {from} AND {facts_end})
