"""Names of the plan in a question: letter for letter, nearly spelled, by their sound; topics and broad words."""

from collections.abc import Callable

import pytest

from assistant.understand.lexicon import Lexicon
from assistant.understand.normalize import fold, key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import find_topics
from assistant.understand.words import reading
from corpus.catalogue import Catalogue
from corpus.records import Project

Read = Callable[..., Understanding]


def names_of(understood: Understanding, catalogue: Catalogue) -> set[str]:
    """The names of the projects that were understood."""
    return {project.name for project in catalogue.projects if project.id in understood.projects}


def test_every_project_is_found_by_its_whole_name(lexicon: Lexicon, named: dict[str, Project]) -> None:
    for name, project in named.items():
        found = lexicon.find(fold(f"{name}の所管課は？"))
        assert [(mention.names, mention.full) for mention in found] == [((project.id,), True)], name


def test_every_division_is_found_by_its_name(lexicon: Lexicon) -> None:
    for division in lexicon.divisions:
        (found,) = lexicon.find(fold(f"{division}が担当する事業は？"))
        assert (found.kind, found.names) == ("division", (division,))


def test_the_longest_name_wins_and_is_not_cut_by_a_shorter_one(lexicon: Lexicon, named: dict[str, Project]) -> None:
    found = lexicon.find(fold("選挙事務と選挙執行事務"))
    assert [mention.names for mention in found] == [(named["選挙事務"].id,), (named["選挙執行事務"].id,)]
    assert [mention.names for mention in lexicon.find("市民税課と市民課")] == [("市民税課",), ("市民課",)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公共施設再編の担当", "公共施設再編事業"), ("職員研修について", "職員研修事務"),
        ("固定資産税賦課事務の課", "固定資産税等賦課事務"), ("本庁舎整備事業", "本庁舎等整備事業"),
        ("ふるさと寄付金推進事業", "ふるさと寄附金推進事業"), ("契約業務", "契約事務"), ("政策研究事務",
        "政策研究事業"),
    ],
)  # fmt: skip
def test_a_name_is_found_without_its_ending_or_with_another_one(
    lexicon: Lexicon, named: dict[str, Project], text: str, name: str
) -> None:
    assert [mention.names for mention in lexicon.find(fold(text))] == [(named[name].id,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("庁用器具菅理事務の所管は？", "庁用器具管理事務"), ("スマートシテイ推進事業", "スマートシティ推進事業"),
        ("公共施設再偏事業の所管は？", "公共施設再編事業"), ("職員構成事務", "職員厚生事務"),
        ("ｽﾏｰﾄｼﾃｨ推進事業の所管は？", "スマートシティ推進事業"),
    ],
)  # fmt: skip
def test_a_name_with_a_slip_is_recognised(read: Read, plan_catalogue: Catalogue, text: str, name: str) -> None:
    assert names_of(read(text), plan_catalogue) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ぎょうざいせいかいかくすいしんじぎょうのたんとうかは？", "行財政改革推進事業"),
        ("コウヘイイインカイジムノタントウ", "公平委員会事務"), ("koukyou shisetsu saihen jigyou", "公共施設再編事業"),
        ("しょくいんけんしゅうじむ", "職員研修事務"),
    ],
)  # fmt: skip
def test_a_name_is_recognised_by_its_sound(read: Read, plan_catalogue: Catalogue, text: str, name: str) -> None:
    assert names_of(read(text), plan_catalogue) == {name}


@pytest.mark.parametrize(
    "text", ["粗大ごみの収集日", "図書館の本の予約", "市民プールの営業", "😀😀", "？？？", "1234567"]
)
def test_what_resembles_no_name_is_taken_for_none(read: Read, text: str) -> None:
    understood = read(text)
    assert (understood.projects, understood.divisions) == ((), ())


def test_a_shared_ending_names_all_projects_that_end_so(lexicon: Lexicon, named: dict[str, Project]) -> None:
    ending = lexicon.find_shared_ending("賦課事務の所管課は?")
    assert ending is not None
    assert set(ending.names) == {project.id for name, project in named.items() if name.endswith("賦課事務")}
    assert not ending.full


def test_every_name_has_a_reading_without_kanji(lexicon: Lexicon, named: dict[str, Project]) -> None:
    kanji = {"一", "龥"}
    left = [name for name in (*named, *lexicon.divisions) if any(min(kanji) <= c <= max(kanji) for c in reading(name))]
    assert left == []


def test_a_longer_topic_word_is_not_cut_by_a_shorter_one() -> None:
    text = key("軽自動車税の証明書と戸籍の附票")
    hits = find_topics(text)
    for hit in hits:
        assert text[hit.start : hit.end] == hit.word
        for other in hits:
            apart = hit.end <= other.start or other.end <= hit.start
            assert apart or (hit.start, hit.end) == (other.start, other.end)
    assert "軽自動車税" in {hit.word for hit in hits}
    assert not {hit.word for hit in hits} & {"自動車", "自動車税", "税"}


def test_topics_are_found_wherever_they_stand_and_in_order() -> None:
    hits = find_topics(key("出生届のあとで転入届"))
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    assert {"出生届", "住民異動の届出"} <= {hit.topic.name for hit in hits}


@pytest.mark.parametrize("text", ["証明書がほしい", "税金について", "納期限を知りたい"])
def test_a_broad_word_offers_readings_of_different_divisions(read: Read, text: str) -> None:
    broad = read(text).broad
    assert len({choice.divisions for choice in broad}) >= 2
    assert all(choice.divisions and choice.project_ids and choice.question for choice in broad)


@pytest.mark.parametrize("text", ["納税証明書がほしい", "軽自動車税の納期限", "固定資産税の税金について"])
def test_a_word_that_narrows_a_broad_one_leaves_no_choice(read: Read, text: str) -> None:
    assert read(text).broad == ()


@pytest.mark.parametrize("place", ["大船", "腰越", "玉縄", "深沢"])
def test_a_part_of_the_city_leads_to_its_branch_office(read: Read, place: str) -> None:
    assert read(f"{place}に引っ越しました").place_divisions == (f"{place}支所",)


@pytest.mark.parametrize("text", ["横浜市の住民票", "藤沢市の税金", "千代田区の担当"])
def test_another_city_is_noticed(read: Read, text: str) -> None:
    assert read(text).other_place is not None


@pytest.mark.parametrize("text", ["鎌倉市の契約事務", "大船の住民票"])
def test_the_plan_s_own_city_is_no_other_place(read: Read, text: str) -> None:
    assert read(text).other_place is None


def test_no_name_begins_within_an_account_s(lexicon: Lexicon) -> None:
    assert not lexicon.find("特別会計 事業の名前")
