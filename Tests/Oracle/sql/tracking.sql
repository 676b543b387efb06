ranked AS (
  SELECT r.*, CASE status WHEN {tracker_status.not_started} THEN 0
      WHEN {tracker_status.in_progress} THEN 2 WHEN {tracker_status.finished} THEN 3 ELSE 1 END
      AS place
  FROM report r WHERE reported_on <= {last}),
followed AS (
  SELECT ranked.*, LAG(place) OVER (
    PARTITION BY commitment, milestone ORDER BY reported_on, ord) AS place_before
  FROM ranked),
progress AS (
  SELECT commitment, reported_on, CASE WHEN progress IS NOT NULL THEN progress
      WHEN status IN ({tracker_status.in_progress}, {tracker_status.finished})
        AND place > COALESCE(place_before, 0) THEN 1 ELSE 0 END AS is_progress
  FROM followed),
obligated AS (
  SELECT DISTINCT m.member, q.quarter, q.first_on, q.last_on
  FROM quarter q JOIN member m ON m.joined_on <= q.first_on
    JOIN applies a ON a.member = m.member
    JOIN known_commitment c ON c.commitment = a.commitment
    LEFT JOIN finished f ON f.commitment = c.commitment
  WHERE q.last_on BETWEEN {from} AND {facts_end}
    AND c.plan_submitted_on <= q.first_on AND c.plan_starts_on <= q.first_on
    AND q.last_on <= c.plan_ends_on
    AND c.submitted_on <= q.first_on AND c.starts_on <= q.first_on
    AND (c.withdrawn_on IS NULL OR c.withdrawn_on > q.last_on)
    AND (f.day IS NULL OR f.day >= q.first_on)
    AND NOT EXISTS (
      SELECT 1 FROM spell s WHERE s.member = m.member AND s.from_on <= q.last_on
        AND s.to_on >= q.first_on
        AND s.status IN ({status.inactive_voluntary}, {status.revoked}, {status.withdrawn}))),
item AS (
  SELECT 0 AS opened, o.member * 10000 + o.quarter AS item, CAST(NULL AS INTEGER) AS commitment,
    CAST(NULL AS INTEGER) AS plan, o.member, o.last_on AS day
  FROM obligated o),
seen AS (
  SELECT o.member, o.quarter, MAX(CASE WHEN p.reported_on IS NULL THEN 0 ELSE 1 END) AS updated,
    MAX(COALESCE(p.is_progress, 0)) AS progressed
  FROM obligated o JOIN applies a ON a.member = o.member
    LEFT JOIN progress p ON p.commitment = a.commitment
      AND p.reported_on BETWEEN o.first_on AND o.last_on
  GROUP BY o.member, o.quarter),
fact AS (
  SELECT 0 AS opened, member * 10000 + quarter AS item, 'updated' AS level, updated AS hit,
    1 AS base
  FROM seen
  UNION ALL
  SELECT 0, member * 10000 + quarter, 'progressed', progressed, 1 FROM seen
  UNION ALL
  SELECT 0, member * 10000 + quarter, 'silent', 1 - updated, 1 FROM seen)
