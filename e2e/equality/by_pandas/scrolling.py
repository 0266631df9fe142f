"""Scrolling: a page's height follows from the depth and the position that each scrolling ended at."""

import json

import numpy as np

from visit import events, left_at, named_after, one, rows, visible_ms


def scrolled():
    """Page views with their scrollings, and the viewport's height at the time."""
    ways, viewport, view = {}, {}, {}
    for event in events.itertuples():
        if event.name == "started":
            viewport[event.tab] = event.of["viewportResolution"]["height"]
        elif event.name == "viewportResize":
            viewport[event.tab] = event.of["viewportHeight"]
        elif event.name == "pageView":
            view[event.tab] = event
        elif event.name == "pageScroll" and event.tab in view:
            ways.setdefault(view[event.tab].Index, (view[event.tab], []))[1].append((event, event.of, viewport[event.tab]))
    return list(ways.values())


def height(of, client):
    return int(np.floor((of["scrollY"] + client) / of["depth"] + 0.5))


def time_map(view, ways, bins):
    """Each bin's time in the viewport while nothing scrolled and the page was visible."""
    tall = max(height(of, client) for _, of, client in ways)
    edges = np.linspace(0, tall, bins + 1)
    seen = np.zeros(bins)
    rests, since = [], view.ms
    for event, of, client in ways:
        rests.append((since, event.ms - of["durationMs"], of["fromY"], client))
        since = max(since, event.ms)
    left = left_at(view)
    if left is not None:
        _, of, client = ways[-1]
        rests.append((since, left, of["scrollY"], client))
    for begin, end, top, client in rests:
        if end > begin:
            inside = np.minimum(edges[1:], min(top + client, tall)) - np.maximum(edges[:-1], top)
            seen += visible_ms(view.tab, begin, end) * np.clip(inside, 0, None) / (tall / bins)
    return {"url": view.url, "at": view.ms, "heightPx": tall, "binsMs": json.dumps(np.floor(seen + 0.5).astype(int).tolist(), separators=(",", ":"))}


scroll_depth, content_depth, travels, excessive = [], [], [], 0
maps = {"": [], "tenths": []}
for view, ways in scrolled():
    tops, travel, tallest, reversals, direction = [], 0.0, 0.0, 0, 0
    for _, of, client in ways:
        tall = height(of, client)
        deepest = of["maxDepth"] * tall - client
        tops.append(deepest / (tall - client) if tall > client else 0)
        way = of["scrollY"] - of["fromY"]
        travel += abs(way)
        tallest = max(tallest, tall)
        if abs(way) >= client:
            reversals += direction != 0 and direction != np.sign(way)
            direction = np.sign(way)
    page = {"url": view.url, "at": view.ms}
    scroll_depth.append({**page, "depth": min(1, round(max(tops), 3))})
    content_depth.append({**page, "depth": max(of["maxDepth"] for _, of, _ in ways)})
    travels.append({**page, "travelPx": travel, "heights": travel / tallest, "reversals": reversals})
    excessive += reversals >= 4 and travel / tallest > 5
    for preset, bins in {"": 100, "tenths": 10}.items():
        maps[preset].append(time_map(view, ways, bins))
rows("scroll_depth_content@1", content_depth)
rows("scroll_depth_scroll@1", scroll_depth)
rows("scroll_travel@1", travels)
one("excessive_scroll@1", excessive)
for preset, entries in maps.items():
    rows(named_after("viewport_time_map@1", preset), entries)
