latest_recorded AS (
  SELECT * FROM (
    SELECT r.*, ROW_NUMBER() OVER (PARTITION BY member ORDER BY from_on DESC, ord DESC) AS age
    FROM recorded r WHERE from_on <= {facts_end}) x
  WHERE age = 1),
item AS (
  SELECT 0 AS opened, s.member AS item, CAST(NULL AS INTEGER) AS commitment,
    CAST(NULL AS INTEGER) AS plan, s.member, {facts_end} AS day
  FROM spell s JOIN latest_recorded r ON r.member = s.member
  WHERE s.from_on <= {facts_end} AND s.to_on >= {facts_end}
    AND {facts_end} BETWEEN {from} AND {to}),
compared AS (
  SELECT s.member, CASE WHEN s.status = r.status THEN 1 ELSE 0 END AS agrees
  FROM spell s JOIN latest_recorded r ON r.member = s.member
  WHERE s.from_on <= {facts_end} AND s.to_on >= {facts_end}),
fact AS (
  SELECT 0 AS opened, member AS item, 'agrees' AS level, agrees AS hit, 1 AS base FROM compared
  UNION ALL
  SELECT 0, member, 'differs', 1 - agrees, 1 FROM compared)
