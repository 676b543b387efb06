-- {min_specificity} is -1 where the rule does not ask: then nothing falls short of it.
judged AS (
  SELECT a.commitment, a.submitted_on AS day,
    CASE WHEN {min_specificity} >= 0 AND r.specificity < {min_specificity} THEN 'specificity'
      WHEN r.relevant = 0 THEN 'relevance'
      WHEN r.impact < {min_impact} THEN 'impact'
      WHEN a.level < {min_completion} THEN 'completion'
      ELSE 'star' END AS outcome
  FROM latest_completion a JOIN latest_review r ON r.commitment = a.commitment
  WHERE r.relevant IS NOT NULL AND r.impact IS NOT NULL
    AND (r.specificity IS NOT NULL OR {min_specificity} < 0)
    AND a.level <> {completion.no_evidence}
    AND a.submitted_on BETWEEN {from} AND {to}),
item AS (
  SELECT 0 AS opened, j.commitment AS item, j.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    j.day
  FROM judged j JOIN commitment c ON c.commitment = j.commitment),
outcome AS (
  SELECT 'specificity' AS level UNION ALL SELECT 'relevance' UNION ALL SELECT 'impact'
  UNION ALL SELECT 'completion' UNION ALL SELECT 'star'),
fact AS (
  SELECT 0 AS opened, j.commitment AS item, o.level,
    CASE WHEN j.outcome = o.level THEN 1 ELSE 0 END AS hit, 1 AS base
  FROM judged j CROSS JOIN outcome o)
