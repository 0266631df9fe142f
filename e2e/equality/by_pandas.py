"""Recomputes metrics from an export's events, after docs/metrics.md and nothing else, and reads what the export says of them."""

import json
import math
import re
import sys

import numpy as np
import pandas as pd

from load import tables

session = sys.argv[1]


def exported():
    long = tables["metrics_long"]
    cells = {}
    for row in long[long["session"] == session].itertuples():
        place = "" if pd.isna(row.row) else int(row.row)
        field = "" if pd.isna(row.field) else row.field
        text = None if pd.isna(row.text) else row.text
        cells[f"{row.metric} {place} {field}"] = text if pd.isna(row.value) else float(row.value)
    return cells


events = tables["events"]
events = events[events["session"] == session].copy()
events["ms"] = events["at"].astype("int64") // 10**6
events = events.sort_values(["ms", "tab", "sequence"], kind="stable").reset_index(drop=True)
details = events["details"].map(json.loads)
metadata = events["metadata"].map(lambda text: {each["name"]: each["value"] for each in json.loads(text)})
for field in ["path", "name", "tag", "button", "trusted", "x", "y", "clientX", "clientY", "hasFocus", "state", "lengthMs", "jumpMs"]:
    events[f"d_{field}"] = details.map(lambda of, field=field: of.get(field))
events["of"] = details
events["meta"] = metadata

first, last = int(events["ms"].min()), int(events["ms"].max())
computed = {}


def named(*names):
    return events[events["name"].isin(names)]


def one(metric, value):
    computed[f"{metric}  "] = plain(value)


def rows(metric, entries):
    for place, entry in enumerate(entries, 1):
        for field, value in entry.items():
            computed[f"{metric} {place} {field}"] = plain(value)


def plain(value):
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, (np.integer, np.floating)):
        value = value.item()
    return None if value is None or (isinstance(value, float) and math.isnan(value)) else value


def union(intervals):
    total, until = 0.0, -math.inf
    for begin, end in sorted(intervals):
        total += max(0.0, end - max(begin, until))
        until = max(until, end)
    return total


# Time and presence: the exported intervals follow each other over documents of one tab, whose clocks are corrected one by one.

one("session_duration@1", last - first)
told = named("presence")
spans = tables["presence"]
spans = spans[spans["session"] == session].copy()
for end in ("from", "to"):
    spans[end] = spans[end].astype("int64") // 10**6


def spells(*states):
    kept = spans[spans["state"].isin(states)]
    return list(zip(kept["from"], kept["to"]))


VISIBLE, FOCUSED = ("visible", "focused", "active"), ("focused", "active")
presence = {
    "open_time@1": union(spells("hidden", *VISIBLE)),
    "visible_time@1": union(spells(*VISIBLE)),
    "focused_time@1": union(spells(*FOCUSED)),
    "active_time@1": union(spells("active")),
}
for metric, length in presence.items():
    one(metric, length)
one("presence_source@1", spans["source"].iloc[0])
views = named("pageView")


def idle_episodes():
    """Stretches of more than a minute between inputs, focused throughout."""
    count, begun, until = 0, None, None
    for state, start, end in spans[spans["state"].isin(FOCUSED)].sort_values("from")[["state", "from", "to"]].itertuples(index=False):
        if begun is None or start > until:
            begun = start
        if state == "active":
            count += start - begun > 60_000
            begun = end
        until = end
    return count


one("idle_episodes@1", idle_episodes())
one("engaged_ga4@1", presence["focused_time@1"] > 10_000 or len(views) >= 2)

# Clicks.

clicks = named("click").reset_index(drop=True)
one("clicks@1", len(clicks))
one("clicks_per_minute@1", len(clicks) / (last - first) * 60_000)
same_path = clicks["d_path"] == clicks["d_path"].shift()
one("rage_clicks.seed@1", ((clicks["ms"].diff() < 300) & same_path).sum())
trusted = clicks[(clicks["d_trusted"] == True) & (clicks["d_button"] == 0)].reset_index(drop=True)  # noqa: E712
one("untrusted_clicks@1", (clicks["d_trusted"] == False).sum())  # noqa: E712


