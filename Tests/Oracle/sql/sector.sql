item AS (
  SELECT 0 AS opened, c.commitment AS item, c.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    c.submitted_on AS day
  FROM known_commitment c
  WHERE c.submitted_on BETWEEN {from} AND {to}
    AND EXISTS (SELECT 1 FROM commitment_sector x WHERE x.commitment = c.commitment)),
fact AS (
  SELECT 0 AS opened, i.item, k.name AS level,
    CASE WHEN x.code IS NULL THEN 0 ELSE 1 END AS hit, 1 AS base
  FROM item i CROSS JOIN code k
    LEFT JOIN commitment_sector x ON x.commitment = i.item AND x.code = k.code
  WHERE k.list = 'sector')
