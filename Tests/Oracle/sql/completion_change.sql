-- Rows that say no evidence are no part of the comparison; a latest row that says so is out.
said AS (
  SELECT commitment, level, submitted_on,
    ROW_NUMBER() OVER (PARTITION BY commitment ORDER BY submitted_on, ord) AS place,
    ROW_NUMBER() OVER (PARTITION BY commitment ORDER BY submitted_on DESC, ord DESC) AS age
  FROM completion
  WHERE submitted_on <= {last} AND level <> {completion.no_evidence}),
item AS (
  SELECT 0 AS opened, a.commitment AS item, a.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    a.submitted_on AS day
  FROM latest_completion a JOIN commitment c ON c.commitment = a.commitment
  WHERE a.submitted_on BETWEEN {from} AND {to} AND a.level <> {completion.no_evidence}
    AND (SELECT COUNT(*) FROM said s WHERE s.commitment = a.commitment) >= 2),
fact AS (
  SELECT 0 AS opened, i.item, CASE WHEN b.level < a.level THEN 'decreased'
      WHEN b.level > a.level THEN 'increased' ELSE 'unchanged' END AS level, 1 AS hit, 0 AS base
  FROM item i JOIN said a ON a.commitment = i.item AND a.place = 1
    JOIN said b ON b.commitment = i.item AND b.age = 1
  UNION ALL
  SELECT 0, item, 'decreased', 0, 1 FROM item
  UNION ALL
  SELECT 0, item, 'unchanged', 0, 1 FROM item
  UNION ALL
  SELECT 0, item, 'increased', 0, 1 FROM item)
