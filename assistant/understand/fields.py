"""Which field of a project, or which fact of the plan, a question asks for."""

import re
from collections.abc import Collection

from assistant.understand.question import FieldName

# The first cue that the question holds decides, most telling first.
_FIELDS: tuple[tuple[str, FieldName], ...] = (
    ("related", "related"), ("goal", "goal"), ("note", "note"), ("page", "page"), ("made", "made"),
    ("included", "included"), ("when", "when"), ("cost", "cost"), ("account", "account"), ("code", "code"),
    ("schedule", "schedule"), ("period", "period"), ("division", "division"), ("content", "content"),
)  # fmt: skip

# What is asked for by a noun of its own, so that two of them are two questions.
_IN_ONE_BREATH: tuple[FieldName, ...] = ("related", "goal", "note", "cost", "account", "code")
# What a verb may ask for too: beside another field only where a noun asks for it (予定と事業費は).
_BY_NOUN: tuple[tuple[str, FieldName], ...] = (("schedule_beside", "schedule"), ("content_beside", "content"))
_AMOUNT = re.compile(r"いくら|事業費|費用|金額|何円|予算(は|額|って)|コスト|の(?:総)?額(?:は|って)")
# An amount that is doubted (税の金額が変だ) is nothing that the plan is asked for.
_DOUBTED = re.compile(r"(金額|額|費用)(が|は|も)?[^。、]{0,4}(変|おかし|違|間違|誤|合わな|納得)")


# A field's own noun as what is asked for or is to be read: no 所管課 is meant, whatever else asks where (どこを目指す).
_READ = (
    "(は|って|も)?(の(ところ|欄|項目|部分|箇所|文|文章|記載))?(が|を|は|も|、)*[^。、?？はがを]{0,4}"
    "(教|知り|読|見せ|見たい|見られ|確認|引用|抜き出|書き出|示し)"
)
_BY_OWN_NOUN: dict[FieldName, re.Pattern[str]] = {
    "related": re.compile("関連課|関係課|関連部署|関連する課|関係する課"),
    "goal": re.compile(f"(事業)?目標{_READ}"),
    "note": re.compile(f"(特記事項|備考){_READ}"),
}  # fmt: skip


def asked_by_noun(field: FieldName | None, text: str) -> bool:
    """Whether the text asks for the field by the field's own noun (事業目標のところを読みたい)."""
    pattern = _BY_OWN_NOUN.get(field) if field else None
    return bool(pattern and pattern.search(text))


def asks_amount(text: str) -> bool:
    """Whether the text asks for an amount of money."""
    return bool(_AMOUNT.search(text)) and not _DOUBTED.search(text)


def find_field(cues: Collection[str], without: Collection[FieldName] = ()) -> FieldName | None:
    """The field that the cues ask for; ``without`` are those that the plan turned out not to answer."""
    return next((field for cue, field in _FIELDS if cue in cues and field not in without), None)


def fields_beside(cues: Collection[str], first: FieldName | None) -> tuple[FieldName, ...]:
    """The other fields that are asked for in the same breath (コードと推計事業費は)."""
    named = [field for cue, field in _FIELDS if cue in cues and field in _IN_ONE_BREATH]
    named += [field for cue, field in _BY_NOUN if cue in cues]
    return tuple(field for field in named if field != first) if first in named else ()
