"""What bears the few words of a question: one division's row is the answer, of several it is asked back."""

import pytest

from assistant.look_up.bearing import Bearing, differ
from assistant.look_up.few_words import FewWords
from assistant.look_up.readings import Readings
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project


def project(number: int, name: str, division: str, content: str) -> Project:
    """A project of the fictional plan."""
    return Project(
        id=f"p{number}", name=name, divisions=(division,), content=content, document_id="d", section="", page=1
    )


PROJECTS = (
    project(1, "遊船運航事業", "観光課", "遊船の運航を行います。"),
    project(2, "波止場管理事務", "港湾課", "漁船の係留の許可及び波止場の維持管理を行います。"),
    project(3, "苗圃管理事業", "緑化課", "苗圃の維持修繕及び総合管理を行います。"),
    project(4, "汚泥処理事業", "衛生課", "浄化槽の汚泥の処理を行います。"),
    project(5, "浄化槽設置促進事業", "下水課", "浄化槽の設置を補助します。"),
    project(6, "温室栽培センター運転事業", "農政課", "温室の管理を行います。"),
    project(7, "焼却センター運転事業", "清掃課", "焼却炉の騒音の苦情を受け付けます。"),
)
PLAN = Catalogue(documents=(), projects=PROJECTS, passages=())
BEARING = Bearing(PLAN, ("支所",))
READINGS = Readings(PLAN, BEARING)
FEW_WORDS = FewWords(PLAN, BEARING)


@pytest.mark.parametrize(
    ("name", "linked", "offered"),
    [
        pytest.param("船", {}, ["遊船運航事業", "波止場管理事務"], id="one kanji is the head of compounds"),
        pytest.param("苗圃", {}, [], id="named alone"),
        pytest.param("浄化槽", {"p5": 1.0}, [], id="named alone, and the vocabulary leads there"),
        pytest.param("浄化槽", {"p4": 1.0, "p5": 0.9}, ["浄化槽設置促進事業", "汚泥処理事業"], id="it leads elsewhere"),
    ],
)
def test_a_name_is_asked_back_with_all_that_bears_it(name: str, linked: dict[str, float], offered: list[str]) -> None:
    read = Understanding(text=name, bare=name, field="division", linked=linked, topic_words=(name,) if linked else ())
    found = READINGS.find(read)
    assert [choice.label for choice in found.choices] == offered if found else not offered


def test_what_one_division_alone_prints_is_its_own_beside_a_name_of_anothers_matter() -> None:
    asked = Understanding(
        text="騒音の苦情の課", subject_words=("騒音", "苦情"), field="division", absent_topics=("広聴",),
        topic_words=("苦情",),
    )  # fmt: skip
    assert [one.name for one in FEW_WORDS.alone(asked)] == ["焼却センター運転事業"]
    assert not FEW_WORDS.alone(asked.model_copy(update={"subject_words": ("苦情",)}))


def test_words_that_several_names_hold_are_no_one_projects() -> None:
    read = Understanding(text="センターの運転の事業", subject_words=("センター", "運転"), projects=("p7",))
    assert differ(FEW_WORDS.named(read))
    assert not FEW_WORDS.named(read.model_copy(update={"names_whole": True}))
