import json
from datetime import UTC, date, datetime

import pytest

from metrics.store import directory, rollups
from metrics.store.engine import reading, writing
from metrics.store.importing import Importer
from tests.metrics.ingest.desk import SURVEY, Desk, Shouting

HEADER = "id,at,score,comment\n"
ANSWERS = HEADER + "1,2026-10-01 12:00,9,fine\n2,2026-10-02 00:30,3,\n3,2026-10-03 12:00,,words only\n"

CUSTOMERS = """
[source]
name = "crm"
kind = "customers"
[fields]
external_id = "id"
person = "person"
email = "email"
segment = "segment"
[attributes]
state = "state"
tier = "tier"
"""
ORDERS = """
[source]
name = "shop"
kind = "events"
timezone = "Europe/Warsaw"
[fields]
external_id = "order"
kind = { const = "order" }
happened_at = "at"
customer = "customer"
unit = "store"
channel = "channel"
[attributes]
tier = "order_tier"
"""
REVIEWS = """
[source]
name = "reviews"
kind = "feedback"
timezone = "UTC"
[fields]
external_id = "id"
link = { event = "order" }
given_at = "at"
text = "text"
[[scores]]
instrument = "csat"
score = "stars"
[attributes]
note = "note"
"""


def test_what_a_row_says_is_what_is_stored(desk: Desk) -> None:
    tally = desk.survey(ANSWERS)
    assert (tally.read, tally.new, tally.touchpoints) == (3, 3, ("checkout",))
    assert desk.rows("feedback", "external_id", "kind", "text", "redacted") == [
        ("1", "survey", "fine", "FINE"),
        ("2", "survey", None, None),
        ("3", "survey", "words only", "WORDS ONLY"),
    ]
    assert desk.rows("score", "instrument", "value", "scale_min", "scale_max") == [("nps", 9, 0, 10), ("nps", 3, 0, 10)]


def test_the_day_is_the_local_day_of_the_map(desk: Desk) -> None:
    # 00:30 in Warsaw on 2 October is 22:30 UTC on the 1st; the day stays the 2nd.
    desk.survey(ANSWERS)
    (_, second, _) = desk.rows("feedback", "given_at", "day")
    assert second == (datetime(2026, 10, 1, 22, 30, tzinfo=UTC), date(2026, 10, 2).toordinal())


def test_the_same_file_again_adds_nothing(desk: Desk) -> None:
    desk.survey(ANSWERS)
    again = desk.survey(ANSWERS)
    assert (again.read, again.new, again.same, again.changed, again.touchpoints) == (3, 0, 3, 0, ())


def test_a_changed_row_is_replaced_with_its_score(desk: Desk) -> None:
    desk.survey(ANSWERS)
    changed = desk.survey(ANSWERS.replace(",9,fine", ",2,awful"))
    assert (changed.new, changed.same, changed.changed) == (0, 2, 1)
    assert sorted(desk.rows("score", "value")) == [(2,), (3,)]
    with reading(desk.engine) as connection:
        assert rollups.check(connection) == ()


def test_a_new_owner_of_the_touchpoint_does_not_change_old_answers(desk: Desk) -> None:
    desk.survey(ANSWERS)
    with writing(desk.engine) as connection:
        directory.touchpoint(connection, name="checkout", owner="Ola")
    assert desk.survey(ANSWERS).changed == 0
    desk.survey(HEADER + "4,2026-10-04 12:00,5,\n")
    assert desk.rows("feedback", "owner") == [(None,), (None,), (None,), ("Ola",)]


def test_rows_without_an_id_are_told_apart_by_how_often_they_stood(desk: Desk) -> None:
    without_id = SURVEY.replace('external_id = "id"', "")
    rows = "id,at,score,comment\n" + "x,2026-10-01 12:00,9,\n" * 3
    assert desk.survey(rows, map_text=without_id).new == 3
    assert desk.survey(rows, map_text=without_id).same == 3
    assert desk.survey(rows + "x,2026-10-01 12:00,9,\n", map_text=without_id).new == 1


def test_an_id_of_parts_is_never_two_rows_by_chance(desk: Desk) -> None:
    parts = SURVEY.replace('external_id = "id"', 'external_id = ["id", "comment"]')
    rows = 'id,at,score,comment\na:b,2026-10-01 12:00,9,c\na,2026-10-01 12:00,9,b:c\n"a\\",2026-10-01 12:00,9,c\n'
    assert desk.survey(rows, map_text=parts).new == 3


