"""Words a finding as an answer, without any language model: the default, and the ground truth of every other."""

import re
from collections.abc import Sequence

from assistant.compose.about import AboutComposer, correct
from assistant.compose.draft import Draft, first_sentence
from assistant.compose.sets import SetComposer
from assistant.compose.wording_book import WordingBook, load_wording
from assistant.look_up.findings import About, Absent, Finding, Items, OfDivisions, OfSet, OfSets, OfText, Unclear
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Edition, Passage

_TARGET = re.compile(r"\d{1,2}\.[0-9a-z]{1,2}")
_AMOUNT = re.compile(r"([0-9０-９][0-9０-９,，]*)\s*百万円")


class Composer:
    """Composes answers from one catalogue; the same finding always gives the same words."""

    def __init__(self, catalogue: Catalogue, edition: Edition) -> None:
        self._catalogue = catalogue
        self._edition = edition

    def compose(self, read: Understanding, finding: Finding) -> Draft:
        """The answer's draft in the language and style that were asked for."""
        wording = load_wording(read.language, read.style if read.language == "ja" else "standard")
        draft = Draft(self._catalogue)
        about = AboutComposer(wording, self._edition.period)
        match finding:
            case About():
                about.compose(draft, finding)
            case Items():
                about.items(draft, finding)
            case OfSet():
                SetComposer(wording, about).compose(draft, finding)
            case OfSets():
                SetComposer(wording, about).compose_each(draft, finding)
            case OfDivisions():
                SetComposer(wording, about).divisions(draft, finding)
            case OfText():
                self._text(draft, finding, wording)
            case Unclear():
                _unclear(draft, finding, wording)
            case Absent():
                self._absent(draft, finding, wording)
        draft.suggestions = list(dict.fromkeys(draft.suggestions))[:3]
        return draft

    def _text(self, draft: Draft, found: OfText, wording: WordingBook) -> None:
        first = found.passages[0]
        if found.correction:
            draft.lines.append(correct(wording, found.correction, ()))
            draft.computed |= set(found.correction.claimed)
        if found.item:
            draft.lines.append(wording.say("cost_items_has", item=found.item) + draft.cite_passage(first))
        if found.kind == "total_cost":
            amount = _AMOUNT.search(first.text)
            million = int(amount[1].replace(",", "").replace("，", "")) if amount else 0
            draft.computed.add(wording.amount(million))
            part = next((p.text for p in self._catalogue.passages if p.field == "part"), self._edition.title)
            name = re.sub(r"^[（(].+?[）)]\s*", "", part)
            said = wording.say("total_cost", part=name, amount=wording.amount(million), years=self._year_count())
            draft.lines.append(said + draft.cite_passage(first))
        elif found.kind == "sdgs_targets":
            targets = [target for passage in found.passages for target in _TARGET.findall(passage.text)]
            draft.lines.append(wording.say("sdgs_targets", targets=wording.join(targets)) + draft.cite_passage(first))
        elif found.kind == "principles":
            draft.lines.append(wording.say("principles", section=first.section))
            draft.lines += [passage.title + draft.cite_passage(passage, passage.title) for passage in found.passages]
        else:
            self._sentences(draft, found, wording)
        draft.suggestions.append(wording.say("suggest_priority"))

    def _sentences(self, draft: Draft, found: OfText, wording: WordingBook) -> None:
        draft.lines.append(wording.say(found.kind))
        if found.kind == "cost_items":
            count = len(found.passages[0].text.split("\u3002 ")[-1].split())
            draft.computed.add(str(count))
            draft.lines.append(wording.say("cost_items_count", count=count) + draft.cite_passage(found.passages[0]))
        for passage in found.passages:
            for quote in _quotes(passage, found.focus if found.kind == "sentence" else ()):
                draft.lines.append(f"「{quote}」{draft.cite_passage(passage, quote)}")

    def _year_count(self) -> int:
        return len({year for project in self._catalogue.projects for year in project.schedule or {}}) or 3

    def _absent(self, draft: Draft, found: Absent, wording: WordingBook) -> None:
        draft.status = "not_found"
        if found.reason == "social":
            draft.lines.append(wording.say(found.detail))
            draft.suggestions.append(wording.say("suggest_priority"))
            return
        draft.lines.append(self._why(found, wording))
        draft.lines.append(self._what_else(found, wording))
        draft.lines.append(
            wording.say(
                "covers", title=self._edition.title, period=self._edition.period, count=len(self._catalogue.projects)
            )
        )
        draft.focus = tuple(project.id for project in found.projects)
        draft.divisions = (
            tuple(dict.fromkeys(name for project in found.projects for name in project.divisions)) or found.divisions
        )
        draft.suggestions += [wording.say("suggest_content", name=project.name) for project in found.nearest[:2]]
        draft.suggestions.append(wording.say("suggest_divisions"))

    def _why(self, found: Absent, wording: WordingBook) -> str:
        subject = wording.join([*found.divisions, *(project.name for project in found.projects)][:3])
        names = wording.join([project.name for project in found.projects[:6]]) or wording.join(found.divisions)
        publisher = self._catalogue.documents[0].publisher or self._edition.title
        name = f"absent_{found.reason}"
        if found.reason == "attribute" and subject:
            name = "absent_attribute_of"
        field = wording.field(found.field) if found.field else ""
        return wording.say(
            name, detail=found.detail, subject=subject, names=names, field=field, publisher=publisher,
            period=self._edition.period,
        )  # fmt: skip

    def _what_else(self, found: Absent, wording: WordingBook) -> str:
        """Something near that is clearly not the answer."""
        if found.reason == "code" and found.nearest:
            near = [f"{project.code}（{project.name}）" for project in found.nearest]
            return wording.say("absent_code_near", near=wording.join(near))
        if found.reason == "division" and found.divisions:
            return wording.say("absent_division_near", near=wording.join(found.divisions))
        if found.reason == "unknown" and found.nearest:
            names = [f"「{project.name}」" for project in found.nearest]
            return wording.say("nearest", names=wording.join(names))
        return ""


def _quotes(passage: Passage, focus: Sequence[str]) -> list[str]:
    """The sentences of the passage that hold a word of the focus; the whole passage where none does."""
    rest, sentences = passage.text, []
    while rest:
        sentence = first_sentence(rest)
        sentences.append(sentence.strip())
        rest = rest[len(sentence) :]
    words = [key(word) for word in focus]
    chosen = [sentence for sentence in sentences if any(word in key(sentence) for word in words)]
    return chosen or [passage.text]


def _unclear(draft: Draft, found: Unclear, wording: WordingBook) -> None:
    draft.status = "clarify"
    draft.choices = found.choices
    draft.lines.append(wording.say("unclear"))
    for number, choice in enumerate(found.choices, 1):
        divisions = wording.join(choice.divisions)
        draft.lines.append(wording.say("choice", number=number, label=choice.label, divisions=divisions))