def bursts(least=3, gap=1_000, inclusive=True, window=math.inf, near="either", radius=30, manhattan=False, tags=()):
    """Maximal runs of clicks of one page view, each close enough to the previous."""
    runs, run = [], []
    kept = trusted[trusted["d_tag"].isin(tags)] if tags else trusted
    for click in kept.itertuples():
        before = run[-1] if run else None
        if before is not None:
            wait = click.ms - before.ms
            dx, dy = click.d_x - before.d_x, click.d_y - before.d_y
            way = abs(dx) + abs(dy) if manhattan else math.hypot(dx, dy)
            soon = wait <= gap if inclusive else wait < gap
            same = click.d_path == before.d_path
            close = way <= radius if inclusive else way < radius
            is_near = {"either": same or close, "element": same, "radius": close}[near]
            if not (soon and is_near and click.pageView == before.pageView and click.tab == before.tab and click.ms - run[0].ms <= window):
                runs.append(run)
                run = []
        run.append(click)
    return [each for each in [*runs, run] if len(each) >= least]


PRESETS = {
    "": {},
    "PostHog": dict(inclusive=False, near="radius", manhattan=True),
    "OpenReplay": dict(gap=300, inclusive=False, near="element"),
    "Sentry": dict(gap=7_000, window=7_000, near="element", tags=("button", "input", "a")),
    "Highlight": dict(least=5, gap=2_000, window=2_000, near="radius", radius=8),
}
for preset, parameters in PRESETS.items():
    one(f"rage_episode@1{preset and '/'}{preset}", len(bursts(**parameters)))
rows(
    "rage_bursts@1",
    [
        {"at": run[0].ms, "target": run[0].d_path, "clicks": len(run), "durationMs": run[-1].ms - run[0].ms}
        for run in bursts()
    ],
)


def follows(click, names, within):
    after = named(*names)
    after = after[(after["tab"] == click.tab) & (after["ms"] >= click.ms) & (after["ms"] - click.ms <= within)]
    began = after["ms"] - after["of"].map(lambda of: of.get("durationMs", 0))
    return bool(((after["name"] != "networkFailure") | (began >= click.ms)).any())


one("error_click@1", sum(follows(click, ["pageError", "networkFailure"], 1_000) for click in clicks.itertuples()))
one("error_click@1/errors only", sum(follows(click, ["pageError"], 1_000) for click in clicks.itertuples()))

outcomes = named("clickOutcome")
one("unjudged_clicks@1", outcomes["of"].map(lambda of: of.get("unjudgeable", False)).sum())
EFFECTS = {"mutation": 2_500, "navigation": 2_500, "network": 2_500, "input": 2_500, "focus": 2_500, "scroll": 100, "selection": 100, "media": 2_500}


def dead(limits, visibility=1_000, tags=(), not_tags=(), repeat=0):
    count, before = 0, {}
    for outcome in outcomes.itertuples():
        of = outcome.of
        if of.get("unjudgeable") or (tags and of["tag"] not in tags) or of["tag"] in not_tags:
            continue
        again = repeat and outcome.ms - before.get(of["path"], -math.inf) < repeat
        before[of["path"]] = outcome.ms
        effects = any(of.get(f"{effect}Ms", math.inf) <= limit for effect, limit in limits.items())
        seen = abs(of.get("visibilityMs", math.inf)) <= visibility
        judged = of["watchedMs"] >= max(limits.values())
        count += not (again or effects or seen) and judged
    return count


one("dead_click@1", dead(EFFECTS))

# Back and forth.


def end_of(view):
    """Leaving it, else its tab's next page view, else the tab's last sign of presence."""
    left = named("pageLeft", "pageView")
    later = left[(left["tab"] == view.tab) & (left["sequence"] > view.sequence)]["ms"]
    return later.min() if len(later) else spans[spans["tab"] == view.tab]["to"].max()


def visible_on(view):
    seen = spans[(spans["tab"] == view.tab) & spans["state"].isin(VISIBLE)]
    end = end_of(view)
    return union((max(begin, view.ms), min(until, end)) for begin, until in zip(seen["from"], seen["to"]) if until > view.ms and begin < end)


def dwell(length):
    return [{"pageView": view.pageView, "url": view.url, "at": view.ms, "dwellMs": length(view)} for view in views.itertuples()]


