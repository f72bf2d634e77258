-- How long a quote took from the first outlet to the others, and who was first.
-- Unit: an utterance in an outlet, there at its first time; beside it, how often the outlet printed it (quotes), and whether
-- in passages that it copied alone (copied). Times are intervals: first is who surely had it by the earliest moment, and
-- first_for_sure says whether no other can have had it before.
WITH printed AS (
    SELECT q.cluster_id, q.outlet_id, any_value(q.outlet_name) AS outlet_name, min(a.earliest) AS earliest,
           min(a.latest) AS latest, count(*) AS quotes, bool_and(q.in_copied_passage) AS copied
    FROM quotes AS q JOIN articles AS a ON a.id = q.article_id
    WHERE q.outlet_id IS NOT NULL AND a.earliest IS NOT NULL
    GROUP BY q.cluster_id, q.outlet_id),
placed AS (
    SELECT *, row_number() OVER (PARTITION BY cluster_id ORDER BY latest, earliest, outlet_id) AS place FROM printed),
others AS (
    SELECT cluster_id, min(earliest) AS earliest FROM placed WHERE place > 1 GROUP BY cluster_id)
SELECT k.speaker_name, left(k.text, 60) AS quote, f.outlet_name AS first_outlet, f.latest <= o.earliest AS first_for_sure,
       r.outlet_name, round(epoch(r.earliest - f.latest) / 3600, 1) AS least_hours_later,
       round(epoch(r.latest - f.earliest) / 3600, 1) AS greatest_hours_later, r.quotes, r.copied
FROM placed AS r
JOIN placed AS f ON f.cluster_id = r.cluster_id AND f.place = 1
JOIN others AS o ON o.cluster_id = r.cluster_id
JOIN quote_clusters AS k ON k.id = r.cluster_id
WHERE r.place > 1
ORDER BY k.speaker_name, quote, r.place;
