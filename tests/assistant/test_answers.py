"""Golden answers: ``tests/data/answers.md`` shows what the assistant says, so that a change is a readable diff.

After a change that is meant, write the file anew and read the diff before it is committed::

    WRITE_GOLDEN=1 python -m pytest tests/assistant/test_answers.py

To add a question, add its heading (``###`` begins a conversation, ``####`` goes on with it) and do the same.
"""

import difflib
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]

GOLDEN = Path(__file__).parents[1] / "data" / "answers.md"
EVALUATION = Path(__file__).parents[2] / "evals" / "questions"
_HEADING = re.compile(r"^(#{1,4}) (.+)$", re.MULTILINE)


def headings() -> list[tuple[int, str]]:
    """The file's headings with their depths."""
    return [(len(match[1]), match[2]) for match in _HEADING.finditer(GOLDEN.read_text(encoding="utf-8"))]


def rendered(answer: Answer) -> str:
    """One answer as the golden file shows it."""
    lines = [f"{answer.status}:", "", *(f"> {line}  " for line in answer.answer.split("\n"))]
    if answer.citations:
        lines += ["", *(f"- [{c.marker}] p.{c.page} {c.section}: {c.quote[:40]}" for c in answer.citations)]
    if answer.projects:
        lines += ["", "projects: " + "、".join(project.name for project in answer.projects)]
    if answer.clarify:
        lines += ["", "choices: " + " | ".join(choice.question for choice in answer.clarify)]
    return "\n".join(line.rstrip() if not line.startswith("> ") else line for line in lines)


def written(talk: Talk) -> str:
    """The whole file with today's answers."""
    parts: list[str] = []
    asked: list[str] = []
    for depth, heading in headings():
        parts.append(f"{'#' * depth} {heading}")
        if depth == 1:
            parts.append("Written by `tests/assistant/test_answers.py`, which says how.")
        elif depth > 2:
            asked = [*(asked if depth == 4 else ()), heading]
            parts.append(rendered(talk(*asked)[-1]))
    return "\n\n".join(parts) + "\n"


def test_the_answers_are_the_golden_ones(talk: Talk) -> None:
    today = written(talk)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(today, encoding="utf-8", newline="\n")
    golden = GOLDEN.read_text(encoding="utf-8")
    changed = difflib.unified_diff(golden.splitlines(), today.splitlines(), "golden", "today", lineterm="", n=2)
    if today != golden:
        pytest.fail("\n".join(changed), pytrace=False)


def test_there_are_golden_answers_of_every_kind() -> None:
    depths = [depth for depth, _ in headings()]
    assert depths.count(2) >= 15
    assert depths.count(3) + depths.count(4) >= 25


def test_no_golden_question_is_one_of_the_evaluation() -> None:
    evaluated = {
        text.strip()
        for path in sorted(EVALUATION.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
        for text in _texts(json.loads(line))
    }
    assert {text for depth, text in headings() if depth > 2} & evaluated == set()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
