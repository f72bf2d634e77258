-- Who is quoted, outlets and anonymous speakers left out.
-- Unit: an utterance, however often it is printed (utterances); beside it, a printed quote (quotes). An agency's quote in
-- forty outlets is one utterance and forty quotes.
SELECT speaker_name, speaker_kind, count(DISTINCT cluster_id) AS utterances, count(*) AS quotes,
       count(*) FILTER (NOT in_copied_passage) AS quotes_outside_copies, count(DISTINCT outlet_id) AS outlets
FROM quotes
WHERE speaker_kind IN ('person', 'organisation', 'group')
GROUP BY ALL
ORDER BY utterances DESC, quotes DESC, speaker_name
LIMIT 50;
