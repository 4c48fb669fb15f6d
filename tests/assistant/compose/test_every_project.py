"""Whatever is found about whichever project of the shipped plan, the answer stands on citations that prove it."""

import re
from typing import get_args

import pytest

from assistant.chain import edition_of
from assistant.compose.composer import Composer
from assistant.compose.draft import Draft
from assistant.look_up.findings import About, Absent, Finding, Items, OfDivisions, OfSet, OfText, ScheduleItem, Unclear
from assistant.look_up.sets import compute, select
from assistant.understand.filters import Filters
from assistant.understand.question import FieldName, Operation, Understanding
from assistant.verify import Verifier
from corpus.catalogue import Catalogue
from corpus.records import Choice, Project

FIELDS: tuple[FieldName, ...] = get_args(FieldName)
OF_CARDS = ("goal", "note", "related", "schedule", "when", "cost")


@pytest.fixture(scope="session")
def composer(plan_catalogue: Catalogue) -> Composer:
    """The composer of the shipped plan."""
    return Composer(plan_catalogue, edition_of(plan_catalogue))


@pytest.fixture(scope="session")
def verifier(plan_catalogue: Catalogue) -> Verifier:
    """The check of the shipped plan."""
    return Verifier(plan_catalogue)


def prints(project: Project, field: FieldName) -> bool:
    """Whether the plan prints the field for the project; what it does not print is never composed."""
    given = {
        "goal": project.goal, "note": project.note, "related": project.related_divisions, "when": None,
        "schedule": project.schedule, "cost": project.cost_million_yen,
    }  # fmt: skip
    return bool(given.get(field, True))


def proved(catalogue: Catalogue, draft: Draft) -> Draft:
    """The draft, if its markers are its citations in order and every quote is the source's own words on its page."""
    markers = {int(number) for number in re.findall(r"\[(\d+)\]", draft.text)}
    assert markers == set(range(1, len(draft.citations) + 1)), draft.text
    for citation in draft.citations:
        document = catalogue.document(citation.document_id)
        page = catalogue.page(citation.document_id, citation.page)
        assert document is not None
        assert page is not None
        source = document.text[citation.start : citation.end]
        assert "".join(source.split()) == "".join(citation.quote.split()) != ""
        assert page.start <= citation.start < citation.end <= page.end
    return draft


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("by_meaning", [False, True], ids=["named", "meant"])
def test_an_answer_about_a_project_names_it_and_its_divisions_and_proves_both(
    plan_catalogue: Catalogue, composer: Composer, verifier: Verifier, field: FieldName, by_meaning: bool
) -> None:
    for project in (p for p in plan_catalogue.projects if prints(p, field)):
        about = About(projects=(project,), field=field, by_meaning=by_meaning)
        draft = proved(plan_catalogue, composer.compose(Understanding(text=""), about))
        assert verifier.faults(draft, "") == []
        assert (draft.status, draft.focus) == ("answered", (project.id,))
        assert [part for part in (project.name, *project.divisions) if part not in draft.text] == []
        assert {citation.project_id for citation in draft.citations} == {project.id}
        assert {citation.divisions for citation in draft.citations} == {project.divisions}


def test_a_field_s_value_is_told_as_the_plan_prints_it(plan_catalogue: Catalogue, composer: Composer) -> None:
    for project in plan_catalogue.projects:
        values: dict[FieldName, tuple[str, ...]] = {
            "content": (project.content,), "goal": (project.goal or "",), "note": (project.note or "",),
            "related": project.related_divisions, "code": (project.code or "",),
            "cost": (f"{project.cost_million_yen or 0:,}百万円",), "account": (project.account,),
            "schedule": tuple(item for items in (project.schedule or {}).values() for item in items),
        }  # fmt: skip
        for field, value in values.items():
            if prints(project, field):
                text = composer.compose(Understanding(text=""), About(projects=(project,), field=field)).text
                assert [part for part in value if part not in text] == [], (project.name, field)


def test_a_year_s_schedule_tells_that_year_s_items_and_no_other_year(
    plan_catalogue: Catalogue, composer: Composer
) -> None:
    for project in plan_catalogue.projects:
        for year, items in (project.schedule or {}).items():
            about = About(projects=(project,), field="schedule", years=(year,))
            text = composer.compose(Understanding(text=""), about).text
            assert [item for item in items if f"「{item}」" not in text] == []
            assert [other for other in project.schedule or {} if other != year and other in text] == []


def test_what_the_plan_does_not_print_is_said_to_be_missing(
    plan_catalogue: Catalogue, composer: Composer, verifier: Verifier
) -> None:
    for project in plan_catalogue.projects:
        for field in (field for field in FIELDS if field in OF_CARDS and not prints(project, field)):
            absent = Absent(reason="field", field=field, projects=(project,))
            draft = proved(plan_catalogue, composer.compose(Understanding(text=""), absent))
            assert verifier.faults(draft, "") == []
            assert (draft.status, project.name in draft.text) == ("not_found", True)


