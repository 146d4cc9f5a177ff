"""Charts as they are asked for in the demo company."""

from bot.cli.talk import ask, reply_json, reply_text
from bot.main import App
from metrics.figures import Figure, Quality


def test_prose_drawing_chart_and_json_agree(demo: App) -> None:
    said = ask(demo, "chart NPS by week for the last quarter", as_whom="manager", thread="c")
    body, chart = reply_json(said), said.reply.chart
    assert chart is not None
    figures = {figure["group"].get("week"): figure for figure in body["figures"]}
    points = body["chart"]["series"][0]["points"]
    assert len(points) == 14  # 29 June to 30 September 2026 touch weeks 27 to 40
    for point in points:
        assert point["value"] == figures[point["at"]]["value"]
        assert point["n"] == figures[point["at"]]["n"]
        assert f"{point['value']:+.1f}" in body["text"]
    assert body["chart"]["alt"] == body["text"].splitlines()[0]
    assert {event["name"] for event in body["chart"]["events"]} >= {"release 4.2"}
    assert body["chart"]["vega_lite"]["description"] == body["chart"]["alt"]


def test_a_chart_is_said_again_in_another_language_with_the_same_figures(demo: App) -> None:
    first = ask(demo, "draw CSAT by store", as_whom="manager", thread="t")
    again = ask(demo, "and in Chinese?", as_whom="manager", thread="t")
    assert again.say.language == "zh-Hans"
    assert again.reply.chart == first.reply.chart
    assert "按门店" in reply_text(again)


def test_too_few_answers_are_a_gap_and_said(demo: App) -> None:
    said = ask(demo, "chart CSAT in Central Park Wrocław by week", as_whom="manager", thread="g")
    chart = said.reply.chart
    if chart is None:
        assert said.reply.reason == "too_few_responses"
        return
    assert all(point.value is None for point in chart.series[0].points if point.n < 5)
    assert "blank" in reply_text(said)


def test_every_point_of_time_is_there_even_where_nobody_answered(demo: App) -> None:
    said = ask(demo, "chart NPS yesterday per hour", as_whom="manager", thread="h")
    chart = said.reply.chart
    if chart is None:
        assert said.reply.reason == "too_few_responses"
        return
    assert [point.label[11:] for point in chart.series[0].points] == [f"{hour:02}" for hour in range(24)]
    whole = said.reply.figures[-1]
    assert isinstance(whole, Figure)
    assert whole.quality is not Quality.SUPPRESSED
    assert sum(point.n for point in chart.series[0].points) == whole.n


def test_mentions_per_day_add_up_to_the_count_before(demo: App) -> None:
    counted = ask(demo, "How many people mentioned staff last month?", as_whom="manager", thread="n")
    charted = ask(demo, "chart it per day", as_whom="manager", thread="n")
    chart = charted.reply.chart
    assert chart is not None
    assert sum(point.n for point in chart.series[0].points) == counted.reply.figures[0].value
