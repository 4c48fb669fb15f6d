"""Codes that the plan has only in part, or not at all."""

import pytest

from assistant.look_up.codes import beside, in_part, in_range, no_such_code
from assistant.look_up.findings import Absent
from assistant.understand.codes import find_codes
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

CODES = ("3-1-1", "3-1-2", "3-1-10", "4-2-1", None)


def project(code: str | None) -> Project:
    """A project with that code."""
    return Project(
        id=str(code), name=f"事業{code}", code=code, divisions=("道路課",), content="", document_id="d", section="",
        page=1,
    )  # fmt: skip


PLAN = Catalogue(documents=(), projects=tuple(map(project, CODES)), passages=())


@pytest.mark.parametrize(("asked", "nearest"), [("3-1-3", "3-1-2"), ("3-1-9", "3-1-10"), ("4-1-1", "3-1-1")])
def test_the_codes_that_differ_least_are_offered_first(asked: str, nearest: str) -> None:
    assert no_such_code(PLAN, [asked]).nearest[0].code == nearest


@pytest.mark.parametrize(("part", "codes"), [("3-1", ["3-1-1", "3-1-2", "3-1-10"]), ("2-1", ["4-2-1"]), ("9-9", [])])
def test_parts_of_a_code_lead_to_the_codes_that_have_them(part: str, codes: list[str]) -> None:
    assert [found.code for found in in_part(PLAN, part)] == codes


def test_the_code_behind_another_follows_the_numbers_not_the_letters() -> None:
    found = beside(PLAN, Understanding(text="3-1-2の次の番号", codes=("3-1-2",)))

    assert [one.code for one in found] == ["3-1-10"] if isinstance(found, tuple) else False


def test_nothing_stands_behind_the_last_code() -> None:
    assert isinstance(beside(PLAN, Understanding(text="4-2-1の次の番号", codes=("4-2-1",))), Absent)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3-1-2より後の番号の事業", ["3-1-10", "4-2-1"]),
        ("3-1-10以降の事業を並べて", ["3-1-10", "4-2-1"]),
        ("3-1-10より前の番号は", ["3-1-1", "3-1-2"]),
        ("3-1-2までの事業", ["3-1-1", "3-1-2"]),
        ("3-1-2の次の番号", []),
        ("3-1-2のすぐ後の番号", []),
        ("3-1-2以上に高い事業", []),
    ],
)
def test_all_codes_on_one_side_of_another_are_a_set(text: str, codes: list[str]) -> None:
    assert [one.code for one in in_range(PLAN, Understanding(text=text, codes=find_codes(text, PLAN)))] == codes
