"""Understands a question in its conversation: what it says by itself, what it picks, and what it refers to."""

from collections.abc import Sequence

from assistant.conversation import ConversationState
from assistant.understand import (
    anaphora,
    answering,
    asked_alone,
    at_hand,
    choosing,
    completion,
    going_back,
    same_question,
    so_far,
)
from assistant.understand.checked import checked_sounds
from assistant.understand.cues import is_social
from assistant.understand.ellipsis import without_topics
from assistant.understand.errands import without_set_aside
from assistant.understand.kana import KanaReader
from assistant.understand.kin import of_its_kind
from assistant.understand.languages import Glossary, detect_language
from assistant.understand.lexicon import Lexicon
from assistant.understand.machine import PROGRAMS, asked_in_code, is_code_alone
from assistant.understand.matters import Matters
from assistant.understand.normalize import fold
from assistant.understand.premise import without_talk
from assistant.understand.question import Premise, Understanding
from assistant.understand.reader import Reader
from assistant.understand.same_set import turn_patterns
from assistant.understand.sentence import asking_parts
from assistant.understand.sets import plainly
from assistant.understand.shown_again import shown_again
from assistant.understand.sounding import SoundingNames
from assistant.understand.subject import SubjectFinder
from assistant.understand.typed import Typed, TypedReader
from assistant.understand.vocabulary import spelled_out
from assistant.understand.whom import sentence_of_whom
from assistant.understand.words import reading
from corpus.catalogue import Catalogue
from corpus.records import Choice, Language, Question

# So many words of its own tell of a matter.
_TOLD = 2
_SEVERAL = 2


