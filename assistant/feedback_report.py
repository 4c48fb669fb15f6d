"""How ``plan-assistant feedback`` shows ratings: a table to read, CSV for a spreadsheet, JSON for a program."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime

from rich.markup import escape
from rich.table import Table

from assistant.feedback import Exchange, RatedAnswer
from corpus.records import Answer, Citation

SIGNS = {"up": "👍", "down": "👎"}
COLUMNS = (
    "日時", "評価", "理由", "コメント", "質問", "回答の種類", "回答", "出典", "会話", "session_id", "answer_id",
)  # fmt: skip
LONGEST_SHOWN = 80
# A spreadsheet runs a cell that begins so as a formula, and anybody may have typed it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Without it, Excel takes UTF-8 for another encoding.
_BYTE_ORDER_MARK = "\ufeff"


def as_table(rated: Sequence[RatedAnswer]) -> Table:
    """The ratings, oldest first, with the beginning of each question and answer."""
    counts = "、".join(f"{sign} {sum(r.feedback.rating == name for r in rated)}件" for name, sign in SIGNS.items())
    title = f"全{len(rated)}件（{counts}）"
    table = Table("日時", "評価", "理由とコメント", "質問", "回答", title=title, show_lines=True)
    for one in rated:
        words = "\n".join(filter(None, (one.feedback.reason, one.feedback.comment)))
        row = (_local(one.rated_at), SIGNS[one.feedback.rating], words, _short(one.question), _short(one.answer.answer))
        table.add_row(*map(escape, row))
    return table


def as_csv(rated: Sequence[RatedAnswer]) -> str:
    """One row a rating, with everything that is kept of it; opens in Excel."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in _cells(one)] for one in rated)
    return _BYTE_ORDER_MARK + text.getvalue()


def as_json(rated: Sequence[RatedAnswer]) -> str:
    """``{"total", "feedback": [{"rated_at", "feedback", "question", "answer", "conversation"}]}``."""
    listed = [one.model_dump(mode="json") for one in rated]
    return json.dumps({"total": len(listed), "feedback": listed}, ensure_ascii=False, indent=2)


def _cells(one: RatedAnswer) -> tuple[str, ...]:
    answer, feedback = one.answer, one.feedback
    return (
        _local(one.rated_at), SIGNS[feedback.rating], feedback.reason or "", feedback.comment or "",
        one.question, answer.status, answer.answer, _citations(answer), _conversation(one.conversation),
        answer.session_id, answer.answer_id,
    )  # fmt: skip


def _citations(answer: Answer) -> str:
    return "\n".join(f"[{c.marker}] {_cited(c)}「{c.quote}」" for c in answer.citations)


def _cited(citation: Citation) -> str:
    named = (citation.project_name or citation.section, citation.project_code or "", "・".join(citation.divisions))
    return " ".join(filter(None, (citation.document_title, f"{citation.page}ページ", *named)))


def _conversation(exchanges: Sequence[Exchange]) -> str:
    return "\n".join(f"問{n} {said.question}\n答{n} {said.answer}" for n, said in enumerate(exchanges, 1))


def _local(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
