"""Understands a question in its conversation: folds it, finds names, cues, filters, and what it refers to."""

from collections.abc import Iterable, Sequence
from functools import reduce

from assistant.conversation import ConversationState
from assistant.understand import anaphora, choosing, completion, going_back, so_far
from assistant.understand.code_parts import without_labels
from assistant.understand.codes import find_codes
from assistant.understand.costed import named_in_part, with_parts
from assistant.understand.cues import find_cues, is_social
from assistant.understand.described import described_set
from assistant.understand.errands import only_asked, without_set_aside
from assistant.understand.fields import find_field
from assistant.understand.joined import are_apart, joined_parts, without_fact
from assistant.understand.kana import KanaReader
from assistant.understand.kin import of_its_kind
from assistant.understand.languages import Glossary, detect_language
from assistant.understand.lexicon import Lexicon, Mention
from assistant.understand.machine import PROGRAMS, is_code_alone
from assistant.understand.matters import Matters
from assistant.understand.money import is_bounded_by_others
from assistant.understand.normalize import fold
from assistant.understand.operands import find_operands, find_within
from assistant.understand.premise import find_count, find_premise, without_talk
from assistant.understand.question import Filters, Understanding
from assistant.understand.ratios import find_ratio
from assistant.understand.same_set import turn_patterns
from assistant.understand.sentence import asking_parts
from assistant.understand.sets import find_besides, find_operation, find_rank, plainly
from assistant.understand.subject import Subject, SubjectFinder
from assistant.understand.typed import TypedReader
from assistant.understand.unlisted import unlisted_divisions, without_unlisted
from assistant.understand.vocabulary import BroadChoice, TopicHit, spelled_out
from assistant.understand.whom import without_setting
from assistant.understand.years import find_years, plan_years, year_step, years_of_the_plan
from corpus.catalogue import Catalogue
from corpus.records import Choice, Language, Question


