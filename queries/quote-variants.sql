-- How a quote changed on its way.
-- Unit: a wording of an utterance (a row); beside it, how often that wording was printed (quotes) and how often outside of
-- copied passages.
WITH wordings AS (
    SELECT q.cluster_id, q.text AS wording, count(*) AS quotes,
           count(*) FILTER (NOT q.in_copied_passage) AS quotes_outside_copies,
           list(DISTINCT coalesce(q.outlet_name, '?') ORDER BY coalesce(q.outlet_name, '?')) AS outlets,
           min(a.published_at) AS first_published_at
    FROM quotes AS q JOIN articles AS a ON a.id = q.article_id
    WHERE q.text IS NOT NULL
    GROUP BY q.cluster_id, q.text)
SELECT k.speaker_name, w.wording, w.quotes, w.quotes_outside_copies, w.outlets, w.first_published_at,
       w.wording = k.text AS longest, round(length(w.wording) / length(k.text), 2) AS share_of_longest
FROM wordings AS w JOIN quote_clusters AS k ON k.id = w.cluster_id
WHERE w.cluster_id IN (SELECT cluster_id FROM wordings GROUP BY cluster_id HAVING count(*) > 1)
ORDER BY k.speaker_name, k.id, w.first_published_at NULLS LAST, w.wording;
