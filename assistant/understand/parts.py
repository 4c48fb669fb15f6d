"""Words that are to stand in a part of the projects' rows, or not to (事業内容に「研修」が出てくる, 〇〇管理事務)."""

import re
from collections.abc import Iterator

from assistant.understand.filters import PartName, TextPart
from assistant.understand.left_out import is_left_out
from assistant.understand.name_forms import find_script, place_of
from assistant.understand.phrases import told_in
from assistant.understand.set_patterns import set_patterns

# 「事業」で終わる重点でない事業: it is the priority that is denied
_OF_PRIORITY = re.compile("重点(?:事業|施策)?(?:で|じゃ|では|に入って(?:い)?)な[いく]")
# As far behind a word as it still says whether something is there.
_REACH = 14


def find_part(text: str) -> TextPart | None:
    """The word and the part, if the question names one; ``lacking`` where the set is without those that have it."""
    return _both_sides(text) or _as_left_out(_stated_part(text), text)


def _both_sides(text: str) -> TextPart | None:
    """Two words that are to stand in the same rows, told one after the other (名前に道路、内容に修繕)."""
    for joint in set_patterns()["both_hold"].finditer(text):
        head, tail = text[: joint.start()], text[joint.end() :]
        head += "む事業" if head.endswith("含") else "いる事業" if head.endswith(("て", "で")) else "の事業"
        first, second = (_as_left_out(_in_clause(side), side) for side in (head, tail))
        if first and second and (first.field, first.word) != (second.field, second.word):
            return first.model_copy(update={"also": (second,)})
    return None


def without_ending(text: str, part: TextPart | None) -> str:
    """The text without the words for how names end: 「事業」で終わる is said of names, not of projects."""
    if part is None or part.place != "end":
        return text
    return re.sub(f"{re.escape(part.word)}[^。、]{{0,14}}?{set_patterns()['ends'].pattern}[っらるりわ]?", "", text)


def _stated_part(text: str) -> TextPart | None:
    """A word that is to stand in a part of the rows, told in one clause or before another (内容に修繕とあって、…)."""
    return next((part for clause in (text, *_joined_clauses(text)) if (part := _in_clause(clause))), None)


def _joined_clauses(text: str) -> Iterator[str]:
    """What is said of a set before a further condition, as if nothing stood behind it (修繕とある事業)."""
    for match in set_patterns()["joined_clause"].finditer(text):
        head, being = text[: match.end()].rstrip("、"), match["being"] or match["being_so"]
        yield f"{text[: match.start()]}ある事業" if being else f"{head}事業"


def _in_clause(text: str) -> TextPart | None:
    """A word in a part: 事業内容に「研修」が出てくる, 名前に選挙が付く, 「調査」を含む, カタカナで始まる名前."""
    return (
        _left_open(text)
        or find_script(text)
        or _at_told_end(text)
        or _at_bare_end(text)
        or _in_quotes(text)
        or _quoted_before(text)
        or _bare_name(text)
        or _unquoted_part(text)
    )


def _left_open(text: str) -> TextPart | None:
    """The end of names whose beginning is left open; of two the one that is not denied (〇〇事務でなく〇〇事業)."""
    patterns = set_patterns()
    ends = list(patterns["left_open"].finditer(text))
    meant = next((one for one in ends if not is_left_out(text[one.end("word") :])), ends[0] if ends else None)
    if not meant:
        return None
    of_division = patterns["ends_a_division"].search(meant["word"])
    return TextPart(field="division" if of_division else "name", word=meant["word"], place="end")


def _at_told_end(text: str) -> TextPart | None:
    """A word in quotation marks behind the end of names that is to hold it (末尾が「事業」になっている名前)."""
    found = set_patterns()["told_end"].search(text)
    if not found:
        return None
    return TextPart(field=_whose("name", text[found.end() :]), word=found["word"], place=place_of(found["verb"]))


def _at_bare_end(text: str) -> TextPart | None:
    """The same without quotation marks (名前の末尾が管理事務, 推進事業という言葉で終わる事業名)."""
    patterns = set_patterns()
    found = patterns["bare_end"].search(text) or patterns["ends_with"].search(text)
    if not found:
        return None
    said = found.groupdict()
    place = place_of(said["verb"] or said.get("ending") or said.get("bare") or "")
    return TextPart(field=_whose("name", text[found.end("word") :]), word=found["word"], place=place)


