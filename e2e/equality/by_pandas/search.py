"""Searching: queries, the clicks on their results, and how long these were read."""

import re
import unicodedata

import pandas as pd

from visit import events, left_at, matching, named, named_after, one, rows, views, visible_ms

STUDIES = {
    "": (["query", "submit/query"], ["result", "click/result", "mouseClick/result"]),
    "LogUI groups": (["submit/QUERY"], ["click/RESULT_CLICK", "mouseClick/RESULT_CLICK"]),
}
painted = named("results")


def said(event, field):
    """What the page told with an event: in its details, in its metadata, or among a form's values."""
    values = {each["name"]: each["value"] for each in event.of.get("submissionValues", [])}
    return event.of.get(field, event.meta.get(field, values.get(field)))


def rank_of(event):
    rank = said(event, "rank")
    return None if rank is None else float(rank)


def letters_off(one, other):
    """Levenshtein's distance."""
    line = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        corner, line[0] = line[0], i
        for j, b in enumerate(other, 1):
            corner, line[j] = line[j], min(line[j] + 1, line[j - 1] + 1, corner + (a != b))
    return line[-1]


def is_nearly(one, other):
    if one == other:
        return True
    allowed = 2 if min(len(one), len(other)) > 4 else 1
    return not re.search(r"\d", one + other) and letters_off(one, other) <= allowed


def change(before, now):
    if before is None or now is None:
        return None
    old, new = ([word for word in re.split(r"[\W_]+", unicodedata.normalize("NFC", text.lower())) if word] for text in (before, now))
    if set(old) == set(new):
        return "repeat"
    if len(old) == len(new) and all(map(is_nearly, old, new)):
        return "spelling"
    if not set(old) & set(new):
        return "new"
    return "add" if set(old) < set(new) else "drop" if set(new) < set(old) else "substitute"


def reformulation(before, now):
    wait = now.ms - before.ms
    is_new = wait > 1_800_000 and said(now, "query") is not None
    return {"change": "new" if is_new else change(said(before, "query"), said(now, "query")), "afterMs": wait}


def landing_of(click, page):
    """A page view of the same tab, or the first of another."""
    for view in views.itertuples():
        first_of_tab = view.sequence == views[views["tab"] == view.tab]["sequence"].min()
        if click.ms <= view.ms <= click.ms + 10_000 and view.pageView != page.pageView and (view.tab == click.tab or first_of_tab):
            return view
    return None


def visible_on(view):
    end = left_at(view)
    return visible_ms(view.tab, view.ms, events[events["tab"] == view.tab]["ms"].max() if end is None else end)


def dwell(click, later):
    """To the next search event, on the landing page, and to the return to the results."""
    before = views[(views["tab"] == click.tab) & (views["sequence"] < click.sequence)]
    page = before.iloc[-1]
    landing = landing_of(click, page)
    back = views[(views["tab"] == click.tab) & (views["ms"] > click.ms) & (views["url"] == page["url"])]["ms"]
    returns = [*back[:1], *later[:1]]
    return {
        "at": click.ms,
        "rank": rank_of(click),
        "document": said(click, "document"),
        "serverMs": later[0] - click.ms if later else None,
        "clientMs": None if landing is None else visible_on(landing),
        "trailMs": min(returns) - click.ms if returns else None,
    }


def study(preset, query, click):
    asked, clicked = list(matching(*query).itertuples()), list(matching(*click).itertuples())
    ends = [*[each.Index for each in asked[1:]], len(events)]
    first_click, first_action, ranks, without, immediate, of_queries = [], [], [], 0, 0, 0
    for place, (each, end) in enumerate(zip(asked, ends), 1):
        own = [click for click in clicked if each.Index < click.Index < end]
        paint = [paint for paint in painted.itertuples() if each.Index < paint.Index < end]
        follower = asked[place].ms if place < len(asked) else None
        action = own[0].ms if own else follower
        for table, to in ((first_click, own[0].ms if own else None), (first_action, action)):
            table.append(
                {
                    "query": place,
                    "fromSubmitMs": None if to is None else to - each.ms,
                    "fromPaintMs": None if to is None or not paint else to - paint[0].ms,
                    "censored": to is None,
                }
            )
        ranks += [rank_of(click) for click in own]
        of_queries += len(own)
        without += not own
        immediate += not own and follower is not None
    known = pd.Series([rank for rank in ranks if rank is not None], dtype=float)
    by_rank = [{"rank": rank, "clicks": count} for rank, count in known.value_counts().sort_index().items()]
    if len(known) < len(ranks):
        by_rank.append({"rank": None, "clicks": len(ranks) - len(known)})
    changes = [{"change": "first", "afterMs": None}, *map(reformulation, asked, asked[1:])] if asked else []
    rows(named_after("search_reformulations@1", preset), [{"query": place, **each} for place, each in enumerate(changes, 1)])
    rows(named_after("search_time_to_first_click@1", preset), first_click)
    rows(named_after("search_time_to_first_action@1", preset), first_action)
    rows(named_after("search_clicks_by_rank@1", preset), by_rank)

    told = matching(*query, *click, "results")
    dwells = [dwell(each, told[told.index > each.Index]["ms"].tolist()) for each in clicked]
    rows(named_after("search_dwell@1", preset), dwells)
    numbers = {
        "search_queries@1": len(asked),
        "search_clicks_per_query@1": of_queries / len(asked) if asked else None,
        "search_max_rank@1": known.max() if len(known) else None,
        "search_abandonment@1": without / len(asked) if asked else None,
        "search_requery_rate@1": immediate / len(asked) if asked else None,
        "search_sat_clicks@1": satisfied(dwells, "clientMs"),
        "search_pogo_sticks@1": sum(each["trailMs"] is not None and each["trailMs"] < 10_000 for each in dwells),
    }
    for metric, value in numbers.items():
        one(named_after(metric, preset), value)
    return dwells


def satisfied(dwells, measure):
    return sum(each is dwells[-1] or (each[measure] is not None and each[measure] >= 30_000) for each in dwells)


found = {preset: study(preset, *patterns) for preset, patterns in STUDIES.items()}
for measure in ("server", "trail"):
    one(f"search_sat_clicks@1/{measure}", satisfied(found[""], f"{measure}Ms"))
