-- Which outlet names which as where something was reported.
-- Unit: an article that cites (articles), however often it does; beside it, a cluster of copies (stories), so that one
-- citation in an agency's text counts once.
SELECT outlet_name, cited_name, count(DISTINCT article_id) AS articles, count(DISTINCT article_cluster_id) AS stories,
       count(*) AS citations
FROM citations
GROUP BY ALL
ORDER BY articles DESC, outlet_name, cited_name;
