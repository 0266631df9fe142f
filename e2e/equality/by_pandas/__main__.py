"""Recomputes every metric from an export's tables, after docs/metrics.md and nothing else, and reads what the export says of them."""

import json

import clicks, derived, forms, gaze, pointer, presence, quality, scrolling, search  # noqa: E401, F401
from exported import exported
from visit import computed, of_session


print(json.dumps({"exported": exported(of_session("metrics_long")), "computed": computed}))