class Understander:
    """Understands questions about one catalogue."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, subjects: SubjectFinder) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon
        self._subjects = subjects
        names = [*(project.name for project in catalogue.projects), *lexicon.divisions]
        scheduled = (year for project in catalogue.projects for year in (project.schedule or {}).values())
        checked = checked_sounds(catalogue.documents, [*names, *subjects.places])
        items = [item for items in scheduled for item in items]
        spoken = {place: checked.get(place) or reading(place) for place in subjects.places}
        self._glossary = Glossary([*names, *lexicon.related], items, spoken)
        sounding = SoundingNames(names, checked)
        self._kana = KanaReader(sounding, subjects.places, checked)
        self._typed = TypedReader(catalogue, self._kana, sounding)
        self._reader = Reader(catalogue, lexicon, subjects, self._kana.heard)
        self._matters = Matters(catalogue, lexicon, self._reader.read, sounding)

    def understand(self, question: Question, state: ConversationState) -> Understanding:
        """What the question asks, with what it takes over from the conversation."""
        left, state = at_hand.left_by(state, self._catalogue), at_hand.with_near(state, self._catalogue)
        typed = self._typed.read(question.text, under_way=state.is_under_way)
        folded = asked_in_code(typed.asked) or typed.asked
        language = detect_language(folded)
        said = {"language": question.language or language, "style": question.style}
        if is_code_alone(folded):
            return Understanding(text=folded, attribute=PROGRAMS, **said)
        social = is_social(folded)
        again = shown_again(folded, state, self._reader.read)
        if again is not None:
            return again.model_copy(update=said)
        before = state.focus
        text, state, claim = self._continued(folded, state)
        left = left if state.focus == before else at_hand.left_by(state, self._catalogue)
        alone = self._alone(text, typed, language, state, plain_talk=not social)
        read = self._answered(folded, alone, state) or self._picked(folded, text, alone, state)
        several = {} if language != "ja" or state.choices else self._several(folded, going_on=state.is_under_way)
        read = read.model_copy(update={**said, **several, "social": social})
        found = self._in_talk(read, claim, state).model_copy(update={"at_hand": left})
        goes_on = left is not None or state.refused
        return self._beside(found, alone, claim, folded, state) if goes_on and not (social or state.choices) else found

    def _beside(
        self, read: Understanding, alone: Understanding, claim: Premise | None, folded: str, state: ConversationState
    ) -> Understanding:
        """What was read, with what a short question says by itself, and of the thing that was spoken of."""
        if read.language != "ja" or read.choice is not None or len(folded) > at_hand.LONGEST:
            return read
        sure = (alone.linked and not alone.broad) or alone.projects or alone.codes
        text = "" if sure else at_hand.with_thing(alone.text, state, read.at_hand, self._catalogue)
        of_thing = self._reader.read(text) if text else None
        also = claim is not None or at_hand.asks_also(folded)
        return read.model_copy(update={"alone": alone, "of_thing": of_thing, "also": also})

    def _continued(self, folded: str, state: ConversationState) -> tuple[str, ConversationState, Premise | None]:
        """The question in full, the state that it goes back to, and what it claims of another division."""
        asked, state = asked_alone.once_more(plainly(without_talk(folded)), state)
        asked, state = completion.back_at_list(asked, state)
        asked, state = so_far.taken_so_far(so_far.divisions_counted(asked, state), state)
        asked, state = going_back.back_at_matter(asked, state, self._reader.read)
        asked, state = completion.another_part(completion.held_out(asked, state), state)
        asked, state = completion.another_whole(asked, state)
        asked, state = same_question.of_another_kind(*same_question.in_another_year(asked, state))
        asked, state = same_question.of_another(asked, state)
        asked, claim = completion.also_there(asked, state)
        return without_set_aside(completion.in_full(asked, state)), state, claim

    def _alone(
        self, text: str, typed: Typed, language: Language, state: ConversationState, *, plain_talk: bool
    ) -> Understanding:
        """What the question says by itself; ``plain_talk`` where it is no mere courtesy."""
        parts = asking_parts(text)
        if not state.is_under_way:  # どこに言えばいいですか。側溝が詰まっています: the matter may come behind
            of_plan = turn_patterns()["span_of_plan"].search(typed.asked)  # in full, nothing is left to come behind
            parts = list(dict.fromkeys([*parts, text if of_plan else plainly(typed.asked)]))
        alone = self._first_with_subject([self._in_japanese(part, language) for part in parts])
        if typed.whole != typed.asked and not (alone.subject_words or anaphora.has_subject(alone) or _computes(alone)):
            alone = self._first_with_subject([alone.text, self._in_japanese(plainly(typed.whole), language)])
        alone = self._as_answered(alone if language != "ja" else self._as_asked(alone, text), state, language)
        if language == "ja" and plain_talk and not state.choices:
            alone = self._matters.alone(alone, going_on=state.is_under_way, whole=plainly(typed.whole))
        return alone if state.choices else of_its_kind(alone, state, self._catalogue, self._reader.read)

    def _answered(self, folded: str, alone: Understanding, state: ConversationState) -> Understanding | None:
        """What is read of an answer that takes several of the choices or leaves them open; None of any other."""
        told, choices = completion.instead(folded, state), state.choices

        def pick(part: str) -> int | None:
            return choosing.pick_choice(part, choices, self._reader.read(part), self._words_of, state.clarified)

        places = answering.several_of(told, choices, alone, pick)
        taken = [choices[place] for place in places]
        if taken and (len(taken) == 1 or not (answering.leaves_out(told) or answering.cannot_tell(told))):
            return self._of_choices(taken, alone).model_copy(update={"choice": places[0]})
        left = taken or (choices if answering.leaves_open(told, alone) and pick(told) is None else ())
        return Understanding(text=state.clarified, again=tuple(left)) if left else None

    def _picked(self, folded: str, text: str, alone: Understanding, state: ConversationState) -> Understanding:
        """What is read of a choice that the question takes, of a side of what was asked, or else what it says alone."""
        choices = state.choices or (state.picked_from if choosing.picks_again(folded, state.picked_from) else ())
        told = turn_patterns()["takes_back"].sub("", completion.instead(folded, state))
        choices = choices or choosing.one_of_shown(told, state, self._catalogue)
        picked = choosing.pick_choice(told, choices, alone, self._words_of, state.clarified)
        side = self._side_of_broad(alone, state) if picked is None else None
        read = alone if picked is None else self._of_choice(choices[picked], alone)
        read = read if side is None else self._of_choice(alone.broad[side], alone)
        offered = choosing.offered_to(folded, state.choices, alone) if picked is None else ()
        apart = self._reader.read(f"{state.clarified}{text}") if offered else None
        sided = state.asked and choosing.points_at_side(folded) and not anaphora.has_subject(read)
        before = self._reader.read(state.asked) if sided else None
        return read.model_copy(update={"choice": picked, "offered": offered, "apart": apart, "before": before})

    def _several(self, folded: str, *, going_on: bool) -> dict[str, tuple[Understanding, ...]]:
        """The claims that a question pairs up, or the names between which it wavers and the matters it takes up.

        Claims may come up within a conversation too; the others only begin one.
        """
        pairs = self._matters.pairs(folded)
        if pairs or going_on:
            return {"pairs": pairs}
        either = self._matters.either(folded, self._in_japanese(folded, "ja"))
        return {"either": either, "several": self._matters.several(folded)}

    def _in_talk(self, read: Understanding, claim: Premise | None, state: ConversationState) -> Understanding:
        """What was read, with what it takes over from what was spoken of."""
        if claim and not read.divisions:
            read = anaphora.another_side(read, state, self._catalogue) or read
            return read.model_copy(update={"divisions": claim.divisions, "premise": claim})
        if read.social and anaphora.goes_on(read):
            read = read.model_copy(update={"social": None})
        elif read.social and not anaphora.has_subject(read):
            return read
        return anaphora.resolve(read, state, self._lexicon, self._catalogue)

    def _side_of_broad(self, alone: Understanding, state: ConversationState) -> int | None:
        """The reading of a broad word that its side tells, in a conversation (建物にかかるほうの税)."""
        told = turn_patterns()["side"].search(alone.text) or choosing.points_at_side(alone.text)
        if not (told and state.is_under_way and alone.subject_words) or len(alone.broad) < _SEVERAL:
            return None
        own = choosing.pick_choice(alone.text, alone.broad, None, self._words_of)
        return choosing.of_the_same(state.said, alone.broad) if own is None else own

    def _as_asked(self, alone: Understanding, text: str) -> Understanding:
        """The sentence that asks who handles something by itself, where what is told before it misleads.

        That is where the whole leads to nothing of the plan, and the sentence does, or says it in several words.
        """
        asked = sentence_of_whom(text)
        misled = alone.absent_topics and (alone.absent_last or not alone.linked)
        if not (asked and misled) or alone.broad or alone.projects or alone.divisions or alone.codes:
            return alone
        read = self._reader.read(self._in_japanese(asked, "ja"))
        if read.linked:
            owned = not set(read.topics).isdisjoint(alone.absent_topics)  # another body's, as what is told says
            return alone if owned or read.broad or read.absent_topics or read.filters else read
        return read if len(read.subject_words) >= _TOLD and not alone.linked else alone

    def _as_answered(self, alone: Understanding, state: ConversationState, language: Language) -> Understanding:
        """What the head of an answer says, where what is told behind it names what the plan does not know."""
        head = choosing.head_of_answer(alone.text) if state.choices and alone.absent_topics else ""
        read = self._reader.read(self._in_japanese(head, language)) if head else alone
        return read if read.linked else alone

    def _of_choice(self, choice: Choice, alone: Understanding) -> Understanding:
        """The choice's own question, with what the answer asks of it (2番目の事業費は？)."""
        read = self._reader.read(fold(choice.question))
        asks = alone.field not in (None, "division") and (not alone.topics or choosing.points_at_side(alone.text))
        # What was picked has one reading, even where its question holds the word that had several.
        settled = {"broad": (), "projects": choice.project_ids, "names_whole": True} if read.broad else {}
        own = "division" if settled else read.field
        attribute = None if choosing.only_tells(alone.text) else alone.attribute
        said = {"field": alone.field if asks else own, "years": alone.years, "attribute": attribute}
        return read.model_copy(update={**settled, **said})

    def _of_choices(self, choices: Sequence[Choice], alone: Understanding) -> Understanding:
        """The questions of all the choices taken together: of their projects, or of their divisions."""
        read = self._of_choice(choices[0], alone)
        projects = tuple(dict.fromkeys(name for choice in choices for name in choice.project_ids))
        if len(choices) == 1 or not projects:
            divisions = tuple(dict.fromkeys(name for choice in choices for name in choice.divisions))
            return read.model_copy(update={"divisions": divisions}) if len(choices) > 1 else read
        several = {"projects": projects, "names_whole": True, "divisions": (), "codes": (), "operation": None}
        return without_topics(read).model_copy(update={**several, "filters": None, "texts": (), "premise": None})

    def _words_of(self, choice: Choice) -> tuple[str, str]:
        """What the plan prints of the projects that a choice leads to, and what people call their matters."""
        found = [project for project in map(self._catalogue.project, choice.project_ids) if project]
        printed = "".join(f"{project.name}{project.content}" for project in found)
        return printed, self._subjects.said_of(choice.project_ids)

    def _in_japanese(self, text: str, language: Language) -> str:
        return spelled_out(self._kana.rewrite(text)) if language == "ja" else self._glossary.to_japanese(text, language)

    def _first_with_subject(self, candidates: Sequence[str]) -> Understanding:
        """The first part of a long text that names something this plan or the vocabulary knows."""
        found = [self._reader.read(text) for text in candidates[:1]]
        for text in candidates[1:]:
            known = set(found[0].subject_words) - set(found[0].unknown_words)
            if anaphora.has_subject(found[0]) or found[0].sets or known:
                break
            read = self._reader.read(text)
            found = [read] if anaphora.has_subject(read) else found
        return found[0]


def _computes(read: Understanding) -> bool:
    """Whether a figure over a set is asked for, which needs no matter of its own (一番高いのはどれ)."""
    return read.operation not in (None, "list", "count")
