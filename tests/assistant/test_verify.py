"""Nothing false leaves: each kind of fault in a draft is found, and a draft without fault passes."""

import re
from collections.abc import Callable

import pytest

from assistant.chain import edition_of
from assistant.compose.composer import Composer
from assistant.compose.draft import Draft
from assistant.look_up.findings import About
from assistant.look_up.sets import compute, select
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from assistant.verify import Verifier
from corpus.catalogue import Catalogue
from corpus.records import Project

Spoil = Callable[[Draft], None]


@pytest.fixture(scope="session")
def verifier(plan_catalogue: Catalogue) -> Verifier:
    """The check of the shipped plan."""
    return Verifier(plan_catalogue)


@pytest.fixture
def draft(plan_catalogue: Catalogue, named: dict[str, Project]) -> Draft:
    """A right answer about a priority project."""
    about = About(projects=(named["公共施設再編事業"],), field="overview")
    return Composer(plan_catalogue, edition_of(plan_catalogue)).compose(Understanding(text=""), about)


@pytest.fixture
def listing(plan_catalogue: Catalogue) -> Draft:
    """A right list of the five priority projects."""
    filters = Filters(priority=True)
    found = compute(filters, "list", select(plan_catalogue, filters), plan_catalogue.projects)
    return Composer(plan_catalogue, edition_of(plan_catalogue)).compose(Understanding(text=""), found)


def say(line: str) -> Spoil:
    """Add a line to the draft."""
    return lambda draft: draft.lines.append(line)


def requote(**changes: object) -> Spoil:
    """Change the first citation; ``start`` and ``end`` are added to what it has."""

    def spoil(draft: Draft) -> None:
        first = draft.citations[0]
        moved = {name: getattr(first, name) + by for name, by in changes.items() if name in ("start", "end")}
        draft.citations[0] = first.model_copy(update={**changes, **moved})

    return spoil


def beyond_its_page(draft: Draft) -> None:
    """Quote the last words of one page with the first of the next."""
    document = draft.catalogue.documents[0]
    page = next(p for p in document.pages if p.page == draft.citations[0].page)
    start, end = page.end - 30, page.end + 30
    update = {"start": start, "end": end, "quote": document.text[start:end]}
    draft.citations[0] = draft.citations[0].model_copy(update=update)


def drop_citation(draft: Draft) -> None:
    """Leave a marker without its citation."""
    draft.citations.pop()


def drop_all_proof(draft: Draft) -> None:
    """Leave bare assertions."""
    draft.lines[:] = ["公共施設再編事業の所管課は、公的不動産活用課です。"]
    draft.citations.clear()


def test_a_right_answer_has_no_fault(verifier: Verifier, draft: Draft, listing: Draft) -> None:
    assert verifier.faults(draft, "") == []
    assert verifier.faults(listing, "") == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        pytest.param(say("事業CDは0-2-1-9です。"), "0-2-1-9", id="a code that the plan has not"),
        pytest.param(say("事業CDは０－２－１－９です。"), "0-2-1-9", id="such a code in full width"),
        pytest.param(say("推計事業費は999百万円です。"), "999百万円",
        id="an amount that is neither printed nor computed"),
        pytest.param(say("推計事業費は３１７百万円です。"), "317百万円", id="such an amount in full width"),
        pytest.param(say("所管課は住宅政策課です。"), "住宅政策課", id="a division that the plan has not"),
        pytest.param(say("窓口は藤沢支所です。"), "藤沢支所", id="a branch office that the plan has not"),
        pytest.param(say("所管課は農業委員会事務局です。"), "農業委員会事務局", id="an office that the plan has not"),
        pytest.param(say("公共施設再編事業です。[7]"), "markers", id="a marker without a citation"),
        pytest.param(drop_citation, "markers", id="a citation lost"),
        pytest.param(drop_all_proof, "without a citation", id="no citation at all"),
        pytest.param(requote(start=1), "differs", id="a quote that begins one late"),
        pytest.param(requote(end=-1), "differs", id="a quote that ends one early"),
        pytest.param(requote(start=-1, end=-1), "differs", id="a quote shifted by one"),
        pytest.param(requote(quote="公共施設再編計画に基づく事業を進めます。"), "differs", id="a quote in other words"),
        pytest.param(requote(quote=""), "differs", id="an empty quote"),
        pytest.param(beyond_its_page, "leaves its page", id="a quote beyond its page"),
        pytest.param(requote(page=1), "leaves its page", id="a quote from another page"),
        pytest.param(requote(page=99), "no such page", id="a page that there is not"),
        pytest.param(requote(document_id="another-plan"), "no such page", id="a document that there is not"),
        pytest.param(say("重点事業は、全3件です。"), "全3件", id="a total without its list"),
    ],
)  # fmt: skip
def test_a_spoilt_answer_is_caught(verifier: Verifier, draft: Draft, spoil: Spoil, fault: str) -> None:
    spoil(draft)
    assert [found for found in verifier.faults(draft, "") if fault in found] != []


