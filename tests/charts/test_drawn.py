"""Charts in letters and as pictures."""

import json
from pathlib import Path

import pytest

from adapters.charts.drawing import drawing
from adapters.charts.fonts import find_chinese
from adapters.charts.picture import VegaCharts
from adapters.charts.spec import vega_lite, wrapped
from adapters.errors import CannotDraw
from bot.messages import Outcome, Reply
from bot.say import Say
from bot.store.codec import reply_from_json, reply_to_json
from tests.charts.company import bars, trend

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_chart_in_letters_shows_value_interval_count_event_and_gap() -> None:
    lines = drawing(trend(), Say("en")).splitlines()
    assert lines[0].startswith("  26 Oct │")
    assert lines[0].endswith("+40.0  +30.0 to +50.0  n=120  ◂ courier switch")
    assert lines[1].split("│")[1].strip() == ""
    assert lines[1].endswith("too few  n=3")
    # 31 columns from 10 to 50: 20 stands in column (20 - 10) / 40 * 30 = 7.5, rounded to the even 8
    assert lines[2].split("│")[1].index("●") == 8
    assert lines[3] == "  Events: courier switch (26 Oct)"


def test_a_chart_speaks_the_language_it_is_asked_in() -> None:
    assert "26 paź" in drawing(trend(), Say("pl"))
    assert "40,0" in drawing(trend(), Say("pl"))
    assert "10月26日" in drawing(trend(), Say("zh-Hans"))


def test_a_stored_chart_comes_back_equal_so_that_it_can_be_drawn_in_another_language() -> None:
    reply = Reply(outcome=Outcome.ANSWER, intent="chart", blocks=(trend(),))
    assert reply_from_json(json.loads(json.dumps(reply_to_json(reply)))) == reply


def test_the_specification_holds_the_figures_and_says_the_finding() -> None:
    spec = vega_lite(trend(), say=Say("en"))
    values = spec["layer"][0]["data"]["values"] if "data" in spec["layer"][0] else next(iter(spec["datasets"].values()))
    assert [row["value"] for row in values] == [40.0, None, 20.0]
    assert spec["description"] == "NPS +20.0"


def test_a_picture_is_a_png_with_the_finding_as_its_alternative_text() -> None:
    picture = VegaCharts(face=lambda: None).draw(trend(), say=Say("en"))
    assert picture.png.startswith(PNG)
    assert picture.alt == "NPS +20.0"


def test_without_chinese_letters_it_draws_in_english_and_says_so() -> None:
    picture = VegaCharts(face=lambda: None).draw(trend(), say=Say("zh-Hans"))
    assert picture.png.startswith(PNG)
    assert "画不出汉字" in picture.alt


def test_chinese_names_that_no_font_has_are_not_drawn_as_empty_boxes() -> None:
    with pytest.raises(CannotDraw):
        VegaCharts(face=lambda: None).draw(bars("南京路", "Leeds"), say=Say("en"))


def test_an_installed_font_is_taken_before_the_one_of_the_extra(tmp_path: Path) -> None:
    installed, extra = tmp_path / "installed", tmp_path / "extra"
    (installed / "noto").mkdir(parents=True)
    assert find_chinese([installed], carried=None) is None
    assert find_chinese([installed], carried=extra) == ("Noto Sans SC", extra)
    (installed / "noto" / "NotoSansCJK-Regular.ttc").touch()
    assert find_chinese([installed], carried=extra) == ("Noto Sans CJK SC", installed / "noto")


def test_titles_break_where_a_phone_ends() -> None:
    assert wrapped("one two three", columns=8) == ["one two", "three"]
    assert wrapped("满意度走势", columns=6) == ["满意度", "走势"]
