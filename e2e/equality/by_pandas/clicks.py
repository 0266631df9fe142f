"""Clicks, and what they say of trouble."""

import math

from visit import first, last, named, named_after, one, rows

clicks = named("click").reset_index(drop=True)
one("clicks@1", len(clicks))
one("clicks_per_minute@1", len(clicks) / (last - first) * 60_000)
same_path = clicks["d_path"] == clicks["d_path"].shift()
one("rage_clicks.seed@1", ((clicks["ms"].diff() < 300) & same_path).sum())
trusted = clicks[(clicks["d_trusted"] == True) & (clicks["d_button"] == 0)].reset_index(drop=True)  # noqa: E712


def bursts(least=3, gap=1_000, inclusive=True, window=math.inf, near="either", radius=30, manhattan=False, tags=()):
    """Maximal runs of clicks of one page view, each close enough to the previous, any `least` successive ones within the window."""
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
            if not (soon and is_near and click.pageView == before.pageView and click.tab == before.tab):
                runs.append(run)
                run = []
        run.append(click)
    return [part for each in [*runs, run] for part in dense(each, least, window)]


def dense(run, least, window):
    found, begin = [], 0
    while begin + least <= len(run):
        end = begin + least
        while end <= len(run) and run[end - 1].ms - run[end - least].ms <= window:
            end += 1
        if end > begin + least:
            found.append(run[begin : end - 1])
        begin = max(begin + 1, end - 1)
    return found


RAGE = {
    "": {},
    "PostHog": dict(inclusive=False, near="radius", manhattan=True),
    "OpenReplay": dict(gap=300, inclusive=False, near="element"),
    "Sentry": dict(gap=7_000, window=7_000, near="element", tags=("button", "input", "a")),
    "Highlight": dict(least=5, gap=2_000, window=2_000, near="radius", radius=8),
}
for preset, parameters in RAGE.items():
    found = bursts(**parameters)
    one(named_after("rage_episode@1", preset), len(found))
    rows(
        named_after("rage_bursts@1", preset),
        [{"at": run[0].ms, "target": run[0].d_path, "clicks": len(run), "durationMs": run[-1].ms - run[0].ms} for run in found],
    )


def follows(click, names, within):
    after = named(*names)
    after = after[(after["tab"] == click.tab) & (after["ms"] >= click.ms) & (after["ms"] - click.ms <= within)]
    began = after["ms"] - after["of"].map(lambda of: of.get("durationMs", 0))
    return bool(((after["name"] != "networkFailure") | (began >= click.ms)).any())


BOTH = ["pageError", "networkFailure"]
for preset, names, within in [("", BOTH, 1_000), ("errors only", ["pageError"], 1_000), ("Datadog (mobile)", BOTH, 100)]:
    one(named_after("error_click@1", preset), sum(follows(click, names, within) for click in clicks.itertuples()))

outcomes = named("clickOutcome")
one("unjudged_clicks@1", outcomes["of"].map(lambda of: of.get("unjudgeable", False)).sum())

SOON = dict(mutation=2_500, navigation=2_500, network=2_500, input=2_500, focus=2_500, scroll=100, selection=100, media=2_500, visibility=1_000)
DEAD = {
    "": {},
    "PostHog": dict(ignored="network input focus media", not_tags=["a"], repeat=1_000),
    "OpenReplay": dict(limits=dict.fromkeys("mutation navigation input focus".split(), 1_234), ignored="network scroll selection media visibility"),
    "Sentry": dict(
        limits=dict(mutation=7_000, navigation=7_000, scroll=300),
        ignored="network input focus selection media visibility",
        tags=["button", "input", "a"],
    ),
    "impatient": dict(ignored="mutation", repeat=500),
}


def dead(limits={}, ignored="", tags=None, not_tags=(), repeat=0):
    """Clicks after which nothing that counts came soon enough; on one element, none so soon after the one before."""
    soon = {effect: within for effect, within in {**SOON, **limits}.items() if effect not in ignored.split()}
    kept = outcomes[outcomes["of"].map(lambda of: (tags is None or of["tag"] in tags) and of["tag"] not in not_tags)]
    since = kept.groupby(["tab", "d_path"], sort=False)["ms"].diff()
    count = 0
    for of in kept[since.isna() | (since >= repeat)]["of"]:
        followed = any(abs(of.get(f"{effect}Ms", math.inf)) <= within for effect, within in soon.items())
        count += not followed and not of.get("unjudgeable", False)
    return count


for preset, parameters in DEAD.items():
    one(named_after("dead_click@1", preset), None if len(clicks) and outcomes.empty else dead(**parameters))
