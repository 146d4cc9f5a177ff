"""Which of several comparisons stand, by p-values and by tests that only say what a p-value is within."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from metrics.analysis.multiplicity import benjamini_hochberg, standing


def within(p: float, limit: float) -> bool:
    return p <= limit


def test_a_p_value_may_stand_because_of_the_others() -> None:
    # Benjamini, Hochberg 1995, section 3.1: of these fifteen p-values the four smallest stand at 0.05, since
    # 0.0095 <= 0.05 * 4 / 15 = 0.0133 while 0.0201 > 0.05 * 5 / 15 = 0.0167.
    found = (
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    )  # fmt: skip
    assert benjamini_hochberg(found) == (True,) * 4 + (False,) * 11
    assert standing([partial(within, p) for p in found]) == (True,) * 4 + (False,) * 11


@given(st.lists(st.floats(min_value=0, max_value=0.12), max_size=40))
def test_tests_decide_as_p_values_do(found: list[float]) -> None:
    assert standing([partial(within, p) for p in found]) == benjamini_hochberg(found)
