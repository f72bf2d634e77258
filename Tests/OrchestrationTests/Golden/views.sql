-- Typed views of all partitions, for DuckDB 1.2 or newer. From the folder that holds output/:
--   duckdb -init queries/views.sql
-- or, for another folder: duckdb -cmd "SET VARIABLE output = 'my-output'" -init queries/views.sql
-- all_TABLE has every row as published, with the date of its partition; TABLE has what holds today: of an article
-- its latest version, and what belongs to that, with the clusters as the latest date has them. Times are UTC.
-- Made from the definitions of the records.
SET VARIABLE output = coalesce(getvariable('output'), 'output');

CREATE OR REPLACE TEMP VIEW all_articles AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/articles.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "id": 'VARCHAR',
        "version": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "url": 'VARCHAR',
        "canonical_url": 'VARCHAR',
        "title": 'VARCHAR',
        "description": 'VARCHAR',
        "authors": 'VARCHAR[]',
        "section": 'VARCHAR',
        "language": 'VARCHAR',
        "page_kind": 'VARCHAR',
        "published_at": 'VARCHAR',
        "published_on": 'VARCHAR',
        "published_precision": 'VARCHAR',
        "published_raw": 'VARCHAR',
        "published_zone": 'VARCHAR',
        "published_from": 'VARCHAR',
        "modified_at": 'VARCHAR',
        "correction": 'VARCHAR',
        "text_length": 'BIGINT',
        "text_sha256": 'VARCHAR',
        "extraction_status": 'VARCHAR',
        "extraction_model": 'VARCHAR',
        "entity_count": 'BIGINT',
        "quote_count": 'BIGINT',
        "citation_count": 'BIGINT',
        "cluster_id": 'VARCHAR',
        "cluster_role": 'VARCHAR',
        "cluster_reason": 'VARCHAR',
        "source_kind": 'VARCHAR',
        "source_path": 'VARCHAR',
        "source_offset": 'BIGINT',
        "source_length": 'BIGINT',
        "source_sha256": 'VARCHAR',
        "fetched_at": 'VARCHAR'});

CREATE OR REPLACE TEMP VIEW all_texts AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/texts.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 67108864, columns = {
        "schema_version": 'VARCHAR',
        "id": 'VARCHAR',
        "version": 'VARCHAR',
        "text": 'VARCHAR',
        "blocks": 'STRUCT("kind" VARCHAR, "start" BIGINT, "end" BIGINT, "path" VARCHAR, "at" VARCHAR)[]',
        "captions": 'VARCHAR[]',
        "sha256": 'VARCHAR'});

CREATE OR REPLACE TEMP VIEW all_quotes AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/quotes.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "quote_id": 'VARCHAR',
        "article_id": 'VARCHAR',
        "version": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "published_at": 'VARCHAR',
        "published_on": 'VARCHAR',
        "article_cluster_id": 'VARCHAR',
        "article_role": 'VARCHAR',
        "type": 'VARCHAR',
        "text": 'VARCHAR',
        "start": 'BIGINT',
        "end": 'BIGINT',
        "spans": 'BIGINT[][]',
        "quoted": 'BIGINT[][]',
        "cue_lemma": 'VARCHAR',
        "cue_kind": 'VARCHAR',
        "cue_start": 'BIGINT',
        "cue_end": 'BIGINT',
        "speaker_name": 'VARCHAR',
        "speaker_kind": 'VARCHAR',
        "speaker_key": 'VARCHAR',
        "speaker_entity": 'VARCHAR',
        "speaker_text": 'VARCHAR',
        "speaker_start": 'BIGINT',
        "speaker_end": 'BIGINT',
        "speaker_how": 'VARCHAR',
        "speaker_alternatives": 'STRUCT("entity" VARCHAR, "p" DOUBLE)[]',
        "holder_name": 'VARCHAR',
        "holder_key": 'VARCHAR',
        "reported_by": 'VARCHAR',
        "chain": 'STRUCT("role" VARCHAR, "name" VARCHAR, "entity" VARCHAR, "start" BIGINT, "end" BIGINT)[]',
        "stance": 'STRUCT("target" VARCHAR, "start" BIGINT, "end" BIGINT, "text" VARCHAR)[]',
        "nested_in": 'VARCHAR',
        "repeats": 'VARCHAR',
        "confidence_span": 'DOUBLE',
        "confidence_speaker": 'DOUBLE',
        "confidence_chain": 'DOUBLE',
        "cluster_id": 'VARCHAR',
        "cluster_longest": 'BOOLEAN',
        "cluster_start": 'BIGINT',
        "cluster_end": 'BIGINT',
        "in_copied_passage": 'BOOLEAN'});

