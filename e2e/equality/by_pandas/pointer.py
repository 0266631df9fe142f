"""The pointer's ways, its rests, and its stays in elements."""

import math

import numpy as np

from visit import events, named_after, one, rows

EVERY_MS = 200


def positions(event):
    """What one event tells, as time, x and y: the points in between end with the event, by the page's own clock."""
    of = event.of
    points = [point for point in of.get("points", []) if point[2] <= of["points"][-1][2]]
    told = [(event.ms - (points[-1][2] - time), x, y) for x, y, time in points]
    return [*told, (event.ms, of["clientX"], of["clientY"])]


def ways():
    """From a page view or click to the next click of the tab; those that no click ends are none."""
    begun, ended = {}, []
    for event in events.itertuples():
        if event.name == "cursorTracking":
            if event.tab in begun:
                begun[event.tab].extend(positions(event))
        elif event.name in ("pageView", "click"):
            way = begun.get(event.tab)
            begun[event.tab] = []
            if event.name == "click" and way:
                ended.append(with_rests(way))
    return [np.array(way, dtype=float) for way in ended if len(way) > 1]


def with_rests(told):
    """Never back in time, of two positions at once the later; in a longer gap than positions are told in, the pointer stood still before it moved."""
    way = []
    for at, x, y in told:
        if way and at < way[-1][0]:
            continue
        if way and at == way[-1][0]:
            way.pop()
        elif way and at - way[-1][0] > EVERY_MS and (x, y) != way[-1][1:]:
            way.append((at - EVERY_MS, *way[-1][1:]))
        way.append((at, x, y))
    return way


def measured(way, steps):
    at, x, y = way.T
    taking, dx, dy = np.diff(at), np.diff(x), np.diff(y)
    long = np.hypot(dx, dy)
    velocity = long / taking
    acceleration = np.diff(velocity) / taking[1:]
    away, along = from_line(x, y)
    resting = [(taking[place], long[place] == 0) for place in range(len(long))]
    pauses = [0.0]
    for ms, still in resting:
        if still:
            pauses[-1] += ms
        else:
            pauses.append(0.0)
    hovers = [ms for ms in pauses if ms >= 500]
    outside = np.flatnonzero(np.hypot(x - x[0], y - y[0]) > 0)
    even = np.interp(np.linspace(at[0], at[-1], steps), at, away) if steps else away
    return {
        "initiationMs": at[outside[0] - 1 if len(outside) else -1] - at[0],
        "idleMs": sum(pauses),
        "hovers": len(hovers),
        "hoverMs": sum(hovers),
        "distancePx": long.sum(),
        "maxVelocity": velocity.max(),
        "meanVelocity": long.sum() / (at[-1] - at[0]),
        "maxAcceleration": acceleration.max() if len(acceleration) else None,
        "minAcceleration": acceleration.min() if len(acceleration) else None,
        "at": at[0],
        "lengthMs": at[-1] - at[0],
        "samples": len(way),
        "mad": away[np.abs(away).argmax()],
        "ad": even.mean(),
        "auc": (np.diff(along) * (away[1:] + away[:-1]) / 2).sum(),
        "xFlips": flips(dx),
        "yFlips": flips(dy),
        "xReversals": flips(x - x[0]),
        "yReversals": flips(y - y[0]),
    }


def from_line(x, y):
    """How far each point lies from the straight line between the ends, above it positive, the other way round on ways downward; and how far along it."""
    right, up = x[-1] - x[0], y[0] - y[-1]
    length = math.hypot(right, up)
    if length == 0:
        return np.zeros(len(x)), np.zeros(len(x))
    along = ((x - x[0]) * right + (y[0] - y) * up) / length
    left_hand = ((y[0] - y) * right - (x - x[0]) * up) / length
    above = left_hand if right >= 0 else -left_hand
    return (above if up >= 0 else -above), along


