"""A chart as a PNG, drawn in this process by vl-convert: no browser and no network."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Literal

from adapters.charts.fonts import LATIN, chinese
from adapters.charts.spec import vega_lite
from adapters.errors import CannotDraw
from bot.messages import Chart, Line
from bot.ports import Picture
from bot.say import Say
from knowledge.script import HAN

PIXELS_PER_POINT = 2
FORMATS: Mapping[str, Literal["pl-PL", "zh-CN"]] = {"pl": "pl-PL", "zh-Hans": "zh-CN", "zh-Hant": "zh-CN"}
"""The number formats of an axis, where they are not English."""


class VegaCharts:
    """Draws charts by Vega-Lite. Where there is no face with Chinese letters, it draws in English and says so."""

    def __init__(self, *, face: Callable[[], tuple[str, Path] | None] = chinese) -> None:
        self._face = face
        self._lock = Lock()
        self._registered = False

    def draw(self, chart: Chart, *, say: Say) -> Picture:
        """Draw one, in about 50 ms and two seconds more for the first; raises CannotDraw."""
        face = self._face()
        in_english = face is None and say.language.startswith("zh")
        drawn_in = Say("en", timezone=say.timezone.key) if in_english else say
        if face is None and any(HAN.search(name) for name in _names(chart)):
            raise CannotDraw("its names are Chinese, and no font here has the letters")
        alt = say.text(chart.finding)
        note = f" {say.text(Line(key='chart-latin'))}" if in_english else ""
        return Picture(png=self._png(chart, say=drawn_in, face=face), alt=alt + note)

    def _png(self, chart: Chart, *, say: Say, face: tuple[str, Path] | None) -> bytes:
        import vl_convert  # noqa: PLC0415 loaded for the first chart only

        with self._lock:
            if face is not None and not self._registered:
                vl_convert.register_font_directory(str(face[1]))
                self._registered = True
        font = f"{LATIN}, sans-serif" if face is None else f"{LATIN}, {face[0]}, sans-serif"
        try:
            return vl_convert.vegalite_to_png(
                vega_lite(chart, say=say, font=font),
                scale=PIXELS_PER_POINT,
                format_locale=FORMATS.get(say.language),
            )
        except ValueError as error:
            raise CannotDraw(str(error)[:200]) from error


def _names(chart: Chart) -> Iterator[str]:
    for series in chart.series:
        yield series.name
        yield from (point.label for point in series.points)
    yield from (event.name for event in chart.events)
