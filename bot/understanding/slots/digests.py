"""Slots of digests: which days, what time, what content."""

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.filling import Filling


def digest_subscribe(filling: Filling) -> None:
    """When to send which summary."""
    heard = filling.heard
    filling.put("schedule", schedule(heard))
    filling.put("content", _content(heard))
    languages = heard.all_of("value.language_name")
    filling.put("language", languages[0] if languages else None)
    filling.put("target", "@me")
    filling.need("schedule")


def digest_update(filling: Filling) -> None:
    """Read a digest changed: what is not said stays."""
    heard = filling.heard
    earlier = filling.before.slots.get("schedule") if filling.before is not None else None
    said = schedule(heard) or _bare_hour(heard)
    filling.put("schedule", {**(earlier if isinstance(earlier, dict) and said else {}), **said})
    filling.put("content", _content(heard))
    languages = heard.all_of("value.language_name")
    filling.put("language", languages[0] if languages else None)
    filling.put("target", "@me")


def _bare_hour(heard: Heard) -> dict[str, Json]:
    """Read the only number of a change as its hour: "make that 10 instead"."""
    hours = [int(n.value) for n in heard.numbers if n.value == int(n.value) and 0 <= n.value <= 24]
    pm = bool(heard.places("schedule", "pm"))
    return {"time": _clock(hours[0], 0, pm=pm)} if len(hours) == 1 == len(heard.numbers) else {}


def _content(heard: Heard) -> list[Json]:
    found = [(f.first, f.value.name) for f in heard.places("metric")]
    found += [(f.first, f.value.name) for f in heard.places("value.content")]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def schedule(heard: Heard) -> dict[str, Json]:
    """Days and time of day."""
    found: dict[str, Json] = {}
    days = heard.all_of("schedule.weekday")
    spans = heard.all_of("schedule.days")
    named = [span for span in spans if span != "daily"]
    if "mon-fri" in named or (not days and spans):
        found["days"] = "mon-fri" if "mon-fri" in named else (named or spans)[0]
    elif days:
        found["days"] = ",".join(days)
    time = _time(heard)
    if time is not None:
        found["time"] = time
    return found


def _time(heard: Heard) -> str | None:
    pm = heard.places("schedule", "pm")
    for token in heard.said.tokens:
        if token.kind == "time":
            hour, _, minute = token.form.partition(":")
            return _clock(int(hour), int(minute), pm=bool(pm))
    spoken = _spoken(heard)
    if spoken is not None:
        return spoken
    if heard.places("schedule", "noon"):
        return "12:00"
    for number in heard.numbers:
        marked = any(f.last == number.first for f in heard.places("schedule", "at"))
        followed = any(f.first == number.last for f in heard.places("schedule", "am", "pm"))
        if (marked or followed) and 0 <= number.value <= 24 and number.value == int(number.value):
            half = any(f.first in {number.last, number.last + 1} for f in heard.concept("half_past"))
            return _clock(int(number.value), 30 if half else 0, pm=bool(pm))
    return None


def _clock(hour: int, minute: int, *, pm: bool) -> str:
    return f"{(hour + 12 if pm and hour < 12 else hour) % 24:02d}:{minute % 60:02d}"


def _spoken(heard: Heard) -> str | None:
    """Read an hour said in words: "o ósmej", "wpół do ósmej", "quarter past eight"."""
    data = heard.language.data["schedule"]
    forms = [token.form for token in heard.said.tokens]
    for at, form in enumerate(forms):
        before = " ".join(forms[max(at - 2, 0) : at])
        hour = data["hours"].get(form, _small_number(heard, at))
        if hour is not None and before in data["shifts"]:
            minutes = hour * 60 + data["shifts"][before]
            return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
        if form in data["hours"] and forms[at - 1 : at] and heard.places("schedule", "at") and _after_at(heard, at):
            return f"{data['hours'][form]:02d}:00"
    return None


def _small_number(heard: Heard, at: int) -> int | None:
    return next((int(n.value) for n in heard.numbers if n.first == at and n.digits and n.value <= 24), None)


def _after_at(heard: Heard, at: int) -> bool:
    return any(found.last == at for found in heard.places("schedule", "at"))
