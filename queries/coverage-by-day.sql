-- What an outlet published by day, and the days on which nothing is there.
-- Unit: a page (pages, articles); beside it, articles that are no copies of another outlet's (own_articles). A gap is a day
-- between an outlet's first and last on which no article of it is known.
WITH pages AS (
    SELECT outlet_id, max(outlet_name) AS outlet_name, day, sum(discovered) AS pages, sum(articles) AS articles
    FROM coverage WHERE outlet_id IS NOT NULL GROUP BY outlet_id, day),
days AS (
    SELECT outlet_id, max(outlet_name) AS outlet_name,
           unnest(generate_series(min(day), max(day), INTERVAL 1 DAY))::DATE AS day
    FROM pages WHERE day IS NOT NULL GROUP BY outlet_id),
own AS (
    SELECT outlet_id, published_on AS day, count(*) AS own_articles FROM articles
    WHERE cluster_role <> 'copy' GROUP BY ALL)
SELECT d.outlet_name, d.day, coalesce(p.pages, 0) AS pages, coalesce(p.articles, 0) AS articles,
       coalesce(o.own_articles, 0) AS own_articles, coalesce(p.articles, 0) = 0 AS gap
FROM days AS d
LEFT JOIN pages AS p USING (outlet_id, day)
LEFT JOIN own AS o USING (outlet_id, day)
ORDER BY d.outlet_name, d.day;
