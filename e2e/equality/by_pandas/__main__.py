"""Recomputes every metric from an export's tables, after docs/metrics.md and nothing else, and reads what the export says of them."""

import json

import pandas as pd

import clicks, derived, forms, gaze, pointer, presence, quality, scrolling, search  # noqa: E401, F401
from visit import computed, of_session


def exported():
    cells = {}
    for row in of_session("metrics_long").itertuples():
        place = "" if pd.isna(row.row) else int(row.row)
        field = "" if pd.isna(row.field) else row.field
        text = None if pd.isna(row.text) else row.text
        cells[f"{row.metric} {place} {field}"] = text if pd.isna(row.value) else float(row.value)
    return cells


print(json.dumps({"exported": exported(), "computed": computed}))
