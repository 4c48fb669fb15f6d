"""What a question says of a project that it names, where it asks for nothing that is printed of every project.

A name alone is answered with all that is printed. Whatever else is asked of it (申し込んだらすぐ使えますか, 全国順位は)
has to stand in the record by some word of it; else the plan is silent on it, however it is worded.
"""

import re

from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Absent, Finding
from assistant.look_up.unproved import words_leading_to
from assistant.understand.bare import tells_nothing
from assistant.understand.name_forms import without_name
from assistant.understand.normalize import fold, key
from assistant.understand.question import Understanding
from assistant.understand.thing_asked import is_of_plan
from assistant.understand.whom import asks_who_handles
from assistant.understand.words import Word, words
from corpus.records import Project

# With one of these the office is what is asked for; with a second clause the first may be told.
_OFFICE = re.compile(
    "課|係|室|局|科|担当|所管|部署|部門|窓口|主管|管轄|持ち|受持|責任|役所|問い?合|相談|連絡|電話|[けせ]ば|たら"
)
_CLAUSES = re.compile("[、。…?？!！].")
_HIRAGANA = re.compile("[ぁ-ん]+")


def without_beyond(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not state what is asked of the project named, of which it prints no word."""
    if not isinstance(finding, About) or finding.undivided or not _is_whole_record(read, finding):
        return finding
    said = words_beside_name(read.text, finding.projects[0])
    if finding.field != "overview":
        said = [word for word in said if word.is_noun]
    printed = key("".join((*map(whole_text, finding.projects), *_offices(finding))))
    printed += words_leading_to(read, finding.projects)
    if not said or any(is_of_plan(word.surface) or holds_word(printed, key(word.surface)) for word in said):
        return finding
    return Absent(reason="claim", nearest=finding.projects)


def _is_whole_record(read: Understanding, finding: About) -> bool:
    """Whether a project is named in the question itself, and what is asked of it is no field that was understood."""
    if (
        read.language != "ja"
        or finding.by_meaning
        or finding.correction is not None
        or not _asks_no_field(read, finding)
    ):
        return False
    asked = (
        read.divisions, read.unknown_divisions, read.codes, read.years, read.filters, read.counted,
        read.sets, read.texts, read.parts, read.several, read.pairs,
    )  # fmt: skip
    one = len(finding.projects) == 1 == len(read.projects) and not read.inherited
    return one and not (any(asked) or asks_who_handles(read.text))


def _asks_no_field(read: Understanding, finding: About) -> bool:
    """Whether nothing, or only a word of many uses, made it a question for whose the project is, or what it does.

    誰, どこ, 聞きたい ask for many things (打合せの録音を聞きたい); beside a word for an office they ask for that.
    """
    if finding.field == "overview":
        return True
    may_ask = finding.field in ("division", "content") and finding.field in read.cues
    rest, _ = without_name(read.text, finding.projects[0].name)
    return may_ask and not (_OFFICE.search(rest) or _CLAUSES.search(rest) or "content_beside" in read.cues)


def _offices(finding: About) -> list[str]:
    return [name for p in finding.projects for name in (*p.divisions, *p.related_divisions)]


def words_beside_name(text: str, project: Project) -> list[Word]:
    """The words that tell of something, without the project's name; of a name said in part, without its words."""
    rest, in_part = without_name(text, project.name)
    named = {key(word.surface) for word in words(fold(project.name))} if in_part else set()
    said = []
    for word in words(rest):
        if key(word.surface) in named:
            named.discard(key(word.surface))
        elif _tells(word):
            said.append(word)
    return said


def _tells(word: Word) -> bool:
    """Whether the word tells of something; a noun in hiragana may be cut out of any others (は|なに|か)."""
    in_kana = word.is_noun and _HIRAGANA.fullmatch(word.surface)
    return word.is_content and not (in_kana or tells_nothing(word))
