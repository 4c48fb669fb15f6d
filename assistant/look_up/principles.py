"""The principles of the text around the tables: all of them, or the one that a question names."""

import re
from collections.abc import Sequence
from functools import reduce

from assistant.look_up.everyday import said_as
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Correction, OfText
from assistant.look_up.prose import ProseFinder, sentences
from assistant.understand.cues import match_cue
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from corpus.records import Passage

_NUMBERED = re.compile(r"[①-⑳]")
_CIRCLED = frozenset(map(chr, range(ord("①"), ord("⑳") + 1)))
_NUMBER = r"([1-9一二三四五六七八九])(?:番目|つ目|つめ)"
_PRINCIPLES = r"(?:考え方|考え|方針|柱|原則)"
_ASKED_NUMBER = re.compile(rf"[①-⑳]|{_NUMBER}の?{_PRINCIPLES}|{_PRINCIPLES}の?{_NUMBER}")
_EACH_NUMBER = re.compile(rf"[①-⑳]|{_NUMBER}")
_JOINED = re.compile(r"[①-⑳][とや、及][び]?[①-⑳]")
_FROM_THE_FIRST = re.compile(r"[①-⑳](から|~|～|〜|以下|など)")
_UNMARKED = re.compile(r"^[①-⑳]\s*")
_PART_NUMBER = re.compile(r"[⑴-⒇]")
_KANJI = "一二三四五六七八九"
_HOW_MANY = re.compile("([0-9]{1,2})(?:つ(?!目)|本|項目|個)")
_AT_END = re.compile("(最初|先頭|(?P<last>最後|末尾))の(考え方|考え|柱|方針|原則|見出し|項目|タイトル|題)")
_TWO = 2
_NEARLY_ALL = 0.9
_HALF = 0.5


