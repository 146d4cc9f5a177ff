"""The calendar: weeks that begin on Monday, months, quarters and years as stretches of days."""

from datetime import date, timedelta

from metrics.figures import Days

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


def shifted(day: date, *, months: int) -> date:
    """Give the same day of another month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - DAY).day))


def stretch_of(day: date, grain: str) -> Days:
    """Give the calendar day, week, month, quarter or year that `day` lies in."""
    if grain == "day":
        return Days(first=day, end=day + DAY)
    if grain == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(first=monday, end=monday + WEEK)
    months = MONTHS_OF[grain]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Days(first=first, end=shifted(first, months=months))


def stretch_name(day: date, grain: str) -> str:
    """Name it: 2018-03-14, 2018-W11, 2018-03, 2018-Q1 or 2018. Names of one grain sort as time does."""
    match grain:
        case "week":
            week = day.isocalendar()
            return f"{week.year}-W{week.week:02}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "year":
            return f"{day.year:04}"
        case _:
            return day.isoformat()


def name_of(days: Days) -> str:
    """Name a stretch of days by the calendar where it has a name there, else first..end, end exclusive."""
    for grain in ("year", "quarter", "month", "week", "day"):
        if stretch_of(days.first, grain) == days:
            return stretch_name(days.first, grain)
    return f"{days.first.isoformat()}..{days.end.isoformat()}"
