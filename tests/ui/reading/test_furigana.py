"""Furigana stands over kanji only, changes no character, and reads names as people do."""

import re

import pytest

from assistant.api.service import Library
from ui.reading.furigana import Furigana, checked_readings


def _shown(html: str) -> str:
    return re.sub(r"<ruby>(.*?)<rp>（</rp><rt>(.*?)</rt><rp>）</rp></ruby>", r"\1[\2]", html)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("市民課の仕事", "市民[しみん]課[か]の仕事[しごと]"),
        ("取り組みを行います", "取[と]り組[く]みを行[おこな]います"),
        ("事業CD 0-2-1-3 は、67百万円", "事業[じぎょう]CD 0-2-1-3 は、67百万[ひゃくまん]円[えん]"),
        ("スマートシティ", "スマートシティ"),
        ("a < b & 課", "a &lt; b &amp; 課[か]"),
    ],
    ids=["words", "kana between kanji", "codes and figures", "no kanji", "markup"],
)
def test_kanji_get_their_reading_and_nothing_else_does(text: str, shown: str) -> None:
    assert _shown(Furigana({"市民/課": "しみん/か"}).over(text)) == shown


def test_a_checked_reading_weighs_more_than_the_dictionary() -> None:
    assert _shown(Furigana({"大船/支所": "おおふな/ししょ"}).over("大船支所へ")) == "大船[おおふな]支所[ししょ]へ"


def test_every_division_and_project_of_the_shipped_plan_has_a_checked_reading(plan_library: Library) -> None:
    catalogue = plan_library.catalogue
    checked = {name.replace("/", "") for name in checked_readings(catalogue.documents)}
    related = {division for project in catalogue.projects for division in project.related_divisions}
    names = {project.name for project in catalogue.projects} | {d.name for d in catalogue.divisions} | related
    assert names - checked == set()


def test_the_plan_s_own_words_stay_character_for_character(plan_library: Library) -> None:
    catalogue = plan_library.catalogue
    furigana = Furigana(checked_readings(catalogue.documents))
    for project in catalogue.projects:
        bare = re.sub(r"<rp>.*?</rp>|<rt>.*?</rt>|</?ruby>", "", furigana.over(project.content))
        assert bare.replace("&amp;", "&") == project.content
