-- How publishers word their attitude to what they quote.
-- Unit: a quote with a worded stance (quotes); beside it, the utterances behind them, and quotes outside of copied passages.
SELECT q.outlet_name, s.target, q.speaker_name, count(*) AS quotes, count(DISTINCT q.cluster_id) AS utterances,
       count(*) FILTER (NOT q.in_copied_passage) AS quotes_outside_copies,
       list(DISTINCT s.text ORDER BY s.text) AS words
FROM (SELECT *, unnest(stance) AS s FROM quotes) AS q
GROUP BY ALL
ORDER BY quotes DESC, q.outlet_name, s.target, q.speaker_name;
