-- People and organisations that are mentioned in the same article, by week.
-- Unit: an article (articles); beside it, a cluster of copies (stories).
WITH mentioned AS (
    SELECT DISTINCT article_id, article_cluster_id, date_trunc('week', published_on) AS week, key, name
    FROM entities WHERE type IN ('PERSON', 'ORG'))
SELECT a.week, min(a.name) AS one, min(b.name) AS other, count(DISTINCT a.article_id) AS articles,
       count(DISTINCT a.article_cluster_id) AS stories
FROM mentioned AS a JOIN mentioned AS b ON a.article_id = b.article_id AND a.key < b.key
GROUP BY a.week, a.key, b.key
ORDER BY stories DESC, articles DESC, a.week, a.key, b.key
LIMIT 50;
