"""Where somebody looked, from the fixations that a laboratory told."""

import math

from visit import fields, first, last, named, named_after, one, rows

looks = named("gaze_fixation")
told = [(look.ms, float(look.of["duration_ms"]), look.of.get("element", "unknown")) for look in looks.itertuples()]
total = sum(ms for _, ms, _ in told)
one("fixation_time@1", total)


def by_element(element):
    return sum(ms for _, ms, name in told if name == element)


elements = sorted(dict.fromkeys(name for _, _, name in told), key=lambda element: -by_element(element))
rows("focused_elements@1", [{"element": each, "timeMs": by_element(each), "share": by_element(each) / total} for each in elements[:5]])

in_view = {}
for event in named("elementInView").itertuples():
    begun = event.ms - event.of.get("lengthMs", 0)
    in_view[event.of["name"]] = min(begun, in_view.get(event.of["name"], begun))


def visited(fixations, bridge):
    """Each maximal run in one area; a single fixation outside that is shorter than the bridge does not end it."""
    runs, inside, outside = [], None, 0
    for _, ms, area in fixations:
        if area is None:
            outside += 1
            if outside > 1 or ms >= bridge:
                inside = None
            continue
        outside = 0
        if area != inside:
            runs.append(area)
        inside = area
    return runs


def entropy(shares):
    return -sum(share * math.log2(share) for share in shares) + 0.0


def study(preset, at_end=False, bridge=0):
    fixations = sorted(((at - ms if at_end else at, ms, None if area == "unknown" else area) for at, ms, area in told), key=lambda each: each[0])
    areas = list(dict.fromkeys(area for _, _, area in fixations if area is not None))
    visits = visited(fixations, bridge)
    table = []
    for area in areas:
        own = [ms for _, ms, each in fixations if each == area]
        count = visits.count(area)
        table.append(
            {
                "area": area,
                "fixations": len(own),
                "dwellMs": sum(own),
                "share": sum(own) / total,
                "firstFixationMs": own[0],
                "visits": count,
                "revisits": count - 1,
            }
        )
    rows(named_after("gaze_areas@1", preset), sorted(table, key=lambda row: -row["dwellMs"]))

    ways = [way for way in zip(visits, visits[1:]) if way[0] != way[1]]
    leaving = {area: [to for begin, to in ways if begin == area] for area in dict.fromkeys(begin for begin, _ in ways)}
    transitions = [
        {"from": begin, "to": to, "count": out.count(to), "probability": out.count(to) / len(out)}
        for begin, out in leaving.items()
        for to in dict.fromkeys(out)
    ]
    rows(named_after("gaze_transitions@1", preset), sorted(transitions, key=lambda row: -row["count"]))
    fields(
        named_after("gaze_entropy@1", preset),
        {
            "transition": sum(len(out) / len(ways) * entropy(out.count(to) / len(out) for to in set(out)) for out in leaving.values()) if ways else None,
            "stationary": entropy(visits.count(area) / len(visits) for area in set(visits)) if visits else None,
        },
    )
    if bridge:
        return  # Nothing that follows is about visits.
    waits = []
    for area in dict.fromkeys([*areas, *in_view]):
        since = in_view.get(area, first)
        looked = [at for at, _, each in fixations if each == area and at >= since]
        wait = looked[0] - since if looked else None
        waits.append(
            {
                "area": area,
                "since": "inView" if area in in_view else "session",
                "ms": wait,
                "censored": wait is None,
                "observedMs": last - since if wait is None else wait,
            }
        )
    rows(named_after("gaze_first_fixation@1", preset), waits if fixations else [])


study("")
study("stamped at the end", at_end=True)
study("bridged", bridge=100)