def quick_backs():
    count = 0
    for tab, own in views.groupby("tab", sort=False):
        seen = list(own.itertuples())
        for before, short, back in zip(seen, seen[1:], seen[2:]):
            if back.url != before.url or short.url == before.url:
                continue
            inputs = named("click", "pageScroll", "cursorTracking")
            inputs = inputs[(inputs["tab"] == tab) & (inputs["ms"] >= short.ms) & (inputs["ms"] < back.ms)]
            mine = spans[(spans["tab"] == tab) & spans["state"].isin(VISIBLE)]
            visible = union((max(a, short.ms), min(b, back.ms)) for a, b in zip(mine["from"], mine["to"]) if b > short.ms and a < back.ms)
            redirect = back.ms - short.ms < 300 and inputs.empty
            count += visible < 7_000 and not redirect
    return count


one("quick_back@1", quick_backs())
rows("page_dwell_visible@1", dwell(visible_on))
rows("page_dwell_wall@1", dwell(lambda view: end_of(view) - view.ms))


# Scrolling: heights follow from depth and position.


def scrolled():
    """Each page view's scrollings, with the viewport's height at the time."""
    per_view, viewport, view = {}, {}, {}
    for event in events.itertuples():
        if event.name == "started":
            viewport[event.tab] = event.of["viewportResolution"]["height"]
        elif event.name == "viewportResize":
            viewport[event.tab] = event.of.get("viewportHeight", event.of.get("height"))
        elif event.name == "pageView":
            view[event.tab] = (event.url, event.ms)
        elif event.name == "pageScroll" and event.tab in view:
            per_view.setdefault((event.tab, *view[event.tab]), []).append((event, viewport.get(event.tab)))
    return per_view


scroll_depth, content_depth, travels, excessive = [], [], [], 0
for (tab, url, at), ways in scrolled().items():
    tops, travel, heights, reversals, direction = [], 0.0, 0.0, 0, 0
    for event, client in ways:
        of = event.of
        height = round((of["scrollY"] + client) / of["depth"])
        deepest = of["maxDepth"] * height - client
        tops.append(deepest / (height - client) if height > client else 0)
        way = of["scrollY"] - of["fromY"]
        travel += abs(way)
        heights = max(heights, height)
        if abs(way) >= client:
            reversals += direction != 0 and direction != np.sign(way)
            direction = np.sign(way)
    scroll_depth.append({"url": url, "at": at, "depth": min(1, round(max(tops), 3))})
    content_depth.append({"url": url, "at": at, "depth": max(event.of["maxDepth"] for event, _ in ways)})
    travels.append({"url": url, "at": at, "travelPx": travel, "heights": travel / heights, "reversals": reversals})
    excessive += reversals >= 4 and travel / heights > 5
rows("scroll_depth_content@1", content_depth)
rows("scroll_depth_scroll@1", scroll_depth)
rows("scroll_travel@1", travels)
one("excessive_scroll@1", excessive)

# Pointer.


def hovers():
    inside, stays = {}, {}
    for event in named("mouseenter", "mouseleave", "pageView", "pageLeft").itertuples():
        if event.name in ("pageView", "pageLeft"):
            inside = {key: at for key, at in inside.items() if key[0] != event.tab}
            continue
        key = (event.tab, event.of.get("path"))
        if event.name == "mouseenter":
            inside[key] = (event.ms, event.of.get("name"))
        elif key in inside:
            begun, name = inside.pop(key)
            if name and event.ms - begun >= 100:
                stays.setdefault(name, []).append(event.ms - begun)
    return [{"name": name, "hovers": len(each), "dwellMs": sum(each)} for name, each in stays.items()]


rows("hover_dwell@1", sorted(hovers(), key=lambda row: -row["dwellMs"]))

# Forms.


def fields():
    kept, inside = {}, {}
    for event in named("fieldFocus", "fieldBlur", "fieldChange", "focusin", "focusout", "focus", "blur", "change", "input", "pageLeft").itertuples():
        name = event.of.get("name")
        if event.name == "pageLeft" and event.tab in inside:
            field, since = inside.pop(event.tab)[:2]
            kept[field]["timeMs"] += event.ms - since
        if not name:
            continue
        of = kept.setdefault(name, {"field": name, "visits": 0, "timeMs": 0.0, "changes": 0, "returns": 0, "corrections": 0, "was": False})
        if event.name in ("fieldFocus", "focusin", "focus"):
            of["visits"] += 1
            of["returns"] += of["was"]
            inside[event.tab] = [name, event.ms, of["was"], False]
        elif event.name in ("fieldChange", "change", "input"):
            of["changes"] += 1
            if inside.get(event.tab, [None])[0] != name:  # Somebody was in it before the log began.
                of["visits"] += 1
                inside[event.tab] = [name, event.ms, of["was"], False]
            now = inside[event.tab]
            of["corrections"] += now[2] and not now[3]
            now[3] = True
            of["was"] = True
        elif inside.get(event.tab, [None])[0] == name:
            of["timeMs"] += event.ms - inside.pop(event.tab)[1]
    # Their times are of the visible page only, which is told tab by tab: not computed here.
    return [{key: value for key, value in of.items() if key not in ("was", "timeMs")} for of in kept.values()]


