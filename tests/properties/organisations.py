"""Organisations drawn by hypothesis: registers may be missing, and much in those that are given may be wrong.

What is drawn lies close together (few people, few elements, mostly a code in force), so that rows often meet.
"""

from datetime import date

from hypothesis import strategies as st

Table = list[list[str]]
Sheets = dict[str, Table]

AS_OF = date(2026, 11, 22)
UNREADABLE = "zie map"
PEOPLE = ("101", "102", "103")
TITLES = ("Meldcode", "Afwegingskader", "BHV", "Meld-, overleg- en aangifteplicht", "Kenteken en meldcode")
TRAINING = ["Personeelsnummer", "Scholing", "Behaald op", "Resultaat"]
_CODES = ("Meldcode huiselijk geweld en kindermishandeling", "Meldcode kindermishandeling", "Meldcode 2024")
_SECTORS = ("dagopvang", "gastouderbureau", "po", "zorg", "jeugdhulp", "wmo", "halt", "zorg-solo")
_ELEMENTS = ("MC-2.1.g", "MC-2.1.d", "MC-2.1.e", "MC-1.3", "MC-2.2.a")


def days(last: date) -> st.SearchStrategy[str]:
    """A day from before the law up to and including `last`, as people write it."""
    return st.dates(date(2012, 1, 1), last).map(lambda day: day.strftime("%d-%m-%Y"))


def hardly(dated: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A day, or what people write instead."""
    return st.one_of(dated, dated, st.sampled_from(("", "ja", UNREADABLE, "31-02-2024")))


def sectors() -> st.SearchStrategy[tuple[str, ...]]:
    """One sector, or two."""
    return st.lists(st.sampled_from(_SECTORS), min_size=1, max_size=2, unique=True).map(tuple)


def trainings(dated: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """A row of the training register; never one that excuses somebody."""
    results = st.sampled_from(("", "behaald", "gezakt", "ingeschreven", UNREADABLE))
    return _row(st.sampled_from(PEOPLE), st.sampled_from(TITLES), hardly(dated), results)


def organisations(last: date) -> st.SearchStrategy[Sheets]:
    """The registers of an organisation with one meldcode, in force or not; no day in them is after `last`."""
    dated = days(last)
    return st.fixed_dictionaries(
        {
            "Beleidsregister": _policies(dated),
            "Meldcode-inhoud": _table(["Onderdeel", "Aanwezig", "Vindplaats", "Toelichting"], _element(), most=6),
        },
        optional={
            "Personeel": st.just([["Personeelsnummer", "Functie"], *([person, "groep"] for person in PEOPLE)]),
            "Scholing": _table(TRAINING, trainings(dated), most=6),
            "Borging": _table(["Datum", "Activiteit", "Onderwerp"], _activity(dated), most=2),
            "Stappenregistratie": _table(["Casusnummer", "Datum signaal"], _row(st.just("C-1"), hardly(dated)), most=2),
            "Aandachtsfunctionarissen": _table(
                ["Naam", "Aangesteld op", "Tot en met"],
                _row(st.just("Sanne Visscher"), hardly(dated), st.just("")),
                most=1,
            ),
        },
    )


def _policies(dated: st.SearchStrategy[str]) -> st.SearchStrategy[Table]:
    statuses = st.sampled_from(("", "vastgesteld", "vastgesteld", "concept", "onderweg"))
    code = _row(st.sampled_from(_CODES), statuses, hardly(dated), st.sampled_from(("", "personeel")))
    other = ["Huisregels", "vastgesteld", "01-02-2020", ""]
    return code.map(lambda row: [["Titel", "Status", "Vastgesteld op", "Voor wie"], row, other])


def _element() -> st.SearchStrategy[list[str]]:
    answers = st.sampled_from(("ja", "ja", "nee", "deels", "n.v.t.", "", UNREADABLE))
    return _row(
        st.sampled_from(_ELEMENTS), answers, st.sampled_from(("", "blz. 4")), st.sampled_from(("", "komt niet voor"))
    )


def _activity(dated: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    kinds = st.sampled_from(("Casuïstiekbespreking", "Teamoverleg", "Jaarverslag"))
    return _row(hardly(dated), kinds, st.sampled_from(("meldcode", "rooster")))


def _row(*cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.tuples(*cells).map(list)


def _table(header: list[str], row: st.SearchStrategy[list[str]], most: int) -> st.SearchStrategy[Table]:
    return st.lists(row, max_size=most).map(lambda rows: [header, *rows])
