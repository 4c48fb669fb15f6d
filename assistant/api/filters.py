"""Which projects a catalogue request asks for."""

import re
import unicodedata
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.api.requests import Text
from assistant.understand import normalize
from corpus.catalogue import Catalogue
from corpus.records import Project

# Every stroke that people type between a code's numbers; NFKC folds only some of them to "-".
DASHES = re.compile(r"[\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501\u30fc\ufe58\ufe63\uff0d\uff70]")
Term = Annotated[Text, Field(max_length=1000)]


class ProjectFilter(BaseModel):
    """The query of ``GET /api/projects``; an empty value filters nothing."""

    model_config = ConfigDict(frozen=True)

    division: Term = Field("", description="所管課の名前")
    code: Term = Field("", description="事業CD（全角・長音・マイナス記号などの表記も可）")
    priority: bool | None = Field(None, description="true なら重点事業だけ、false ならそれ以外")
    q: Term = Field("", description="事業名・事業内容・所管課に含まれる語（空白で区切ると、すべてを含むもの）")
    limit: int = Field(1000, ge=0, le=10_000, description="返す件数の上限")
    offset: int = Field(0, ge=0, description="先頭から飛ばす件数")

    def select(self, catalogue: Catalogue) -> tuple[Project, ...]:
        """Every project that fits, in plan order, before ``limit`` and ``offset``."""
        return tuple(project for project in catalogue.projects if self._fits(project))

    def _fits(self, project: Project) -> bool:
        division, code = fold(self.division), fold_code(self.code)
        if division and division not in map(fold, project.divisions):
            return False
        if self.code.strip() and code != fold_code(project.code or ""):
            return False
        if self.priority is not None and project.priority != self.priority:
            return False
        words = unicodedata.normalize("NFKC", self.q).split()
        haystack = "\n".join(map(fold, (project.name, project.content, *project.divisions)))
        return all(fold(word) in haystack for word in words)


def fold(text: str) -> str:
    """The text as it is compared: NFKC, no case, no white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def fold_code(text: str) -> str:
    """A code as the plan's records write it: ``事業CD：０−２－１ー３`` → ``0-2-1-3``."""
    return re.sub(r"^事業(cd|コード)?:?", "", fold(normalize.fold(DASHES.sub("-", text))))
