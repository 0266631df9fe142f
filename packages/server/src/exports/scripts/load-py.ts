/** Loads every table of an export into pandas; it reads the codebook, so it is the same for all. */
export const LOAD_PY = `"""Loads the tables of this export with the right types.

    from load import tables          # a dictionary of data frames, by name
    tables["sessions"].describe()

Needs pandas; for Parquet also pyarrow. Run as a program it prints what it found.
"""
import json
import pathlib

import pandas as pd

HERE = pathlib.Path(__file__).resolve().parent
CODEBOOK = json.loads((HERE / "codebook.json").read_text(encoding="utf-8"))
TYPES = {"text": "string", "json": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "instant": "Int64"}


def load(name):
    """One table by its name."""
    columns = next(table["columns"] for table in CODEBOOK["tables"] if table["name"] == name)
    if (HERE / f"{name}.parquet").exists():
        return typed(pd.read_parquet(HERE / f"{name}.parquet"), columns, "ms_utc")
    if (HERE / f"{name}.jsonl").exists():
        rows = [json.loads(line) for line in (HERE / f"{name}.jsonl").open(encoding="utf-8")]
        frame = pd.DataFrame(rows, columns=[column["name"] for column in columns])
        for column in columns:
            if column["type"] == "json":
                frame[column["name"]] = frame[column["name"]].map(lambda value: json.dumps(value, ensure_ascii=False))
        return typed(frame, columns, "ms")
    # An empty text is a value; an empty number, or a text that may be unknown, is not.
    empty = {column["name"]: [""] for column in columns if column["nullable"] or column["type"] not in ("text", "json")}
    frame = pd.read_csv(
        HERE / f"{name}.csv",
        dtype={column["name"]: TYPES[column["type"]] for column in columns},
        keep_default_na=False,
        na_values=empty,
        # pandas' own way is faster and may be off by the last digit.
        float_precision="round_trip",
    )
    return typed(frame, columns, "ms")


def typed(frame, columns, instants):
    for column in columns:
        name = column["name"]
        if column["type"] == "instant":
            if instants == "ms":
                frame[name] = pd.to_datetime(frame[name].astype("Int64"), unit="ms", utc=True)
        else:
            frame[name] = frame[name].astype(TYPES[column["type"]])
    return frame


tables = {table["name"]: load(table["name"]) for table in CODEBOOK["tables"]}

if __name__ == "__main__":
    for name, frame in tables.items():
        print(f"{name}: {len(frame)} rows, {len(frame.columns)} columns")
        print(frame.dtypes.to_string())
`;