def test_chunks_make_no_difference(desk: Desk) -> None:
    many = HEADER + "".join(f"{n},2026-10-{n % 28 + 1:02} 12:00,{n % 11},\n" for n in range(50))
    assert desk.survey(many, chunk=7).new == 50
    assert desk.survey(many, chunk=50).same == 50
    with reading(desk.engine) as connection:
        assert rollups.check(connection) == ()


def test_a_duplicate_in_another_chunk_is_found(desk: Desk) -> None:
    rows = HEADER + "".join(f"{n % 9},2026-10-01 12:00,{n % 11},\n" for n in range(10))
    tally = desk.survey(rows, chunk=3)
    assert (tally.new, dict(tally.reasons)) == (9, {"duplicate-id": 1})


def test_a_rehearsal_counts_and_stores_nothing(desk: Desk) -> None:
    job = desk.job(desk.file(ANSWERS + "4,soon,1,\n"), chunk=2)
    tally = Importer(desk.engine, redactor=Shouting()).rehearse(job)
    assert (tally.read, tally.new, tally.rejected, tally.touchpoints) == (4, 3, 1, ("checkout",))
    assert desk.count("source") == desk.count("feedback") == desk.count("touchpoint") == desk.count("import_run") == 0


def test_an_interrupted_import_goes_on_with_the_same_rejects(desk: Desk) -> None:
    rows = HEADER + "".join(f"{n},2026-10-01 12:00,{n},\n" for n in range(20))  # 11 to 19 are off the scale
    job = desk.job(desk.file(rows), chunk=6)
    importer = Importer(desk.engine, redactor=Shouting())
    stopped = importer.open(job, run=importer.begin(job))
    assert stopped.next_chunk()
    assert stopped.next_chunk()
    stopped.close()
    tally = desk.take(job)
    assert (tally.read, tally.new, tally.rejected) == (20, 11, 9)
    assert [line.split(",")[0] for line in desk.rejected()] == [str(line) for line in range(13, 22)]


def test_a_chunk_that_another_process_stored_is_not_stored_twice(desk: Desk) -> None:
    rows = HEADER + "".join(f"{n},2026-10-01 12:00,5,\n" for n in range(12))
    job = desk.job(desk.file(rows), chunk=5)
    importer = Importer(desk.engine, redactor=Shouting())
    run = importer.begin(job)
    one, two = importer.open(job, run=run), importer.open(job, run=run)
    while one.next_chunk() | two.next_chunk():
        pass
    one.close()
    two.close()
    assert (one.tally().read, one.tally().new, desk.count("feedback")) == (12, 12, 12)


def test_a_review_takes_customer_place_and_attributes_from_its_order(desk: Desk) -> None:
    customers = "id,person,email,segment,state,tier\nc1,p1,a@b.example,new,SP,gold\nc2,p1,,new,RJ,\n"
    orders = (
        "order,at,customer,store,channel,order_tier\n"
        "o1,2026-10-01T10:00,c1,Kraków,web,\no2,2026-10-02T10:00,c2,Kraków,web,black\n"
    )
    reviews = (
        "id,order,at,text,stars,note\n"
        "r1,o1,2026-10-03T10:00,ok,4,hm\nr2,o2,2026-10-03T10:00,,5,\nr3,o9,2026-10-03T10:00,?,1,\n"
    )
    desk.take(desk.job(desk.file(customers), map_text=CUSTOMERS))
    made = desk.take(desk.job(desk.file(orders), map_text=ORDERS))
    tally = desk.take(desk.job(desk.file(reviews), map_text=REVIEWS))
    assert (made.units, tally.new, tally.unlinked) == (("Kraków",), 3, 1)
    assert desk.count("customer") == 1
    assert desk.rows("personal_data", "field", "value") == [("email", "a@b.example")]
    first, second, third = desk.rows(
        "feedback", "customer_id", "event_id", "unit_id", "channel", "segment", "attributes"
    )
    assert first == (1, 1, 1, "web", "new", {"state": "SP", "tier": "gold", "note": "hm"})
    assert second == (1, 2, 1, "web", "new", {"state": "RJ", "tier": "black"})
    assert third == (None, None, None, None, None, {})


