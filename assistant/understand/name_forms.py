"""Names by their form: as they are said, by the script they are written in, or by a division's name in them."""

from collections.abc import Sequence

from assistant.understand.filters import TextPart, TextPlace
from assistant.understand.normalize import fold
from assistant.understand.set_patterns import set_patterns
from corpus.records import Project

# Figures and Latin letters are spoken of beside codes and sums too.
_OF_CODES = ("数字", "英字")
_ENDINGS = ("事業", "事務", "業務")
# Shorter stems stand in other words by chance (会計, 監査).
_SHORTEST_STEM = 3


def without_name(text: str, name: str) -> tuple[str, bool]:
    """The folded text without the project's name, be it without the ending of its kind; and whether it held neither."""
    stem = next((name.removesuffix(end) for end in _ENDINGS if name.endswith(end)), name)
    for form in (name, *([stem] if len(stem) >= _SHORTEST_STEM else [])):
        if fold(form) in text:
            return text.replace(fold(form), ""), False
    return text, True


def find_script(text: str) -> TextPart | None:
    """The script in which names begin or end, or that they hold (カタカナで始まる事業)."""
    patterns = set_patterns()
    for script, spelled in patterns["scripts"].items():
        of_names = patterns["of_names_alone" if script in _OF_CODES else "of_names"]
        for named in spelled.finditer(text) if of_names.search(text) else ():
            found = patterns["written_in"].match(text, named.end())
            if found:
                lacking = bool(patterns["word_lacking"].match(text, found.start("verb")))
                place = place_of(found["verb"])
                return TextPart(field="name", word=script, place=place, lacking=lacking, script=True)
    return None


def named_after_divisions(text: str, divisions: Sequence[str], projects: Sequence[Project]) -> TextPart | None:
    """The divisions of which names are to hold one (支所の名前が入った事業); any, where it is 課の名前."""
    patterns = set_patterns()
    found = patterns["names_of_divisions"].search(text)
    if not found:
        return None
    of_any = patterns["any_division"].search(found["kind"])
    if of_any and not (found["whole"] or patterns["of_names_alone"].search(text[: found.start()])):
        return None  # 課名が入っている may be said of the row
    meant = [name for name in divisions if of_any or name.endswith(found["kind"])]
    held = [name for name in meant if any(name in project.name for project in projects)]
    return TextPart(field="name", word=held[0], others=tuple(held[1:])) if held else None


def place_of(verb: str) -> TextPlace:
    """Where a word is to stand, by the verb that says so."""
    patterns = set_patterns()
    return "start" if patterns["starts"].search(verb) else "end" if patterns["ends"].search(verb) else "inside"
