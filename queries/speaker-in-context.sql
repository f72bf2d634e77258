-- The quotes of a speaker in their context: duckdb -cmd "SET VARIABLE speaker = 'Ilka Bereny'" -init queries/views.sql …
-- Without the variable, of the person with the most utterances.
-- Unit: a printed quote (a row); beside it, its utterance (cluster_id) and how many outlets carry that.
SELECT q.outlet_name, q.published_at, q.speaker_how, q.cluster_id, k.outlet_count AS outlets, q.text,
       substring(t.text, greatest(q.start - 120, 0) + 1, q.start - greatest(q.start - 120, 0)) AS before,
       substring(t.text, q."end" + 1, 120) AS after
FROM quotes AS q
JOIN texts AS t ON t.id = q.article_id
JOIN quote_clusters AS k ON k.id = q.cluster_id
WHERE q.speaker_name = coalesce(getvariable('speaker'), (
    SELECT speaker_name FROM quotes WHERE speaker_kind = 'person' GROUP BY ALL
    ORDER BY count(DISTINCT cluster_id) DESC, count(*) DESC, speaker_name LIMIT 1))
ORDER BY q.published_at NULLS LAST, q.article_id, q.start;
