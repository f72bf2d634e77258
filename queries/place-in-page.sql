-- Where in the raw page a quote stands: the file (or the record in a WARC file) and the path of the block in the page.
-- Unit: a printed quote (a row); beside it, whether it stands in a passage copied from elsewhere.
SELECT q.article_id, q.quote_id, a.source_path, a.source_offset, a.source_length, t.b.path, t.b.kind,
       q.start - t.b.start AS start_in_block, q.in_copied_passage, left(q.text, 60) AS quote
FROM quotes AS q
JOIN articles AS a ON a.id = q.article_id
JOIN (SELECT id, unnest(blocks) AS b FROM texts) AS t
    ON t.id = q.article_id AND t.b.start <= q.start AND q.start < t.b."end"
ORDER BY q.article_id, q.start, q.quote_id;