def test_a_total_that_differs_from_its_list_is_caught(
    verifier: Verifier, listing: Draft, named: dict[str, Project]
) -> None:
    listing.lines[0] = "重点事業は、全3件です。"
    listing.projects = (named["設計事務"], named["公共施設再編事業"])
    assert [found for found in verifier.faults(listing, "") if "全3件" in found] != []


def test_white_space_alone_makes_no_fault(verifier: Verifier, draft: Draft) -> None:
    quote = draft.citations[0].quote
    draft.citations[0] = draft.citations[0].model_copy(update={"quote": f" {quote[:5]}\n{quote[5:]}\u3000"})
    assert verifier.faults(draft, "") == []


@pytest.mark.parametrize(
    "line",
    [
        "公共施設再編事業の所管課は、公的不動産活用課です。[1]", "担当課や所管課のことです。", "重点事業の関連課です。",
        "令和6年度の予定です。", "2024年度の予定です。", "The cost is 316 million yen (316百万円, 3億1,600万円).",
    ],
)  # fmt: skip
def test_what_the_cited_record_says_and_common_words_are_no_fault(verifier: Verifier, draft: Draft, line: str) -> None:
    draft.lines.append(line)
    assert verifier.faults(draft, "") == []


def test_a_division_with_kana_in_its_name_may_be_named_where_it_is_cited(
    verifier: Verifier, plan_catalogue: Catalogue
) -> None:
    named = [p for p in plan_catalogue.projects if any(re.search("[ぁ-ん]", d) for d in p.related_divisions)]
    composer = Composer(plan_catalogue, edition_of(plan_catalogue))
    drafts = [composer.compose(Understanding(text=""), About(projects=(p,), field="related")) for p in named]
    assert drafts
    assert [fault for draft in drafts for fault in verifier.faults(draft, "")] == []


def test_a_line_is_held_to_the_record_that_it_cites(verifier: Verifier, listing: Draft) -> None:
    second, third = listing.projects[1:3]
    marker = listing.cite_project(second)
    listing.lines.append(f"{second.name}の所管課は、{second.divisions[0]}です。{marker}")
    assert verifier.faults(listing, "") == []
    listing.lines.append(f"{second.name}の所管課は、{third.divisions[0]}です。{marker}")
    assert verifier.faults(listing, f"{third.divisions[0]}ですか") != []


def test_every_total_is_checked(verifier: Verifier, listing: Draft) -> None:
    listing.lines.append("重点事業は、全4件です。")
    assert [fault for fault in verifier.faults(listing, "") if "全4件" in fault] != []


def test_what_was_asked_may_be_echoed_where_it_is_denied(verifier: Verifier, draft: Draft) -> None:
    draft.lines.append("いいえ、住宅政策課ではなく、公的不動産活用課です。")
    assert verifier.faults(draft, "公共施設再編事業は住宅政策課ですよね？") == []
    assert verifier.faults(draft, "公共施設再編事業の担当は？") != []


@pytest.mark.parametrize("amount", ["7", "75", "775", "16"])
def test_the_end_of_a_printed_amount_is_no_printed_amount(verifier: Verifier, draft: Draft, amount: str) -> None:
    draft.lines.append(f"推計事業費は{amount}百万円です。")
    assert verifier.faults(draft, "") != []


@pytest.mark.parametrize("line", ["所管課は、市民税課です。", "事業CDは0-2-1-5です。", "推計事業費は1,357百万円です。"])
def test_what_the_plan_says_of_another_project_is_caught(verifier: Verifier, draft: Draft, line: str) -> None:
    draft.lines.append(line)
    assert verifier.faults(draft, "") != []


@pytest.mark.parametrize(
    "line",
    [
        "令和9年度の予定です。",
        "観光振興事業の所管課です。",
        "所管課は、水道センターです。",
        "316百万円（9億9,900万円）です。",
        "窓口は江の島支所です。",
    ],
    ids=["year", "project", "センター", "億", "kana in a name"],
)
def test_other_inventions_are_caught(verifier: Verifier, draft: Draft, line: str) -> None:
    draft.lines.append(line)
    assert verifier.faults(draft, "") != []
