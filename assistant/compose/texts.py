"""Words what the plan says around its tables: sentences, principles, totals, lists of costs, dates of plans."""

import re

from assistant.compose.corrections import correct, note_claimed
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.expenses import KIND as EXPENSE
from assistant.look_up.findings import OfText
from assistant.look_up.texts import listed_items
from corpus.catalogue import Catalogue
from corpus.records import Edition, Passage

_TARGET = re.compile(r"\d{1,2}\.[0-9a-z]{1,2}")
_AMOUNT = re.compile(r"([0-9０-９][0-9０-９,，]*)\s*百万円")


class TextComposer:
    """Words one kind of passage after another; every line carries the place that it stands on."""

    def __init__(self, wording: WordingBook, catalogue: Catalogue, edition: Edition) -> None:
        self._wording = wording
        self._catalogue = catalogue
        self._edition = edition
        self._kinds = {
            "total_cost": self._total, "total_per_year": self._per_year, "cost_items": self._items,
            "sdgs_targets": self._targets, "principles": self._principles, "plan_dates": self._dates,
            "plan_period": self._period, EXPENSE: self._expense,
        }  # fmt: skip

    def compose(self, draft: Draft, found: OfText) -> None:
        """Add the finding's lines to the draft."""
        if found.correction:
            draft.lines.append(correct(self._wording, found.correction, ()))
            note_claimed(draft, self._wording, found.correction)
        self._kinds.get(found.kind, self._sentences)(draft, found)
        draft.suggestions.append(self._wording.say("suggest_priority"))

    def beside(self, draft: Draft, found: OfText) -> str:
        """What the text does say, beside what it does not: told as such, so that nobody takes it for the answer."""
        if found.kind == EXPENSE:
            return self._of_expense(draft, found)
        quoted = "".join(
            f"「{quote}」{draft.cite_passage(passage, quote)}"
            for passage, quote in zip(found.passages, found.quotes, strict=True)
        )
        return self._wording.say("text_bears", quotes=quoted)

    def _expense(self, draft: Draft, found: OfText) -> None:
        draft.lines += [self._of_expense(draft, found), self._wording.say("expense_unsaid")]

    def _of_expense(self, draft: Draft, found: OfText) -> str:
        """That the expenses are within the total, with the place where they are listed."""
        named = "」「".join(found.quotes)
        return self._wording.say("expense", item=named) + draft.cite_passage(found.passages[0])

    def _total(self, draft: Draft, found: OfText) -> None:
        passage = found.passages[0]
        amount = self._wording.amount(_million(passage))
        draft.computed.add(amount)
        part = next((p.text for p in self._catalogue.passages if p.field == "part"), self._edition.title)
        name = re.sub(r"^[（(].+?[）)]\s*", "", part)
        said = self._wording.say("total_cost", part=name, amount=amount, years=len(self._years()) or 3)
        draft.lines.append(said + draft.cite_passage(passage))

    def _per_year(self, draft: Draft, found: OfText) -> None:
        """The total, and what it comes to in a year, said to be computed."""
        self._total(draft, found)
        years = len(self._years())
        if not years:
            return
        yearly = self._wording.amount(round(_million(found.passages[0]) / years, 2))
        total = f"{_million(found.passages[0]):,}"
        draft.computed.add(yearly)
        draft.lines.append(self._wording.say("total_per_year", amount=yearly, total=total, years=years))

    def _items(self, draft: Draft, found: OfText) -> None:
        passage = found.passages[0]
        mark = draft.cite_passage(passage)
        if found.items:
            named = "」「".join(found.items)
            said = "cost_items_denied" if found.denied else "cost_items_has"
            draft.lines.append(self._wording.say(said, item=named) + mark)
        elif found.denied:
            draft.lines.append(self._wording.say("cost_items_lacks") + mark)
        count = len(listed_items(passage))
        draft.computed.add(str(count))
        draft.lines.append(self._wording.say("cost_items"))
        draft.lines.append(self._wording.say("cost_items_count", count=count) + mark)
        draft.lines.append(f"「{passage.text}」{mark}")

    def _targets(self, draft: Draft, found: OfText) -> None:
        targets = [target for passage in found.passages for target in _TARGET.findall(passage.text)]
        draft.computed.add(str(len(targets)))
        said = self._wording.say("sdgs_targets", targets=self._wording.join(targets), count=len(targets))
        draft.lines.append(said + draft.cite_passage(found.passages[0]))

    def _principles(self, draft: Draft, found: OfText) -> None:
        count = len(found.passages)
        draft.lines.append(self._wording.say("principles", section=found.passages[0].section, count=count))
        draft.lines += [passage.title + draft.cite_passage(passage, passage.title) for passage in found.passages]

    def _dates(self, draft: Draft, found: OfText) -> None:
        draft.lines.append(self._wording.say("sentence"))
        draft.lines += self._quoted(draft, found)

    def _period(self, draft: Draft, found: OfText) -> None:
        years = self._years()
        said = self._wording.say("plan_period", first=years[0], last=years[-1], years=len(years))
        draft.lines.append(said + draft.cite_passage(found.passages[0]))

    def _sentences(self, draft: Draft, found: OfText) -> None:
        """The sentences that answer, each principle's below its title."""
        titles = {passage.title for passage in found.passages if passage.field == "principle"}
        if found.kind != "sentence" or not titles:
            draft.lines.append(self._wording.say(found.kind))
        quotes = found.quotes or tuple(passage.text for passage in found.passages)
        for passage, quote in zip(found.passages, quotes, strict=True):
            if passage.title in titles:
                titles.remove(passage.title)
                draft.lines.append(self._wording.say("under_title", title=passage.title))
            draft.lines.append(f"「{quote}」{draft.cite_passage(passage, quote)}")

    def _quoted(self, draft: Draft, found: OfText) -> list[str]:
        pairs = zip(found.passages, found.quotes, strict=True)
        return [f"{quote}{draft.cite_passage(passage, quote)}" for passage, quote in pairs]

    def _years(self) -> list[str]:
        """The plan's years, as its schedules print them, in order."""
        return list(dict.fromkeys(year for project in self._catalogue.projects for year in project.schedule or {}))


def _million(passage: Passage) -> int:
    amount = _AMOUNT.search(passage.text)
    return int(amount[1].replace(",", "").replace("，", "")) if amount else 0
