-- Spells cut at the ends of the window and of each quarter: every day group is a union of quarters.
piece AS (
  SELECT s.spell, s.member, s.status, q.quarter,
    greatest(s.from_on, q.first_on, {from}) AS first_on,
    least(s.to_on, q.last_on, {facts_end}) AS last_on
  FROM spell s JOIN quarter q ON q.first_on <= s.to_on AND q.last_on >= s.from_on
  WHERE greatest(s.from_on, q.first_on, {from}) <= least(s.to_on, q.last_on, {facts_end})),
change AS (
  SELECT b.spell, b.member, a.status AS before, b.status AS after, b.from_on AS day
  FROM spell b JOIN spell a ON a.member = b.member AND a.to_on = b.from_on - 1
  WHERE b.from_on BETWEEN {from} AND {facts_end}),
item AS (
  SELECT 0 AS opened, spell * 10000 + quarter AS item, CAST(NULL AS INTEGER) AS commitment,
    CAST(NULL AS INTEGER) AS plan, member, first_on AS day
  FROM piece
  UNION ALL
  SELECT 0, -1 - spell, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), member, day FROM change),
fact AS (
  SELECT 0 AS opened, p.spell * 10000 + p.quarter AS item, t.name AS level, 0 AS hit,
    p.last_on - p.first_on + 1 AS base
  FROM piece p JOIN transition t ON t.before = p.status
  UNION ALL
  SELECT 0, -1 - c.spell, t.name, 1, 0
  FROM change c JOIN transition t ON t.before = c.before AND t.after = c.after)