def test_the_day_of_a_review_is_that_of_the_unit_where_one_is_known(desk: Desk) -> None:
    with writing(desk.engine) as connection:
        china = directory.unit(connection, name="China", kind="country", timezone="Asia/Shanghai")
        directory.unit(connection, name="Nanshan", kind="store", parent_id=china)
    with_unit = SURVEY.replace('text = "comment"', 'unit = "comment"')
    # 20:00 in Warsaw is 02:00 of the next day in Shanghai.
    desk.survey(HEADER + "1,2026-10-01 20:00,9,Nanshan\n2,2026-10-01 20:00,9,\n", map_text=with_unit)
    assert desk.rows("score", "day") == [(date(2026, 10, 2).toordinal(),), (date(2026, 10, 1).toordinal(),)]


def test_an_address_as_an_id_is_no_pseudonym(desk: Desk) -> None:
    desk.survey(HEADER + "1,2026-10-01 12:00,9,anna@example.org\n", map_text=SURVEY.replace("text =", "customer ="))
    ((key,),) = desk.rows("customer", "key")
    assert "anna" not in key


@pytest.mark.parametrize(
    ("kind", "fields", "content", "table"),
    [
        (
            "units",
            'name = "name"\nkind = "kind"\nparent = "parent"',
            "name,kind,parent\nLeeds,store,North\nNorth,region,\n",
            "unit",
        ),
        ("touchpoints", 'name = "name"\nimportance = "weight"', "name,weight\nlogin,0.4\nchat,0.5\n", "touchpoint"),
        (
            "named_events",
            'name = "name"\nhappened_at = "at"',
            "name,at\nrelease 4.2,2026-10-01\ntraining,2026-10-02\n",
            "named_event",
        ),
        (
            "invitations",
            'external_id = "id"\ninstrument = { const = "nps" }\nsent_at = "at"\nanswered_at = "answered"',
            "id,at,answered\n1,2026-10-01T10:00,\n2,2026-10-01T10:00,2026-10-01T11:00\n",
            "invitation",
        ),
    ],
)
def test_every_kind_of_file_is_imported_once(desk: Desk, kind: str, fields: str, content: str, table: str) -> None:
    map_text = f'[source]\nname = "x"\nkind = "{kind}"\n[fields]\n{fields}\n'
    assert desk.survey(content, map_text=map_text).new == 2
    assert desk.survey(content, map_text=map_text).same == 2
    assert desk.count(table) == 2


def test_an_answer_that_comes_later_changes_the_invitation(desk: Desk) -> None:
    map_text = (
        '[source]\nname = "x"\nkind = "invitations"\n[fields]\nexternal_id = "id"\ninstrument = "i"\n'
        'sent_at = "at"\nanswered_at = "answered"\n'
    )
    desk.survey("id,i,at,answered\n1,nps,2026-10-01T10:00,\n", map_text=map_text)
    assert desk.survey("id,i,at,answered\n1,nps,2026-10-01T10:00,2026-10-02\n", map_text=map_text).changed == 1


def test_several_scores_of_a_row_may_be_of_several_touchpoints(desk: Desk) -> None:
    two = SURVEY + '[[scores]]\ninstrument = "csat"\nscore = "comment"\ntouchpoint = { const = "delivery" }\n'
    tally = desk.survey(HEADER + "1,2026-10-01 12:00,9,5\n", map_text=two.replace('text = "comment"', ""))
    assert tally.touchpoints == ("checkout", "delivery")
    assert desk.rows("score", "instrument", "value", "touchpoint_id") == [("nps", 9, 1), ("csat", 5, 2)]


def test_the_source_knows_how_fresh_it_is(desk: Desk) -> None:
    desk.survey(ANSWERS)
    assert desk.rows("source", "name", "imported_at", "as_of") == [
        ("survey", datetime(2026, 11, 20, 11, tzinfo=UTC), datetime(2026, 10, 3, 10, tzinfo=UTC))
    ]


def test_a_tally_is_kept_with_the_run(desk: Desk) -> None:
    desk.survey(ANSWERS + "4,soon,1,\n")
    ((rows, tally, finished),) = desk.rows("import_run", "rows", "tally", "finished_at")
    assert (rows, tally["reasons"], finished is not None) == (4, {"bad-date": 1}, True)
    assert json.dumps(tally)
