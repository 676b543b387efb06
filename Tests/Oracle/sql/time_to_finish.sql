item AS (
  SELECT 0 AS opened, c.commitment AS item, c.commitment, c.plan, CAST(NULL AS INTEGER) AS member,
    c.starts_on AS day
  FROM known_commitment c
  WHERE c.starts_on BETWEEN {from} AND {to} AND c.starts_on <= {as_of}),
ending AS (
  SELECT c.commitment AS item, c.starts_on, f.day AS finished_on,
    least({as_of}, c.withdrawn_on, c.plan_ends_on) AS censored_on
  FROM known_commitment c LEFT JOIN finished f ON f.commitment = c.commitment),
time AS (
  SELECT item, '' AS level,
    greatest(0, CASE WHEN finished_on <= censored_on THEN finished_on ELSE censored_on END
      - starts_on) AS days,
    CASE WHEN finished_on <= censored_on THEN 1 ELSE 0 END AS ended
  FROM ending)
