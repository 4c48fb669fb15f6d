"""Several things asked when in one question: each is answered by its own words."""

from collections.abc import Sequence

from assistant.look_up.findings import Items, ScheduleItem
from assistant.look_up.whens import each_when
from assistant.understand.question import Understanding
from corpus.records import Project

BRIDGE = Project(
    id="one", document_id="plan", name="橋の修繕事業", code=None, divisions=("橋りょう課",), content="橋を直す。",
    section="実施事業", page=1,
    schedule={"令和5年度": ("測量",), "令和6年度": ("工事",)}, sources={},
)  # fmt: skip


def matching(
    read: Understanding,
    projects: Sequence[Project] = (),  # noqa: ARG001
    beside: Sequence[Sequence[str]] = (),  # noqa: ARG001
) -> Items | None:
    """The items whose word is a noun of the question."""
    items = [(year, item) for year, items in (BRIDGE.schedule or {}).items() for item in items]
    found = (ScheduleItem(project=BRIDGE, year=year, item=item) for year, item in items if item in read.subject_words)
    return Items(items=chosen) if (chosen := tuple(found)) else None


def read_as(text: str) -> Understanding:
    return Understanding(text=text, field="when", subject_words=("測量", "工事", "開通"))


def test_each_of_two_things_is_found_in_its_year() -> None:
    found = each_when(read_as("測量はいつで、工事は何年度からですか"), matching)
    assert found is not None
    assert [item.year for item in found.items] == ["令和5年度", "令和6年度"]


def test_two_things_in_one_breath_are_found_each_in_its_year() -> None:
    found = each_when(read_as("橋の測量と工事の年度を教えてください"), matching)
    assert found is not None
    assert [item.item for item in found.items] == ["測量", "工事"]


def test_each_of_two_things_is_looked_for_beside_the_words_of_the_other() -> None:
    asked: list[tuple[tuple[str, ...], Sequence[Sequence[str]]]] = []

    def noting(
        read: Understanding, projects: Sequence[Project] = (), beside: Sequence[Sequence[str]] = ()
    ) -> Items | None:
        asked.append((read.subject_words, beside))
        return matching(read, projects)

    each_when(read_as("測量と工事はいつですか"), noting)
    assert asked[:2] == [(("測量",), [("工事",)]), (("工事",), [("測量",)])]


def test_a_word_is_not_looked_for_across_the_words_of_a_part() -> None:
    read = Understanding(text="測量と工事業者の選定はいつですか", field="when", subject_words=("測量", "事業"))
    assert each_when(read, matching) is None


def test_one_thing_or_one_that_is_not_planned_is_not_told_so() -> None:
    assert each_when(read_as("工事はいつですか"), matching) is None
    assert each_when(read_as("測量はいつで、開通はいつですか"), matching) is None
