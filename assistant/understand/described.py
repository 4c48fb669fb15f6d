"""The set of projects that a question describes: its filters, less what it leaves out (X以外, Xを除く)."""

import re
from collections.abc import Sequence
from functools import reduce

from assistant.understand.filters import Filters, TextPart
from assistant.understand.left_out import is_left_out, kind_of, kinds_left_out, matters_left_out
from assistant.understand.lexicon import Lexicon, Mention
from assistant.understand.name_forms import named_after_divisions
from assistant.understand.normalize import key
from assistant.understand.phrases import dated, planned_in
from assistant.understand.set_patterns import set_patterns
from assistant.understand.sets import cost_against, find_filters, find_operation
from assistant.understand.themes import theme_ends
from corpus.catalogue import Catalogue
from corpus.records import Project

# A place stands for its branch office: 大船以外の支所.
_BESIDE_DIVISION = re.compile("(?:で|の|は|について)?(?:所管|担当|主管)課?の?(?:課|部署)?(?:以外|とは?別|の?ほか)")
# A課の重点事業以外, A課所管、重点じゃないもの: it is the priority that is denied, of that division's projects.
_OF_ITS_PRIORITY = re.compile(
    "(?:の|が|は|で|に|、|所管|担当|主管|受け?持つ|持つ|持って(?:い)?る|する|して(?:い)?る|ある)*+重点(?!.*重点)"
)
_JOINS = re.compile("と|や|及び|および|")
_PLACE_SUFFIXES = ("支所", "出張所", "行政センター", "市民センター")


def described_set(
    text: str, cues: frozenset[str], mentions: Sequence[Mention], lexicon: Lexicon, catalogue: Catalogue
) -> tuple[Filters, list[Mention]]:
    """The filters of the question, and the names in it that are not left out."""
    folded = key(text)
    bounds = _against(mentions, folded, catalogue)
    shared_out = set_patterns()["shared_left_out"]
    shared = [one for one in mentions if one.kind == "division" and shared_out.search(folded[one.end :])]
    out = [*_left_out(mentions, folded), *shared]
    kept = [mention for mention in mentions if mention not in out and mention not in bounds]
    projects = [name for mention in out if mention.kind == "project" for name in mention.names]
    divisions = [name for mention in out if mention.kind == "division" for name in mention.names]
    related = next((name for mention in kept if mention.kind == "related" for name in mention.names), None)
    matters = _of_matter_left_out(_without(folded, mentions) if out else _unnamed(text, mentions), catalogue)
    projects += [project.id for project in matters]
    named = [project.name for project in map(catalogue.project, projects) if project]
    stated = find_filters(text, cues)
    themes = lexicon.themes.find(text)
    # 「…まち」の印が付いた事業: whatever it is called, only notes print a theme in full.
    of_theme = bool(themes and stated.part) and _is_of_notes(stated.part, themes)
    themes_out = bool(themes) and any(is_left_out(folded[at:]) for at in theme_ends(folded, themes))
    less = [Filters(themes=themes)] if themes_out else []
    less += [Filters(related_division=name) for mention in out if mention.kind == "related" for name in mention.names]
    several = _several(text, stated, kept) if not shared else None
    kinds = tuple(dict.fromkeys(map(kind_of, _kinds_left_out(folded, lexicon.divisions))))
    return stated.model_copy(
        update={
            "themes": () if themes_out else themes,
            # Those that lead elsewhere lead somewhere: they have a note.
            "with_note": True if themes_out and stated.priority is None else stated.with_note,
            "less": (*stated.less, *less),
            "excluding_kinds": kinds,
            "part": None
            if of_theme
            else named_after_divisions(text, lexicon.divisions, catalogue.projects)
            or _part(text, cues, stated, kept, catalogue),
            "several_divisions": several,
            "division_numbers": stated.division_numbers if several or 1 in stated.division_numbers else (),
            "related_division": related,
            **dict(bounds.values()),
            **_against_mean(text, stated, catalogue),
            "excluding": tuple(projects),
            "excluding_names": tuple(named),
            "excluding_divisions": tuple(dict.fromkeys((*divisions, *_divisions_left_out(folded, lexicon.divisions)))),
        }
    ), kept


def _is_of_notes(part: TextPart | None, themes: Sequence[str]) -> bool:
    """Whether the word is to stand in the notes, or is a theme in full."""
    return part is not None and (part.field in ("note", "any") or key(part.word) in map(key, themes))


def _part(
    text: str, cues: frozenset[str], stated: Filters, kept: Sequence[Mention], catalogue: Catalogue
) -> TextPart | None:
    """The word that is to stand in a part of the rows, or what is planned or dated where a set is asked for."""
    asks_set = find_operation(cues, text) in ("list", "count") or stated.priority is not None
    if stated.part and stated.part.field == "any" and _stands_in_year(text, stated.part):
        return stated.part.model_copy(update={"field": "schedule"})
    if stated.part or not asks_set or any(mention.kind == "project" and mention.full for mention in kept):
        return stated.part
    return planned_in(text, catalogue.projects) or dated(text, catalogue.projects)


def _stands_in_year(text: str, part: TextPart) -> bool:
    """Whether the word is to stand in a year of the schedules (令和6年度に「調査」がある, 3年目に「工事」が入る)."""
    year = "(?:年(?:度|目)?|令和[0-9]{1,2}|r[0-9]{1,2})(?:に|で|には|の工程に|の予定に)"
    return bool(re.search(f"{year}、?[「『]{re.escape(part.word)}[」』]", text))