def _in_quotes(text: str) -> TextPart | None:
    """A word in quotation marks behind the part that is to hold it, with others of which one will do."""
    patterns = set_patterns()
    found = max(_quotes(text), key=lambda one: (one[1].end("part"), -one[1].start()), default=None)
    if not found:
        return None
    field, match = found
    others = patterns["one_of_quoted"].match(text, match.end())
    end = others.end() if others else match.end()
    after = text[end : end + _REACH]
    lacking = bool(patterns["word_lacking"].search(after))
    more = tuple(re.findall("[「『]([^「」『』]+)[」』]", others[0])) if others else ()
    return TextPart(
        field=_whose(field, text[end:]), word=match["word"], place=place_of(after), lacking=lacking, others=more
    )


def _quotes(text: str) -> Iterator[tuple[PartName, re.Match[str]]]:
    """Each part that is named before the first word in quotation marks that one is named before."""
    patterns = set_patterns()
    for field, before in patterns["parts"].items():
        found = re.search(f"(?P<part>{before.pattern}){patterns['to_word']}{patterns['quoted']}", text, re.IGNORECASE)
        if found:
            yield field, found


def _quoted_before(text: str) -> TextPart | None:
    """A word in quotation marks before what says that it stands there (「調査」を含む, 「事務」と名前に付く)."""
    patterns = set_patterns()
    other = re.search(patterns["quoted"] + patterns["named_not"].pattern, text)
    if other:
        return TextPart(field="name", word=other["word"], lacking=True)
    found = re.search(patterns["quoted"] + patterns["after_word"], text, re.IGNORECASE)
    if not found:
        return None
    rest = text[found.end("word") + 1 :]
    behind = (field for field, part in patterns["parts"].items() if part.search(rest) and field != "division")
    placed: PartName = "name" if found["verb"][0] in "つ付始は終お" else "any"
    field = _whose(next(behind, placed), rest)
    before = patterns["quotes_before"].search(text[: found.start("word") - 1])  # 「調査」か「研究」が名前に入る
    others = tuple(re.findall("[「『]([^「『」』]+)[」』]", before[0])) if before else ()
    return TextPart(field=field, word=found["word"], place=place_of(found["verb"]), others=others)


def _bare_name(text: str) -> TextPart | None:
    """A word without quotation marks that is to stand in the name (名前に選挙が付く)."""
    patterns = set_patterns()
    names = ("named_before", "bare_name", "named_so", "bearing")
    found = next((m for name in names if (m := patterns[name].search(text))), None)
    if not found:
        return None
    word = patterns["as_a_word"].sub("", patterns["before_word"].sub("", found["word"]) or found["word"])
    told = told_in("name", word) if patterns["phrase_joins"].search(word) else TextPart(field="name", word=word)
    said = {"field": _whose("name", text[found.end("word") :]), "place": place_of(found["verb"]), "loosely": False}
    return told.model_copy(update=said)


def _whose(field: PartName, rest: str) -> PartName:
    """The part, or the divisions' names where the words behind say that those are meant."""
    return "division" if field in ("name", "any") and set_patterns()["of_divisions"].match(rest) else field


def _unquoted_part(text: str) -> TextPart | None:
    """A word without quotation marks that is to stand in a part other than the name (内容に調査が出てくる)."""
    patterns = set_patterns()
    for field, part in patterns["parts"].items():
        if field in ("name", "division"):
            continue
        behind = (patterns["bare_in_part"].match(text, found.end()) for found in part.finditer(text))
        found = next(filter(None, behind), None) or _before(part, text)
        if found:
            word = patterns["as_a_word"].sub("", found["word"])
            both = patterns["both_of"].sub("", word)  # 相談と調整の両方: all of the words in one
            return TextPart(field=field, word=both, loosely=True) if both != word else told_in(field, word)
        told = (patterns["told"].match(text, found.end()) for found in part.finditer(text))
        found = next(filter(None, told), None)
        if found:
            return told_in(field, found["word"], loosely=True)
    touching = patterns["touching"].search(text)
    if touching:
        return told_in("any", touching["word"]).model_copy(update={"loosely": False})
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
    text = _OF_PRIORITY.sub("", text)
    quoted = re.search(f'[「『"“]{re.escape(part.word)}(?=[」』"”])', text)
    if not is_left_out(text[quoted.end() if quoted else text.rfind(part.word) + len(part.word) :]):
        return part
    return part.model_copy(update={"lacking": True})
