from knowledge.tokens import concepts, folded, term_hash, words


def test_polish_marks_and_case_do_not_count() -> None:
    assert words("Żółta ŁÓDŹ w Gdańsku") == ["zolta", "lodz", "w", "gdansku"]


def test_chinese_is_read_in_pairs_and_traditional_as_simplified() -> None:
    assert words("排隊太久") == ["排队", "队太", "太久"]
    assert words("慢") == ["慢"]


def test_languages_may_mix_in_one_text() -> None:
    assert words("iPhone手机很慢 OK") == ["iphone", "手机", "机很", "很慢", "ok"]


def test_forms_of_a_word_share_their_stem() -> None:
    stems = {concept.stem for concept in concepts("kolejka kolejki kolejkach")}
    assert stems == {"kolej*"}


def test_words_without_a_topic_are_looked_for_only_if_there_are_no_others() -> None:
    assert [concept.term for concept in concepts("what about the queues")] == ["queues"]
    assert [concept.term for concept in concepts("what about it")] == ["what", "about", "it"]


def test_a_term_has_the_same_hash_in_every_process() -> None:
    assert term_hash("123456789") == 0xCBF43926  # the check value of CRC-32


def test_folding_survives_what_is_no_text() -> None:
    assert folded("\ud800") == "\ud800"
    assert words("\ud800 a\u0301") == ["a"]
