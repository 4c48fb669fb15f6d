"""The prompts, one file for each and its version; a change of words is a new version."""

import re
from functools import cache
from importlib import resources

from assistant.compose.draft import Draft
from corpus.records import Message, Style

ANSWER: dict[Style, str] = {"standard": "answer.v1", "plain": "answer_plain.v1"}
REPAIR = "repair.v1"
# What stands between < and > in data could close the part of the prompt that holds it.
_TAG = re.compile(r"[<>＜＞]")


def answer_prompt(draft: Draft, question: str, style: Style = "standard") -> list[Message]:
    """The messages that ask for the whole answer, in the style."""
    return [_user(ANSWER[style], facts=_facts(draft), question=_data(question))]


def repair_prompt(draft: Draft, sentence: str, reason: str) -> list[Message]:
    """The messages that ask for one sentence once more."""
    return [_user(REPAIR, facts=_facts(draft), sentence=_data(sentence), reason=reason)]


def _user(name: str, **values: str) -> Message:
    return Message(role="user", content=_template(name).format(**values))


def _facts(draft: Draft) -> str:
    """The decided lines with their markers, then each source's own words."""
    quotes = [f"[{citation.marker}] {_heading(citation.project_name)}{citation.quote}" for citation in draft.citations]
    return _data("\n".join([*draft.text.splitlines(), *dict.fromkeys(quotes)]))


def _heading(project_name: str | None) -> str:
    return f"{project_name}：" if project_name else ""


def _data(text: str) -> str:
    """Text of others as data: no tag of ours can be closed or opened from within."""
    return _TAG.sub(" ", text)


@cache
def _template(name: str) -> str:
    return resources.files("assistant.generate.prompts").joinpath(f"{name}.md").read_text(encoding="utf-8")
