"""How many of something: answered by the field that prints a number of that unit, if it is of what is asked."""

import pytest

from assistant.look_up.findings import About, OfText
from assistant.look_up.numbers_printed import PrintedNumbers
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Document, Passage, Project

PLAN = Catalogue(
    documents=(Document(id="d", title="計画", text="計画", pages=(), publisher="沖ノ森市"),),
    projects=(
        Project(
            id="0", name="工場誘致事業", divisions=("産業課",), content="工場の立地を進めます。",
            goal="期間中に８社の立地を実現し、年間３万人の来場を図ります。",
            schedule={"令和8年度": ("見学会の開催（４回）",)}, document_id="d", section="実施事業", page=1,
        ),
        Project(
            id="1", name="つどいの広場事業", divisions=("こども課",),
            content="親子の交流の場を市内３か所で運営します。",
            document_id="d", section="実施事業", page=1,
        ),
    ),
    passages=(
        Passage(
            id="p", document_id="d", section="考え方", title="① 省エネ", field="principle", page=1, start=0, end=2,
            text="① 省エネ 街路灯の電力を令和12年度までに３０％減らします。道を明るくします。",
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "project", "field"),
    [
        ("工場誘致は何社が目標ですか", ("工場", "誘致"), "0", "goal"),
        ("工場誘致は何社の立地を実現しますか", ("工場", "誘致", "立地"), "0", "goal"),
        ("工場誘致の見学会は何回ですか", ("工場", "誘致", "見学"), "0", "schedule"),
        ("つどいの広場は何か所ありますか", ("広場",), "1", "content"),
    ],
)
def test_the_field_that_prints_the_number_answers(text: str, words: tuple[str, ...], project: str, field: str) -> None:
    found = PrintedNumbers(PLAN).find(_asked(text, words, project))
    assert isinstance(found, About)
    assert (found.projects[0].id, found.field) == (project, field)


@pytest.mark.parametrize(
    ("text", "words", "project"),
    [
        ("工場誘致の職員は何人ですか", ("工場", "誘致", "職員"), "0"),
        ("工場誘致で何台の車を使いますか", ("工場", "誘致", "車"), "0"),
        ("つどいの広場には何人の職員がいますか", ("広場", "職員"), "1"),
        ("つどいの広場のトイレは何か所", ("広場", "トイレ"), "1"),
    ],
)
def test_a_number_of_something_else_is_no_answer(text: str, words: tuple[str, ...], project: str) -> None:
    assert PrintedNumbers(PLAN).find(_asked(text, words, project)) is None


def test_a_question_that_names_no_project_is_answered_by_the_one_sentence_that_has_all_it_names() -> None:
    read = Understanding(text="年間何人の来場を図りますか", attribute="人数・定員", subject_words=("来場",))
    found = PrintedNumbers(PLAN).find(read)
    assert isinstance(found, About)
    assert (found.projects[0].id, found.field) == ("0", "goal")
    assert PrintedNumbers(PLAN).find(read.model_copy(update={"subject_words": ("来場", "車")})) is None


def test_a_number_around_the_tables_is_told_in_its_sentence() -> None:
    read = Understanding(
        text="街路灯の電力を何年度までに何%減らす目標ですか", field="goal", subject_words=("街路", "電力")
    )
    found = PrintedNumbers(PLAN).find(read)
    assert isinstance(found, OfText)
    assert found.quotes == ("街路灯の電力を令和12年度までに３０％減らします。",)


def _asked(text: str, words: tuple[str, ...], project: str) -> Understanding:
    return Understanding(text=text, attribute="人数・定員", projects=(project,), subject_words=words)
