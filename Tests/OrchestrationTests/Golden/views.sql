-- Typed views of all partitions, for DuckDB 1.2 or newer. From the folder that holds output/:
--   duckdb -init queries/views.sql
-- or, for another folder: duckdb -cmd "SET VARIABLE output = 'my-output'" -init queries/views.sql
-- all_TABLE has every row as published, with the date of its partition; TABLE has what holds today: of an article
-- its latest version, and what belongs to that. Times are UTC. Made from the definitions of the records.
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

-- earliest and latest: the interval in which the article was published, by how exactly that is known.
CREATE OR REPLACE TEMP VIEW articles AS
SELECT *,
    coalesce(published_at, published_on - INTERVAL 14 HOUR) AS earliest,
    CASE WHEN published_at IS NULL THEN published_on + INTERVAL 36 HOUR
         WHEN published_precision = 'second' THEN published_at + INTERVAL 1 SECOND
         WHEN published_precision = 'minute' THEN published_at + INTERVAL 1 MINUTE
         WHEN published_precision = 'month' THEN published_at + INTERVAL 31 DAY
         ELSE published_at + INTERVAL 1 DAY END AS latest
FROM (SELECT * REPLACE (TRY_CAST("published_at" AS TIMESTAMP) AS "published_at", TRY_CAST("published_on" AS DATE) AS "published_on", TRY_CAST("modified_at" AS TIMESTAMP) AS "modified_at", TRY_CAST("fetched_at" AS TIMESTAMP) AS "fetched_at") FROM all_articles
      QUALIFY row_number() OVER (PARTITION BY id ORDER BY date DESC, version DESC) = 1);

CREATE OR REPLACE TEMP VIEW texts AS
SELECT * FROM all_texts AS r
SEMI JOIN articles AS a ON a.id = r.id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW quotes AS
SELECT * REPLACE (TRY_CAST("published_at" AS TIMESTAMP) AS "published_at", TRY_CAST("published_on" AS DATE) AS "published_on") FROM all_quotes AS r
SEMI JOIN articles AS a ON a.id = r.article_id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW entities AS
SELECT * REPLACE (TRY_CAST("published_at" AS TIMESTAMP) AS "published_at", TRY_CAST("published_on" AS DATE) AS "published_on") FROM all_entities AS r
SEMI JOIN articles AS a ON a.id = r.article_id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW citations AS
SELECT * REPLACE (TRY_CAST("published_at" AS TIMESTAMP) AS "published_at", TRY_CAST("published_on" AS DATE) AS "published_on") FROM all_citations AS r
SEMI JOIN articles AS a ON a.id = r.article_id AND a.version = r.version AND a.date = r.date;

CREATE OR REPLACE TEMP VIEW clusters AS
SELECT * REPLACE (TRY_CAST("first_published_at" AS TIMESTAMP) AS "first_published_at", TRY_CAST("last_published_at" AS TIMESTAMP) AS "last_published_at") FROM all_clusters
QUALIFY row_number() OVER (PARTITION BY id ORDER BY date DESC) = 1;

CREATE OR REPLACE TEMP VIEW quote_clusters AS
SELECT * REPLACE (TRY_CAST("first_published_at" AS TIMESTAMP) AS "first_published_at") FROM all_quote_clusters
QUALIFY row_number() OVER (PARTITION BY id ORDER BY date DESC) = 1;

CREATE OR REPLACE TEMP VIEW relations AS
SELECT * FROM all_relations
QUALIFY row_number() OVER (PARTITION BY from_id, to_id, kind ORDER BY date DESC) = 1;

CREATE OR REPLACE TEMP VIEW coverage AS SELECT * REPLACE (TRY_CAST("day" AS DATE) AS "day") FROM all_coverage;

CREATE OR REPLACE TEMP VIEW quarantine AS SELECT * FROM all_quarantine;