def test_the_year_of_every_item_is_told_with_its_proof(
    plan_catalogue: Catalogue, composer: Composer, verifier: Verifier
) -> None:
    for project in plan_catalogue.projects:
        for year, items in (project.schedule or {}).items():
            for item in items:
                found = Items(items=(ScheduleItem(project=project, year=year, item=item),))
                draft = proved(plan_catalogue, composer.compose(Understanding(text=""), found))
                assert verifier.faults(draft, "") == []
                assert f"「{item}」" in draft.text
                assert year in draft.text


@pytest.mark.parametrize("operation", [*get_args(Operation)])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(priority=True),
        Filters(coded=False),
        Filters(several_divisions=True),
        Filters(cost_from=300.0),
    ],
    ids=["all", "priority", "uncoded", "several", "from 300"],
)
def test_a_set_is_told_whole_and_its_number_is_its_length(
    plan_catalogue: Catalogue, composer: Composer, verifier: Verifier, operation: Operation, filters: Filters
) -> None:
    found: OfSet = compute(filters, operation, select(plan_catalogue, filters), plan_catalogue.projects)
    draft = proved(plan_catalogue, composer.compose(Understanding(text=""), found))
    assert verifier.faults(draft, "") == []
    assert draft.projects == found.projects
    assert [project.name for project in found.projects if project.name not in draft.text] == []
    assert all(int(count) == len(draft.projects) for count in re.findall(r"全(\d+)件", draft.text))


@pytest.mark.parametrize("operation", ["list", "count"])
def test_every_division_s_projects_are_listed_in_plan_order(
    plan_catalogue: Catalogue, composer: Composer, operation: Operation
) -> None:
    for division in plan_catalogue.divisions:
        filters = Filters(divisions=(division.name,))
        projects = select(plan_catalogue, filters)
        draft = composer.compose(Understanding(text=""), compute(filters, operation, projects, projects))
        proved(plan_catalogue, draft)
        assert tuple(project.id for project in draft.projects) == division.project_ids
        places = [draft.text.index(f"{number}. {project.name}") for number, project in enumerate(projects, 1)]
        assert places == sorted(places)


@pytest.mark.parametrize("operation", ["list", "count", "largest", "smallest", "ranking"])
def test_the_divisions_themselves_are_told_with_their_numbers_of_projects(
    plan_catalogue: Catalogue, composer: Composer, verifier: Verifier, operation: Operation
) -> None:
    divisions = plan_catalogue.divisions
    first = tuple(plan_catalogue.of_division(division.name)[0] for division in divisions)
    found = OfDivisions(divisions=divisions, operation=operation, representatives=first)
    draft = proved(plan_catalogue, composer.compose(Understanding(text=""), found))
    assert verifier.faults(draft, "") == []
    rows = [f"{division.name}（{division.project_count}件）" for division in divisions]
    assert [row for row in rows if row not in draft.text] == []


def test_every_passage_around_the_tables_can_be_quoted(
    plan_catalogue: Catalogue, composer: Composer, verifier: Verifier
) -> None:
    around = [passage for passage in plan_catalogue.passages if not passage.project_ids]
    assert around
    for passage in around:
        for kind in {"sentence", "principle", "principles"} | ({passage.field} & {"total_cost", "sdgs_targets"}):
            found = OfText(passages=(passage,), kind=kind)
            draft = proved(plan_catalogue, composer.compose(Understanding(text=""), found))
            assert verifier.faults(draft, "") == [], draft.text


def test_asking_back_offers_every_choice_with_its_divisions(plan_catalogue: Catalogue, composer: Composer) -> None:
    choices = tuple(
        Choice(
            label=project.name, question=f"{project.name}は？", divisions=project.divisions, project_ids=(project.id,)
        )
        for project in plan_catalogue.projects[:4]
    )
    draft = composer.compose(Understanding(text=""), Unclear(choices=choices))
    assert (draft.status, draft.choices, draft.citations) == ("clarify", choices, [])
    for number, choice in enumerate(choices, 1):
        assert f"{number}. {choice.label}" in draft.text
        assert all(division in draft.text for division in choice.divisions)


def test_the_same_finding_gives_the_same_words(plan_catalogue: Catalogue, composer: Composer) -> None:
    finding: Finding = About(projects=plan_catalogue.projects[:3], field="overview")
    drafts = [composer.compose(Understanding(text=""), finding) for _ in range(2)]
    assert drafts[0].text == drafts[1].text
    assert drafts[0].citations == drafts[1].citations
