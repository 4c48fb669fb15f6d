"""Words a finding as an answer, without any language model: the default, and the ground truth of every other."""

from collections.abc import Sequence

from assistant.compose.about import AboutComposer
from assistant.compose.claims import ClaimComposer
from assistant.compose.divisions import DivisionComposer
from assistant.compose.draft import Draft, first_place
from assistant.compose.sets import SetComposer
from assistant.compose.steps import StepComposer
from assistant.compose.terms import compose_term
from assistant.compose.texts import TextComposer
from assistant.compose.wording_book import WordingBook, load_wording
from assistant.look_up.findings import (
    About,
    Absent,
    Finding,
    Items,
    OfClaims,
    OfDivisions,
    OfPair,
    OfSet,
    OfSets,
    OfSteps,
    OfTerm,
    OfText,
    Unclear,
)
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Choice, Edition, Project

# What this plan is at all, as the question asks (cues.yaml).
_ABOUT_PLAN = "about_plan"
# More projects that lack what is asked for are counted, not named.
_MOST_NAMED = 6
# Of the matter of a fact that is not printed so many near topics are named.
_NEAR = 2


class Composer:
    """Composes answers from one catalogue; the same finding always gives the same words."""

    def __init__(self, catalogue: Catalogue, edition: Edition) -> None:
        self._catalogue = catalogue
        self._edition = edition

    def compose(self, read: Understanding, finding: Finding) -> Draft:
        """The answer's draft in the language and style that were asked for."""
        wording = load_wording(read.language, read.style if read.language == "ja" else "standard")
        draft = Draft(self._catalogue)
        self._word(draft, finding, wording, read.spoken)
        if read.silent_on and draft.status == "answered":
            draft.lines.append(
                wording.say("silent_on", matters=wording.join([wording.named(fact) for fact in read.silent_on]))
            )
        draft.suggestions = list(dict.fromkeys(draft.suggestions))[:3]
        return draft

    def _word(self, draft: Draft, finding: Finding, wording: WordingBook, spoken: Sequence[str] = ()) -> None:
        """Add the lines of one finding."""
        about = AboutComposer(wording, self._edition.period, spoken)
        match finding:
            case OfClaims():
                ClaimComposer(wording, lambda one, found: self._word(one, found, wording)).compose(draft, finding)
            case About():
                about.compose(draft, finding)
            case Items():
                about.items(draft, finding)
            case OfSet() | OfSets() | OfPair():
                SetComposer(wording, about).compose(draft, finding)
            case OfSteps():
                StepComposer(wording, about).compose(draft, finding)
            case OfDivisions() | OfTerm():
                _rows(draft, finding, wording)
            case OfText():
                TextComposer(wording, self._catalogue, self._edition).compose(draft, finding)
            case Unclear():
                _unclear(draft, finding, wording)
            case Absent():
                self._absent(draft, finding, wording)

    def covers(self, wording: WordingBook) -> list[str]:
        """What the plan does speak of; and how to reach the city, where a document's manifest says it."""
        edition, documents = self._edition, self._catalogue.documents
        count = len(self._catalogue.projects)
        contacts = dict.fromkeys(" ".join(document.contact.split()) for document in documents)
        return [
            wording.say("covers", title=edition.title, period=edition.period, count=count),
            *(wording.say("contact", contact=contact) for contact in contacts if contact),
        ]

    def _absent(self, draft: Draft, found: Absent, wording: WordingBook) -> None:
        draft.status = "not_found"
        if found.reason == "social":
            draft.lines += self.covers(wording) if found.detail == _ABOUT_PLAN else [wording.say(found.detail)]
            draft.suggestions.append(wording.say("suggest_priority"))
            return
        draft.lines.append(self._why(found, wording))
        if found.around is not None:
            draft.lines.append(TextComposer(wording, self._catalogue, self._edition).beside(draft, found.around))
        draft.lines.append(self._what_bears(draft, found, wording) or self._what_else(found, wording))
        draft.lines += self.covers(wording)
        draft.focus = tuple(project.id for project in found.projects)
        draft.divisions = (
            tuple(dict.fromkeys(name for project in found.projects for name in project.divisions)) or found.divisions
        )
        draft.nearest = tuple(_topic(project, wording) for project in found.nearest)
        draft.suggestions.append(wording.say("suggest_divisions"))

    def _why(self, found: Absent, wording: WordingBook) -> str:
        subject = wording.join([*found.divisions, *(project.name for project in found.projects)][:3])
        names = wording.join([project.name for project in found.projects]) or wording.join(found.divisions)
        if len(found.projects) > _MOST_NAMED:
            names = wording.say("so_many_projects", count=len(found.projects))
        publisher = self._catalogue.documents[0].publisher or self._edition.title
        name = f"absent_{found.reason}"
        if found.reason == "attribute" and subject and not found.whole:
            name = "absent_attribute_of"
        if found.asked_openly:
            name = "absent_unknown"
        if found.reason == "empty_set" and found.divisions:
            name = "absent_together"
        field = wording.field(found.field) if found.field else ""
        return wording.say(
            name, detail=wording.named(found.detail), subject=subject, names=names, field=field, publisher=publisher,
            period=self._edition.period,
        )  # fmt: skip

    def _what_bears(self, draft: Draft, found: Absent, wording: WordingBook) -> str:
        """What the plan does print of the one matter that is claimed of, so that nobody takes it for the claim."""
        if found.reason != "claim" or len(found.nearest) != 1 or not found.nearest[0].content:
            return ""
        (project,) = found.nearest
        marker = draft.cite_project(project)
        quote, divisions = (
            draft.citations[-1].quote,
            AboutComposer(wording, self._edition.period).fields.divisions(project),
        )
        return wording.say("claim_bears", name=project.name, divisions=divisions, quote=quote) + marker

    def _what_else(self, found: Absent, wording: WordingBook) -> str:
        """Something near that is clearly not the answer."""
        if found.reason == "code" and found.nearest:
            near = [f"{project.code}（{project.name}）" for project in found.nearest]
            return wording.say("absent_code_near", near=wording.join(near))
        if found.reason == "division" and found.divisions:
            return wording.say("absent_division_near", near=wording.join(found.divisions))
        if found.branches:
            return wording.say("branches_serve", branches=wording.join(self._served(found.branches)))
        whom = found.reason == "attribute" and not (found.projects or found.divisions)  # of use, though it is no answer
        if (whom or found.reason in ("unknown", "claim")) and found.nearest:
            offered = self._with_twins(found.nearest[: _NEAR if whom else None])
            topics = [_near(one, wording, with_divisions=not found.no_errand) for one in offered]
            return wording.say("nearest", names=wording.join(topics))
        return ""

    def _with_twins(self, offered: Sequence[Project]) -> list[Project]:
        """The projects, with those of which the plan prints the same (all branch offices, and not two of them)."""
        contents = {project.content for project in offered if project.content}
        alike = [project for project in self._catalogue.projects if project.content in contents]
        return list({project.id: project for project in (*offered, *sorted(alike, key=first_place))}.values())

    def _served(self, branches: tuple[str, ...]) -> list[str]:
        """Each branch office with the parts of the city that it serves, where a person has noted them."""
        places: dict[str, list[str]] = {name: [] for name in branches}
        for document in self._catalogue.documents:
            for place, division in document.places.items():
                places.get(division, []).append(place)
        return [f"{name}（{'・'.join(found)}）" if found else name for name, found in places.items()]


