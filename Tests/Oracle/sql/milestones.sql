item AS (
  SELECT 0 AS opened, m.milestone AS item, c.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    CAST(NULL AS INTEGER) AS day
  FROM milestone m JOIN known_commitment c ON c.commitment = m.commitment
  WHERE c.withdrawn_on IS NULL AND {from} <= {facts_end}
    AND COALESCE(m.starts_on, c.starts_on) <= {facts_end}
    AND COALESCE(m.ends_on, c.ends_on) >= {from}),
latest_report AS (
  SELECT * FROM (
    SELECT r.*, ROW_NUMBER() OVER (
      PARTITION BY milestone ORDER BY reported_on DESC, ord DESC) AS age
    FROM report r WHERE milestone IS NOT NULL AND reported_on <= {last}) x
  WHERE age = 1),
fact AS (
  SELECT 0 AS opened, i.item, k.name AS level,
    CASE WHEN COALESCE(r.status, {tracker_status.not_started}) = k.code THEN 1 ELSE 0 END AS hit,
    1 AS base
  FROM item i LEFT JOIN latest_report r ON r.milestone = i.item
    CROSS JOIN code k WHERE k.list = 'tracker_status')
