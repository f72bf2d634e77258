-- Whose words went to whom, and how long that took.
-- Unit: a verified pair of articles (pairs); beside it, a cluster of copies (stories). Delays are intervals in hours: a time
-- known to the day alone leaves a day open. A negative least delay means that the order is not known by time.
SELECT coalesce(f.outlet_name, '?') AS from_outlet, coalesce(t.outlet_name, '?') AS to_outlet, r.kind, r.direction,
       count(*) AS pairs, count(DISTINCT f.cluster_id) AS stories,
       round(min(epoch(t.earliest - f.latest)) / 3600, 1) AS least_delay_hours,
       round(max(epoch(t.latest - f.earliest)) / 3600, 1) AS greatest_delay_hours
FROM relations AS r
JOIN articles AS f ON f.id = r.from_id
JOIN articles AS t ON t.id = r.to_id
GROUP BY ALL
ORDER BY pairs DESC, from_outlet, to_outlet, r.kind, r.direction;
