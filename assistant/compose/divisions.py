"""Sentences about the divisions themselves."""

from assistant.compose.corrections import correct, note_claimed
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import OfDivisions

_TWO = 2


class DivisionComposer:
    """Words lists and counts of divisions."""

    def __init__(self, wording: WordingBook) -> None:
        self._wording = wording

    def compose(self, draft: Draft, found: OfDivisions) -> None:
        """Add the lines for the divisions themselves."""
        if found.correction:
            draft.lines.append(correct(self._wording, found.correction, ()))
            note_claimed(draft, self._wording, found.correction)
        names = [division.name for division in found.divisions]
        sizes = {division.project_count for division in found.divisions}
        draft.lines.append(self._headline(draft, found, names))
        draft.computed |= {str(len(names)), *map(str, sizes)}
        draft.divisions = tuple(names)
        if found.number_alone:
            draft.lines[-1] += draft.cite_project(found.representatives[0])
            return
        self._rows(draft, found)
        if found.with_content:
            markers = [draft.cite_project(project) for project in found.representatives]
            quote = draft.citations[int(markers[0][1:-1]) - 1].quote
            draft.lines.append(self._wording.say("quote_each", quote=quote) + "".join(markers))
        draft.suggestions.append(self._wording.say("suggest_division", division=names[0]))

    def _headline(self, draft: Draft, found: OfDivisions, names: list[str]) -> str:
        """How many they are, or which have the most or the fewest projects."""
        sizes = {division.project_count for division in found.divisions}
        if found.rank > 1:
            few = "few" if found.operation == "smallest" else "many"
            draft.computed.add(str(found.rank))
            values = {"divisions": self._wording.join(names), "count": max(sizes), "rank": found.rank}
            return self._wording.say(f"divisions_nth_{few}", **values)
        if found.operation == "largest":
            tied = "divisions_tied" if len(names) > 1 else "divisions_largest"
            return self._wording.say(tied, divisions=self._wording.join(names), count=max(sizes))
        if found.operation == "smallest":
            return self._wording.say("divisions_smallest", n=len(names), count=min(sizes))
        if found.kind:
            return self._wording.say("divisions_of_kind", kind=found.kind, count=len(names))
        if found.operation == "ranking" and len(names) == _TWO:
            return self._against(draft, found)
        name = {"share": "divisions_sized", "ranking": "divisions_ranking"}.get(found.operation, "divisions_count")
        return self._wording.say(name, count=len(names))

    def _rows(self, draft: Draft, found: OfDivisions) -> None:
        """The divisions row by row; in an order those of the same size have the same place."""
        sizes = list(dict.fromkeys(division.project_count for division in found.divisions))
        rows = zip(found.divisions, found.representatives, strict=True)
        for number, (division, project) in enumerate(rows, 1):
            place = sizes.index(division.project_count) + 1 if found.operation == "ranking" else number
            row = self._wording.say("division_row", number=place, division=division.name, count=division.project_count)
            draft.lines.append(row + draft.cite_project(project))

    def _against(self, draft: Draft, found: OfDivisions) -> str:
        """Which of two divisions has more projects, and by how many."""
        more, fewer = found.divisions
        by = more.project_count - fewer.project_count
        draft.computed.add(str(by))
        if by == 0:
            return self._wording.say("divisions_equal", count=more.project_count)
        return self._wording.say("divisions_more", more=more.name, fewer=fewer.name, count=by)
