"""Matters that the text around the tables speaks of and no project does: they are no project's that is only like them.

A word that a project prints inside another one (公務|災害) is no word of that matter.
"""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Absent, Finding, OfText
from assistant.look_up.prose import ProseFinder, Sentence, words_of
from assistant.understand.cues import find_cues
from assistant.understand.normalize import fold, key
from assistant.understand.question import Understanding
from assistant.understand.whom import asks_who_handles
from corpus.records import Project

_INSIDE = "[一-龥々ァ-ヴー]"
# A project of it is asked for, and a sentence names none.
_WHICH_PROJECT = re.compile(
    "(?:どの|どんな|何という|なんという)事業|事業(?:は|って|が|を)?、?(?:どれ|どこ|何|なに|挙げ|教え|一覧)"
)
_WRITTEN = re.compile("書[いか]|載っ|のって|触れ")
_MOST = 2
_OF_MATTER = (None, "division", "content", "overview")


class OnlyAround:
    """Tells of such a matter what the text says; and that no division is named for it, where one is asked for."""

    def __init__(self, prose: ProseFinder) -> None:
        self._prose = prose

    def told(self, read: Understanding, finding: Finding) -> Finding:
        """The finding; or what the text around the tables says, where nothing but a likeness leads to a project."""
        if isinstance(finding, OfText) and finding.kind == "sentence" and _WHICH_PROJECT.search(read.text):
            return Absent(reason="attribute", detail="どの事業が当たるか", whole=True, around=finding)
        if read.language != "ja" or not _names_nothing_else(read) or not self._is_likeness(read, finding):
            return finding
        said, terms = words_of(read)
        bare = key(read.bare)
        whole = (
            bare
            and all(key(word) in bare for word in said)
            and any(prints_whole(s.text, (bare,)) for s in self._prose.all_sentences)
        )
        alike = [(bare,)] if whole else [(word, *terms.get(word, ())) for word in map(key, said)]
        projects = finding.projects if isinstance(finding, About) else ()
        if not alike or any(_is_of(project, words) for project in projects for words in alike):
            return finding
        held = [one for one in self._prose.all_sentences if all(prints_whole(one.text, words) for words in alike)]
        return _told(read, said, held[:_MOST]) if held else finding

    def _is_likeness(self, read: Understanding, finding: Finding) -> bool:
        """Whether no name leads to what was found, nor the vocabulary by another word than a term of the text's own."""
        if isinstance(finding, Absent):
            return finding.reason == "unknown" and finding.around is None
        if not isinstance(finding, About) or not finding.by_meaning or finding.at_branch:
            return False
        return not _linked(read, finding.projects) or key(read.bare) in self._prose.terms


def is_cut_out(read: Understanding, found: OfText) -> bool:
    """Whether the sentences hold the one word that the question says only inside others (行|財政|運営)."""
    said, terms = words_of(read)
    if len(said) != 1 or terms or not found.quotes:
        return False
    return not any(prints_whole(quote, (key(said[0]),)) for quote in found.quotes) and key(said[0]) in key(
        "".join(found.quotes)
    )


def _names_nothing_else(read: Understanding) -> bool:
    named = (
        read.projects, read.divisions, read.place_divisions, read.codes, read.years, read.filters, read.operation,
        read.inherited, read.unknown_divisions, read.attribute, read.parts, read.several, read.sets,
    )  # fmt: skip
    return not any(named) and read.field in _OF_MATTER


def _linked(read: Understanding, projects: Sequence[Project]) -> bool:
    return any(project.id in read.linked for project in projects)


def _is_of(project: Project, alike: Sequence[str]) -> bool:
    """Whether the project is called by one of the words, or prints it."""
    return any(word in key(project.name) for word in alike) or prints_whole(whole_text(project), alike)


def prints_whole(text: str, alike: Sequence[str]) -> bool:
    """Whether the text has one of the words (keys) with no other word joined before it."""
    folded = fold(text).replace(" ", "").lower()
    return any(re.search(f"(?<!{_INSIDE}){re.escape(word)}", folded) for word in alike)


def _told(read: Understanding, said: Sequence[str], held: Sequence[Sentence]) -> Finding:
    found = OfText(kind="sentence", passages=tuple(one.passage for one in held), quotes=tuple(one.text for one in held))
    speaks = "speaks" in find_cues("prose", read.text) or _WRITTEN.search(read.text)
    if speaks or ("division" not in read.cues and not asks_who_handles(read.text)):
        return found
    detail = f"「{read.bare or '」「'.join(said)}」の所管課"
    return Absent(reason="attribute", detail=detail, whole=True, around=found)
