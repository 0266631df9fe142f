"""A form: whether it was seen, begun and sent, and the stays in its fields. Nothing that was typed is told."""

from visit import named, named_after, one, rows, visible_ms

VIEW, FOCUS, BLUR = ("elementInView", "expose"), ("fieldFocus", "focusin", "focus"), ("fieldBlur", "focusout", "blur")
CHANGE, SUBMIT = ("fieldChange", "change", "input"), ("formSubmit", "submit")


def stays():
    """Each stay in a field ends as the field, or the page, is left; one that nothing was seen to begin, with its last change."""
    found, inside = [], {}
    for event in named(*FOCUS, *BLUR, *CHANGE, "pageView", "pageLeft").itertuples():
        now, field = inside.get(event.tab), event.of.get("name")
        within = now is not None and now["field"] == field
        leaves_page = event.name in ("pageView", "pageLeft")
        if not leaves_page and field is None:
            continue
        if leaves_page or (event.name in FOCUS and not within) or (event.name in BLUR and within):
            if now is not None:
                now["to"] = event.ms
            inside.pop(event.tab, None)
        if (event.name in FOCUS or event.name in CHANGE) and not within:
            found.append({"tab": event.tab, "field": field, "from": event.ms, "to": event.ms, "changes": 0})
            inside[event.tab] = found[-1]
        if event.name in CHANGE:
            inside[event.tab]["changes"] += 1
            inside[event.tab]["to"] = event.ms
    return found


everything = stays()


def study(preset, begins_with_change=False, form=None):
    """Without a form's name, all forms are one, and nothing tells of its coming into view."""
    fields_of_form = named(*FOCUS, *CHANGE, *BLUR)
    elsewhere = {event.of.get("name") for event in fields_of_form.itertuples() if event.of.get("form", form) != form} if form else set()
    visits = [visit for visit in everything if visit["field"] != form and visit["field"] not in elsewhere]
    changed = [visit for visit in visits if visit["changes"] > 0]
    submitted = any(form in (None, event.of.get("name")) for event in named(*SUBMIT).itertuples())
    seen = [event.ms - event.of.get("lengthMs", 0) for event in named(*VIEW).itertuples() if form and event.of.get("name") == form]
    begun = len(changed if begins_with_change else visits) > 0
    abandoned = begun and not submitted
    viewed = len(visits) > 0 or len(seen) > 0
    for question, answer in {"viewed": viewed, "started": begun, "completed": submitted, "abandoned": abandoned}.items():
        one(named_after(f"form_{question}@1", preset), answer if viewed or submitted else None)
    one(named_after("form_abandon_field@1", preset), visits[-1]["field"] if abandoned else None)
    one(named_after("form_time_to_first@1", preset), max(0, visits[0]["from"] - min(seen)) if seen and visits else None)
    rows(named_after("form_fields@1", preset), [of_field(field, visits) for field in dict.fromkeys(visit["field"] for visit in visits)])


def of_field(field, visits):
    own = [visit for visit in visits if visit["field"] == field]
    after_change = [visit for place, visit in enumerate(own) if any(earlier["changes"] for earlier in own[:place])]
    return {
        "field": field,
        "visits": len(own),
        "timeMs": sum(visible_ms(visit["tab"], visit["from"], visit["to"]) for visit in own),
        "changes": sum(visit["changes"] for visit in own),
        "returns": len(after_change),
        "corrections": sum(visit["changes"] > 0 for visit in after_change),
    }


study("")
study("Zuko")
study("Exatom", begins_with_change=True)
study("checkout", form="checkout")
study("signup", form="signup")
