"""Which places of an order, and which part or neighbour of a code, a question means."""

import pytest

from assistant.understand.code_parts import find_code_part, find_steps, without_labels
from assistant.understand.codes import find_codes
from assistant.understand.cuts import find_cut
from assistant.understand.filters import Cut, TextPart
from assistant.understand.normalize import fold
from corpus.catalogue import Catalogue
from corpus.records import Project


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("推計事業費の上位3つ", Cut(by="cost", last=3)),
        ("費用が高い順に4件", Cut(by="cost", last=4)),
        ("安いほうから2つ", Cut(by="cost", last=2, from_end=True)),
        ("計画の最初に載っている3事業", Cut(by="plan", last=3)),
        ("掲載順で最後の2件", Cut(by="plan", last=2, from_end=True)),
        ("計画の6番目に載っている事業", Cut(by="plan", first=6, last=6)),
        ("いちばん若い番号の事業コード", Cut(by="code")),
        ("一覧の頭から4件", Cut(by="plan", last=4)),
        ("いちばん後ろに並んでいる3つの事業", Cut(by="plan", last=3, from_end=True)),
        ("一番下に載っている事業", Cut(by="plan", from_end=True)),
        ("掲載順に2つ", Cut(by="plan", last=2)),
        ("事業の表で上から4つ目まで", Cut(by="plan", last=4)),
        ("表の3件目から5件目の事業", Cut(by="plan", first=3, last=5)),
        ("事業コードの若い順に2つ", Cut(by="code", last=2)),
        ("事業の最初の年度", None),
        ("事業が多い課の上位3つ", None),
        ("上位の計画は何ですか", None),
        ("2番目の柱", None),
    ],
)
def test_the_places_of_an_order_are_read(text: str, cut: Cut | None) -> None:
    assert find_cut(fold(text)) == cut


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [("3-1で始まるコード", "3-1", "start"), ("末尾が4の番号", "4", "end"), ("コードが2で終わる事業", "2", "end")],
)
def test_a_part_of_a_code_is_no_code(text: str, word: str, place: str) -> None:
    found = find_code_part(fold(text))

    assert found == TextPart(field="code", word=word, place="start" if place == "start" else "end")


@pytest.mark.parametrize("text", ["末尾が2と4の番号", "コードが2か4で終わる事業", "末尾が2、4のコード"])
def test_of_several_parts_of_codes_one_will_do(text: str) -> None:
    found = find_code_part(fold(text))

    assert found is not None
    assert (found.place, set(found.words)) == ("end", {"2", "4"})


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("3-1-2の次の番号は", (1,)),
        ("3-1-2の次とその費用", (1,)),
        ("3-1-2の次の次は", (2,)),
        ("3-1-2の一つ前のコード", (-1,)),
        ("3-1-2の前後の事業", (-1, 1)),
        ("3-1-2の課", ()),
    ],
)
def test_the_neighbours_of_a_code_are_read(text: str, steps: tuple[int, ...]) -> None:
    assert find_steps(fold(text)) == steps


def test_the_label_of_a_code_asks_for_nothing() -> None:
    assert without_labels(fold("事業CD：3-1-2の工程")) == "3-1-2の工程"


@pytest.mark.parametrize("text", ["3 1 2 の課", "ゼロの三の一の二ではなく31-2", "三一二の担当", "3ハイフン1ハイフン2"])
def test_figures_are_a_code_whatever_stands_between_them(text: str) -> None:
    own = Project(
        id="p", name="橋事業", code="3-1-2", divisions=("土木課",), content="", document_id="d", section="", page=1
    )

    assert "3-1-2" in find_codes(fold(text), Catalogue(documents=(), projects=(own,), passages=()))
