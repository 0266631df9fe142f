"""What rules, applied afterwards, found in a recorded session."""

import json

from visit import milliseconds, of_session, rows

found = of_session("derived_events")
found["ms"] = milliseconds(found["at"])
found = found.sort_values(["ms", "tab", "ordinal"], kind="stable")
found["of"] = found["details"].map(json.loads)


def counted(kept, column, keys):
    hovered = kept["of"].map(lambda of: of.get("hoverMs", 0))
    return [
        {column: key, "events": int((keys == key).sum()), "hoverMs": hovered[keys == key].sum()} for key in dict.fromkeys(keys)
    ]


paths = found["of"].map(lambda of: of.get("path", ""))
filtered = found[found["name"] == "FILTER"]
rows("derived_events@1", counted(found, "event", found["name"]))
rows("derived_elements@1", counted(found, "element", paths))
rows("derived_events@1/one name", counted(filtered, "event", filtered["name"]))