def _near(project: Project, wording: WordingBook, *, with_divisions: bool) -> str:
    """A near topic; with its divisions, where it is of use to ask there."""
    if not with_divisions:
        return f"「{project.name}」"
    return wording.say("near_topic", name=project.name, divisions=wording.join(project.divisions))


def _rows(draft: Draft, found: OfDivisions | OfTerm, wording: WordingBook) -> None:
    """The divisions, or what stands under a heading, row by row."""
    if isinstance(found, OfTerm):
        compose_term(draft, found, wording)
    else:
        DivisionComposer(wording).compose(draft, found)


def _topic(project: Project, wording: WordingBook) -> Choice:
    question = wording.say("suggest_content", name=project.name)
    return Choice(label=project.name, question=question, divisions=project.divisions, project_ids=(project.id,))


def _worded(choice: Choice, wording: WordingBook) -> Choice:
    """The choice in the answer's language; what it asks keeps the Japanese words, which the plan is searched by."""
    label = wording.named(choice.label)
    before, after = load_wording("ja", "standard").say("choice_question", words="\n").split("\n")
    words = choice.question.removeprefix(before).removesuffix(after)
    if label == choice.label or words == choice.question:
        return choice
    return choice.model_copy(update={"label": label, "question": wording.say("choice_question", words=words)})


def _unclear(draft: Draft, found: Unclear, wording: WordingBook) -> None:
    draft.status = "clarify"
    draft.choices = tuple(_worded(choice, wording) for choice in found.choices)
    draft.lines.append(wording.say("unclear"))
    for number, choice in enumerate(draft.choices, 1):
        divisions = wording.join(choice.divisions)
        draft.lines.append(wording.say("choice", number=number, label=choice.label, divisions=divisions))
