answer AS (
  SELECT 0 AS opened, commitment, submitted_on, early AS level FROM latest_completion
  UNION ALL
  SELECT 1, commitment, submitted_on, information FROM latest_completion
  UNION ALL
  SELECT 2, commitment, submitted_on, participation FROM latest_completion
  UNION ALL
  SELECT 3, commitment, submitted_on, accountability FROM latest_completion),
item AS (
  SELECT a.opened, a.commitment AS item, a.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    a.submitted_on AS day
  FROM answer a JOIN commitment c ON c.commitment = a.commitment
  WHERE a.level IS NOT NULL AND a.submitted_on BETWEEN {from} AND {to}),
fact AS (
  SELECT i.opened, i.item, k.name AS level, CASE WHEN a.level = k.code THEN 1 ELSE 0 END AS hit,
    1 AS base
  FROM item i JOIN answer a ON a.commitment = i.item AND a.opened = i.opened
    CROSS JOIN code k WHERE k.list = 'early_results'
  UNION ALL
  SELECT i.opened, i.item, 'major_or_outstanding',
    CASE WHEN a.level IN ({early_results.major}, {early_results.outstanding}) THEN 1 ELSE 0 END, 1
  FROM item i JOIN answer a ON a.commitment = i.item AND a.opened = i.opened)