CREATE OR REPLACE TEMP VIEW all_entities AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/entities.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "entity_id": 'VARCHAR',
        "article_id": 'VARCHAR',
        "version": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "published_at": 'VARCHAR',
        "published_on": 'VARCHAR',
        "article_cluster_id": 'VARCHAR',
        "article_role": 'VARCHAR',
        "type": 'VARCHAR',
        "name": 'VARCHAR',
        "key": 'VARCHAR',
        "roles": 'VARCHAR[]',
        "mention": 'VARCHAR',
        "start": 'BIGINT',
        "end": 'BIGINT',
        "label": 'VARCHAR',
        "rule": 'VARCHAR',
        "evidence": 'VARCHAR'});

CREATE OR REPLACE TEMP VIEW all_citations AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/citations.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "article_id": 'VARCHAR',
        "version": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "published_at": 'VARCHAR',
        "published_on": 'VARCHAR',
        "article_cluster_id": 'VARCHAR',
        "article_role": 'VARCHAR',
        "cited_name": 'VARCHAR',
        "cited_key": 'VARCHAR',
        "cited_entity": 'VARCHAR',
        "start": 'BIGINT',
        "end": 'BIGINT',
        "cue_lemma": 'VARCHAR',
        "cue_kind": 'VARCHAR',
        "cue_start": 'BIGINT',
        "cue_end": 'BIGINT'});

CREATE OR REPLACE TEMP VIEW all_clusters AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/clusters.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "id": 'VARCHAR',
        "alias_of": 'VARCHAR',
        "canonical_id": 'VARCHAR',
        "canonical_reason": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "title": 'VARCHAR',
        "article_count": 'BIGINT',
        "outlet_count": 'BIGINT',
        "first_published_at": 'VARCHAR',
        "last_published_at": 'VARCHAR',
        "article_ids": 'VARCHAR[]',
        "outlet_ids": 'VARCHAR[]'});

CREATE OR REPLACE TEMP VIEW all_quote_clusters AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/quote_clusters.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "id": 'VARCHAR',
        "alias_of": 'VARCHAR',
        "text": 'VARCHAR',
        "speaker_name": 'VARCHAR',
        "speaker_kind": 'VARCHAR',
        "speaker_names": 'VARCHAR[]',
        "quote_count": 'BIGINT',
        "article_count": 'BIGINT',
        "outlet_count": 'BIGINT',
        "first_published_at": 'VARCHAR',
        "first_article_id": 'VARCHAR',
        "first_outlet_id": 'VARCHAR',
        "first_outlet_name": 'VARCHAR'});

CREATE OR REPLACE TEMP VIEW all_relations AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/relations.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "from_id": 'VARCHAR',
        "to_id": 'VARCHAR',
        "kind": 'VARCHAR',
        "direction": 'VARCHAR',
        "basis": 'VARCHAR',
        "source": 'VARCHAR',
        "delay_least": 'BIGINT',
        "delay_most": 'BIGINT',
        "coverage": 'DOUBLE',
        "from_words": 'BIGINT',
        "to_words": 'BIGINT',
        "shared_words": 'BIGINT',
        "passages": 'STRUCT("from" BIGINT[], "to" BIGINT[])[]',
        "differences": 'STRUCT("kind" VARCHAR, "from" VARCHAR, "to" VARCHAR)[]',
        "quotes_dropped": 'VARCHAR[]',
        "quotes_altered": 'VARCHAR[]'});

CREATE OR REPLACE TEMP VIEW all_coverage AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/coverage.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "day": 'VARCHAR',
        "discovered": 'BIGINT',
        "refused": 'BIGINT',
        "fetched": 'BIGINT',
        "skipped": 'STRUCT("reason" VARCHAR, "pages" BIGINT)[]',
        "quarantined": 'BIGINT',
        "articles": 'BIGINT',
        "quotes": 'BIGINT'});

CREATE OR REPLACE TEMP VIEW all_quarantine AS SELECT * FROM read_json(
    getvariable('output') || '/date=*/quarantine.jsonl*', format = 'newline_delimited',
    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = 16777216, columns = {
        "schema_version": 'VARCHAR',
        "id": 'VARCHAR',
        "source": 'VARCHAR',
        "outlet_id": 'VARCHAR',
        "outlet_name": 'VARCHAR',
        "stage": 'VARCHAR',
        "reason": 'VARCHAR',
        "detail": 'VARCHAR'});

-- The cluster that goes on under the id of one that was joined to another.
CREATE OR REPLACE TEMP VIEW aliases AS
WITH RECURSIVE steps AS (
    SELECT id, alias_of FROM all_clusters WHERE alias_of IS NOT NULL
    UNION SELECT id, alias_of FROM all_quote_clusters WHERE alias_of IS NOT NULL),
