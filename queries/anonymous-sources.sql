-- The share of anonymous speakers by outlet.
-- Unit: a printed quote with a speaker (share); beside it, without what stands in copied passages (own_share), so that an
-- outlet does not answer for the agency's sources.
SELECT outlet_name, count(*) AS printed, count(*) FILTER (speaker_kind = 'anonymous') AS anonymous,
       round(anonymous / printed, 3) AS share,
       count(*) FILTER (NOT in_copied_passage) AS own_printed,
       count(*) FILTER (NOT in_copied_passage AND speaker_kind = 'anonymous') AS own_anonymous,
       round(own_anonymous / nullif(own_printed, 0), 3) AS own_share
FROM quotes
WHERE speaker_kind IS NOT NULL AND nested_in IS NULL
GROUP BY outlet_id, outlet_name
ORDER BY share DESC, outlet_name;
