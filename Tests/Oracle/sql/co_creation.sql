item AS (
  SELECT 0 AS opened, a.plan AS item, CAST(NULL AS INTEGER) AS commitment, a.plan,
    CAST(NULL AS INTEGER) AS member, a.submitted_on AS day
  FROM latest_inception a WHERE a.submitted_on BETWEEN {from} AND {to}),
-- The four requirements, yes is 1; the eight practices, yes is 0, partially 1, no 2.
answer AS (
  SELECT plan, 'requirement' AS list, 'forum' AS name, forum AS yes
  FROM latest_inception
  UNION ALL
  SELECT plan, 'requirement' AS list, 'regularity' AS name, regularity AS yes
  FROM latest_inception
  UNION ALL
  SELECT plan, 'requirement' AS list, 'multi_stakeholder' AS name, multi_stakeholder AS yes
  FROM latest_inception
  UNION ALL
  SELECT plan, 'requirement' AS list, 'endorsement' AS name, endorsement AS yes
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'process_transparency',
    CASE process_transparency WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'documentation_in_advance',
    CASE documentation_in_advance WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'awareness_raising',
    CASE awareness_raising WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'inclusiveness',
    CASE inclusiveness WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'communication_channels',
    CASE communication_channels WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'record_keeping',
    CASE record_keeping WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'feedback',
    CASE feedback WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception
  UNION ALL
  SELECT plan, 'practice', 'collaboration',
    CASE collaboration WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 0 END
  FROM latest_inception),
fact AS (
  SELECT 0 AS opened, i.item, a.name AS level, COALESCE(a.yes, 0) AS hit,
    CASE WHEN a.yes IS NULL THEN 0 ELSE 1 END AS base
  FROM item i JOIN answer a ON a.plan = i.item
  UNION ALL
  SELECT 0, i.item, 'all_requirements', MIN(a.yes), 1
  FROM item i JOIN answer a ON a.plan = i.item WHERE a.list = 'requirement' GROUP BY i.item
  UNION ALL
  SELECT 0, i.item, 'all_practices', CASE WHEN COUNT(a.yes) = 8 THEN MIN(a.yes) ELSE 0 END,
    CASE WHEN COUNT(a.yes) = 8 THEN 1 ELSE 0 END
  FROM item i JOIN answer a ON a.plan = i.item WHERE a.list = 'practice' GROUP BY i.item)
