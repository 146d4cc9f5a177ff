"""What docs/demo.md says is planted can be seen in the rows; what it does not say cannot."""

from math import sqrt

from tests.demo.conftest import Stored

JOINED = (
    "FROM score s JOIN feedback f ON f.id = s.feedback_id LEFT JOIN touchpoint t ON t.id = s.touchpoint_id "
    "LEFT JOIN unit u ON u.id = s.unit_id "
)


def csat(company: Stored, where: str, *values: object) -> tuple[float, int]:
    """Share of answers 4 and 5 in percent, and the count."""
    sql = f"SELECT 100.0 * avg(s.value >= 4), count(*) {JOINED} WHERE s.instrument = 'csat' AND {where}"
    share, n = company.rows(sql, *values)[0]
    return share, n


def nps(company: Stored, where: str, *values: object) -> tuple[float, int]:
    sql = f"SELECT 100.0 * avg((value >= 9) - (value <= 6)), count(*) FROM score s WHERE instrument = 'nps' AND {where}"
    points, n = company.rows(sql, *values)[0]
    return points, n


def z(one: tuple[float, int], other: tuple[float, int]) -> float:
    """How many standard errors two percentages are apart."""
    (a, n), (b, m) = one, other
    pooled = (a * n + b * m) / (n + m) / 100
    return (a - b) / (100 * sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)))


def test_the_courier_switch_lowers_delivery_in_one_region_only(company: Stored) -> None:
    switch = company.plan.courier_switch.date().toordinal()
    hit = "t.name = 'delivery' AND u.name = 'Mazowsze' AND s.day >= ?"
    before = "t.name = 'delivery' AND u.name = 'Mazowsze' AND s.day BETWEEN ? AND ?"
    assert z(csat(company, hit, switch), csat(company, before, switch - 60, switch - 1)) < -4
    for region in company.column("SELECT name FROM unit WHERE kind = 'region' AND name <> 'Mazowsze'"):
        here = "t.name = 'delivery' AND u.name = ? AND s.day BETWEEN ? AND ?"
        now = csat(company, here, region, switch, switch + 21)
        assert abs(z(now, csat(company, here, region, switch - 60, switch - 1))) < 3, region


def test_release_4_2_hurts_login_and_login_recovers(company: Stored) -> None:
    released, over = company.plan.release.date().toordinal(), company.plan.release_over.toordinal()
    login = "t.name = 'login' AND s.day >= ? AND s.day < ?"
    before, during = csat(company, login, released - 60, released), csat(company, login, released, over)
    after = csat(company, login, over, over + 60)
    assert z(during, before) < -4
    assert abs(z(after, before)) < 2


def test_saturdays_are_worse_at_the_tills_of_gdansk_and_nowhere_else(company: Stored) -> None:
    # date.toordinal() is 1 on a Monday, so (day - 1) % 7 is 5 on Saturdays.
    tills = "t.name IN ('checkout', 'self-service checkout') AND s.channel = 'store' AND u.name = ? AND s.day > ? AND "
    since = company.plan.today.toordinal() - 180
    for store in company.column("SELECT name FROM unit WHERE kind = 'store' AND name <> 'Central Park Wrocław'"):
        saturdays = csat(company, tills + "(s.day - 1) % 7 = 5", store, since)
        others = csat(company, tills + "(s.day - 1) % 7 <> 5", store, since)
        if store == "Gdańsk":
            assert z(saturdays, others) < -5
        else:
            assert abs(z(saturdays, others)) < 3, store


def test_people_in_gdansk_complained_of_queues_yesterday_and_last_saturday(company: Stored) -> None:
    for day in (company.plan.yesterday, company.plan.last_saturday):
        texts = company.column(
            "SELECT f.text FROM feedback f JOIN unit u ON u.id = f.unit_id WHERE u.name = 'Gdańsk' AND f.day = ?",
            day.toordinal(),
        )
        assert sum(any(word in (text or "").lower() for word in ("kolejk", "queue", "排队")) for text in texts) >= 3


def test_nps_falls_this_month_while_every_segment_rises(company: Stored) -> None:
    this, last = company.plan.month.toordinal(), company.plan.month.toordinal() - 31
    now, then = nps(company, "day >= ?", this), nps(company, "day >= ? AND day < ?", last, this)
    assert now[0] < then[0] - 8
    for segment in ("new", "business", "key accounts"):
        its_now = nps(company, "day >= ? AND segment = ?", this, segment)
        its_then = nps(company, "day >= ? AND day < ? AND segment = ?", last, this, segment)
        assert its_now[0] > its_then[0], segment


def test_the_theme_of_lost_points_appears_this_month(company: Stored) -> None:
    points = "(text LIKE '%punkt%' OR text LIKE '%points%' OR text LIKE '%积分%' OR text LIKE '%積分%')"
    month = company.plan.month.toordinal()
    assert company.one(f"SELECT count(*) FROM feedback WHERE {points} AND day < ?", month) == 0
    assert company.one(f"SELECT count(*) FROM feedback WHERE {points} AND day >= ?", month) >= 20


def test_one_source_stopped_and_the_others_did_not(company: Stored) -> None:
    late = company.column("SELECT name FROM source WHERE as_of < '2026-11-18'")
    assert late == ["crm"]
    crm = "SELECT max(happened_at) FROM event JOIN source ON source.id = event.source_id WHERE source.name = 'crm'"
    assert company.one(crm) < "2026-11-11 11:00:01"


def test_one_store_has_six_answers_and_they_are_this_months(company: Stored) -> None:
    days = company.column(
        "SELECT f.day FROM feedback f JOIN unit u ON u.id = f.unit_id WHERE u.name = 'Central Park Wrocław'"
    )
    assert len(days) == 6
    assert min(days) >= company.plan.month.toordinal()


def test_text_messages_are_answered_half_as_often_since_six_weeks(company: Stored) -> None:
    rate = "SELECT avg(answered_at IS NOT NULL) FROM invitation WHERE channel = ? AND day {} ?"
    since = company.plan.sms_fatigue.toordinal()
    assert company.one(rate.format(">="), "sms", since) < 0.6 * company.one(rate.format("<"), "sms", since)
    for channel in ("email", "app", "telegram"):
        now, then = (company.one(rate.format(sign), channel, since) for sign in (">=", "<"))
        assert 0.9 < now / then < 1.1


def test_other_touchpoints_stay_as_they_were(company: Stored) -> None:
    month = company.plan.month.toordinal()
    for touchpoint in company.column("SELECT name FROM touchpoint WHERE name NOT IN ('delivery', 'login')"):
        its = "t.name = ? AND u.name NOT IN ('Gdańsk', 'Central Park Wrocław') AND s.day >= ? AND s.day < ?"
        now, then = csat(company, its, touchpoint, month, month + 31), csat(company, its, touchpoint, month - 61, month)
        assert abs(z(now, then)) < 2, touchpoint