entered = named("fieldFocus", "focusin", "focus")
submitted = named("formSubmit", "submit")
if len(entered):
    rows("form_fields@1", fields())
    one("form_abandon_field@1", None if len(submitted) else entered.iloc[-1]["of"]["name"])
    one("form_viewed@1", True)
    one("form_started@1", True)
    one("form_completed@1", len(submitted) > 0)
    one("form_abandoned@1", len(submitted) == 0)

# Search.

queries = events[events["name"].isin(["query"]) | ((events["name"] == "submit") & (events["d_name"] == "query"))]
results = events[(events["name"] == "result") | (events["name"].isin(["click", "mouseClick"]) & (events["d_name"] == "result"))]
painted = named("results")


def said(event, field):
    """What the page told with an event: in its details, in its metadata, or among a form's values."""
    values = {each["name"]: each["value"] for each in event.of.get("submissionValues", [])}
    return event.of.get(field, event.meta.get(field, values.get(field)))


asked = list(queries.itertuples())
opened = list(results.itertuples())
ends = [*[each.ms for each in asked[1:]], math.inf]
first_click, first_action, without, immediate = [], [], 0, 0
for place, (query, end) in enumerate(zip(asked, ends), 1):
    own = [each.ms for each in opened if query.ms <= each.ms < end]
    paint = [each for each in painted["ms"] if query.ms <= each < end]
    action = min([*own, *([end] if end < math.inf else [])], default=None)
    for table, to in ((first_click, own[0] if own else None), (first_action, action)):
        table.append(
            {
                "query": place,
                "fromSubmitMs": None if to is None else to - query.ms,
                "fromPaintMs": None if to is None or not paint else to - paint[0],
                "censored": to is None,
            }
        )
    without += not own
    immediate += not own and end < math.inf
ranks = pd.Series([float(said(each, "rank")) for each in opened])
one("search_queries@1", len(asked))
rows("search_time_to_first_click@1", first_click)
rows("search_time_to_first_action@1", first_action)
one("search_clicks_per_query@1", len(opened) / len(asked))
rows("search_clicks_by_rank@1", [{"rank": rank, "clicks": count} for rank, count in ranks.value_counts().sort_index().items()])
one("search_max_rank@1", ranks.max())
one("search_abandonment@1", without / len(asked))
one("search_requery_rate@1", immediate / len(asked))


def letters_off(one, other):
    """Levenshtein's distance."""
    line = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        corner, line[0] = line[0], i
        for j, b in enumerate(other, 1):
            corner, line[j] = line[j], min(line[j] + 1, line[j - 1] + 1, corner + (a != b))
    return line[-1]


def change(before, now):
    old, new = set(re.findall(r"\w+", before.lower())), set(re.findall(r"\w+", now.lower()))
    if old == new:
        return "repeat"
    if len(old) == len(new) and all(min(letters_off(word, other) for other in old) <= 2 for word in new):
        return "spelling"
    if not old & new:
        return "new"
    return "add" if old < new else "drop" if new < old else "substitute"


reformulations = [{"query": 1, "change": "first", "afterMs": None}]
for place, (before, now) in enumerate(zip(asked, asked[1:]), 2):
    wait = now.ms - before.ms
    kind = "new" if wait > 1_800_000 else change(said(before, "query"), said(now, "query"))
    reformulations.append({"query": place, "change": kind, "afterMs": wait})
rows("search_reformulations@1", reformulations)

# Dwell on results: to the next search event, on the landing page, and to the return.