ways AS (
    SELECT id, alias_of FROM steps
    UNION SELECT w.id, s.alias_of FROM ways AS w JOIN steps AS s ON s.id = w.alias_of)
SELECT id, min(alias_of) AS goes_on_as FROM ways ANTI JOIN steps AS s ON s.id = ways.alias_of GROUP BY id;

CREATE OR REPLACE TEMP VIEW clusters AS
SELECT r.* REPLACE (TRY_CAST(r."first_published_at" AS TIMESTAMP) AS "first_published_at", TRY_CAST(r."last_published_at" AS TIMESTAMP) AS "last_published_at") FROM all_clusters AS r
QUALIFY row_number() OVER (PARTITION BY r.id ORDER BY r.date DESC) = 1 AND r.alias_of IS NULL;

CREATE OR REPLACE TEMP VIEW quote_clusters AS
SELECT r.* REPLACE (TRY_CAST(r."first_published_at" AS TIMESTAMP) AS "first_published_at") FROM all_quote_clusters AS r
QUALIFY row_number() OVER (PARTITION BY r.id ORDER BY r.date DESC) = 1 AND r.alias_of IS NULL;

-- earliest and latest: the interval in which the article was published, by how exactly that is known.
CREATE OR REPLACE TEMP VIEW articles AS
SELECT a.* REPLACE (
        CASE WHEN c.article_count = 1 THEN 'only' WHEN c.canonical_id = a.id THEN 'canonical'
             WHEN c.id IS NOT NULL THEN 'copy' ELSE a.cluster_role END AS cluster_role),
    coalesce(a.published_at, a.published_on - INTERVAL 14 HOUR) AS earliest,
    CASE WHEN a.published_at IS NULL THEN a.published_on + INTERVAL 36 HOUR
         WHEN a.published_precision = 'second' THEN a.published_at + INTERVAL 1 SECOND
         WHEN a.published_precision = 'minute' THEN a.published_at + INTERVAL 1 MINUTE
         WHEN a.published_precision = 'month' THEN a.published_at + INTERVAL 31 DAY
         ELSE a.published_at + INTERVAL 1 DAY END AS latest
FROM (SELECT r.* REPLACE (TRY_CAST(r."published_at" AS TIMESTAMP) AS "published_at", TRY_CAST(r."published_on" AS DATE) AS "published_on", TRY_CAST(r."modified_at" AS TIMESTAMP) AS "modified_at", TRY_CAST(r."fetched_at" AS TIMESTAMP) AS "fetched_at", coalesce(s.goes_on_as, r.cluster_id) AS cluster_id) FROM all_articles AS r
    LEFT JOIN aliases AS s ON s.id = r.cluster_id
      QUALIFY row_number() OVER (PARTITION BY r.id ORDER BY r.date DESC, r.version DESC) = 1) AS a
LEFT JOIN clusters AS c ON c.id = a.cluster_id;

CREATE OR REPLACE TEMP VIEW texts AS
SELECT r.* FROM all_texts AS r
JOIN articles AS a ON a.id = r.id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW quotes AS
SELECT r.* REPLACE (TRY_CAST(r."published_at" AS TIMESTAMP) AS "published_at", TRY_CAST(r."published_on" AS DATE) AS "published_on", coalesce(s.goes_on_as, r.cluster_id) AS cluster_id, a.cluster_id AS article_cluster_id, a.cluster_role AS article_role) FROM all_quotes AS r
    LEFT JOIN aliases AS s ON s.id = r.cluster_id
JOIN articles AS a ON a.id = r.article_id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW entities AS
SELECT r.* REPLACE (TRY_CAST(r."published_at" AS TIMESTAMP) AS "published_at", TRY_CAST(r."published_on" AS DATE) AS "published_on", a.cluster_id AS article_cluster_id, a.cluster_role AS article_role) FROM all_entities AS r
JOIN articles AS a ON a.id = r.article_id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW citations AS
SELECT r.* REPLACE (TRY_CAST(r."published_at" AS TIMESTAMP) AS "published_at", TRY_CAST(r."published_on" AS DATE) AS "published_on", a.cluster_id AS article_cluster_id, a.cluster_role AS article_role) FROM all_citations AS r
JOIN articles AS a ON a.id = r.article_id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW relations AS
SELECT r.* FROM all_relations AS r
QUALIFY row_number() OVER (PARTITION BY r.from_id, r.to_id, r.kind ORDER BY r.date DESC) = 1;

CREATE OR REPLACE TEMP VIEW coverage AS
SELECT r.* REPLACE (TRY_CAST(r."day" AS DATE) AS "day") FROM all_coverage AS r;

CREATE OR REPLACE TEMP VIEW quarantine AS
SELECT r.* FROM all_quarantine AS r;

