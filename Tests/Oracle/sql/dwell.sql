item AS (
  SELECT 0 AS opened, s.spell AS item, CAST(NULL AS INTEGER) AS commitment,
    CAST(NULL AS INTEGER) AS plan, s.member, s.from_on AS day
  FROM spell s WHERE s.from_on BETWEEN {from} AND {to}),
time AS (
  SELECT s.spell AS item, k.name AS level,
    CASE WHEN s.is_open = 1 THEN {as_of} ELSE s.to_on + 1 END - s.from_on AS days,
    1 - s.is_open AS ended
  FROM spell s JOIN code k ON k.list = 'status' AND k.code = s.status)