class Understander:
    """Understands questions about one catalogue."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, subjects: SubjectFinder) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon
        self._subjects = subjects
        self._matters = Matters(catalogue, lexicon, self._read)
        self._division_names = (*lexicon.divisions, *lexicon.related)
        names = [*(project.name for project in catalogue.projects), *lexicon.divisions]
        scheduled = (year for project in catalogue.projects for year in (project.schedule or {}).values())
        self._glossary = Glossary([*names, *lexicon.related], [item for items in scheduled for item in items])
        self._kana = KanaReader([*names, *subjects.places], subjects.places)
        self._typed = TypedReader(catalogue, self._kana)

    def understand(self, question: Question, state: ConversationState) -> Understanding:
        """What the question asks, with what it takes over from the conversation."""
        folded, whole = self._typed.read(question.text, under_way=state.is_under_way)
        language = detect_language(folded)
        if is_code_alone(folded):
            spoken = question.language or language
            return Understanding(text=folded, attribute=PROGRAMS, language=spoken, style=question.style)
        social = is_social(folded)
        asked, state = completion.back_at_list(plainly(without_talk(folded)), state)
        asked, state = so_far.taken_so_far(asked, state)
        asked, state = going_back.back_at_matter(asked, state, self._read)
        asked, claim = completion.also_there(asked, state)
        text = without_set_aside(completion.in_full(asked, state))
        parts = asking_parts(text)
        if not state.is_under_way:  # どこに言えばいいですか。側溝が詰まっています: the matter may come behind
            parts = list(dict.fromkeys([*parts, plainly(folded)]))
        alone = self._first_with_subject([self._in_japanese(part, language) for part in parts])
        if whole != folded and not (alone.subject_words or anaphora.has_subject(alone) or _computes(alone)):
            alone = self._first_with_subject([alone.text, self._in_japanese(plainly(whole), language)])
        alone = self._as_answered(alone, state, language)
        if language == "ja" and not (social or state.choices):
            alone = self._matters.alone(alone, going_on=state.is_under_way)
        alone = alone if state.choices else of_its_kind(alone, state, self._catalogue, self._read)
        choices = state.choices or (state.picked_from if choosing.picks_again(folded, state.picked_from) else ())
        told = completion.instead(folded, state)
        choices = choices or choosing.one_of_shown(told, state, self._catalogue)
        picked = choosing.pick_choice(told, choices, alone, self._words_of, state.clarified)
        side = self._side_of_broad(alone, state) if picked is None else None
        read = alone if picked is None else self._of_choice(choices[picked], alone)
        read = read if side is None else self._of_choice(alone.broad[side], alone)
        offered = choosing.offered_to(folded, state.choices, alone) if picked is None else ()
        first = language == "ja" and not (state.is_under_way or state.choices)
        said = {
            "either": self._matters.either(folded) if first else (),
            "several": self._matters.several(folded) if first else (),
            "offered": offered, "language": question.language or language, "style": question.style, "social": social,
            "choice": picked,
        }  # fmt: skip
        apart = self._read(f"{state.clarified}{text}") if offered else None
        sided = state.asked and choosing.points_at_side(folded) and not anaphora.has_subject(read)
        before = self._read(state.asked) if sided else None
        read = read.model_copy(update={**said, "apart": apart, "before": before})
        if claim and not read.divisions:
            read = anaphora.another_side(read, state, self._catalogue) or read
            return read.model_copy(update={"divisions": claim.divisions, "premise": claim})
        if social and anaphora.goes_on(read):
            read = read.model_copy(update={"social": None})
        elif social and not anaphora.has_subject(read):
            return read
        return anaphora.resolve(read, state, self._lexicon, self._catalogue)

    def _side_of_broad(self, alone: Understanding, state: ConversationState) -> int | None:
        """The reading of a broad word that its side tells, in a conversation (建物にかかるほうの税)."""
        told = turn_patterns()["side"].search(alone.text) if state.is_under_way and alone.subject_words else None
        several = told and len(alone.broad) > 1
        return choosing.pick_choice(alone.text, alone.broad, None, self._words_of) if several else None

    def _as_answered(self, alone: Understanding, state: ConversationState, language: Language) -> Understanding:
        """What the head of an answer says, where what is told behind it names what the plan does not know."""
        head = choosing.head_of_answer(alone.text) if state.choices and alone.absent_topics else ""
        read = self._read(self._in_japanese(head, language)) if head else alone
        return read if read.linked else alone

    def _of_choice(self, choice: Choice, alone: Understanding) -> Understanding:
        """The choice's own question, with what the answer asks of it (2番目の事業費は？)."""
        read = self._read(fold(choice.question))
        asks = alone.field not in (None, "division") and (not alone.topics or choosing.points_at_side(alone.text))
        # What was picked has one reading, even where its question holds the word that had several.
        settled = {"broad": (), "projects": choice.project_ids, "names_whole": True} if read.broad else {}
        own = "division" if settled else read.field
        attribute = None if choosing.only_tells(alone.text) else alone.attribute
        said = {"field": alone.field if asks else own, "years": alone.years, "attribute": attribute}
        return read.model_copy(update={**settled, **said})

    def _words_of(self, choice: Choice) -> tuple[str, str]:
        """What the plan prints of the projects that a choice leads to, and what people call their matters."""
        found = [project for project in map(self._catalogue.project, choice.project_ids) if project]
        printed = "".join(f"{project.name}{project.content}" for project in found)
        return printed, self._subjects.said_of(choice.project_ids)

    def _in_japanese(self, text: str, language: Language) -> str:
        return spelled_out(self._kana.rewrite(text)) if language == "ja" else self._glossary.to_japanese(text, language)

    def _first_with_subject(self, candidates: Sequence[str]) -> Understanding:
        """The first part of a long text that names something this plan or the vocabulary knows."""
        found = [self._read(text) for text in candidates[:1]]
        for text in candidates[1:]:
            known = set(found[0].subject_words) - set(found[0].unknown_words)
            if anaphora.has_subject(found[0]) or found[0].sets or known:
                break
            read = self._read(text)
            found = [read] if anaphora.has_subject(read) else found
        return found[0]

    def _read(self, text: str) -> Understanding:
        """What the text says by itself; nearly spelled names count only where nothing is spelled right."""
        text, silent_on = without_fact(text, self._lexicon.find(text))
        if silent_on:
            return self._read(text).model_copy(update={"silent_on": (silent_on,)})
        mentions = self._lexicon.find(text)
        if not any(mention.kind == "division" for mention in mentions):
            mentions = self._lexicon.find_misconverted(text) or mentions
        subject = self._subjects.find(without_unlisted(text, mentions, self._division_names), mentions)
        ending = None if mentions else self._lexicon.find_shared_ending(text)
        linked = self._subjects.linked(subject.topics)
        if ending and not (linked and ending.start > 0):
            mentions = [ending]
        elif not mentions and not subject.topics:
            heard = self._kana.heard(text)
            if heard:
                text = f"{'、'.join(heard)}、{text}"
                mentions, subject = self._lexicon.find(text), self._subjects.find(text, self._lexicon.find(text))
            else:
                mentions = self._nearly(text)
        read = self._value(text, mentions, subject)
        return read.model_copy(update={"parts": self._parts(text, mentions, read.absent_topics)})

    def _parts(self, text: str, mentions: Sequence[Mention], absent: Sequence[str]) -> tuple[Understanding, ...]:
        """The matters that stand side by side in the text; none where it names what the plan calls by that name.

        Nor where one of them is another body's in the whole text (給食費、引き落とし口座).
        """
        parts = () if mentions else tuple(self._read(part) for part in joined_parts(text))
        owned = any(part.linked and not set(absent).isdisjoint(part.topics) for part in parts)
        return parts if parts and not owned and are_apart(parts) else ()

    def _nearly(self, text: str) -> list[Mention]:
        best = max(self._lexicon.find_nearly(text), key=lambda mention: (mention.score, mention.kind), default=None)
        return [best] if best else []

    def _value(self, text: str, mentions: Sequence[Mention], subject: Subject) -> Understanding:
        mentions = with_parts(text, mentions, self._subjects.leading_words(subject.topics), self._catalogue)
        named = [self._catalogue.project(name) for name in _names(mentions, "project")]
        # A project's own name asks for nothing: 個人番号カード普及事業 is no question about a number.
        unnamed = reduce(lambda rest, project: rest.replace(fold(project.name), "") if project else rest, named, text)
        cues = without_setting(only_asked(find_cues("asks", without_labels(unnamed)), unnamed), unnamed)
        filters, mentions = described_set(text, cues, mentions, self._lexicon, self._catalogue)
        named_years = find_years(unnamed) or years_of_the_plan(unnamed, self._lexicon.years)
        years, outside = plan_years(named_years, self._lexicon.years)
        refers = find_cues("refers", text)
        divisions = _names(mentions, "division")
        related = _names(mentions, "related")
        unlisted = unlisted_divisions(text, mentions, self._division_names)
        absent, absent_last = self._subjects.split(subject, text)
        return Understanding(
            text=text, cues=cues, field=find_field(cues),
            operation=find_operation(cues, text), besides=find_besides(cues, text),
            projects=_names(mentions, "project"), divisions=divisions,
            names_whole=any(mention.full for mention in mentions if mention.kind == "project"),
            codes=find_codes(text, self._catalogue),
            years=tuple(years), years_outside=tuple(map(str, outside)),
            filters=None if filters == Filters() else filters,
            within=find_within(text, self._set_of), ratio=find_ratio(text, self._set_of),
            operands=() if is_bounded_by_others(filters, text) else self._operands(text, cues),
            premise=find_premise(text, divisions or related, mentions, unlisted) if "premise" in cues else None,
            counted=find_count(text), year_step=year_step(refers),
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
            unknown_words=subject.unknown_words,
        )  # fmt: skip

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
            return self._subjects.projects_of(subject.broad[0])
        return self._subjects.linked(known)

    def _choice(self, broad: BroadChoice) -> Choice:
        weights = self._subjects.projects_of(broad)
        best = max(weights.values())
        projects = tuple(project_id for project_id, weight in weights.items() if weight == best)
        found = [self._catalogue.project(project_id) for project_id in projects]
        divisions = tuple(dict.fromkeys(name for project in found if project for name in project.divisions))
        return Choice(label=broad.label, question=broad.question, divisions=divisions, project_ids=projects)


def _computes(read: Understanding) -> bool:
    """Whether a figure over a set is asked for, which needs no matter of its own (一番高いのはどれ)."""
    return read.operation not in (None, "list", "count")


def _names(mentions: Iterable[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mention in mentions if mention.kind == kind for name in mention.names))
