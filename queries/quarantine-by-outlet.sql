-- What could not be read, by outlet and reason.
-- Unit: a record (records); beside it, the distinct sources they came from, so that one bad file counts once.
SELECT coalesce(outlet_name, outlet_id, '?') AS outlet, stage, reason, count(*) AS records,
       count(DISTINCT source) AS sources, min(source) AS example
FROM quarantine
GROUP BY ALL
ORDER BY records DESC, outlet, stage, reason;
