"""Finds projects by what somebody types: kana, half-width, a code in any form, romaji, and with a slip of the hand."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.api.filters import fold_code
from assistant.understand.normalize import kana_key, key, romaji_to_kana
from assistant.understand.words import readings
from corpus.records import Project

MAX_TERMS = 8
MAX_TERM_CHARACTERS = 60
# Shorter sounds stand in other words by chance (かい, しょく).
_SHORTEST_SOUND = 2
_SHORTEST_SOUND_IN_TEXT = 4
_SHORTEST_HEARD_AGAIN = 3
# So many characters may be wrong, by the length of what was typed; a kanji says more than a sound.
_SLIPS_WRITTEN = ((7, 2), (3, 1))
_SLIPS_HEARD = ((9, 2), (6, 1), (3, 0))
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_VOICED = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ", "かきくけこさしすせそたちつてとはひふへほはひふへほう"
)
_KANA = re.compile(r"[ぁ-ゖァ-ヺーｦ-ﾟ]+")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ'-]{3,}")
_CODE = re.compile(r"[0-9]+(?:-[0-9]+)+")
_BARE_CODE = re.compile(r"[0-9]{3,}")


@dataclass(frozen=True)
class Found:
    """The projects that fit, in the order in which they came; ``near`` where a term fits none as it was typed."""

    projects: tuple[Project, ...]
    near: bool = False


@dataclass(frozen=True)
class _Term:
    """One word that was typed: as it is compared, as it sounds, and as a code."""

    written: str
    sound: str
    code: str
    is_kana: bool
    is_latin: bool

    @property
    def may_be_misheard(self) -> bool:
        """Whether its characters are its sounds, so that one wrong character is one wrong sound."""
        return self.is_kana or self.is_latin


Hear = Callable[[str], tuple[str, ...]]
_Stage = Callable[[_Term, Project, Hear], float]


def search(projects: Sequence[Project], text: str, hear: Hear = readings) -> Found:
    """The projects that fit every word of the text; all of them where it says nothing.

    A word is taken as it is written if any project has it so; else as it sounds; else with a slip of the hand.
    ``hear`` gives the reading of each of a text's words, in kana; the dictionary's where nobody knows better.
    """
    terms = [term for word in text.split()[:MAX_TERMS] if (term := _term(word[:MAX_TERM_CHARACTERS], hear))]
    kept, near = {project.id for project in projects}, False
    for term in terms:
        found, is_near = _of_term(projects, term, hear)
        kept, near = kept & found, near or is_near
    return Found(tuple(project for project in projects if project.id in kept), near)


def _term(word: str, hear: Hear) -> _Term | None:
    """The word as it is searched; None where nothing is left to search for (事業CD before a code, a lone stroke)."""
    code = fold_code(word)
    written = key(word)
    if not code or not written.strip("ー"):
        return None
    is_kana, is_latin = bool(_KANA.fullmatch(word)), bool(_LATIN.fullmatch(word))
    sound = romaji_to_kana(written) if is_latin else word if is_kana else "".join(hear(word))
    return _Term(written=written, sound=_heard(sound), code=code, is_kana=is_kana, is_latin=is_latin)


def _of_term(projects: Sequence[Project], term: _Term, hear: Hear) -> tuple[set[str], bool]:
    """The ids that the first stage finds which finds any, and whether that stage only comes near."""
    stages: tuple[tuple[_Stage, bool], ...] = (
        (_as_written, False), (_as_heard_in_names, False), (_as_heard_in_text, False), (_with_a_slip, True),
    )  # fmt: skip
    for stage, is_near in stages:
        scores = {project.id: score for project in projects if (score := stage(term, project, hear)) > 0}
        if scores:
            best = max(scores.values())
            return {project_id for project_id, score in scores.items() if score >= best}, is_near
    return set(), False


def _as_written(term: _Term, project: Project, hear: Hear) -> float:
    if _has_code(term.code, project.code):
        return 1
    if any(term.written in key(text) for text in (*_names(project), *_texts(project))):
        return 1
    # What is typed in kana is written so nowhere in the names: there it is heard.
    return _as_heard_in_names(term, project, hear) if term.is_kana else 0


def _as_heard_in_names(term: _Term, project: Project, hear: Hear) -> float:
    shortest = _SHORTEST_SOUND if term.is_kana else _SHORTEST_HEARD_AGAIN
    return len(term.sound) >= shortest and any(term.sound in _spoken(name, hear)[0] for name in _names(project))


def _as_heard_in_text(term: _Term, project: Project, hear: Hear) -> float:
    if len(term.sound) < _SHORTEST_SOUND_IN_TEXT:
        return 0
    return any(_begins_a_word(term.sound, _spoken(text, hear)) for text in _texts(project))


def _with_a_slip(term: _Term, project: Project, hear: Hear) -> float:
    """How alike (0 to 1) the term and a piece of a name are; 0 where more than a slip lies between them."""
    names = _names(project)
    written = max(_likeness(term.written, key(name), range(len(key(name))), _SLIPS_WRITTEN) for name in names)
    # What is typed in kanji and only sounds a little like a name is another word: 図書館 is no 文書管理.
    if not term.may_be_misheard:
        return written
    heard = ((spoken.translate(_VOICED), starts) for spoken, starts in (_spoken(name, hear) for name in names))
    sound = term.sound.translate(_VOICED)
    return max(written, *(_likeness(sound, spoken, starts, _SLIPS_HEARD) for spoken, starts in heard))


def _likeness(typed: str, name: str, starts: Iterable[int], allowed: tuple[tuple[int, int], ...]) -> float:
    length = len(typed)
    slips = next((slips for shortest, slips in allowed if length >= shortest), None)
    if slips is None:
        return 0
    pieces = {name[at : at + length + more] for at in starts for more in (-1, 0, 1)}
    return max((_alike(typed, piece, slips) for piece in pieces), default=0)


def _alike(typed: str, piece: str, slips: int) -> float:
    distance = OSA.distance(typed, piece, score_cutoff=slips)
    return 0 if distance > slips else 1 - distance / len(typed)


def _has_code(typed: str, code: str | None) -> bool:
    """Whether what was typed is the code, or its beginning up to one of its strokes."""
    if not code:
        return False
    if _CODE.fullmatch(typed):
        return f"{code}-".startswith(f"{typed}-")
    return bool(_BARE_CODE.fullmatch(typed)) and typed == code.replace("-", "")


def _names(project: Project) -> tuple[str, ...]:
    return (project.name, *project.divisions)


def _texts(project: Project) -> tuple[str, ...]:
    planned = (item for items in (project.schedule or {}).values() for item in items)
    texts = (project.content, project.goal, project.note, *project.related_divisions, *planned)
    return tuple(text for text in texts if text)


def _heard(text: str) -> str:
    """The text's sounds for comparing: small kana are often typed large (せんきよ)."""
    return kana_key(text).translate(_SMALL)


def _begins_a_word(sound: str, heard: tuple[str, tuple[int, ...]]) -> bool:
    """Whether the sound is heard in a text from where a word begins."""
    spoken, starts = heard
    return any(sound == spoken[at : at + len(sound)] for at in starts)


@lru_cache(maxsize=8192)
def _spoken(text: str, hear: Hear) -> tuple[str, tuple[int, ...]]:
    """How the text sounds, and where in that its words begin."""
    spoken, starts = "", []
    for word in hear(text):
        starts.append(len(spoken))
        spoken += _heard(word)
    return spoken, tuple(starts)
