"""Words that are to stand in a part of the projects' rows, or not to (事業内容に「研修」が出てくる, 〇〇管理事務)."""

import re

from assistant.understand.left_out import is_left_out
from assistant.understand.question import TextPart, TextPlace
from assistant.understand.set_patterns import set_patterns

# As far behind a word as it still says whether something is there.
_REACH = 14


def find_part(text: str) -> TextPart | None:
    """The word and the part, if the question names one; ``lacking`` where the set is without those that have it."""
    return _as_left_out(_stated_part(text), text)


def _stated_part(text: str) -> TextPart | None:
    """A word that is to stand in a part of the rows: 事業内容に「研修」が出てくる, 名前に選挙が付く, 「調査」を含む."""
    patterns = set_patterns()
    left_open = patterns["left_open"].search(text)
    if left_open:
        of_division = patterns["ends_a_division"].search(left_open["word"])
        return TextPart(field="division" if of_division else "name", word=left_open["word"], place="end")
    for field, before in patterns["parts"].items():
        found = re.search(f"(?:{before.pattern}){patterns['to_word']}{patterns['quoted']}", text, re.IGNORECASE)
        if found:
            after = text[found.end() : found.end() + _REACH]
            lacking = bool(patterns["word_lacking"].search(after))
            return TextPart(field=field, word=found["word"], place=_place(after), lacking=lacking)
    found = re.search(patterns["quoted"] + patterns["after_word"], text, re.IGNORECASE)
    if found:
        rest = text[found.end("word") + 1 :]
        behind = (field for field, part in patterns["parts"].items() if part.search(rest) and field != "division")
        placed = found["verb"][0] in "つ付始は終お"
        return TextPart(
            field=next(behind, None) or ("name" if placed else "any"), word=found["word"], place=_place(found["verb"])
        )
    found = next((m for name in ("bare_name", "named_so", "bearing") if (m := patterns[name].search(text))), None)
    if found:
        word = patterns["before_word"].sub("", found["word"]) or found["word"]
        return TextPart(field="name", word=word, place=_place(found["verb"]))
    return _unquoted_part(text)


def _unquoted_part(text: str) -> TextPart | None:
    """A word without quotation marks that is to stand in a part other than the name (内容に調査が出てくる)."""
    patterns = set_patterns()
    for field, part in patterns["parts"].items():
        if field in ("name", "division"):
            continue
        behind = (patterns["bare_in_part"].match(text, found.end()) for found in part.finditer(text))
        found = next(filter(None, behind), None) or _before(part, text)
        if found:
            return TextPart(field=field, word=found["word"])
    found = patterns["bare_word"].search(text)
    if not found:
        return None
    named = (field for field, part in patterns["parts"].items() if part.search(text[found.end("word") :]))
    return TextPart(field=next((field for field in named if field != "division"), "any"), word=found["word"])


def _before(part: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A word that stands before the part that is to hold it (調査が工程にある)."""
    pattern = f"(?:^|[、。]){set_patterns()['bare_before']}(?:{part.pattern}){set_patterns()['held']}"
    return re.search(pattern, text, re.IGNORECASE)


def _as_left_out(part: TextPart | None, text: str) -> TextPart | None:
    """The word that is to stand in a part, or not to, where the set is without those that have it."""
    if part is None or part.lacking:
        return part
    quoted = re.search(f'[「『"“]{re.escape(part.word)}(?=[」』"”])', text)
    if not is_left_out(text[quoted.end() if quoted else text.rfind(part.word) + len(part.word) :]):
        return part
    return part.model_copy(update={"lacking": True})


def _place(verb: str) -> TextPlace:
    patterns = set_patterns()
    return "start" if patterns["starts"].search(verb) else "end" if patterns["ends"].search(verb) else "inside"
