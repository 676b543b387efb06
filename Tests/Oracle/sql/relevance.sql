item AS (
  SELECT 0 AS opened, r.commitment AS item, r.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    r.submitted_on AS day
  FROM latest_review r JOIN commitment c ON c.commitment = r.commitment
  WHERE r.relevant IS NOT NULL AND r.submitted_on BETWEEN {from} AND {to}),
fact AS (
  SELECT 0 AS opened, i.item, 'yes' AS level, r.relevant AS hit, 1 AS base
  FROM item i JOIN latest_review r ON r.commitment = i.item
  UNION ALL
  SELECT 0, i.item, 'no', 1 - r.relevant, 1
  FROM item i JOIN latest_review r ON r.commitment = i.item)
