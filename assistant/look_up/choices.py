"""Projects and divisions as the choices that are offered where a question has several readings."""

from collections.abc import Sequence

from assistant.look_up.findings import Unclear
from assistant.understand.question import FieldName
from corpus.catalogue import Division
from corpus.records import Choice, Project

# What a choice of a project asks of it, in the words of the field that was asked for.
_ASKED: dict[FieldName, str] = {
    "content": "事業内容", "goal": "事業目標", "note": "特記事項", "related": "関連課", "schedule": "事業工程",
    "when": "事業工程", "cost": "推計事業費", "code": "事業CD", "account": "会計", "page": "ページ",
}  # fmt: skip


def choose(projects: Sequence[Project], field: FieldName | None, by_division: bool = False) -> Unclear:
    """The projects as choices, each asking for the field."""
    asked = _ASKED.get(field or "division", "所管課")
    ending = "はどこですか" if asked == "所管課" else "を教えてください"
    return Unclear(
        choices=tuple(
            Choice(
                label=p.divisions[0] if by_division else p.name, question=f"{p.name}の{asked}{ending}",
                divisions=p.divisions, project_ids=(p.id,),
            )
            for p in projects
        )
    )  # fmt: skip


def choice_of_division(division: Division) -> Choice:
    """A division as a choice, which asks for all that it carries."""
    name = division.name
    return Choice(label=f"{name}の事業", question=f"{name}が所管する事業を教えてください", divisions=(name,))