def _without(folded: str, mentions: Sequence[Mention]) -> str:
    """The text with its names blotted out."""
    for mention in mentions:
        folded = f"{folded[: mention.start]}{'＿' * (mention.end - mention.start)}{folded[mention.end :]}"
    return folded


def _unnamed(text: str, mentions: Sequence[Mention]) -> str:
    """The text, punctuation and all, with the divisions that are spelled in it blotted out (青少年課の重点事業以外)."""
    names = (name for mention in mentions if mention.kind == "division" for name in mention.names)
    return reduce(lambda rest, name: rest.replace(name, "＿" * len(name)), names, text)


def _several(text: str, stated: Filters, kept: Sequence[Mention]) -> bool | None:
    """Whether the projects have several divisions; この三つの課 are those that are named, if there are several."""
    named = sum(mention.kind == "division" for mention in kept)
    if named > 1 and not set_patterns()["several_divisions"]["left_out"].search(text):
        return None
    return stated.several_divisions


def _left_out(mentions: Sequence[Mention], folded: str) -> list[Mention]:
    """The names that the set is without, and those said in one breath with them (AとBを除いて)."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: -one.start):
        beside = mention.kind == "project" and set_patterns()["beside_project"].search(folded[mention.end :])
        gap = folded[mention.end : found[-1].start] if found and found[-1].kind == mention.kind else None
        joined = gap is not None and _JOINS.fullmatch(gap)
        # 設計事務、担当課以外に: beside the division in charge, not beside the project
        of_division = mention.kind == "project" and _BESIDE_DIVISION.match(folded, mention.end)
        of_class = mention.kind == "division" and _OF_ITS_PRIORITY.match(folded, mention.end)
        if beside or joined or (is_left_out(folded[mention.end :]) and not (of_division or of_class)):
            found.append(mention)
    return found


def _against(mentions: Sequence[Mention], folded: str, catalogue: Catalogue) -> dict[Mention, tuple[str, float]]:
    """The projects that others are compared with, each with the bound and the cost that it sets."""
    found = {}
    for mention in mentions:
        bound = cost_against(folded[mention.end :]) if mention.kind == "project" and len(mention.names) == 1 else None
        project = catalogue.project(mention.names[0]) if bound else None
        others = any(other.kind == "project" and other is not mention for other in mentions)
        if bound and project and project.cost_million_yen is not None and not others:
            found[mention] = (bound, float(project.cost_million_yen))
    return found


def _against_mean(text: str, stated: Filters, catalogue: Catalogue) -> dict[str, float]:
    """The bound that the mean cost sets (平均を上回る重点事業)."""
    among = [p for p in catalogue.projects if p.cost_million_yen is not None and (not stated.priority or p.priority)]
    mean = sum(p.cost_million_yen or 0 for p in among) / len(among) if among else 0.0
    bounds = {"over_mean": "cost_over", "under_mean": "cost_under"}
    return {bound: mean for name, bound in bounds.items() if among and set_patterns()[name].search(text)}


def _of_matter_left_out(text: str, catalogue: Catalogue) -> list[Project]:
    """The projects whose names hold the word of a matter that is left out."""
    words = matters_left_out(text)
    return [project for project in catalogue.projects if any(key(word) in key(project.name) for word in words)]


def _divisions_left_out(folded: str, divisions: Sequence[str]) -> tuple[str, ...]:
    """The divisions of a kind that is left out (支所以外), and those left out by their place."""
    kinds = _kinds_left_out(folded, divisions)
    of_kind = tuple(name for name in divisions for match in kinds if name.endswith(kind_of(match)))
    return (*of_kind, *_places_left_out(folded, divisions))


def _kinds_left_out(folded: str, divisions: Sequence[str]) -> list[re.Match[str]]:
    """The kinds of divisions that are left out, where no division of that kind is named."""
    kinds = kinds_left_out(folded)
    own = [name for name in divisions if any(folded.startswith(key(name), m.end() - len(key(name))) for m in kinds)]
    return [] if own else kinds


def _place_of(division: str) -> str:
    """The place that a branch office is called by."""
    suffix = next((suffix for suffix in _PLACE_SUFFIXES if division.endswith(suffix)), "")
    return key(division.removesuffix(suffix))


def _places_left_out(folded: str, divisions: Sequence[str]) -> tuple[str, ...]:
    """The branch offices that are left out by their place alone."""
    found: list[str] = []
    out: list[str] = []  # from the last place of the text to the first: what is joined to one goes with it
    for name in sorted(divisions, key=lambda one: -folded.find(_place_of(one))):
        suffix = next((suffix for suffix in _PLACE_SUFFIXES if name.endswith(suffix)), "")
        place = _place_of(name)
        ats = [found.start() for found in re.finditer(re.escape(place), folded)] if place else []
        out_at = [at for at in ats if is_left_out(folded[at + len(place) :])]  # 腰越なんで、腰越じゃない支所
        at = (*out_at, *ats, -1)[0]
        whole = folded.startswith(key(name), at)
        rest = folded[at + len(place) :]
        beside = suffix in rest and set_patterns()["beside_project"].match(rest)  # 大船のほかに支所は
        joined = any(_JOINS.fullmatch(rest[: rest.find(other)]) for other in out if other in rest)
        if suffix and place and at >= 0 and not whole and (beside or joined or is_left_out(rest)):
            found.append(name)
            out.append(place)
    return tuple(name for name in divisions if name in found)
