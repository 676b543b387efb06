item AS (
  SELECT 0 AS opened, r.commitment AS item, r.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    r.submitted_on AS day
  FROM latest_review r JOIN commitment c ON c.commitment = r.commitment
  WHERE r.impact IS NOT NULL AND r.submitted_on BETWEEN {from} AND {to}),
fact AS (
  SELECT 0 AS opened, i.item, k.name AS level, CASE WHEN r.impact = k.code THEN 1 ELSE 0 END AS hit,
    1 AS base
  FROM item i JOIN latest_review r ON r.commitment = i.item
    CROSS JOIN code k WHERE k.list = 'potential_impact')
