"""Which dimension explains a change, and how sure its parts are."""

import numpy as np
import pytest

from metrics.analysis.choosing import tried
from metrics.analysis.mix_rate import mix_and_rate
from metrics.analysis.part_errors import Moments, Slopes, mix_slopes, rate_slopes, standard_error
from metrics.scores.csat import WORTH
from metrics.scores.histogram import Histogram

Groups = dict[str, Histogram]


def csat(good: int, bad: int) -> Histogram:
    return Histogram(low=1, counts=(bad, 0, 0, 0, good))


def test_a_change_of_one_group_alone_is_as_sure_as_the_difference_of_two_shares() -> None:
    # 50 of 100 against 80 of 100: variances 2500 / 100 and 1600 / 100, and the root of 41 is 6.403.
    now, base = (Moments.of({"all": answers}, WORTH) for answers in (csat(50, 50), csat(80, 20)))
    assert standard_error(now, base, rate_slopes(now, base, "all")) == pytest.approx(6.403, abs=0.001)
    assert standard_error(now, base, mix_slopes(now, base, "all")) == pytest.approx(0)


def test_errors_of_parts_are_those_of_answers_drawn_again() -> None:
    now: Groups = {"a": csat(300, 100), "b": csat(150, 150), "c": csat(100, 20)}
    base: Groups = {"a": csat(500, 60), "b": csat(100, 140), "c": csat(90, 30)}
    chance = np.random.default_rng(11)
    draws = [mix_and_rate(_drawn(now, chance), _drawn(base, chance), worth=WORTH) for _ in range(3000)]
    sides = Moments.of(now, WORTH), Moments.of(base, WORTH)
    for name in now:
        mix, rate = (np.std([getattr(parts[name], kind) for parts in draws]) for kind in ("mix", "rate"))
        assert standard_error(*sides, mix_slopes(*sides, name)) == pytest.approx(mix, rel=0.06)
        assert standard_error(*sides, rate_slopes(*sides, name)) == pytest.approx(rate, rel=0.06)
    slopes = [mix_slopes(*sides, name) for name in now]
    whole = Slopes.summed(first for first, _ in slopes), Slopes.summed(second for _, second in slopes)
    totals = np.std([sum(part.mix for part in parts.values()) for parts in draws])
    assert standard_error(*sides, whole) == pytest.approx(totals, rel=0.06)


def test_the_dimension_whose_group_moved_alone_comes_first() -> None:
    # In the region one of five fell from 80 % to 40 %; each channel holds a like part of every region.
    regions = ({"m": csat(80, 120), "rest": csat(640, 160)}, {"m": csat(160, 40), "rest": csat(640, 160)})
    channels = ({"web": csat(360, 140), "app": csat(360, 140)}, {"web": csat(400, 100), "app": csat(400, 100)})
    first, second = tried({"channel": channels, "region": regions}, worth=WORTH)
    assert (first.dimension, first.stands, second.stands) == ("region", True, False)
    # Shares .2 and .8 moved -40 and 0 apart: mean square .2 * .8 * 40^2 = 256, its root 16, a little less for chance.
    assert first.explained == pytest.approx(16, abs=0.3)
    assert second.explained == 0


def test_a_shift_of_the_mix_explains_though_no_group_moved() -> None:
    segments = ({"new": csat(200, 600), "old": csat(180, 20)}, {"new": csat(50, 150), "old": csat(720, 80)})
    (only,) = tried({"segment": segments}, worth=WORTH)
    # 25 % and 90 %, shares .8/.2 against .2/.8: all of 38 - 77 = -39 is mix.
    assert only.stands
    assert only.explained == pytest.approx(39, abs=0.2)


def test_where_every_group_fell_alike_no_dimension_explains() -> None:
    channels = ({"web": csat(300, 200), "app": csat(310, 190)}, {"web": csat(400, 100), "app": csat(405, 95)})
    assert [one.stands for one in tried({"channel": channels}, worth=WORTH)] == [False]


def test_chance_is_rarely_taken_for_an_explanation() -> None:
    # Ten groups of one and the same share, 200 times: a test at 5 % may find about 10.
    chance = np.random.default_rng(5)

    def groups() -> Groups:
        hits = chance.binomial(60, 0.8, size=10)
        return {str(number): csat(int(hit), 60 - int(hit)) for number, hit in enumerate(hits)}

    found = sum(tried({"store": (groups(), groups())}, worth=WORTH)[0].stands for _ in range(200))
    assert found <= 18  # the 99th percentile of a binomial (200, .05)


def _drawn(groups: Groups, chance: np.random.Generator) -> Groups:
    counts = np.array([answers.counts for answers in groups.values()])
    again = chance.multinomial(counts.sum(), (counts / counts.sum()).ravel()).reshape(counts.shape)
    return {name: Histogram(low=1, counts=tuple(int(c) for c in row)) for name, row in zip(groups, again, strict=True)}
