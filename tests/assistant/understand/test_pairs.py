"""Several claims of one question, each of a matter and a value of one kind; and what only looks like that."""

from assistant.understand.lexicon import Lexicon
from assistant.understand.pairs import find_pairs
from assistant.understand.unlisted import unlisted_divisions


def _pairs(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    mentions = lexicon.find(text)
    found = find_pairs(text, mentions, unlisted_divisions(text, mentions, lexicon.divisions))
    return [(pair.matter, pair.value) for pair in found]


def test_matters_stand_before_their_divisions_or_behind_them(lexicon: Lexicon) -> None:
    both = [("印鑑の登録", "市民課"), ("物品の廃棄", "契約検査課")]
    assert _pairs(lexicon, "印鑑の登録は市民課で、物品の廃棄は契約検査課ですよね") == both
    assert _pairs(lexicon, "市民課が印鑑の登録、契約検査課が物品の廃棄、で間違いないですか") == both


def test_a_division_that_the_plan_lacks_is_a_value_too(lexicon: Lexicon) -> None:
    text = "監査なら監査委員事務局、学童ならこども課でいいですか"
    assert _pairs(lexicon, text) == [("監査", "監査委員事務局"), ("学童", "こども課")]


def test_codes_sums_years_and_numbers_are_paired_likewise(lexicon: Lexicon) -> None:
    assert _pairs(lexicon, "本庁舎は0-2-1-4、設計事務は0-2-1-5で合っていますか")[1] == ("設計事務", "0-2-1-5")
    assert _pairs(lexicon, "本庁舎は200百万円、設計事務は1億円ですよね")[1] == ("設計事務", "1億円")
    assert _pairs(lexicon, "総務課は6件、職員課は2件ですよね") == [("総務課", "6件"), ("職員課", "2件")]


def test_a_denied_value_is_claimed_not_to_be(lexicon: Lexicon) -> None:
    text = "印鑑の登録は市民課ではなく、物品の廃棄は契約検査課ですよね"
    assert [pair.denied for pair in find_pairs(text, lexicon.find(text), ())] == [True, False]


def test_one_matter_with_several_values_is_no_row_of_pairs(lexicon: Lexicon) -> None:
    assert not _pairs(lexicon, "車の手配は財政課と公的不動産活用課ですよね")
    assert not _pairs(lexicon, "総務課ではなく職員課ですよね、研修は")
    assert not _pairs(lexicon, "車の手配は財政課、印鑑の登録はどこですか")
    assert not _pairs(lexicon, "総務課は6件、職員課は2件で、総務課のほうが多いですよね")