class PrincipleFinder:
    """Finds the principles that a question asks for."""

    def __init__(self, evidence: Evidence, sentences: ProseFinder) -> None:
        self._evidence = evidence
        self._sentences = sentences
        self._principles = [passage for passage in evidence.prose if passage.field == "principle"]

    def all_of_them(self, read: Understanding) -> OfText | None:
        """All principles, where the question asks for them and names nothing else."""
        if not self._principles or "principle" not in read.texts:
            return None
        if said_as(read):
            return None
        matter = self._matter(read)
        if read.linked or read.absent_topics or (matter and not _of_all(read.text)):
            return None
        return self._all()

    def headings(self, read: Understanding) -> OfText | None:
        """All principles, where two things say so: their name, headings or number, or that a list is asked."""
        asked = match_cue("prose", "headings", read.text)
        numbers = {int(number) for number in _HOW_MANY.findall(plain_numbers(read.text))}
        counted = len({p.title for p in self._principles}) in numbers
        named = "principle" in read.texts
        signs = (bool(asked), named, counted, named and read.operation == "list")
        if sum(signs) < _TWO or not self._principles:
            return None
        return None if self._matter_named(read) or _numbered(read.text, self._principles) else self._all()

    def _all(self) -> OfText:
        first = {passage.title: passage for passage in reversed(self._principles)}
        return OfText(passages=tuple(reversed(first.values())), kind="principles")

    def named(self, read: Understanding) -> OfText | None:
        """The principles that the question names by number or by their title."""
        if read.operation == "count":
            return None
        numbered = _numbered(read.text, self._principles) if "principle" in read.texts else []
        claimed = self._under_claimed_title(read)
        if claimed:
            return claimed
        spelled = {p.title for p in self._principles if key(_UNMARKED.sub("", p.title)) in key(read.text)}
        if numbered and read.premise and not read.premise.open:
            return self._claimed_title(read, numbered)
        chosen = numbered or [passage for passage in self._principles if passage.title in spelled]
        if "principle" in read.texts:
            chosen = chosen or self._titled(read, self._principles)
        return _whole(chosen) if numbered or len({passage.title for passage in chosen}) == 1 else None

    def _under_claimed_title(self, read: Understanding) -> OfText | None:
        """The sentences of a term that is said to stand under a title that the question quotes."""
        premise = read.premise
        titles = [key(_UNMARKED.sub("", passage.title)) for passage in self._principles]
        if premise is None or premise.open or not any(key(words) in titles for words in premise.quoted):
            return None
        outside = reduce(lambda text, words: text.replace(words, ""), premise.quoted, read.text)
        return self._sentences.of_term(read.model_copy(update={"text": outside}))

    def _claimed_title(self, read: Understanding, numbered: list[Passage]) -> OfText:
        """The principle of that number, and whether it is the one whose title the question names with it."""
        others = [p for p in self._principles if p.title != numbered[0].title]
        words = [w for w in read.subject_words if not match_cue("prose", "asking_nouns", w)]
        fits = {p.title: self._evidence.coverage(words, key(p.title)) for p in (numbered[0], *others)} if words else {}
        best = max(fits, key=lambda title: fits[title], default="")
        found = _whole(numbered)
        if not fits or fits[best] < _NEARLY_ALL or read.premise is None or read.premise.quoted:
            return found
        said = Correction(claimed=(), holds=fits[numbered[0].title] >= fits[best], of_division=False)
        return found.model_copy(update={"correction": said})

    def _matter(self, read: Understanding) -> list[str]:
        """What the question names beside the section of the principles and the part of the plan."""
        parts = (f"{p.title}{p.text}" for p in self._evidence.prose if p.field == "part")
        own = key("".join((self._principles[0].section, *parts)))
        return [w for w in read.subject_words if key(w) not in own and not match_cue("prose", "asking_nouns", w)]

    def _matter_named(self, read: Understanding) -> list[str]:
        """Such a matter that the plan or the vocabulary knows, or that the principles are said to be of (〇〇の柱)."""
        unknown = {word for word in read.unknown_words if not re.search(f"{re.escape(word)}の{_PRINCIPLES}", read.text)}
        return [word for word in self._matter(read) if word not in unknown]

    def holding(self, read: Understanding) -> OfText | None:
        """The sentences under the headings that hold a matter, where it is asked which heading does (どの項目に)."""
        if not match_cue("prose", "which_heading", read.text):
            return None
        words = self._matter(read)
        parts = [(p, text) for p in self._principles for text in sentences(p)] if words else []
        fits = [self._evidence.coverage(words, key(f"{p.title}{text}"), said_as(read)) for p, text in parts]
        if max(fits, default=0.0) < _HALF:
            return None
        chosen = [part for part, fit in zip(parts, fits, strict=True) if fit > max(fits) - 1e-9]
        passages, quotes = zip(*chosen, strict=True)
        return OfText(passages=passages, quotes=quotes, kind="sentence")

    def _titled(self, read: Understanding, principles: Sequence[Passage]) -> list[Passage]:
        """The principles whose title holds all that the question names."""
        words = read.subject_words
        titles = {p.title for p in principles if words and self._evidence.coverage(words, key(p.title)) > 1 - 1e-9}
        return [passage for passage in principles if passage.title in titles]


def _whole(passages: Sequence[Passage]) -> OfText:
    """The passages sentence by sentence, their title apart."""
    parts = [(passage, sentence) for passage in passages for sentence in sentences(passage)]
    chosen, quotes = zip(*parts, strict=True)
    return OfText(passages=chosen, quotes=quotes, kind="sentence")


def _numbered(text: str, principles: Sequence[Passage]) -> list[Passage]:
    """The principles that the question names by number, or the one part of them (⑤の⑴)."""
    asked, end = _ASKED_NUMBER.search(text), _AT_END.search(text)
    if end and principles:
        title = principles[-1 if end["last"] else 0].title
        return [passage for passage in principles if passage.title == title]
    if (
        not asked
        or _FROM_THE_FIRST.search(text)
        or (len(set(_NUMBERED.findall(text))) > 1 and not _JOINED.search(text))
    ):
        return []
    marks = tuple(match[0] if match[0] in _CIRCLED else _circled(match[1]) for match in _EACH_NUMBER.finditer(text))
    chosen = [passage for passage in principles if passage.title.startswith(marks)]
    part = _PART_NUMBER.search(text)
    return [p for p in chosen if part and p.text.startswith(part[0])] or chosen


def _of_all(text: str) -> bool:
    """Whether the question speaks of several numbers, or of those from one on."""
    several = len(set(_NUMBERED.findall(text))) > 1 and not _JOINED.search(text)
    return several or bool(_FROM_THE_FIRST.search(text))


def _circled(number: str) -> str:
    value = _KANJI.index(number) + 1 if number in _KANJI else int(number)
    return chr(ord("①") + value - 1)
