"""What an export says of metrics: `metric@version`, row and field → value."""

import pandas as pd


def exported(metrics_long):
    cells = {}
    for row in metrics_long.itertuples():
        place = "" if pd.isna(row.row) else int(row.row)
        field = "" if pd.isna(row.field) else row.field
        text = None if pd.isna(row.text) else row.text
        cells[f"{row.metric} {place} {field}"] = text if pd.isna(row.value) else float(row.value)
    return cells
