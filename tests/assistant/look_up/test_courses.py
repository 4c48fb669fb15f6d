"""How a thing goes on over the years, found among the items of an invented schedule."""

import pytest

from assistant.look_up.courses import asks_course, by_thing, course_of, whole_year, words_of_thing
from assistant.look_up.findings import About, Items, ScheduleItem
from assistant.understand.question import FieldName, Premise, Understanding
from corpus.records import Project

YEARS = ("令和8年度", "令和9年度", "令和10年度")
STEPS = {
    YEARS[0]: ("旧水沢邸の保存に向けた調査", "南浜用地の活用方針の策定", "橋の点検"),
    YEARS[1]: ("旧水沢邸の保存に向けた設計", "南浜用地の整備", "橋の点検"),
    YEARS[2]: ("旧水沢邸の公開", "南浜用地の整備", "橋の点検"),
}
PROJECT = Project(
    id="p", name="資産活用事業", divisions=("管財課",), content="市の資産の活用を進めます。",
    goal="橋の安全を守ります。", schedule=STEPS, document_id="k", section="重点事業", page=1,
)  # fmt: skip
ITEMS = tuple(ScheduleItem(project=PROJECT, year=year, item=item) for year, items in STEPS.items() for item in items)


def asked(text: str, *words: str, years: tuple[str, ...] = (), field: FieldName | None = "schedule") -> Understanding:
    """A question with its nouns."""
    return Understanding(text=text, subject_words=words, years=years, field=field)


@pytest.mark.parametrize(
    "text",
    [
        "南浜用地は年度ごとに何をしますか",
        "方針を作るのは何年度で、そのあとはどうなりますか",
        "旧水沢邸が公開されるまでの流れを教えて",
        "橋の点検が終わったら、次の年度は何をするの",
        "令和8年度のあとはどうしますか",
    ],
)
def test_a_question_may_ask_for_one_year_after_the_other(text: str) -> None:
    assert asks_course(asked(text))


@pytest.mark.parametrize("text", ["橋の点検はいつですか", "令和9年度の予定を教えてください"])
def test_a_question_for_one_year_asks_for_no_course(text: str) -> None:
    assert not asks_course(asked(text))


def test_two_years_in_one_breath_ask_for_both_unless_they_are_taken_for_granted() -> None:
    both = asked("橋は令和8年度と9年度に何をする", "橋", years=YEARS[:2])
    told = both.model_copy(update={"premise": Premise()})
    assert asks_course(both)
    assert not asks_course(told)


def test_a_course_holds_every_item_that_begins_alike_though_its_words_differ() -> None:
    found = course_of(asked("旧水沢邸は年度ごとに", "水沢"), ITEMS[:1], ITEMS, ["水沢"])
    assert [item.item for item in found] == [
        "旧水沢邸の保存に向けた調査", "旧水沢邸の保存に向けた設計", "旧水沢邸の公開",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [("令和8年度と令和10年度", [YEARS[0], YEARS[2]]), ("令和8年度から令和10年度まで", list(YEARS))],
)
def test_of_several_years_a_course_shows_those_named_and_of_a_range_all(text: str, expected: list[str]) -> None:
    read = asked(text, "水沢", years=(YEARS[0], YEARS[2]))
    assert [item.year for item in course_of(read, ITEMS[:1], ITEMS, ["水沢"])] == expected


def test_words_that_only_ask_for_the_course_or_name_a_kind_of_thing_are_no_thing() -> None:
    assert words_of_thing(asked("水沢の建物の3年間の動き", "水沢", "建物", "年間", "動き")) == ("水沢",)


def test_two_things_are_told_apart_by_how_their_items_begin() -> None:
    things = by_thing("旧水沢邸と南浜用地は何をしますか", ITEMS)
    assert [{item.item[:3] for item in thing} for thing in things] == [{"南浜用"}, {"旧水沢"}]
    assert by_thing("旧水沢邸は何をしますか", ITEMS) == []


def test_a_year_is_told_whole_where_the_words_are_the_project_s_own() -> None:
    found = Items(items=(ITEMS[2],))
    whole = whole_year(asked("橋は令和8年度に何をしますか", "橋", years=YEARS[:1]), found)
    assert whole == About(projects=(PROJECT,), field="schedule", years=YEARS[:1])
    assert whole_year(asked("南浜用地は令和8年度に何をしますか", "南浜", years=YEARS[:1]), found) is None
    assert whole_year(asked("橋の点検は何年度ですか", "橋", years=YEARS[:1], field="when"), found) is None
