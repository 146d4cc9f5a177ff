"""What goes with a score, from rows that score several touchpoints and from customers who answered several surveys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from sqlalchemy import insert

from metrics.analysis.drivers import DriverEngine, DriverResult
from metrics.analysis.priorities import Placement, placed
from metrics.errors import NothingInPeriod, UnknownDimension, UnknownMetric
from metrics.figures import Days, Quality, Verdict
from metrics.query import ScoreQuery
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.driver_reader import StoredDrivers
from metrics.store.engine import Database, writing
from metrics.store.reader import HistogramReader
from metrics.store.tables import customer
from metrics.store.writer import Writer
from tests.metrics.analysis.company import NOW, KeepsEverything
from tests.metrics.analysis.real_data import DATA, engine_over, needs_data, reference

NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))
SCALES = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7), "csat_0_1": (0, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """(instrument, touchpoint) to the answer, of a customer or of nobody known."""

    number: int
    scores: Mapping[tuple[str, str | None], float]
    by: int | None
    segment: str | None


@dataclass(slots=True)
class Answers:
    """A database that surveys can be put into, all of them at once when the first is asked about."""

    engine: Database
    given: int = 0
    waiting: list[Survey] = field(default_factory=list)

    def survey(
        self, scores: Mapping[tuple[str, str | None], float], *, by: int | None = None, segment: str | None = None
    ) -> None:
        """Take one survey."""
        self.given += 1
        self.waiting.append(Survey(number=self.given, scores=scores, by=by, segment=segment))

    def store(self) -> None:
        """Store the surveys that wait."""
        with writing(self.engine) as connection:
            source = directory.source(connection, name="survey", kind="feedback", timezone="UTC", as_of=NOW)
            names = {name for survey in self.waiting for _, name in survey.scores if name}
            places = {name: directory.touchpoint(connection, name=name)[0] for name in sorted(names)}
            records = [
                FeedbackRecord(
                    source_id=source,
                    external_id=str(survey.number),
                    kind="survey",
                    given_at=datetime(2026, 11, 5, tzinfo=UTC) + timedelta(hours=survey.number % 48),
                    timezone="UTC",
                    customer_id=survey.by,
                    segment=survey.segment,
                    scores=scored(survey.scores, places),
                )
                for survey in self.waiting
            ]
            Writer(connection, redactor=KeepsEverything()).feedback(records)
        self.waiting.clear()

    def customers(self, count: int) -> None:
        with writing(self.engine) as connection:
            connection.execute(insert(customer), [{"id": number, "key": str(number)} for number in range(1, count + 1)])

    def drivers(
        self, metric: str, *, where: Mapping[str, tuple[str, ...]] | None = None, by: str | None = None
    ) -> DriverResult:
        if self.waiting:
            self.store()
        engine = DriverEngine(StoredDrivers(self.engine), HistogramReader(self.engine), now=lambda: NOW)
        return engine.drivers(ScoreQuery(metric=metric, days=NOVEMBER, where=where or {}, by=by))


def scored(scores: Mapping[tuple[str, str | None], float], places: Mapping[str, int]) -> tuple[ScoreRecord, ...]:
    return tuple(
        ScoreRecord(
            instrument=instrument,
            value=value,
            scale_min=SCALES[instrument][0],
            scale_max=SCALES[instrument][1],
            touchpoint_id=places[touchpoint] if touchpoint else None,
        )
        for (instrument, touchpoint), value in scores.items()
    )


@pytest.fixture
def answers(store: Database) -> Answers:
    return Answers(engine=store)


@pytest.fixture
def flights(answers: Answers) -> Answers:
    """Eighty rows that score seat and food from 1 to 5 and the flight with yes or no: it goes with the seat alone."""
    rng = np.random.default_rng(0)
    for number in range(80):
        seat, food = (int(rng.integers(1, 6)) for _ in range(2))
        scores: dict[tuple[str, str | None], float] = {("csat", "seat"): seat, ("csat_0_1", None): int(seat > 3)}
        if number % 4:  # every fourth had no meal: not applicable
            scores["csat", "food"] = food
        answers.survey(scores)
    return answers


def test_a_survey_about_several_touchpoints_is_one_respondent(flights: Answers) -> None:
    found = flights.drivers("csat_0_1")
    assert (found.pairing, found.instrument, found.shown) == ("row", "csat", "weights")
    assert (found.respondents, found.complete) == (80, 60)
    seat, food = found.drivers
    assert (seat.name, seat.sign, seat.weight.verdict) == ("seat", "+", Verdict.REAL)
    assert (food.name, food.sign, food.weight.verdict) == ("food", "?", Verdict.UNDECIDED)
    assert (seat.correlation.n, food.correlation.n) == (80, 60)
    assert seat.weight.n == 60
    assert (seat.weight.value or 0) + (food.weight.value or 0) == pytest.approx(100)


def test_asked_for_the_touchpoints_own_instrument_the_overall_variant_answers_and_says_so(flights: Answers) -> None:
    found = flights.drivers("csat")
    assert (found.query.metric, found.definition) == ("csat_0_1", "csat_0_1@1")


def test_an_overall_score_on_the_same_instrument_is_the_one_without_a_touchpoint(answers: Answers) -> None:
    rng = np.random.default_rng(1)
    for _ in range(50):
        seat, food = (int(rng.integers(1, 6)) for _ in range(2))
        answers.survey({("csat", "seat"): seat, ("csat", "food"): food, ("csat", None): seat})
    found = answers.drivers("csat")
    assert found.drivers[0].name == "seat"
    assert found.drivers[0].correlation.value == pytest.approx(1)


@pytest.fixture
def customers(answers: Answers) -> Answers:
    """Ninety customers: each rates delivery in one survey and how likely they are to recommend us in another."""
    answers.customers(90)
    rng = np.random.default_rng(2)
    for number in range(1, 91):
        liked = int(rng.integers(1, 6))
        answers.survey({("csat", "delivery" if number % 2 else "login"): liked}, by=number, segment="new")
        answers.survey({("nps", None): 2 * liked}, by=number, segment="new" if number <= 60 else "business")
    return answers


def test_answers_in_separate_surveys_are_put_together_by_customer(customers: Answers) -> None:
    found = customers.drivers("nps")
    assert (found.pairing, found.shown, found.respondents, found.complete) == ("customer", "correlations", 90, 0)
    assert {driver.name: driver.correlation.n for driver in found.drivers} == {"delivery": 45, "login": 45}
    assert found.drivers[0].correlation.value == pytest.approx(1)
    assert found.drivers[0].weight.quality is Quality.SUPPRESSED


def test_what_is_asked_of_the_score_holds_for_the_drivers_too(customers: Answers) -> None:
    assert customers.drivers("nps", where={"segment": ("new",)}).respondents == 60
    only = customers.drivers("nps", where={"touchpoint": ("login",)})
    assert [driver.name for driver in only.drivers] == ["login"]


def test_several_answers_of_a_customer_to_one_question_count_once(customers: Answers) -> None:
    customers.survey({("csat", "delivery"): 5}, by=1)
    assert {driver.correlation.n for driver in customers.drivers("nps").drivers} == {45}


def test_nobody_with_both_is_no_driver_and_nobody_at_all_is_no_answer(answers: Answers) -> None:
    answers.survey({("nps", None): 9})
    assert answers.drivers("nps").drivers == ()
    with pytest.raises(NothingInPeriod):
        answers.drivers("ces")


def test_what_has_no_answers_or_no_touchpoints_is_refused(customers: Answers) -> None:
    with pytest.raises(UnknownMetric):
        customers.drivers("volume")
    with pytest.raises(UnknownDimension):
        customers.drivers("nps", by="attr.colour")


def test_what_matters_and_does_badly_is_to_be_fixed_first(answers: Answers) -> None:
    # The whole is the mean of two touchpoints and nothing of the third; the first of the two does badly.
    rng = np.random.default_rng(3)
    for _ in range(400):
        bad, good, other = int(rng.integers(1, 4)), int(rng.integers(3, 6)), int(rng.integers(1, 6))
        whole = round(2 * bad + good + rng.normal())
        scores: dict[tuple[str, str | None], float] = {("csat", "bad"): bad, ("csat", "good"): good}
        answers.survey({**scores, ("csat", "other"): other, ("nps", None): max(0, min(10, whole))})
    found = answers.drivers("nps")
    ranking = engine_over(answers.engine).rank(ScoreQuery(metric="csat", days=NOVEMBER, by="touchpoint"), order="asc")
    places = {one.driver.name: one.placement for one in placed(found, ranking)}
    assert places["bad"] is Placement.FIX_FIRST
    assert places["other"] is not Placement.FIX_FIRST
    assert {one.placement for one in placed(found, None)} == {Placement.UNDECIDED}


@needs_data()
def test_airline_passengers_as_the_reference_says() -> None:
    import pandas as pd  # noqa: PLC0415 only where the data is

    from metrics.analysis.correlations import correlate  # noqa: PLC0415
    from metrics.analysis.relative_weights import weigh  # noqa: PLC0415

    truth = reference()["airline_satisfaction"]
    rows = pd.read_csv(DATA / "airline_satisfaction" / "airline_passenger_satisfaction.csv.gz")
    names = list(truth["touchpoints"])
    scores = rows[names].replace(0, np.nan).to_numpy(dtype=np.float64)
    satisfied = (rows["satisfaction"] == "satisfied").to_numpy(dtype=np.float64)
    for place, name in enumerate(names):
        rated = ~np.isnan(scores[:, place])
        found = correlate(scores[rated, place], satisfied[rated])
        told = truth["touchpoints"][name]
        assert found.value is not None
        assert (round(found.value, 4), found.n) == (told["pearson_excl0"], told["n_rated"])
    whole = ~np.isnan(scores).any(axis=1)
    assert whole.sum() == truth["rows_without_any_zero"]
    weights = weigh(scores[whole], satisfied[whole], rng=np.random.default_rng(0), draws=50)
    shares = {name: round(100 * float(share), 2) for name, share in zip(names, weights.share, strict=True)}
    assert shares == truth["johnson_relative_weights_excl0_pct"]
    assert round(weights.explained, 4) == truth["r2_linear_excl0"]
