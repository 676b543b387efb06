item AS (
  SELECT 0 AS opened, p.plan AS item, CAST(NULL AS INTEGER) AS commitment, p.plan,
    CAST(NULL AS INTEGER) AS member, p.submitted_on AS day
  FROM known_plan p WHERE p.submitted_on BETWEEN {from} AND {to})
