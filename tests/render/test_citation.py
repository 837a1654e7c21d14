"""How articles are cited: from the checklist's notation to the way a lawyer writes it."""

import pytest

from auditor.library import load_library
from auditor.render.citation import citation
from auditor.render.words import Say
from auditor.texts import LANGUAGES
from tests.render.fixtures import TEXTS

NL, EN = Say(TEXTS["nl"]), Say(TEXTS["en"])


@pytest.mark.parametrize(
    ("article", "nl", "en"),
    [
        pytest.param("2", "artikel 2", "art. 2", id="article"),
        pytest.param("1.51a", "artikel 1.51a", "art. 1.51a", id="number with a letter"),
        pytest.param("7:454", "artikel 7:454", "art. 7:454", id="civil code"),
        pytest.param("4.1.7(3)", "artikel 4.1.7, derde lid", "art. 4.1.7(3)", id="paragraph"),
        pytest.param("2(1)b", "artikel 2, eerste lid, onder b", "art. 2(1)(b)", id="point"),
        pytest.param("2(2)e 1°", "artikel 2, tweede lid, onder e, onder 1°", "art. 2(2)(e)(1°)", id="point in a point"),
        pytest.param("16(4)e", "artikel 16, vierde lid, onder e", "art. 16(4)(e)", id="other article"),
        pytest.param(
            "BKK 5(1)a", "BKK artikel 5, eerste lid, onder a", "BKK art. 5(1)(a)", id="with the law's short name"
        ),
        pytest.param("8(1)-(3)", "artikel 8, eerste tot en met derde lid", "art. 8(1)-(3)", id="run of paragraphs"),
        pytest.param("4b(2), (3)", "artikel 4b, tweede en derde lid", "art. 4b(2) and (3)", id="two paragraphs"),
        pytest.param(
            "1.51b(5), 1.51c(3)",
            "artikel 1.51b, vijfde lid, artikel 1.51c, derde lid",
            "art. 1.51b(5), art. 1.51c(3)",
            id="two articles",
        ),
        pytest.param("7.1.1-7.1.7", "artikel 7.1.1 tot en met 7.1.7", "arts. 7.1.1-7.1.7", id="run of articles"),
        pytest.param("2(12)", "artikel 2, twaalfde lid", "art. 2(12)", id="last ordinal we know"),
        pytest.param("2(13)", "2(13)", "2(13)", id="an ordinal we do not know stays"),
        pytest.param("1 b, d", "1 b, d", "1 b, d", id="another notation stays"),
        pytest.param("8 mei 2018", "8 mei 2018", "8 mei 2018", id="words stay"),
        pytest.param("2(1)b, zie ook", "2(1)b, zie ook", "2(1)b, zie ook", id="half understood stays whole"),
        pytest.param("", "", "", id="none"),
    ],
)
def test_an_article_is_cited_in_the_language_of_the_report(article: str, nl: str, en: str) -> None:
    assert (citation(article, NL), citation(article, EN)) == (nl, en)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_article_of_the_shipped_checklist_is_understood(lang: str) -> None:
    articles = {source.article for each in load_library().checklist.requirements for source in each.sources} - {""}
    assert [article for article in sorted(articles) if citation(article, Say(TEXTS[lang])) == article] == []
