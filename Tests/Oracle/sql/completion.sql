item AS (
  SELECT 0 AS opened, a.commitment AS item, a.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    a.submitted_on AS day
  FROM latest_completion a JOIN commitment c ON c.commitment = a.commitment
  WHERE a.submitted_on BETWEEN {from} AND {to}
    AND ({codable} = 0 OR a.level <> {completion.no_evidence})),
fact AS (
  SELECT 0 AS opened, i.item, k.name AS level, CASE WHEN a.level = k.code THEN 1 ELSE 0 END AS hit,
    1 AS base
  FROM item i JOIN latest_completion a ON a.commitment = i.item
    CROSS JOIN code k WHERE k.list = 'completion'
  UNION ALL
  SELECT 0, i.item, 'substantial_or_complete',
    CASE WHEN a.level IN ({completion.substantial}, {completion.complete}) THEN 1 ELSE 0 END, 1
  FROM item i JOIN latest_completion a ON a.commitment = i.item)
