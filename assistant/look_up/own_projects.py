"""What a division's own projects say: a duty that one of them carries by name, or a thing that its content prints."""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import About
from assistant.understand.normalize import key
from assistant.understand.question import FieldName, Understanding
from assistant.understand.vocabulary import load_generic_words
from corpus.catalogue import Catalogue
from corpus.records import Project

_ENDING = re.compile("等?(?:管理|運営|推進|整備|実施)*(?:事業|事務|業務)$")
# The duty behind the division's name: 〇〇課の検査, 〇〇課がやっている検査.
_DUTY = "の(?:行う|やる|する)?(?P<duty>[一-龥ァ-ヴー]{2,10})"
# A thing asked for by its kind (何という計画, どんなシステム), not a division or a project.
_KIND = re.compile(
    "(?:(?:何|なん|なに|どう)(?:と[い言]う)(?:名前の|名称の)?|どんな|どのような|(?:どの|何の|なんの)(?!課|事))"
    "(?!課|部署|事業|事務|仕事|業務|取組|取り組|こと|もの|内容|役割|予定|会計|年|とき|場合|手続)(?P<kind>[一-龥ァ-ヴー]{2,8})"
    "|(?<=[るたの])(?P<thing>[一-龥ァ-ヴー]{2,8})(?:に)?(?:は|って)、?(?:何|なん|なに|どんな|どう[い言]う)"
)
_MOST = 2
_OF_CONTENT: tuple[FieldName | None, ...] = (None, "content", "division")


class OwnProjects:
    """Finds which of a division's projects a question is about that names the division alone."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._evidence = evidence

    def find(self, read: Understanding) -> About | None:
        """What that project's content says."""
        others = read.projects or read.filters or read.codes or read.years or read.inherited
        if len(read.divisions) != 1 or others or read.field not in _OF_CONTENT or _claims(read):
            return None
        own = self._catalogue.of_division(read.divisions[0])
        of_duty = () if read.operation else self._of_duty(read, own)
        found = of_duty or (self._of_kind(read, own) if read.operation in (None, "list") else ())
        elsewhere = read.linked and not any(project.id in read.linked for project in found)
        return About(projects=found, field="content") if found and not elsewhere else None

    def _of_duty(self, read: Understanding, own: Sequence[Project]) -> tuple[Project, ...]:
        """The one project that carries by name the duty that is asked of the division (〇〇課の検査とは)."""
        name = key(read.divisions[0])
        said = re.search(f"{re.escape(name)}{_DUTY}", key(read.text))
        if said is None or said["duty"] in load_generic_words():
            return ()
        heads = [(key(_ENDING.sub("", project.name)), project) for project in own]
        named = [project for head, project in heads if head.startswith(said["duty"]) or head.endswith(said["duty"])]
        return tuple(named) if len(named) == 1 else ()

    def _of_kind(self, read: Understanding, own: Sequence[Project]) -> tuple[Project, ...]:
        """The project, or two, whose content prints the thing asked for by its kind, with most of the other words."""
        asked = _KIND.search(read.text)
        if asked is None or asked["thing"] in load_generic_words():
            return ()
        kind = asked["kind"] or asked["thing"]
        printing = [project for project in own if key(kind) in key(project.content)]
        words = [word for word in read.subject_words if word not in kind and word not in read.divisions[0]]
        fits = [self._evidence.coverage(words, key(project.name + project.content)) for project in printing]
        best = tuple(project for project, fit in zip(printing, fits, strict=True) if fit == max(fits))
        return best if len(best) <= _MOST else ()


def _claims(read: Understanding) -> bool:
    """Whether the question states something to be confirmed, and asks for nothing (何という〜 asks)."""
    told = read.premise is not None and not read.premise.open
    return told and not _KIND.search(read.text)
