"""Mix and rate, by hand and as algebra."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from metrics.analysis.mix_rate import mix_and_rate
from metrics.analysis.multiplicity import benjamini_hochberg
from metrics.scores.histogram import Histogram, summed
from metrics.scores.nps import WORTH

GROUPS = st.dictionaries(
    st.sampled_from("abcd"), st.lists(st.integers(0, 30), min_size=11, max_size=11).filter(any), min_size=1
)


def counted(groups: dict[str, list[int]]) -> dict[str, Histogram]:
    return {name: Histogram(low=0, counts=tuple(counts)) for name, counts in groups.items()}


def test_both_segments_rise_by_five_and_the_total_falls_by_seven() -> None:
    # Segments at 50 and 0 with shares .8 and .2 give 40; at 55 and 5 with shares .56 and .44 they give 33.
    # rate = 5 * .68 + 5 * .32 = 5; mix = -.24 * (52.5 - 36.5) + .24 * (2.5 - 36.5) = -12.
    base = {"a": nps_of(400, 50), "b": nps_of(100, 0)}
    now = {"a": nps_of(560, 55), "b": nps_of(440, 5)}
    parts = mix_and_rate(now, base, worth=WORTH)
    assert sum(part.rate for part in parts.values()) == pytest.approx(5)
    assert sum(part.mix for part in parts.values()) == pytest.approx(-12)
    assert parts["a"].mix == pytest.approx(-0.24 * 16)
    assert parts["b"].rate == pytest.approx(5 * 0.32)


def nps_of(n: int, points: int) -> Histogram:
    promoters = n * points // 100
    return Histogram(low=0, counts=(0,) * 8 + (n - promoters, promoters, 0))


@given(GROUPS, GROUPS)
def test_the_parts_add_up_to_the_change_exactly(now: dict[str, list[int]], base: dict[str, list[int]]) -> None:
    first, second = counted(now), counted(base)
    change = summed(first.values(), low=0, high=10).mean_worth(WORTH) - summed(
        second.values(), low=0, high=10
    ).mean_worth(WORTH)
    parts = mix_and_rate(first, second, worth=WORTH)
    assert sum(part.mix + part.rate for part in parts.values()) == pytest.approx(change, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_benjamini_hochberg_equals_statsmodels(p_values: list[float]) -> None:
    assert benjamini_hochberg(p_values) == tuple(multipletests(p_values, method="fdr_bh")[0])


def test_benjamini_hochberg_gives_the_published_example() -> None:
    # Benjamini and Hochberg 1995, section 3.2: of fifteen p-values the four smallest stand at .05.
    p_values = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
    ]  # fmt: skip
    assert sum(benjamini_hochberg(p_values)) == 4
