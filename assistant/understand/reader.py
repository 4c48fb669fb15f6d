"""Reads a text by itself, whatever was spoken of before: its names, topics, cues, filters and figures."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from assistant.understand.closed_claim import asks_whether_so
from assistant.understand.code_parts import without_labels
from assistant.understand.codes import find_codes
from assistant.understand.contrast import is_contrast
from assistant.understand.costed import named_in_part, with_parts
from assistant.understand.cues import find_cues
from assistant.understand.described import described_set
from assistant.understand.division_numbers import without_division_number
from assistant.understand.errands import only_asked
from assistant.understand.fields import find_field
from assistant.understand.filters import Filters
from assistant.understand.joined import are_apart, joined_parts, without_fact
from assistant.understand.lexicon import Lexicon, Mention
from assistant.understand.money import find_amounts, is_bounded_by_others
from assistant.understand.normalize import fold, key, without_spans
from assistant.understand.operands import find_operands, find_within
from assistant.understand.plan_words import printed_centres, sounding_compounds
from assistant.understand.premise import find_count, find_premise
from assistant.understand.question import Count, Understanding
from assistant.understand.ratios import find_ratio
from assistant.understand.related_role import in_their_role
from assistant.understand.sets import find_besides, find_operation, find_rank
from assistant.understand.subject import Subject, SubjectFinder
from assistant.understand.telling import without_ends_told
from assistant.understand.unlisted import unlisted_divisions, without_unlisted
from assistant.understand.vocabulary import BroadChoice, TopicHit
from assistant.understand.whom import not_spoken_of, without_handled, without_setting
from assistant.understand.years import find_years, plan_years, year_step, years_of_the_plan
from corpus.catalogue import Catalogue
from corpus.records import Choice

_STEM = re.compile("^.+?(?=(?:事務局|センター|支所|[課室係部局所署館])$)")
# A shorter item (調査, 設計) is an ordinary word.
_SHORTEST_ITEM = 6


class Reader:
    """Reads texts about one catalogue; ``heard`` gives the names that a text in kana sounds like."""

    def __init__(
        self, catalogue: Catalogue, lexicon: Lexicon, subjects: SubjectFinder, heard: Callable[[str], Sequence[str]]
    ) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon
        self._subjects = subjects
        self._heard = heard
        self._compounds = sounding_compounds(catalogue)
        self._division_names = (*lexicon.divisions, *lexicon.related, *printed_centres(catalogue))
        scheduled = (items for p in catalogue.projects for items in (p.schedule or {}).values())
        items = {key(item) for items in scheduled for item in items}
        self._items = sorted((item for item in items if len(item) >= _SHORTEST_ITEM), key=len, reverse=True)

    def read(self, text: str) -> Understanding:
        """What the text says by itself; nearly spelled names count only where nothing is spelled right."""
        named_item = self._items_in(text)  # 窓口の開設はいつ asks for no fact that the plan does not state
        text, silent_on = (text, "") if named_item else without_fact(text, self._lexicon.find(text))
        if silent_on:
            return self.read(text).model_copy(update={"silent_on": (silent_on,)})
        mentions = self._lexicon.find(text)
        if not any(mention.kind == "division" for mention in mentions):
            mentions = self._lexicon.find_misconverted(text) or mentions
        subject = self._subjects.find(without_unlisted(text, mentions, self._division_names), mentions)
        typed = text  # what is heard in it is no matter beside it
        ending = None if mentions else self._lexicon.find_shared_ending(text)
        linked = self._subjects.linked(subject.topics)
        if ending and not (linked and ending.start > 0):
            mentions = [ending]
        elif not mentions and not subject.topics:
            heard = self._heard(text)
            if heard:
                text = f"{'、'.join(heard)}、{text}"
                mentions, subject = self._lexicon.find(text), self._subjects.find(text, self._lexicon.find(text))
            else:
                mentions = self._nearly(text)
        read = self._value(text, mentions, subject)
        return read.model_copy(update={"parts": self._parts(typed, mentions, read)})

    def _parts(self, text: str, mentions: Sequence[Mention], whole: Understanding) -> tuple[Understanding, ...]:
        """The matters that stand side by side in the text; none where it names what the plan calls by that name.

        Nor where one of them is another body's in the whole text (給食費、引き落とし口座), or only told there.
        """
        parts = () if mentions else tuple(self.read(part) for part in joined_parts(text))
        matters = [set(part.topics) for part in parts if part.linked and part.topics and not part.broad]
        owned = any(not topics.isdisjoint(whole.absent_topics) or topics.isdisjoint(whole.topics) for topics in matters)
        return parts if parts and not owned and are_apart(parts) else ()

    def _nearly(self, text: str) -> list[Mention]:
        best = max(self._lexicon.find_nearly(text), key=lambda mention: (mention.score, mention.kind), default=None)
        return [best] if best else []

    def _value(self, text: str, mentions: Sequence[Mention], subject: Subject) -> Understanding:
        mentions = in_their_role(text, mentions, self._catalogue)
        mentions = with_parts(text, mentions, self._subjects.leading_words(subject.topics), self._catalogue)
        # A project's own name asks for nothing, in full or in short: 個人番号カード普及 is no question about a number.
        named = [(mention.start, mention.end) for mention in mentions if mention.kind == "project"]
        unnamed = without_spans(text, [*named, *self._items_in(text)])
        unnamed = reduce(lambda rest, name: rest.replace(name, ""), self._compounds, unnamed)
        unnamed = _without_stems(unnamed, _names(mentions, "division"))
        cues = not_spoken_of(find_cues("asks", without_labels(without_ends_told(unnamed))), unnamed)
        cues = without_handled(without_setting(only_asked(cues, unnamed), unnamed), unnamed)
        filters, mentions = described_set(without_ends_told(text), cues, mentions, self._lexicon, self._catalogue)
        named_years = find_years(unnamed) or years_of_the_plan(unnamed, self._lexicon.years)
        years, outside = plan_years(named_years, self._lexicon.years)
        refers = find_cues("refers", _without_stems(text, _names(mentions, "division")))
        divisions = _names(mentions, "division")
        related = _names(mentions, "related")
        unlisted = unlisted_divisions(text, mentions, self._division_names)
        absent, absent_last = self._subjects.split(subject, text)
        confirms = "premise" in cues or (bool(named_years or find_amounts(text)) and asks_whether_so(text))
        return Understanding(
            text=text, cues=cues, field=find_field(cues),
            operation=find_operation(cues, text), besides=find_besides(cues, text),
            projects=_names(mentions, "project"), divisions=divisions,
            names_whole=_names_whole(mentions),
            codes=find_codes(text, self._catalogue),
            years=tuple(years), years_outside=tuple(map(str, outside)),
            filters=None if filters == Filters() else filters,
            within=find_within(text, self._set_of), ratio=find_ratio(text, self._set_of),
            operands=() if is_bounded_by_others(filters, text) else self._operands(text, cues),
            premise=find_premise(text, divisions or related, mentions, unlisted) if confirms else None,
            counted=_counted(text, filters), year_step=year_step(refers),
            every_year="every_year" in refers, together="together" in refers, each="each" in cues,
            rank=find_rank(text),
            unknown_divisions=unlisted,
            topics=tuple(dict.fromkeys(hit.topic.name for hit in subject.topics)),
            counter=any(hit.topic.counter for hit in subject.topics),
            counter_projects=tuple(self._subjects.linked([hit for hit in subject.topics if hit.topic.counter])),
            linked=self._linked(subject, [hit for hit in subject.topics if hit not in absent]),
            topic_words=tuple(dict.fromkeys(hit.word for hit in subject.topics)),
            absent_topics=tuple(dict.fromkeys(hit.topic.name for hit in absent)), absent_last=absent_last,
            absent_ends=self._subjects.ends_in(absent, subject, text),
            attribute=subject.attribute, matters=self._subjects.matters(subject.topics),
            texts=tuple(sorted(find_cues("texts", text.lower()))), sets=find_cues("sets", text.lower()),
            place_divisions=subject.place_divisions, other_place=subject.other_place,
            broad=tuple(map(self._choice, subject.broad)), subject_words=subject.subject_words,
            unknown_words=subject.unknown_words, contrast=is_contrast(text),
        )  # fmt: skip

    def _items_in(self, text: str) -> list[tuple[int, int]]:
        """Where an item of a schedule stands whole: it asks for nothing either (相談支援の充実は？)."""
        folded = key(text)
        found = next((item for item in self._items if item in folded), "")
        return [(folded.find(found), folded.find(found) + len(found))] if found else []

    def _operands(self, text: str, cues: frozenset[str]) -> tuple[Filters, ...]:
        return find_operands(text, find_operation(cues, text), self._set_of)

    def _set_of(self, text: str) -> Filters:
        """The set that a part of a question speaks of; the projects that it names, where it names any."""
        found = self._lexicon.find(text)
        topics = self._subjects.find(text, found).topics
        mentions = named_in_part(text, found, self._subjects.leading_words(topics), self._catalogue)
        coded = [p.id for code in find_codes(text, self._catalogue) for p in self._catalogue.with_code(code)]
        filters, kept = described_set(text, find_cues("asks", text), mentions, self._lexicon, self._catalogue)
        spoken = (name for name in _names(mentions, "project") if name not in filters.excluding)
        named = tuple(dict.fromkeys((*coded, *spoken)))
        return (
            Filters(among=named, named=True)
            if named
            else filters.model_copy(update={"divisions": _names(kept, "division")})
        )

    def _linked(self, subject: Subject, known: Sequence[TopicHit]) -> dict[str, float]:
        """The projects that the topics known lead to, or the only reading of a broad word that fits the question."""
        if len(subject.broad) == 1 and not subject.unknown_words:
            return self._subjects.broad.projects_of(subject.broad[0])
        return self._subjects.linked(known)

    def _choice(self, broad: BroadChoice) -> Choice:
        weights = self._subjects.broad.projects_of(broad)
        best = max(weights.values())
        projects = tuple(project_id for project_id, weight in weights.items() if weight == best)
        found = [self._catalogue.project(project_id) for project_id in projects]
        divisions = tuple(dict.fromkeys(name for project in found if project for name in project.divisions))
        return Choice(label=broad.label, question=broad.question, divisions=divisions, project_ids=projects)


def _names(mentions: Iterable[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mention in mentions if mention.kind == kind for name in mention.names))


def _counted(text: str, filters: Filters) -> Count | None:
    """The number that the text gives for a whole set; 2つの課が明記された事業 gives that of the divisions of each."""
    found = find_count(without_division_number(text))
    of_each = found is not None and filters.division_numbers == (found.number,) and found.unit in ("つ", "課", "個")
    return None if of_each else found


def _without_stems(text: str, divisions: Sequence[str]) -> str:
    """The text with what its divisions are called left out but for the kind: 男女共同参画課 tells of nothing joint."""
    for name in divisions:
        text = text.replace(fold(name), _STEM.sub("某", fold(name)))
    return text


def _names_whole(mentions: Iterable[Mention]) -> bool:
    """Whether a project is named in full, or several are in short, each by words of its own (橋の補修と公園の整備)."""
    named = [mention for mention in mentions if mention.kind == "project"]
    in_short = {mention.names for mention in named if len(mention.names) == 1}
    return any(mention.full for mention in named) or (len(named) > 1 and len(in_short) == len(named))