search_times = sorted([*[each.ms for each in asked], *[each.ms for each in opened], *painted["ms"]])
dwells, satisfied, pogo = [], 0, 0
all_views = list(views.itertuples())
for place, click in enumerate(opened):
    later = [at for at in search_times if at > click.ms]
    server = later[0] - click.ms if later else None
    page = [view for view in all_views if view.ms <= click.ms and view.tab == click.tab][-1].url
    landing = next((view for view in all_views if click.ms <= view.ms <= click.ms + 10_000 and view.url != page), None)
    client = None if landing is None else visible_on(landing)
    back = next((view.ms for view in all_views if view.ms > click.ms and view.url == page), None)
    returns = [at for at in [back, later[0] if later else None] if at is not None]
    trail = min(returns) - click.ms if returns else None
    dwells.append({"at": click.ms, "rank": float(said(click, "rank")), "document": said(click, "document"), "serverMs": server, "clientMs": client, "trailMs": trail})
    satisfied += place == len(opened) - 1 or (client is not None and client >= 30_000)
    pogo += trail is not None and trail < 10_000
rows("search_dwell@1", dwells)
one("search_sat_clicks@1", satisfied)
one("search_pogo_sticks@1", pogo)

# Gaze.

looks = named("gaze_fixation")
areas = looks["of"].map(lambda of: of.get("element") or None).tolist()
lengths = looks["of"].map(lambda of: float(of["duration_ms"])).tolist()
one("fixation_time@1", sum(lengths))
visits = [area for place, area in enumerate(areas) if place == 0 or area != areas[place - 1]]
inside = [area for area in areas if area is not None]
totals = {area: sum(length for at, length in zip(areas, lengths) if at == area) for area in dict.fromkeys(inside)}
longest = sorted(totals, key=lambda area: -totals[area])
rows("focused_elements@1", [{"element": area, "timeMs": totals[area], "share": totals[area] / sum(lengths)} for area in longest[:5]])
rows(
    "gaze_areas@1",
    [
        {
            "area": area,
            "fixations": areas.count(area),
            "dwellMs": totals[area],
            "share": totals[area] / sum(lengths),
            "firstFixationMs": lengths[areas.index(area)],
            "visits": visits.count(area),
            "revisits": visits.count(area) - 1,
        }
        for area in longest
    ],
)
begun = looks["ms"].tolist()
firsts = {area: begun[areas.index(area)] for area in totals}
rows(
    "gaze_first_fixation@1",
    [{"area": area, "since": "session", "ms": at - first, "censored": False, "observedMs": at - first} for area, at in firsts.items()],
)
stops = [area for area in visits if area is not None]
ways = [(one_area, other) for one_area, other in zip(stops, stops[1:]) if one_area != other]


def entropy(shares):
    return -sum(share * math.log2(share) for share in shares)


if ways:
    leaving = {area: [to for begin, to in ways if begin == area] for area in dict.fromkeys(begin for begin, _ in ways)}
    computed["gaze_entropy@1  transition"] = plain(
        sum(len(out) / len(ways) * entropy(out.count(to) / len(out) for to in set(out)) for out in leaving.values())
    )
    computed["gaze_entropy@1  stationary"] = plain(entropy(stops.count(area) / len(stops) for area in set(stops)))

# Quality.


def away():
    focused, gone, lengths = set(), None, []
    for event in named("viewportFocusChange", "click").itertuples():
        if event.name == "click" or event.d_hasFocus:
            focused.add(event.tab)
            if gone is not None:
                lengths.append(event.ms - gone)
                gone = None
        else:
            focused.discard(event.tab)
            if not focused and gone is None:
                gone = event.ms
    return [length for length in lengths if length >= 250]


quality = {
    "focus_losses": len(away()),
    "time_away": sum(away()),
    "untrusted_clicks": int((clicks["d_trusted"] == False).sum()),  # noqa: E712
    "clock_jumps": int((told["d_jumpMs"].astype(float).abs() >= 250).sum()),
    "dropped_events": int(sum(of.get("dropped", 0) for of in named("outboxChanged")["of"])),
    "zoom_changes": len(named("viewportZoom")),
    "pastes": int(sum(of["action"] == "paste" for of in named("clipboard")["of"])),
    "tracker_failures": len(named("trackerFailed")),
}
for metric, value in quality.items():
    one(f"{metric}@1", value)
limits = {name: 60_000 if name == "time_away" else 3 if name == "focus_losses" else 0 for name in quality}
rows("quality_flags@1", [{"flag": name, "value": value, "threshold": limits[name]} for name, value in quality.items() if value > limits[name]])

print(json.dumps({"exported": exported(), "computed": computed}))
