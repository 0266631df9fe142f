"""One session of an export, and what was computed of it: `metric@version`, row and field, as `metrics_long` has them."""

import json
import math
import sys

import numpy as np
import pandas as pd

from load import tables

session = sys.argv[1]


def of_session(table):
    kept = tables[table]
    return kept[kept["session"] == session].copy()


def milliseconds(instants):
    return instants.astype("int64") // 10**6


def plain(value):
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, (np.integer, np.floating)):
        value = value.item()
    return None if value is None or (isinstance(value, float) and math.isnan(value)) else value


computed = {}


def one(metric, value):
    computed[f"{metric}  "] = plain(value)


def fields(metric, values):
    for field, value in values.items():
        computed[f"{metric}  {field}"] = plain(value)


def rows(metric, entries):
    for place, entry in enumerate(entries, 1):
        for field, value in entry.items():
            computed[f"{metric} {place} {field}"] = plain(value)


def named_after(metric, preset):
    return f"{metric}/{preset}" if preset else metric


events = of_session("events")
events["ms"] = milliseconds(events["at"])
events = events.sort_values(["ms", "tab", "sequence"], kind="stable").reset_index(drop=True)
events["of"] = events["details"].map(json.loads)
events["meta"] = events["metadata"].map(lambda text: {each["name"]: each["value"] for each in json.loads(text)})
for field in ["path", "name", "tag", "button", "trusted", "x", "y", "hasFocus", "jumpMs"]:
    events[f"d_{field}"] = events["of"].map(lambda of, field=field: of.get(field))
first, last = int(events["ms"].min()), int(events["ms"].max())

# Intervals of presence follow each other over the documents of a tab, whose clocks are corrected one by one.
spans = of_session("presence")
for end in ("from", "to"):
    spans[end] = milliseconds(spans[end])
VISIBLE, FOCUSED = ("visible", "focused", "active"), ("focused", "active")


def named(*names):
    return events[events["name"].isin(names)]


def matching(*patterns):
    """Events by name, or by name and the name in their details: `click` or `click/result`."""
    fits = pd.Series(False, index=events.index)
    for pattern in patterns:
        name, _, inner = pattern.partition("/")
        fits |= (events["name"] == name) & ((events["d_name"] == inner) if inner else True)
    return events[fits]


views = named("pageView")


def union(intervals):
    total, until = 0.0, -math.inf
    for begin, end in sorted(intervals):
        total += max(0.0, end - max(begin, until))
        until = max(until, end)
    return total


def visible_ms(tab, begin, end):
    """For how long a tab was visible from one moment to another."""
    seen = spans[(spans["tab"] == tab) & spans["state"].isin(VISIBLE)]
    return union((max(begin, start), min(end, until)) for start, until in zip(seen["from"], seen["to"]) if until > begin and start < end)


def left_at(view):
    """When a page was left, for another one or for good; nothing may tell."""
    leaving = named("pageLeft", "pageView")
    later = leaving[(leaving["tab"] == view.tab) & (leaving["sequence"] > view.sequence)]["ms"]
    return later.min() if len(later) else None
