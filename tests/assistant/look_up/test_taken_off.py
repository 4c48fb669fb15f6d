"""What is taken off a set or a project, several computations told together, divisions counted project by project."""

import pytest

from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.findings import OfSet
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.steps import StepFinder
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Passage, Project


def project(name: str, **more: object) -> Project:
    """A project of the tiny plan; its id is its name."""
    fields = {"content": f"{name}を行います。", "document_id": "d", "section": "実施事業", "page": 1, **more}
    return Project.model_validate({"id": name, "name": name, "divisions": ("港湾課",), **fields})


FERRY, PIER, CRANE = (
    project(name, priority=True, cost_million_yen=cost)
    for name, cost in (("渡船事業", 10), ("桟橋事業", 30), ("起重機事業", 50))
)
TOTAL = Passage(
    id="d-t", document_id="d", section="", title="", field="total_cost", page=1, start=0, end=1,
    text="推計事業費：1,000 百万円",
)  # fmt: skip
PLAN = Catalogue(documents=(), projects=(FERRY, PIER, CRANE, project("台帳事務")), passages=(TOTAL,))
PRIORITY = Filters(priority=True)


@pytest.mark.parametrize(
    ("text", "more", "taken"),
    [
        ("優先の総額から渡船事業を引くと", {"filters": Filters(priority=True, excluding=(FERRY.id,))}, True),
        ("計画の総額から渡船事業を引くと", {"filters": Filters(priority=True, excluding=(FERRY.id,))}, False),
    ],
)
def test_what_is_taken_off_a_described_set_is_not_taken_off_the_total(
    text: str, more: dict[str, object], taken: bool
) -> None:
    """Unless it is the plan's total that the question names."""
    found = CostFinder(PLAN).rest_of_total(Understanding.model_validate({"text": text, **more}))
    assert (found is None) == taken


def test_one_project_s_cost_is_taken_off_another_s() -> None:
    """50 less 10."""
    read = Understanding(
        text="起重機事業の費用から渡船事業の分を引くといくら", projects=(CRANE.id,), names_whole=True,
        filters=Filters(excluding=(FERRY.id,), excluding_names=(FERRY.name,)),
    )  # fmt: skip
    found = CostFinder(PLAN).taken_from(read)
    assert found is not None
    assert found.difference == 40


def test_several_computations_over_one_set_are_told_together() -> None:
    """Three projects, 90 in all, 30 on the average."""
    read = Understanding(
        text="優先は何件で、費用の合計と平均は", operation="average", besides=("count", "sum"), filters=PRIORITY
    )
    found = SetFinder(PLAN, CostFinder(PLAN)).of_projects(read)
    assert isinstance(found, OfSet)
    assert [one.result for one in (*found.besides, found)] == [3, 90, 30]


def test_the_project_with_the_most_related_divisions_is_found() -> None:
    """Projects without any are not told."""
    related = project("護岸事業", related_divisions=("総務課", "機械課"))
    plan = Catalogue(documents=(), projects=(FERRY, related), passages=())
    read = Understanding(text="関連課が一番多い事業は", cues=frozenset({"largest"}), operation="largest")
    found = StepFinder(plan).divisions(read)
    assert found is not None
    assert (found.projects, found.counts, found.of) == ((related,), (2,), "related")
