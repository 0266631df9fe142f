"""Time and presence."""

from visit import FOCUSED, VISIBLE, events, first, last, left_at, matching, named, one, rows, spans, union, views, visible_ms

HIDDEN_FOR_GOOD_MS = 1_800_000


def spells(*states):
    kept = spans[spans["state"].isin(states)]
    return list(zip(kept["from"], kept["to"]))


one("session_duration@1", last - first)
presence = {
    "open_time@1": union(spells("hidden", *VISIBLE)),
    "visible_time@1": union(spells(*VISIBLE)),
    "focused_time@1": union(spells(*FOCUSED)),
    "active_time@1": union(spells("active")),
}
for metric, length in presence.items():
    one(metric, length)
one("presence_source@1", spans["source"].iloc[0])


def idle_episodes():
    """Stretches of more than a minute in which some tab has the focus and none an input."""
    edges = sorted({edge for spell in spells(*FOCUSED) for edge in spell})
    count, since = 0, None
    for begin, end in zip(edges, edges[1:]):
        focused, active = (any(start <= begin and end <= until for start, until in spells(*states)) for states in (FOCUSED, ("active",)))
        since = (begin if since is None else since) if focused and not active else None
        if since is not None and begin - since <= 60_000 < end - since:
            count += 1
    return count


one("idle_episodes@1", idle_episodes())
one("engaged_ga4@1", presence["focused_time@1"] > 10_000 or len(views) >= 2)
one("engaged_ga4@1/key events", len(matching("results")) > 0)


def end_of(view):
    """Being left, else the tab's last sign of life; or when a tab was hidden on it for more than half an hour."""
    left = left_at(view)
    own = spans[spans["tab"] == view.tab]
    end = max(own["to"].max(), events[events["tab"] == view.tab]["ms"].max()) if left is None else left
    gone = own[(own["state"] == "hidden") & (own["from"] >= view.ms) & (own["from"] < end) & (own["to"] - own["from"] > HIDDEN_FOR_GOOD_MS)]
    return gone["from"].min() if len(gone) else end


def dwell(length):
    return [{"pageView": view.pageView, "url": view.url, "at": view.ms, "dwellMs": length(view)} for view in views.itertuples()]


rows("page_dwell_visible@1", dwell(lambda view: visible_ms(view.tab, view.ms, end_of(view))))
rows("page_dwell_wall@1", dwell(lambda view: end_of(view) - view.ms))


def quick_backs():
    count = 0
    for tab, own in views.groupby("tab", sort=False):
        seen = list(own.itertuples())
        for before, short, back in zip(seen, seen[1:], seen[2:]):
            if back.url != before.url or short.url == before.url:
                continue
            inputs = named("click", "pageScroll", "cursorTracking")
            inputs = inputs[(inputs["tab"] == tab) & (inputs["sequence"] > short.sequence) & (inputs["sequence"] < back.sequence)]
            redirect = back.ms - short.ms < 300 and inputs.empty
            count += visible_ms(tab, short.ms, left_at(short)) < 7_000 and not redirect
    return count


one("quick_back@1", quick_backs())
