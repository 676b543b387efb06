item AS (
  SELECT 0 AS opened, c.commitment AS item, c.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    c.submitted_on AS day
  FROM known_commitment c
  WHERE c.resources IS NOT NULL AND c.submitted_on BETWEEN {from} AND {to}),
fact AS (
  SELECT 0 AS opened, i.item, k.name AS level,
    CASE WHEN c.resources = k.code THEN 1 ELSE 0 END AS hit, 1 AS base
  FROM item i JOIN commitment c ON c.commitment = i.item
    CROSS JOIN code k WHERE k.list = 'resources_secured')
