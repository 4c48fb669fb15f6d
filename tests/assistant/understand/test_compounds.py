"""Compounds of the plan's names, typed apart or with a slip."""

import pytest

from assistant.understand.compounds import Compounds

NAMES = [
    "企業誘致推進事業",
    "事務管理事務",
    "防災情報伝達事業",
    "配水施設管理事業",
    "排水施設管理事業",
    "都市計画事務",
    "都市計画道路整備事業",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("企業の誘致はどこ", "企業誘致はどこ", id="the head of a name"),
        pytest.param(
            "うちの市の企業の誘致の推進の課", "うちの市の企業誘致推進の課", id="a whole name among other words"
        ),
        pytest.param("作業所の事業は", "作業所の事業は", id="what may be any of a division"),
        pytest.param("ごみ減量・資源化推進事業の課", "ごみ減量・資源化推進事業の課", id="a name that holds a mark"),
        pytest.param("事務の管理はどこ", "事務の管理はどこ", id="words that any matter has"),
        pytest.param("企業の防災はどこ", "企業の防災はどこ", id="no name begins so"),
        pytest.param("防災情伝報達の課", "防災情報伝達の課", id="characters changed over"),
        pytest.param("市防災情報達事業担当課", "市防災情報達事業担当課", id="in the middle of a longer one"),
        pytest.param("防災情報伝事業担当課", "防災情報伝達事業担当課", id="a character left out"),
        pytest.param("都市計画路道整備の課", "都市計画道路整備の課", id="a longer name than the one written"),
        pytest.param("排水施設管理の課", "排水施設管理の課", id="a name that another is like"),
        pytest.param("防災情報番組の課", "防災情報番組の課", id="too much of another word"),
    ],
)
def test_a_compound_is_spelled_as_the_plan_spells_it(typed: str, meant: str) -> None:
    assert Compounds(NAMES).spell(typed) == meant
