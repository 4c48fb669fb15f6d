"""Example questions fit whatever plan is loaded."""

import string

from corpus.catalogue import Catalogue
from ui.ask.examples import example_questions
from ui.texts import load_texts


def _questions(catalogue: Catalogue) -> list[str]:
    groups = example_questions(load_texts().examples, catalogue)
    return [question for group in groups for question in group.questions]


def test_every_placeholder_is_filled_from_the_catalogue(catalogue: Catalogue) -> None:
    questions = _questions(catalogue)
    assert not any("{" in question for question in questions)
    assert "事業CD 1-2-3-4 の担当課はどこですか" in questions


def test_a_plan_without_codes_and_schedules_gets_the_other_examples(catalogue: Catalogue) -> None:
    plain = catalogue.model_copy(update={"projects": catalogue.projects[:1]})
    questions = _questions(plain)
    assert "図書館運営事業では何をしますか" in questions
    assert not any("事業CD" in question or "予定" in question for question in questions)


def test_an_empty_catalogue_leaves_the_general_examples() -> None:
    empty = Catalogue(documents=(), projects=(), passages=())
    general = [
        question
        for group in load_texts().examples.groups
        for question in group.questions
        if not any(field for _, field, _, _ in string.Formatter().parse(question))
    ]
    assert _questions(empty) == general


def test_what_people_ask_comes_first_where_the_plan_speaks_of_it(catalogue: Catalogue) -> None:
    library, park = catalogue.projects
    roads = park.model_copy(
        update={"id": "mihon-4", "content": "道路を直し、選挙の事務と住民基本台帳の届出を扱います。"}
    )
    questions = _questions(catalogue.model_copy(update={"projects": (library, roads)}))
    assert questions[:2] == [
        "引っ越してきたら、どの課に行けばよいですか",
        "道路がこわれていたら、どの課に伝えますか",
    ]


def test_the_projects_named_first_are_those_that_people_know(catalogue: Catalogue) -> None:
    library, park = catalogue.projects
    counter = library.model_copy(update={"id": "mihon-3", "name": "戸籍事務", "content": "届出と証明の窓口です。"})
    questions = _questions(catalogue.model_copy(update={"projects": (library, park, counter)}))
    assert questions[:2] == ["戸籍事務はどの課が担当していますか", "公園整備事業では何をしますか"]
