import time

import pytest

from knowledge.identity_numbers import is_card, is_chinese_id, is_iban, is_pesel
from knowledge.known_names import KnownNames
from knowledge.redaction import PatternRedactor
from metrics.ports import Redactor

REDACTOR: Redactor = PatternRedactor()


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Write to anna.k+shop@mail.example.co.uk, please", "Write to [email], please"),
        ("邮箱wang@example.com谢谢", "邮箱[email]谢谢"),
        ("Żółć: łukasz@przykład.pl!", "Żółć: [email]!"),
        ("call +48 601 234 567 or 601-234-567", "call [phone] or [phone]"),
        ("tel. 58 301 22 33", "tel. [phone]"),
        ("ring 0113 496 0000 or +44 (0)113 496 0000", "ring [phone] or [phone]"),
        ("电话13812345678请回", "电话[phone]请回"),
        ("座机 021-12345678", "座机 [phone]"),
        ("card 4111 1111 1111 1111 was charged", "card [card] was charged"),
        ("card 378282246310005 was charged", "card [card] was charged"),
        ("na konto PL61 1090 1014 0000 0712 1981 2874 proszę", "na konto [iban] proszę"),
        ("DE89370400440532013000 is mine", "[iban] is mine"),
        ("PESEL 44051401359", "PESEL [id]"),
        ("身份证11010519491231002X", "身份证[id]"),
        ("ask @anna_k about it", "ask [handle] about it"),
        ("加我微信：abc_123", "加我微信：[handle]"),
        ("tel.601234567 proszę", "tel.[phone] proszę"),
        ("call 7946 0958 after six", "call [phone] after six"),
        ("电话 6237-1234，谢谢", "电话 [phone]，谢谢"),
        ("anna (at) example (dot) com", "[email]"),
        ("my card 4111-1111-1111-1112 was charged", "my card [card] was charged"),
        ("na PL62 1090 1014 0000 0712 1981 2874 proszę", "na [iban] proszę"),
        ("NI number QQ 12 34 56 C", "NI number QQ 12 34 56 C"),
        ("NI number AB 12 34 56 C here", "NI number [id] here"),
        ("dowód ABA300000", "dowód [id]"),
        ("DNI 54362315K y CPF 390.533.447-05", "DNI [id] y CPF [id]"),
    ],
)
def test_personal_data_becomes_a_placeholder(text: str, redacted: str) -> None:
    assert REDACTOR.redact(text) == redacted
    assert REDACTOR.redact(redacted) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "on 2026-11-20 at 12:00 I paid 1299,99",
        "zamówienie 10482 z 12.11.2026",
        "order #1234567890 never came",
        "from 2026-11-20 2026-11-21",
        "waited 45 minutes, 3 times, in 2025 and 2026",
        "10/10 would buy again",
        "a 1.5 l bottle @ 3 zł",
        "id 5f2c9a7be1d34c0fa1b2c3d4e5f60718",
        "排队20分钟，花了1,299元",
    ],
)
def test_what_is_nobodys_stays(text: str) -> None:
    assert REDACTOR.redact(text) == text


def test_check_digits_are_worked_out() -> None:
    # 4111111111111111 is the card networks' own test number; its Luhn sum is 8 + 7 * 2 + 8 * 1 = 30.
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    # The examples of the IBAN registry for Poland and Germany, and one digit changed.
    assert is_iban("PL61 1090 1014 0000 0712 1981 2874")
    assert not is_iban("PL62 1090 1014 0000 0712 1981 2874")
    # 44051401359: 4*1+4*3+0*7+5*9+1*1+4*3+0*7+1*9+3*1+5*3 = 101, and the last digit makes 110.
    assert is_pesel("44051401359")
    assert not is_pesel("44051401358")
    # The example of GB 11643-1999.
    assert is_chinese_id("11010519491231002X")
    assert not is_chinese_id("110105194912310021")


@pytest.mark.parametrize(
    "text",
    ["1 " * 50_000, "a" * 100_000, "a@" * 50_000, "@a." * 40_000, "PL61 " * 20_000, "1-" * 50_000, "+(" * 50_000],
)
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    started = time.process_time()
    REDACTOR.redact(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Anna Kowalska nie dostała paczki", "[name] nie dostała paczki"),
        ("oddzwońcie do Anny Kowalskiej, proszę", "oddzwońcie do [name], proszę"),
        ("rozmawiałam z Kowalską wczoraj", "rozmawiałam z [name] wczoraj"),
        ("我是张伟，快递还没到", "我是[name]，快递还没到"),
        ("Anna was kind", "Anna was kind"),
        ("SMITH JOHN called", "[name] called"),
        ("a blacksmith made it", "a blacksmith made it"),
    ],
)
def test_names_known_to_the_store_are_taken_out(text: str, redacted: str) -> None:
    redactor = PatternRedactor(names=KnownNames(["Anna Kowalska", "张伟", "John Smith"]))
    assert redactor.redact(text) == redacted
    assert redactor.redact(redacted) == redacted
