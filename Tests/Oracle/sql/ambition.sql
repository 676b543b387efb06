judged AS (
  SELECT a.commitment, a.submitted_on AS day,
    CASE WHEN r.relevant = 1 AND r.impact >= {potential_impact.moderate} THEN 1 ELSE 0 END
      AS ambitious,
    CASE WHEN a.level >= {completion.substantial} THEN 1 ELSE 0 END AS complete
  FROM latest_completion a JOIN latest_review r ON r.commitment = a.commitment
  WHERE r.relevant IS NOT NULL AND r.impact IS NOT NULL
    AND a.submitted_on BETWEEN {from} AND {to}
    AND ({codable} = 0 OR a.level <> {completion.no_evidence})),
item AS (
  SELECT 0 AS opened, j.commitment AS item, j.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    j.day
  FROM judged j JOIN commitment c ON c.commitment = j.commitment),
outcome AS (
  SELECT 'ambitious_and_complete' AS level, 1 AS ambitious, 1 AS complete
  UNION ALL SELECT 'ambitious_only', 1, 0
  UNION ALL SELECT 'complete_only', 0, 1
  UNION ALL SELECT 'neither', 0, 0),
fact AS (
  SELECT 0 AS opened, j.commitment AS item, o.level,
    CASE WHEN j.ambitious = o.ambitious AND j.complete = o.complete THEN 1 ELSE 0 END AS hit,
    1 AS base
  FROM judged j CROSS JOIN outcome o)