def flips(signed):
    """How often the sign changes, zeros aside."""
    signs = np.sign(signed[signed != 0])
    return int((np.diff(signs) != 0).sum())


for preset, steps in {"": 101, "mousetrap": 0}.items():
    rows(named_after("mouse_trajectories@1", preset), [measured(way, steps) for way in ways()])


def thrashes(told):
    """Maximal runs of segments, of at least 40 px each, at whose ends the last 2 s hold 6 reversals and 800 px."""
    count, was, kept, segments = 0, False, None, []
    for at, x, y in told:
        if kept is not None:
            way = (x - kept[0], y - kept[1])
            long = math.hypot(*way)
            if long < 40:
                continue
            turned = bool(segments) and segments[-1][1][0] * way[0] + segments[-1][1][1] * way[1] < 0
            segments.append((at, way, long, turned))
            recent = [segment for segment in segments if segment[0] >= at - 2_000]
            wild = sum(segment[3] for segment in recent) >= 6 and sum(segment[2] for segment in recent) >= 800
            count += wild and not was
            was = wild
        kept = (x, y)
    return count


def uncut():
    """Each tab's pointer, cut by clicks and by coming back onto the page."""
    pieces = {}
    for event in events.itertuples():
        cut = event.name == "click" or (event.name == "cursorTracking" and event.of.get("trackingType") == "cursorEnteredViewport")
        if cut:
            pieces.setdefault(event.tab, []).append([])
        if event.name == "cursorTracking":
            pieces.setdefault(event.tab, [[]])[-1].extend(positions(event))
    return [piece for own in pieces.values() for piece in own]


one("thrash@1", sum(thrashes(piece) for piece in uncut()))


def hesitations():
    inside, pointer, found = {}, {}, []
    for event in events.itertuples():
        if event.name == "cursorTracking":
            pointer.setdefault(event.tab, []).extend(positions(event))
        key = (event.tab, event.of.get("name"))
        if key[1] is None:
            continue
        if event.name in ("mouseenter", "focus", "focusin"):
            inside[key] = event.ms
        elif event.name in ("mouseleave", "blur", "focusout"):
            inside.pop(key, None)
        elif event.name in ("click", "mouseClick", "change", "submit") and key in inside:
            entered = inside.pop(key)
            if event.tab in pointer:
                rested = longest_rest(pointer[event.tab], entered, event.ms)
                if rested >= 500:
                    found.append({"at": entered, "name": key[1], "waitedMs": event.ms - entered, "restedMs": rested})
    return found


def longest_rest(told, begin, end):
    """Between movements of at least 5 px/s, each of which began at the position before, but at most 200 ms before it was told."""
    rests, since = [], begin
    for (before, x, y), (at, to_x, to_y) in zip(told, told[1:]):
        if not begin <= at <= end:
            continue
        began = max(before, at - EVERY_MS)
        px = math.hypot(to_x - x, to_y - y)
        if px > 0 and px / max(1, at - began) * 1_000 >= 5:
            rests.append(began - since)
            since = max(since, at)
    return max([*rests, end - since])


rows("hesitation@1", hesitations())


def hovers():
    """A leaving is of the element of its name that was entered last, else of whatever element was."""
    inside, stays = {}, {}
    for event in events.itertuples():
        if event.name in ("pageView", "pageLeft"):
            inside[event.tab] = []
        elif event.name == "mouseenter":
            inside.setdefault(event.tab, []).append((event.of.get("name"), event.ms))
        elif event.name == "mouseleave" and inside.get(event.tab):
            own = inside[event.tab]
            same = [place for place, (name, _) in enumerate(own) if name == event.of.get("name")]
            name, begun = own.pop(same[-1] if same else -1)
            if event.ms - begun >= 100:
                stays.setdefault(name, []).append(event.ms - begun)
    return [{"name": name, "hovers": len(each), "dwellMs": sum(each)} for name, each in stays.items()]


rows("hover_dwell@1", sorted(hovers(), key=lambda row: -row["dwellMs"]))
