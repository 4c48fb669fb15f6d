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
        if found.rank > 1:
            few = "few" if found.operation == "smallest" else "many"
            values = {"divisions": self._wording.join(names), "count": max(sizes), "rank": found.rank}
            said = self._wording.say(f"divisions_nth_{few}", **values)
            draft.computed.add(str(found.rank))
        elif found.operation == "largest":
            said = self._wording.say("divisions_largest", divisions=self._wording.join(names), count=max(sizes))
        elif found.operation == "smallest":
            said = self._wording.say("divisions_smallest", n=len(names), count=min(sizes))
        elif found.operation == "share":
            said = self._wording.say("divisions_sized", count=len(names))
        elif found.operation == "ranking":
            said = self._wording.say("divisions_ranking")
        else:
            said = self._wording.say("divisions_count", count=len(names))
        draft.lines.append(said)
        if found.operation == "ranking" and len(names) == _TWO:
            draft.lines.append(self._against(draft, found))
        draft.computed |= {str(len(names)), *map(str, sizes)}
        for number, (division, project) in enumerate(zip(found.divisions, found.representatives, strict=True), 1):
            row = self._wording.say("division_row", number=number, division=division.name, count=division.project_count)
            draft.lines.append(row + draft.cite_project(project))
        draft.divisions = tuple(names)
        draft.suggestions.append(self._wording.say("suggest_division", division=names[0]))

    def _against(self, draft: Draft, found: OfDivisions) -> str:
        """Which of two divisions has more projects, and by how many."""
        more, fewer = found.divisions
        by = more.project_count - fewer.project_count
        draft.computed.add(str(by))
        if by == 0:
            return self._wording.say("divisions_equal", count=more.project_count)
        return self._wording.say("divisions_more", more=more.name, fewer=fewer.name, count=by)
