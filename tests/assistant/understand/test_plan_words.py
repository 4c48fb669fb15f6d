"""Words of a plan's contents that look like something else."""

from assistant.understand.plan_words import printed_centres, sounding_compounds
from assistant.understand.unlisted import unlisted_divisions
from corpus.catalogue import Catalogue
from corpus.records import Project


def _plan(content: str) -> Catalogue:
    project = Project(
        id="p1", name="漁業振興事業", divisions=("水産課",), content=content, document_id="d", section="", page=1
    )
    return Catalogue(documents=(), projects=(project,), passages=())


def test_compounds_that_sound_like_a_field_are_known_from_the_contents() -> None:
    """費用 alone asks for the cost; 窓口 alone asks for whom, which a compound may do as well."""
    assert sounding_compounds(_plan("漁具の設置費用の助成及び相談窓口の運営を行います。")) == ("設置費用",)


def test_a_centre_that_contents_print_and_a_curriculum_are_no_unlisted_divisions() -> None:
    centres = printed_centres(_plan("種苗センターの運転を行います。"))
    assert unlisted_divisions("種苗センターのこと", (), centres) == ()
    assert unlisted_divisions("教育課程の件", (), ()) == ()
    assert unlisted_divisions("種苗センターのこと", (), ()) == ("種苗センター",)
