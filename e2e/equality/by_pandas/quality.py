"""What makes other numbers doubtful."""

from visit import named, one, rows


def away():
    """The tab that has the focus is the last that told so, by a click too; times that nothing ended are none."""
    having, gone, lengths = None, None, []
    for event in named("viewportFocusChange", "click").itertuples():
        if event.name == "click" or event.d_hasFocus:
            if gone is not None:
                lengths.append(event.ms - gone)
            having, gone = event.tab, None
        elif having in (None, event.tab):
            having, gone = None, event.ms if gone is None else gone
    return [length for length in lengths if length >= 250]


quality = {
    "focus_losses": len(away()),
    "time_away": sum(away()),
    "untrusted_clicks": int((named("click")["d_trusted"] == False).sum()),  # noqa: E712
    "clock_jumps": int((named("presence")["d_jumpMs"].astype(float).abs() >= 250).sum()),
    "dropped_events": int(sum(of.get("dropped", 0) for of in named("outboxChanged")["of"])),
    "zoom_changes": len(named("viewportZoom")),
    "pastes": int(sum(of["action"] == "paste" for of in named("clipboard")["of"])),
    "tracker_failures": len(named("trackerFailed")),
}
for metric, value in quality.items():
    one(f"{metric}@1", value)
limits = {name: 60_000 if name == "time_away" else 3 if name == "focus_losses" else 0 for name in quality}
flags = [{"flag": name, "value": value, "threshold": limits[name]} for name, value in quality.items() if value > limits[name]]
rows("quality_flags@1", flags)
LOST = ("clock_jumps", "dropped_events", "tracker_failures")
rows("quality_flags@1/lost data only", [flag for flag in flags if flag["flag"] in LOST])
