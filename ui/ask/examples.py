"""Example questions for any plan: general ones, and ones that name what stands in the catalogue."""

import string

from corpus.catalogue import Catalogue
from corpus.records import Project
from ui.texts import ExampleGroup, ExampleTexts

MOST_EVERYDAY = 2


def example_questions(texts: ExampleTexts, catalogue: Catalogue) -> tuple[ExampleGroup, ...]:
    """The groups with their placeholders filled; a question whose placeholder the plan cannot fill is left out."""
    names = _names(catalogue, texts.familiar_words)
    filled = (ExampleGroup(label=group.label, questions=_questions(group, names, catalogue)) for group in texts.groups)
    return tuple(group for group in filled if group.questions)


def _questions(group: ExampleGroup, names: dict[str, str], catalogue: Catalogue) -> tuple[str, ...]:
    contents = "\n".join(project.content for project in catalogue.projects)
    everyday = [each.question for each in group.everyday if each.word in contents][:MOST_EVERYDAY]
    others = (question for question in group.questions[len(everyday) :] if _fits(question, names))
    return (*everyday, *(question.format(**names) for question in others))


def _fits(question: str, names: dict[str, str]) -> bool:
    return all(field is None or field in names for _, field, _, _ in string.Formatter().parse(question))


def _names(catalogue: Catalogue, familiar_words: tuple[str, ...]) -> dict[str, str]:
    """What the placeholders stand for, as far as this plan has it; ties go to what the plan names first."""
    familiar = sorted(catalogue.projects, key=lambda project: -sum(word in project.content for word in familiar_words))
    names = {}
    if familiar:
        names["project"] = familiar[0].name
        others = (project for project in familiar if project.content != familiar[0].content)
        names["other_project"] = next(others, familiar[0]).name
    if catalogue.divisions:
        names["division"] = max(catalogue.divisions, key=lambda division: division.project_count).name
    coded = next((project.code for project in catalogue.projects if project.code), None)
    if coded:
        names["code"] = coded
    return names | _scheduled_names(catalogue.projects)


def _scheduled_names(projects: tuple[Project, ...]) -> dict[str, str]:
    scheduled = next((project for project in projects if project.priority and project.schedule), None)
    if scheduled is None or not scheduled.schedule:
        return {}
    years = list(scheduled.schedule)
    return {"priority_project": scheduled.name, "year": years[len(years) // 2]}
