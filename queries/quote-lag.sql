-- How long a quote took from the first outlet to the next, and who was first.
-- Unit: an utterance in an outlet, there at its first time; beside it, how often the outlet printed it (quotes), and whether
-- in a passage it copied. first_for_sure: no other outlet's interval begins before this one's ends.
WITH printed AS (
    SELECT q.cluster_id, q.outlet_id, any_value(q.outlet_name) AS outlet_name, min(a.earliest) AS earliest,
           min(a.latest) AS latest, count(*) AS quotes, bool_and(q.in_copied_passage) AS copied
    FROM quotes AS q JOIN articles AS a ON a.id = q.article_id
    WHERE q.outlet_id IS NOT NULL AND a.earliest IS NOT NULL
    GROUP BY q.cluster_id, q.outlet_id),
ranked AS (
    SELECT *, first_value(earliest) OVER w AS first_earliest, first_value(latest) OVER w AS first_latest,
           first_value(outlet_name) OVER w AS first_outlet, count(*) OVER (PARTITION BY cluster_id) AS outlets,
           row_number() OVER w AS place, nth_value(earliest, 2) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second_earliest
    FROM printed WINDOW w AS (PARTITION BY cluster_id ORDER BY earliest, latest, outlet_id))
SELECT k.speaker_name, left(k.text, 60) AS quote, r.first_outlet, r.second_earliest >= r.first_latest AS first_for_sure,
       r.outlet_name, round(epoch(r.earliest - r.first_latest) / 3600, 1) AS least_hours_later,
       round(epoch(r.latest - r.first_earliest) / 3600, 1) AS greatest_hours_later, r.quotes, r.copied
FROM ranked AS r JOIN quote_clusters AS k ON k.id = r.cluster_id
WHERE r.outlets > 1 AND r.place > 1
ORDER BY k.speaker_name, quote, r.place;
