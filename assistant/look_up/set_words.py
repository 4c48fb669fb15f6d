"""Sets of projects that are described by the one matter, or by several, that they print."""

import re

from assistant.look_up.findings import OfSets
from assistant.look_up.sets import compute, select
from assistant.understand.filters import Filters, PartName, TextPart
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue

_PROJECTS = re.compile(r"事業|事務(?!局)|取組|取り組み")
# 職員に関する事業: what a set is about, said in so many words.
_CONCERNING = re.compile(
    r"([一-龥ァ-ヴーA-Za-z]{1,12})(?:に関(?:する|係する|わる|連する)|に係る|関係の?|関連の?|についての)(?:事業|事務(?!局)|取組|で)"
)
# Several such matters, one after the other: 契約と検査に関する事業, 契約、検査。この2つに関する事業.
_SEVERAL = re.compile(
    r"(?P<words>[一-龥ァ-ヴーA-Za-z]{1,12}(?:(?:と|や|、|・|及び|および|。)[一-龥ァ-ヴーA-Za-z]{1,12})+?)"
    r"(?:(?:の|、|。)?(?:この|以上の|その)?[2-9二三四五六](?:つ|者|件|項目|点)(?:とも)?)?"
    r"(?:に関(?:する|係する|わる|連する)|に係る|関係の?|関連の?|についての)(?:事業|事務(?!局)|取組|業務|仕事|もの)"
)
# What is done in a year, not what the projects of a year are about.
_DONE_IN_YEAR = re.compile(r"年度?(?:中)?[にで]は?、?[^。、]{2,16}(?:する|[さか]れる|行う|おこなう|進める|つくる|作る)")
# Nothing is asked of them but which they are.
_ONLY_LISTED = re.compile(
    "(?:は|を|って|には?)?[、,]?(?:どれ(?:です)?か?|(?:何|どんなもの|どういうもの)が(?:ある|あります)の?か?|全部|すべて|全て|一覧|リスト"
    "|[^、。はがを]{0,4}(?:挙げ|あげ|教え|見せ|並べ|出し|列挙|示し|知りた)[^、。はがを]{0,10})*[?？。]*$"
)
_JOINS = re.compile("と|や|、|・|及び|および|。")
_TWO = 2
# A word that is long enough to stand for the division that it begins.
_LONG = 4
_PARTS: tuple[PartName, ...] = ("name", "content")


class WordSets:
    """Finds the projects of a matter by where they print it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of_word(self, read: Understanding) -> Filters | None:
        """The projects that print the one matter asked for (選挙の事業を全部), first by their names."""
        spoken, cut = _CONCERNING.search(read.text), read.filters is not None and read.filters.cut is not None
        if (cut and not spoken) or (read.years and _DONE_IN_YEAR.search(read.text)):
            return None  # what is done in a year stands in the schedules
        words = [spoken[1]] if spoken else list(read.topic_words or read.subject_words)
        titles = key("".join(f"{d.title}{d.publisher}" for d in self._catalogue.documents))
        if not spoken and read.topic_words and read.unknown_words:
            return None  # 総合計画の子育て分野の事業: what is asked for is no matter of the plan
        if words and key(words[0]) in titles and "all_projects" in read.sets:
            return None
        if not (cut or read.operation in ("list", "count")) or len(words) != 1 or not _PROJECTS.search(read.text):
            return None
        return self._of_one_word(words[0])

    def of_one_matter(self, read: Understanding) -> Filters | None:
        """The projects that print the one matter that they are to concern (職員に関する事業を挙げて)."""
        spoken = _CONCERNING.search(read.text)
        alone = spoken and _ONLY_LISTED.match(read.text, spoken.end()) and not _SEVERAL.search(read.text)
        asks_besides = read.filters or read.divisions or read.names_whole or read.years or read.field
        if not spoken or not alone or asks_besides or read.operation not in (None, "list"):
            return None
        return self._of_one_word(spoken[1])

    def of_words(self, read: Understanding) -> OfSets | None:
        """The projects of each of several matters that the question names (AとBに関する事業)."""
        several = _SEVERAL.search(read.text)
        words = _JOINS.split(several["words"]) if several else [m[1] for m in _CONCERNING.finditer(read.text)]
        names = {key(project.name) for project in self._catalogue.projects}
        if read.names_whole and any(key(word) in names for word in words):
            return None  # it is the projects themselves that are named
        if len(words) < _TWO or read.filters or read.divisions or read.operation not in (None, "list", "count"):
            return None
        found = [self._of_one_word(word) for word in words]
        if not all(found):
            return None
        chosen = [(one, select(self._catalogue, one)) for one in found if one]
        return OfSets(sets=tuple(compute(one, "list", projects, projects) for one, projects in chosen))

    def _of_one_word(self, word: str) -> Filters | None:
        """The projects that print the word in their names, of the division that it begins, or that print it at all."""
        named, printed = (Filters(part=TextPart(field=field, word=word)) for field in _PARTS)
        begun = [d.name for d in self._catalogue.divisions if d.name.startswith(word) and len(word) >= _LONG]
        division = [Filters(divisions=tuple(begun))] if len(begun) == 1 else []
        found = (one for one in (named, *division, printed) if select(self._catalogue, one))
        return next(found, None)
