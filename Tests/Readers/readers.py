"""How each of four readers reads a table, as docs/output.md advises, and what it read as plain Python values."""

import json
import warnings

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.json

warnings.simplefilter("ignore")


def lines(path):
    """What stands in the file: the measure of the readers."""
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def with_duckdb(path, table, schema):
    """All types from the shipped views.sql, with the file in place of the glob."""
    sql = (path.parent / "views.sql").read_text()
    start = sql.index(f"VIEW all_{table} AS") + len(f"VIEW all_{table} AS")
    select = sql[start:sql.index(");\n", start) + 1]
    select = select.replace(f"getvariable('output') || '/date=*/{table}.jsonl*'", f"'{path}'")
    select = select.replace("hive_partitioning = true, hive_types = {'date': DATE},", "hive_partitioning = false,")
    connection = duckdb.connect()
    result = connection.execute(select)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row)) for row in result.fetchall()]


def with_pandas(path, table, schema):
    frame = pandas.read_json(path, lines=True, dtype=False, dtype_backend="numpy_nullable", precise_float=True)
    rows = frame.astype(object).to_dict("records")
    return [{key: None if value is pandas.NA else value for key, value in row.items()} for row in rows]


def with_polars(path, table, schema):
    return polars.read_ndjson(path, infer_schema_length=None).to_dicts() if path.stat().st_size else []


def with_arrow(path, table, schema):
    """The schema says that times are strings; a block holds the longest row."""
    if not path.stat().st_size:
        return []
    fields = pyarrow.schema([(key, arrow_type(shape)) for key, shape in schema["properties"].items()])
    read = pyarrow.json.ReadOptions(block_size=64 << 20)
    parse = pyarrow.json.ParseOptions(explicit_schema=fields)
    return pyarrow.json.read_json(path, read_options=read, parse_options=parse).to_pylist()


def arrow_type(shape):
    kind = shape["type"]
    kind = kind if isinstance(kind, str) else kind[0]
    if kind == "array":
        return pyarrow.list_(arrow_type(shape["items"]))
    if kind == "object":
        return pyarrow.struct([(key, arrow_type(value)) for key, value in shape["properties"].items()])
    return {"string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(),
            "boolean": pyarrow.bool_()}[kind]


READERS = {"DuckDB": with_duckdb, "pandas": with_pandas, "Polars": with_polars, "Arrow": with_arrow}


def plain(value):
    """A value without what differs between equal values: numpy's scalars, and 1 beside 1.0 beside True."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return (type(value).__name__, value)
