"""The project codes that a question names: with their separators, or as bare figures (0213)."""

import re

from corpus.catalogue import Catalogue

_CODE = re.compile(r"(?<![0-9-])[0-9]{1,3}(?:-[0-9]{1,3}){2,}(?![0-9])")
# The figures of a code with whatever stands between them: 0 2 1 3, 021-3, 0ハイフン2, 〇二一三.
_BETWEEN = r"(?:[ ,、:.・→>/-]|ハイフン|ダッシュ|マイナス|の)"
_FIGURE = "[0-9〇零一二三四五六七八九]"
_LOOSE = re.compile(rf"(?<![0-9.,-]){_FIGURE}+(?:{_BETWEEN}*{_FIGURE}+)+(?![0-9]|[年月日円万億百千件人時分])")
_KANJI_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_RANGE = re.compile(r"([0-9]+(?:-[0-9]+){2,})\s*(?:から|~|〜|より)\s*([0-9]+(?:-[0-9]+){2,})")
# Figures that are no date, sum, count or telephone number.
_BARE = re.compile(
    r"(?<![0-9.,-])[0-9]{3,8}(?![0-9.,%]|-[0-9]|年|月|日|円|万|億|百|千|件|番地|台|人|時|分|cc|系|ページ|号線)"
)


def spans_codes(text: str) -> bool:
    """Whether the text names codes from one to another."""
    return bool(_RANGE.search(text))


def find_codes(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The codes in the folded text, in its order.

    Bare figures count where they spell one of the plan's codes, or where the text speaks of a code and they are as long
    as the plan's codes are.
    """
    spelled = {code.replace("-", ""): code for project in catalogue.projects if (code := project.code)}
    found = {match.start(): match[0] for match in _CODE.finditer(text)}
    listed = [code for project in catalogue.projects if (code := project.code)]
    for first, last in _RANGE.findall(text):
        if first in listed and last in listed and listed.index(first) < listed.index(last):
            return tuple(dict.fromkeys(listed[listed.index(first) : listed.index(last) + 1]))
    for match in _LOOSE.finditer(text):
        figures = re.sub(_BETWEEN, "", match[0]).translate(_KANJI_FIGURES)
        if figures in spelled and not any(match.start() <= start < match.end() for start in found):
            found[match.start()] = spelled[figures]
    speaks = re.search(r"コード|cd|code", text, re.IGNORECASE)
    for match in _BARE.finditer(text):
        if match[0] in spelled:
            found[match.start()] = spelled[match[0]]
        elif speaks and len(match[0]) in {len(figures) for figures in spelled}:
            found[match.start()] = _like(match[0], next(iter(spelled.values())))
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def _like(figures: str, code: str) -> str:
    """The figures with the separators where the plan's code has them."""
    lengths = [len(part) for part in code.split("-")]
    if sum(lengths) != len(figures):
        return "-".join(figures)
    starts = [sum(lengths[:at]) for at in range(len(lengths))]
    return "-".join(figures[start : start + length] for start, length in zip(starts, lengths, strict=True))
